package trefas.dlms.xdlms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.cosem.AccessSelection;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.Decoded;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.cosem.Decoded.Malformed;
import trefas.quantity.Obis;

/// A request to read (Get-Request, IEC 62056-5-3).
public sealed interface GetRequest {

    /// C0 01: one attribute.
    record Normal(InvokeId invokeId, Item item) implements GetRequest {}

    /// C0 02: the next block of a long answer.
    ///
    /// @param blockNumber of the block received last
    record Next(InvokeId invokeId, long blockNumber) implements GetRequest {}

    /// C0 03: several attributes at once.
    record WithList(InvokeId invokeId, List<Item> items) implements GetRequest {
        public WithList {
            items = List.copyOf(items);
        }
    }

    /// C0 with a variant nobody defined.
    record Unknown(InvokeId invokeId, int choice) implements GetRequest {}

    /// One attribute and, if wanted, the part of it.
    record Item(AttributeDescriptor attribute, Optional<AccessSelection> selection) {}

    int NORMAL = 1;
    int NEXT = 2;
    int WITH_LIST = 3;

    InvokeId invokeId();

    /// Reads a request that fills the octets given, tag included. Missing octets and a remainder are malformed: the
    /// layer below delivers whole APDUs.
    static Decoded<GetRequest> decode(byte[] octets, int offset, int length) {
        return new Reader(octets, offset, offset + length).request();
    }

    /// Appends the APDU.
    default void encode(AxdrWriter out) {
        out.octet(ApduTag.GET_REQUEST);
        switch (this) {
            case Normal(InvokeId id, Item item) -> {
                out.octet(NORMAL).octet(id.octet());
                encode(item, out);
            }
            case Next(InvokeId id, long blockNumber) ->
                out.octet(NEXT).octet(id.octet()).number(blockNumber, 4);
            case WithList(InvokeId id, var items) -> {
                out.octet(WITH_LIST).octet(id.octet()).lengthField(items.size());
                items.forEach(item -> encode(item, out));
            }
            case Unknown(InvokeId id, int choice) -> out.octet(choice).octet(id.octet());
        }
    }

    private static void encode(Item item, AxdrWriter out) {
        var attribute = item.attribute();
        out.number(attribute.classId(), 2)
                .number(attribute.logicalName().packed(), 6)
                .octet(attribute.attributeId());
        item.selection().ifPresentOrElse(selection -> selection.write(out.octet(1)), () -> out.octet(0));
    }

    /// One reading, left to right; after the first fault nothing more is read.
    final class Reader {

        /// Class, logical name, attribute and the flag of the selection.
        private static final int ITEM_OCTETS_MIN = 10;

        private final byte[] octets;
        private final int end;
        private int position;
        private String fault = "";

        private Reader(byte[] octets, int position, int end) {
            this.octets = octets;
            this.position = position;
            this.end = end;
        }

        private Decoded<GetRequest> request() {
            int start = position;
            number(1);
            int choice = (int) number(1);
            var id = new InvokeId((int) number(1));
            GetRequest request = switch (choice) {
                case NORMAL -> new Normal(id, item());
                case NEXT -> new Next(id, number(4));
                case WITH_LIST -> new WithList(id, items());
                default -> {
                    if (fault.isEmpty()) {
                        position = end;
                    }
                    yield new Unknown(id, choice);
                }
            };
            if (fault.isEmpty() && position != end) {
                fault = end - position + " octets after the request";
            }
            return fault.isEmpty() ? new Complete<>(request, end - start) : new Malformed<>(fault, position);
        }

        private List<Item> items() {
            int count = (int) number(1);
            if (count >= 0x80) {
                int lengthOctets = count & 0x7F;
                long longCount = lengthOctets >= 1 && lengthOctets <= 4 ? number(lengthOctets) : Long.MAX_VALUE;
                count = (int) Math.min(longCount, Integer.MAX_VALUE);
            }
            if (count == 0 || count > (end - position) / ITEM_OCTETS_MIN) {
                fault = "a list of " + count + " attributes";
                return List.of();
            }
            var items = new ArrayList<Item>(count);
            for (int i = 0; i < count && fault.isEmpty(); i++) {
                items.add(item());
            }
            return items;
        }

        private Item item() {
            int classId = (int) number(2);
            var logicalName = Obis.ofPacked(number(6));
            int attributeId = (byte) number(1);
            var attribute = new AttributeDescriptor(classId, logicalName, attributeId);
            int flag = (int) number(1);
            if (flag > 1) {
                fault = "flag " + flag + " before a selection";
            }
            return new Item(attribute, flag == 1 ? Optional.of(selection()) : Optional.empty());
        }

        private AccessSelection selection() {
            int selector = (int) number(1);
            return switch (Axdr.decode(octets, position, end - position)) {
                case Complete<CosemData>(CosemData parameters, int used) -> {
                    position += used;
                    yield AccessSelection.of(selector, parameters);
                }
                case Incomplete<CosemData>(int missing) ->
                    faulty(selector, missing + " octets of the selection missing");
                case Malformed<CosemData>(String reason, int _) -> faulty(selector, reason);
            };
        }

        private AccessSelection faulty(int selector, String why) {
            if (fault.isEmpty()) {
                fault = why;
            }
            return new AccessSelection.Other(selector, new CosemData.NullData());
        }

        private long number(int count) {
            if (!fault.isEmpty()) {
                return 0;
            }
            if (count > end - position) {
                fault = "the request is cut";
                return 0;
            }
            long value = 0;
            for (int i = 0; i < count; i++) {
                value = value << 8 | Byte.toUnsignedInt(octets[position++]);
            }
            return value;
        }
    }
}
