package trefas.cosem;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import trefas.quantity.Obis;

/// Writes COSEM data as A-XDR octets (IEC 61334-6; tags of IEC 62056-5-3), straight from where the values are kept.
/// Takes space with the first octet and grows up to a limit; what does not fit is not written and [#overflowed] says
/// so.
public final class AxdrWriter {

    private static final int FIRST_CAPACITY = 256;
    private static final byte[] NOTHING = {};

    private static final VarHandle INT_16 = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT_32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final int capacityMax;
    private byte[] octets;
    private int length;
    private boolean overflowed;

    /// @param capacityMax octets this writer may hold at most
    public AxdrWriter(int capacityMax) {
        this.capacityMax = capacityMax;
        this.octets = NOTHING;
    }

    /// Forgets everything written and keeps the space.
    public void reset() {
        length = 0;
        overflowed = false;
    }

    /// Takes back what was written after a known length, and with it the fault of what did not fit there.
    public void truncate(int length) {
        assert length <= this.length;
        this.length = length;
        overflowed = false;
    }

    public int length() {
        return length;
    }

    /// True when something did not fit: the octets are then not a whole value.
    public boolean overflowed() {
        return overflowed;
    }

    public byte[] toOctets() {
        return Arrays.copyOf(octets, length);
    }

    /// Copies a part of what was written into a buffer.
    public void copyTo(int from, byte[] target, int targetOffset, int count) {
        assert from + count <= length;
        System.arraycopy(octets, from, target, targetOffset, count);
    }

    public AxdrWriter nullData() {
        return octet(0x00);
    }

    public AxdrWriter array(int elements) {
        return octet(0x01).lengthField(elements);
    }

    /// Makes an array of all that was written from `start` on, for writers that learn the count only at the end.
    public AxdrWriter arrayAround(int start, int elements) {
        int end = length;
        array(elements);
        if (!overflowed) {
            int head = length - end;
            byte[] tagAndCount = Arrays.copyOfRange(octets, end, length);
            System.arraycopy(octets, start, octets, start + head, end - start);
            System.arraycopy(tagAndCount, 0, octets, start, head);
        }
        return this;
    }

    public AxdrWriter structure(int elements) {
        return octet(0x02).lengthField(elements);
    }

    public AxdrWriter bool(boolean value) {
        return octet(0x03).octet(value ? 1 : 0);
    }

    /// double-long, signed 32 bit.
    public AxdrWriter doubleLong(int value) {
        return tagged32(0x05, value);
    }

    /// double-long-unsigned, 0 to 4 294 967 295.
    public AxdrWriter doubleLongUnsigned(long value) {
        return tagged32(0x06, (int) value);
    }

    public AxdrWriter octetString(byte[] value) {
        return octet(0x09).lengthField(value.length).octets(value);
    }

    public AxdrWriter octetString(Obis logicalName) {
        return octet(0x09).octet(6).number(logicalName.packed(), 6);
    }

    public AxdrWriter visibleString(String ascii) {
        byte[] value = ascii.getBytes(StandardCharsets.US_ASCII);
        return octet(0x0A).lengthField(value.length).octets(value);
    }

    /// integer, signed 8 bit.
    public AxdrWriter integer(int value) {
        return octet(0x0F).octet(value);
    }

    /// long, signed 16 bit.
    public AxdrWriter longInteger(int value) {
        return tagged16(0x10, value);
    }

    public AxdrWriter unsigned(int value) {
        return octet(0x11).octet(value);
    }

    public AxdrWriter longUnsigned(int value) {
        return tagged16(0x12, value);
    }

    public AxdrWriter long64(long value) {
        return octet(0x14).number(value, 8);
    }

    public AxdrWriter long64Unsigned(long value) {
        return octet(0x15).number(value, 8);
    }

    public AxdrWriter enumerated(int value) {
        return octet(0x16).octet(value);
    }

    /// bit-string, the first bit is the highest bit of the first octet.
    public AxdrWriter bitString(int bits, byte[] value) {
        return octet(0x04).lengthField(bits).octets(value);
    }

    /// One octet as it is, without a tag.
    public AxdrWriter octet(int value) {
        if (room(1)) {
            octets[length++] = (byte) value;
        }
        return this;
    }

    /// Octets as they are, without tag or length.
    public AxdrWriter octets(byte[] value) {
        return octets(value, 0, value.length);
    }

    public AxdrWriter octets(byte[] value, int offset, int count) {
        if (room(count)) {
            System.arraycopy(value, offset, octets, length, count);
            length += count;
        }
        return this;
    }

    /// The lowest octets of a number, most significant first, without a tag.
    public AxdrWriter number(long value, int count) {
        if (room(count)) {
            for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) {
                octets[length++] = (byte) (value >>> shift);
            }
        }
        return this;
    }

    /// Most cells of most profiles are one of the next two, so they are written at once.
    private AxdrWriter tagged32(int tag, int value) {
        if (room(1 + Integer.BYTES)) {
            octets[length] = (byte) tag;
            INT_32.set(octets, length + 1, value);
            length += 1 + Integer.BYTES;
        }
        return this;
    }

    private AxdrWriter tagged16(int tag, int value) {
        if (room(1 + Short.BYTES)) {
            octets[length] = (byte) tag;
            INT_16.set(octets, length + 1, (short) value);
            length += 1 + Short.BYTES;
        }
        return this;
    }

    /// A length or element count in its shortest form: one octet up to 127, else 81, 82, 83 or 84 and the octets.
    public AxdrWriter lengthField(int value) {
        if (value < 0x80) {
            return octet(value);
        }
        int count = value <= 0xFF ? 1 : value <= 0xFFFF ? 2 : value <= 0xFF_FFFF ? 3 : 4;
        return octet(0x80 | count).number(value, count);
    }

    private boolean room(int count) {
        if (overflowed || count > capacityMax - length) {
            overflowed = true;
            return false;
        }
        if (count > octets.length - length) {
            int capacity = Math.max(Math.max(FIRST_CAPACITY, 2 * octets.length), length + count);
            octets = Arrays.copyOf(octets, Math.min(capacityMax, capacity));
        }
        return true;
    }
}
