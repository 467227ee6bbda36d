package trefas.dlms.hdlc;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;

/// A line that loses, doubles and flips octets, from a seed: the same seed spoils the same octets again. A run of
/// octets that was sent in one go may also be lost or cut as a whole.
public final class BadLine implements UnaryOperator<byte[]> {

    private final Random random;
    private final double lostRun;
    private final double doubledRun;
    private final double spoiledOctet;

    /// @param lostRun how often all of a run is lost, 0 to 1
    /// @param doubledRun how often all of a run comes twice, 0 to 1; only a window of 1 survives that
    /// @param spoiledOctet how often one octet is lost, doubled or flipped, 0 to 1
    public BadLine(long seed, double lostRun, double doubledRun, double spoiledOctet) {
        this.random = new Random(seed);
        this.lostRun = lostRun;
        this.doubledRun = doubledRun;
        this.spoiledOctet = spoiledOctet;
    }

    /// Every tenth run is lost, every tenth comes twice, every thousandth octet is spoiled.
    public static BadLine ofSeed(long seed) {
        return new BadLine(seed, 0.1, 0.1, 0.001);
    }

    /// What arrives of a run.
    @Override
    public byte[] apply(byte[] octets) {
        if (random.nextDouble() < lostRun) {
            return Arrays.copyOf(octets, random.nextBoolean() ? 0 : random.nextInt(octets.length));
        }
        var arriving = new ByteArrayOutputStream();
        int times = random.nextDouble() < doubledRun ? 2 : 1;
        for (int time = 0; time < times; time++) {
            for (byte octet : octets) {
                spoil(octet, arriving);
            }
        }
        return arriving.toByteArray();
    }

    private void spoil(byte octet, ByteArrayOutputStream arriving) {
        if (random.nextDouble() >= spoiledOctet) {
            arriving.write(octet);
            return;
        }
        switch (random.nextInt(3)) {
            case 0 -> {
                // Lost.
            }
            case 1 -> {
                arriving.write(octet);
                arriving.write(octet);
            }
            default -> arriving.write(octet ^ 1 << random.nextInt(8));
        }
    }
}
