package trefas.storage;

import java.util.Arrays;

/// Octets being written or read one after the other, with numbers in base 128, least significant group first: the
/// highest bit of an octet says that another follows.
final class Octets {

    /// A 64-bit number takes this many groups of seven bits at most.
    private static final int NUMBER_LENGTH_MAX = 10;

    private static final int INITIAL_CAPACITY = 512;

    private byte[] octets;
    private int position;
    private final int limit;

    /// Empty, to be written.
    Octets() {
        this.octets = new byte[INITIAL_CAPACITY];
        this.limit = 0;
    }

    /// To be read from one position up to, but without, another.
    Octets(byte[] octets, int from, int to) {
        this.octets = octets;
        this.position = from;
        this.limit = to;
    }

    void put(int octet) {
        if (position == octets.length) {
            octets = Arrays.copyOf(octets, 2 * position);
        }
        octets[position] = (byte) octet;
        position++;
    }

    /// Octets from a position to their end.
    void put(byte[] source, int from) {
        int length = source.length - from;
        if (position + length > octets.length) {
            octets = Arrays.copyOf(octets, 2 * (position + length));
        }
        System.arraycopy(source, from, octets, position, length);
        position += length;
    }

    int position() {
        return position;
    }

    /// A number taken as unsigned; small ones are short.
    void putNumber(long number) {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            put((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        put((int) rest);
    }

    /// A number near zero on either side is short.
    void putSigned(long number) {
        putNumber((number << 1) ^ (number >> 63));
    }

    byte[] written() {
        return Arrays.copyOf(octets, position);
    }

    boolean isAtEnd() {
        return position == limit;
    }

    int take() throws DamagedRecordException {
        if (position >= limit) {
            throw new DamagedRecordException("it ends too early");
        }
        int octet = Byte.toUnsignedInt(octets[position]);
        position++;
        return octet;
    }

    long takeNumber() throws DamagedRecordException {
        long number = 0;
        for (int group = 0; group < NUMBER_LENGTH_MAX; group++) {
            int octet = take();
            number |= (octet & 0x7FL) << (7 * group);
            if ((octet & 0x80) == 0) {
                return number;
            }
        }
        throw new DamagedRecordException("a number in it has no end");
    }

    long takeSigned() throws DamagedRecordException {
        long number = takeNumber();
        return (number >>> 1) ^ -(number & 1);
    }
}
