package trefas.dlms;

import java.util.Arrays;
import java.util.function.Consumer;
import trefas.cosem.AxdrWriter;

/// Where one APDU is put together, with room before it for the header of the layer below. The space is kept and
/// used again for the next one, unless it was unusually long.
public final class ApduBuffer {

    private static final int FIRST_CAPACITY = 128;
    private static final int WRITTEN_OCTETS_MAX = 0xFFFF;

    /// A longer APDU gives its space back when it is forgotten.
    private static final int CAPACITY_KEPT = 2_048;

    private final int headroom;
    private byte[] octets;
    private int length;

    /// @param headroom octets the layer below writes before the APDU
    public ApduBuffer(int headroom) {
        this.headroom = headroom;
        this.octets = new byte[headroom + FIRST_CAPACITY];
    }

    /// Forgets the APDU and keeps the space.
    public void reset() {
        length = 0;
        if (octets.length > CAPACITY_KEPT) {
            octets = new byte[headroom + FIRST_CAPACITY];
        }
    }

    /// Octets of the APDU, without the headroom.
    public int length() {
        return length;
    }

    /// Where the APDU begins in [#space].
    public int headroom() {
        return headroom;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    public ApduBuffer octet(int value) {
        makeRoom(1);
        octets[headroom + length++] = (byte) value;
        return this;
    }

    /// The lowest octets of a number, most significant first.
    public ApduBuffer number(long value, int count) {
        makeRoom(count);
        for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) {
            octets[headroom + length++] = (byte) (value >>> shift);
        }
        return this;
    }

    public ApduBuffer octets(byte[] source) {
        makeRoom(source.length);
        System.arraycopy(source, 0, octets, headroom + length, source.length);
        length += source.length;
        return this;
    }

    /// A part of an encoded value.
    public ApduBuffer octets(AxdrWriter source, int from, int count) {
        makeRoom(count);
        source.copyTo(from, octets, headroom + length, count);
        length += count;
        return this;
    }

    /// Appends what is written for it, for APDUs that are seldom and short.
    public ApduBuffer write(Consumer<AxdrWriter> content) {
        var writer = new AxdrWriter(WRITTEN_OCTETS_MAX);
        content.accept(writer);
        assert !writer.overflowed() : "an APDU longer than any";
        return octets(writer, 0, writer.length());
    }

    /// A part of other octets.
    public ApduBuffer octets(byte[] source, int offset, int count) {
        makeRoom(count);
        System.arraycopy(source, offset, octets, headroom + length, count);
        length += count;
        return this;
    }

    /// A length in its shortest form.
    public ApduBuffer lengthField(int value) {
        if (value < 0x80) {
            return octet(value);
        }
        int count = value <= 0xFF ? 1 : value <= 0xFFFF ? 2 : 4;
        return octet(0x80 | count).number(value, count);
    }

    /// Header and APDU: the first `headroom` octets are the caller's to write.
    public byte[] space() {
        return octets;
    }

    /// A copy of the APDU alone.
    public byte[] toOctets() {
        return Arrays.copyOfRange(octets, headroom, headroom + length);
    }

    private void makeRoom(int count) {
        int needed = headroom + length + count;
        if (needed > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(needed, 2 * octets.length));
        }
    }
}
