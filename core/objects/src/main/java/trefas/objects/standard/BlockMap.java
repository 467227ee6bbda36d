package trefas.objects.standard;

import java.util.Arrays;
import trefas.cosem.CosemData.Octets;

/// Which blocks of an image have come: one bit each, the first block in the highest bit of the first octet, as
/// image_transferred_blocks_status is sent.
///
/// @param blocks how many there are
public record BlockMap(int blocks, Octets bits) {

    private static final int BITS_PER_OCTET = 8;

    public static final BlockMap NONE = empty(0);

    /// None has come.
    static BlockMap empty(int blocks) {
        return new BlockMap(blocks, Octets.of(new byte[octets(blocks)]));
    }

    static int octets(int blocks) {
        return (blocks + BITS_PER_OCTET - 1) / BITS_PER_OCTET;
    }

    boolean has(int block) {
        return (bits.octet(block / BITS_PER_OCTET) & mask(block)) != 0;
    }

    BlockMap with(int block) {
        if (has(block)) {
            return this;
        }
        byte[] next = bits.toArray();
        next[block / BITS_PER_OCTET] |= (byte) mask(block);
        return new BlockMap(blocks, Octets.of(next));
    }

    /// Number of the first block that has not come; the number of blocks when all have.
    int firstMissing() {
        byte[] octets = bits.toArray();
        int whole = 0;
        while (whole < octets.length && octets[whole] == (byte) 0xFF) {
            whole++;
        }
        int block = whole * BITS_PER_OCTET;
        while (block < blocks && (octets[block / BITS_PER_OCTET] & mask(block)) != 0) {
            block++;
        }
        return Math.min(block, blocks);
    }

    boolean isComplete() {
        return firstMissing() == blocks;
    }

    int count() {
        int count = 0;
        for (byte octet : bits.toArray()) {
            count += Integer.bitCount(Byte.toUnsignedInt(octet));
        }
        return count;
    }

    private static int mask(int block) {
        return 0x80 >>> (block % BITS_PER_OCTET);
    }

    /// As a reader of a log wants it.
    @Override
    public String toString() {
        return count() + " of " + blocks + " blocks";
    }

    /// Octets that do not belong to a map of so many blocks make none of it.
    static BlockMap of(int blocks, byte[] bits) {
        return new BlockMap(blocks, Octets.of(Arrays.copyOf(bits, octets(blocks))));
    }
}
