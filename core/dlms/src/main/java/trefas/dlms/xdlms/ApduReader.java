package trefas.dlms.xdlms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import trefas.cosem.AccessSelection;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.Axdr;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.cosem.Decoded.Malformed;
import trefas.cosem.MethodDescriptor;
import trefas.quantity.Obis;

/// Reads the fields of one xDLMS APDU, left to right. After the first fault it returns zeros and nothing more is
/// read; [#finish] then tells the fault. A count is held against the octets that are left before anything is kept
/// for it.
final class ApduReader {

    private static final CosemData NULL = new CosemData.NullData();

    private final byte[] octets;
    private final int start;
    private final int end;
    private int position;
    private String fault = "";

    ApduReader(byte[] octets, int offset, int length) {
        this.octets = octets;
        this.start = offset;
        this.position = offset;
        this.end = offset + length;
    }

    /// The value that was read, if nothing was wrong and nothing is left.
    <T> Decoded<T> finish(T value) {
        if (fault.isEmpty() && position != end) {
            fail((end - position) + " octets after the APDU");
        }
        return fault.isEmpty() ? new Complete<>(value, end - start) : new Malformed<>(fault, position);
    }

    boolean hasFailed() {
        return !fault.isEmpty();
    }

    void fail(String why) {
        if (fault.isEmpty()) {
            fault = why;
        }
    }

    int left() {
        return end - position;
    }

    /// Passes over what is left: for a variant whose form nobody knows.
    void skipRest() {
        if (fault.isEmpty()) {
            position = end;
        }
    }

    void expect(int tag) {
        if (octet() != tag) {
            fail("another tag than " + Integer.toHexString(tag));
        }
    }

    int octet() {
        return (int) number(1);
    }

    /// The next octet without reading it; -1 at the end.
    int nextOctet() {
        return position < end ? Byte.toUnsignedInt(octets[position]) : -1;
    }

    long number(int count) {
        if (!fault.isEmpty()) {
            return 0;
        }
        if (count > end - position) {
            fail("the APDU is cut");
            return 0;
        }
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = (value << 8) | Byte.toUnsignedInt(octets[position++]);
        }
        return value;
    }

    /// The flag before an optional element.
    boolean isPresent() {
        int flag = octet();
        if (flag > 1) {
            fail("flag " + flag + " before an optional element");
        }
        return flag == 1;
    }

    /// A length or a count in any of its forms; huge ones are cut to what no APDU can hold.
    int length() {
        int first = octet();
        if (first < 0x80) {
            return first;
        }
        int count = first & 0x7F;
        if (count < 1 || count > 4) {
            fail("length field " + first);
            return 0;
        }
        return (int) Math.min(number(count), Integer.MAX_VALUE);
    }

    /// Octets behind their own length.
    Octets octetString() {
        int count = length();
        if (!fault.isEmpty() || count > end - position) {
            fail("an octet string is cut");
            return Octets.of(octets, position, 0);
        }
        position += count;
        return Octets.of(octets, position - count, count);
    }

    /// A list: its count and then each element.
    ///
    /// @param elementOctetsMin octets of the shortest element
    <T> List<T> list(int elementOctetsMin, Supplier<T> element) {
        int count = length();
        if (!fault.isEmpty() || count > (end - position) / elementOctetsMin) {
            fail("a list of " + count + " elements");
            return List.of();
        }
        var elements = new ArrayList<T>(count);
        for (int i = 0; i < count && fault.isEmpty(); i++) {
            elements.add(element.get());
        }
        return elements;
    }

    InvokeId invokeId() {
        return new InvokeId(octet());
    }

    LongInvokeId longInvokeId() {
        return new LongInvokeId((int) number(4));
    }

    AttributeDescriptor attribute() {
        int classId = (int) number(2);
        var logicalName = Obis.ofPacked(number(6));
        return new AttributeDescriptor(classId, logicalName, (byte) octet());
    }

    MethodDescriptor method() {
        int classId = (int) number(2);
        var logicalName = Obis.ofPacked(number(6));
        return new MethodDescriptor(classId, logicalName, (byte) octet());
    }

    /// An attribute and the optional part of it.
    GetRequest.Item item() {
        var attribute = attribute();
        return new GetRequest.Item(attribute, isPresent() ? Optional.of(selection()) : Optional.empty());
    }

    /// Selector and parameters.
    AccessSelection selection() {
        int selector = octet();
        var parameters = data();
        return fault.isEmpty()
                ? AccessSelection.of(selector, parameters)
                : new AccessSelection.Other(selector, parameters);
    }

    CosemData data() {
        if (!fault.isEmpty()) {
            return NULL;
        }
        return switch (Axdr.decode(octets, position, end - position)) {
            case Complete<CosemData>(CosemData value, int used) -> {
                position += used;
                yield value;
            }
            case Incomplete<CosemData>(int missing) -> {
                fail(missing + " octets of a value are missing");
                yield NULL;
            }
            case Malformed<CosemData>(String reason, int _) -> {
                fail(reason);
                yield NULL;
            }
        };
    }

    DataBlock block() {
        boolean isLast = octet() != 0;
        long number = number(4);
        return new DataBlock(isLast, number, octetString());
    }

    /// A Get-Data-Result.
    GetResponse.Result result() {
        int choice = octet();
        return switch (choice) {
            case GetResponse.Result.DATA -> new GetResponse.Value(data());
            case GetResponse.Result.ERROR -> new GetResponse.Refused(octet());
            default -> {
                fail("result of variant " + choice);
                yield new GetResponse.Refused(0);
            }
        };
    }

    AccessSpecification specification() {
        int choice = octet();
        return switch (choice) {
            case AccessSpecification.GET -> new AccessSpecification.Get(attribute());
            case AccessSpecification.SET -> new AccessSpecification.Set(attribute());
            case AccessSpecification.ACTION -> new AccessSpecification.Action(method());
            case AccessSpecification.GET_WITH_SELECTION ->
                new AccessSpecification.GetWithSelection(attribute(), selection());
            case AccessSpecification.SET_WITH_SELECTION ->
                new AccessSpecification.SetWithSelection(attribute(), selection());
            default -> {
                fail("access of variant " + choice);
                yield new AccessSpecification.Get(attribute());
            }
        };
    }
}
