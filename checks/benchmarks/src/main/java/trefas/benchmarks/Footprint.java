package trefas.benchmarks;

import java.util.stream.IntStream;
import trefas.device.Meter;

/// Heap of a meter: used heap after collections, with and without a hundred thousand of them. Start it with
/// `-XX:+UseSerialGC`, as the launcher does; other collectors round.
public final class Footprint {

    private static final int METERS = 100_000;
    private static final int COLLECTIONS = 4;

    private Footprint() {}

    public static void main(String[] arguments) {
        BenchedMeter.running(BenchedMeter.SERIAL);
        long before = usedHeapOctets();
        Meter[] meters =
                IntStream.range(0, METERS).mapToObj(BenchedMeter::running).toArray(Meter[]::new);
        long octets = (usedHeapOctets() - before) / METERS;
        System.out.println(octets + " octets of heap per meter, " + meters.length + " meters");
    }

    private static long usedHeapOctets() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
