package trefas.dlms.acse;

import java.math.BigInteger;
import java.util.OptionalInt;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData.Octets;

/// Reads BER and the few A-XDR forms of an initiate, left to right. After the first fault it returns zeros and
/// [#isFinished] stays false.
final class BerReader {

    /// [APPLICATION 31], its length and no unused bits.
    private static final int CONFORMANCE_TAG = 0x5F;

    private static final int CONFORMANCE_TAG_NUMBER = 0x1F;
    private static final int CONFORMANCE_LENGTH = 4;

    private final byte[] octets;
    private final int end;
    private int position;
    private boolean failed;

    BerReader(byte[] octets) {
        this(octets, 0, octets.length);
    }

    BerReader(byte[] octets, int offset, int length) {
        this.octets = octets;
        this.position = offset;
        this.end = offset + length;
    }

    int position() {
        return position;
    }

    /// True when everything was read and nothing was wrong.
    boolean isFinished() {
        return !failed && position == end;
    }

    boolean hasMore() {
        return !failed && position < end;
    }

    boolean hasFailed() {
        return failed;
    }

    int octet() {
        return number(1);
    }

    int number(int count) {
        if (!has(count)) {
            return 0;
        }
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | Byte.toUnsignedInt(octets[position++]);
        }
        return value;
    }

    /// The flag before an optional or defaulted element: 01 is there, 00 is not, anything else is a fault.
    boolean isPresent() {
        int flag = octet();
        if (flag > 1) {
            failed = true;
        }
        return flag == 1;
    }

    /// A definite length that fits what is left.
    int length() {
        int first = octet();
        if (first < 0x80) {
            return has(first) ? first : 0;
        }
        int count = first & 0x7F;
        if (count < 1 || count > 4) {
            failed = true;
            return 0;
        }
        long length = Integer.toUnsignedLong(number(count));
        if (length > end - position) {
            failed = true;
        }
        return failed ? 0 : (int) length;
    }

    Octets octets(int count) {
        if (!has(count)) {
            return Octets.of(octets, end, 0);
        }
        position += count;
        return Octets.of(octets, position - count, count);
    }

    /// Everything that is left.
    Octets rest() {
        return octets(failed ? 0 : end - position);
    }

    /// The content of an element whose tag was read, to be read on its own.
    BerReader inside() {
        int length = length();
        var content = new BerReader(octets, position, length);
        position += length;
        return content;
    }

    /// The content of the next element, which must have this tag and fill what is left.
    Octets only(int tag) {
        if (octet() != tag) {
            failed = true;
        }
        var content = octets(length());
        if (position != end) {
            failed = true;
        }
        return content;
    }

    /// The first bit of a bit string that fills what is left.
    boolean firstBit() {
        int unusedBits = octet();
        boolean isSet = unusedBits <= 7 && (octet() & Aarq.FIRST_BIT) != 0;
        rest();
        return isSet;
    }

    /// An integer that is not negative and fills what is left.
    OptionalInt integer() {
        var content = only(Aarq.INTEGER);
        if (content.length() < 1 || content.length() > Integer.BYTES || content.octet(0) > Byte.MAX_VALUE) {
            failed = true;
            return OptionalInt.empty();
        }
        int value = 0;
        for (int i = 0; i < content.length(); i++) {
            value = (value << 8) | content.octet(i);
        }
        return OptionalInt.of(value);
    }

    /// An integer as BER writes it, with a leading zero where the first bit would be a sign.
    static Octets integerContent(int value) {
        return Octets.of(BigInteger.valueOf(value).toByteArray());
    }

    /// The conformance block; old clients leave out the second octet of its tag.
    Conformance conformance() {
        int tag = octet();
        int next = octet();
        int length = next == CONFORMANCE_TAG_NUMBER ? octet() : next;
        int unusedBits = octet();
        if (tag != CONFORMANCE_TAG || length != CONFORMANCE_LENGTH || unusedBits != 0) {
            failed = true;
            return Conformance.EMPTY;
        }
        return new Conformance(number(3));
    }

    static void writeConformance(Conformance conformance, AxdrWriter out) {
        out.octet(CONFORMANCE_TAG)
                .octet(CONFORMANCE_TAG_NUMBER)
                .octet(CONFORMANCE_LENGTH)
                .octet(0)
                .number(conformance.bits(), 3);
    }

    private boolean has(int count) {
        if (count > end - position) {
            failed = true;
        }
        return !failed;
    }
}
