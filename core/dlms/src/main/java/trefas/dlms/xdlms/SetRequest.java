package trefas.dlms.xdlms;

import java.util.List;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.Decoded;

/// A request to write (Set-Request, IEC 62056-5-3).
public sealed interface SetRequest {

    /// C1 01: one attribute.
    record Normal(InvokeId invokeId, GetRequest.Item item, CosemData value) implements SetRequest {}

    /// C1 02: one attribute, and the first part of its value.
    record FirstBlock(InvokeId invokeId, GetRequest.Item item, DataBlock block) implements SetRequest {}

    /// C1 03: a further part of what is being written.
    record Block(InvokeId invokeId, DataBlock block) implements SetRequest {}

    /// C1 04: several attributes at once, as many values as attributes.
    record WithList(InvokeId invokeId, List<GetRequest.Item> items, List<CosemData> values) implements SetRequest {
        public WithList {
            items = List.copyOf(items);
            values = List.copyOf(values);
        }
    }

    /// C1 05: several attributes, and the first part of the list of their values.
    record ListFirstBlock(InvokeId invokeId, List<GetRequest.Item> items, DataBlock block) implements SetRequest {
        public ListFirstBlock {
            items = List.copyOf(items);
        }
    }

    /// C1 with a variant nobody defined.
    record Unknown(InvokeId invokeId, int choice) implements SetRequest {}

    int NORMAL = 1;
    int FIRST_BLOCK = 2;
    int BLOCK = 3;
    int WITH_LIST = 4;
    int LIST_FIRST_BLOCK = 5;

    InvokeId invokeId();

    /// Reads a request that fills the octets given, tag included.
    static Decoded<SetRequest> decode(byte[] octets, int offset, int length) {
        var in = new ApduReader(octets, offset, length);
        in.expect(ApduTag.SET_REQUEST);
        int choice = in.octet();
        var id = in.invokeId();
        return in.finish(
                switch (choice) {
                    case NORMAL -> new Normal(id, in.item(), in.data());
                    case FIRST_BLOCK -> new FirstBlock(id, in.item(), in.block());
                    case BLOCK -> new Block(id, in.block());
                    case WITH_LIST -> withList(id, in);
                    case LIST_FIRST_BLOCK -> new ListFirstBlock(id, items(in), in.block());
                    default -> {
                        in.skipRest();
                        yield new Unknown(id, choice);
                    }
                });
    }

    /// Reads the list of values that the blocks of a list request carry.
    static Decoded<List<CosemData>> decodeValues(byte[] octets) {
        var in = new ApduReader(octets, 0, octets.length);
        return in.finish(in.list(1, in::data));
    }

    /// Appends the APDU.
    default void encode(AxdrWriter out) {
        out.octet(ApduTag.SET_REQUEST);
        switch (this) {
            case Normal(InvokeId id, var item, var value) -> {
                ApduFields.write(item, out.octet(NORMAL).octet(id.octet()));
                Axdr.encode(value, out);
            }
            case FirstBlock(InvokeId id, var item, var block) -> {
                ApduFields.write(item, out.octet(FIRST_BLOCK).octet(id.octet()));
                block.write(out);
            }
            case Block(InvokeId id, var block) -> block.write(out.octet(BLOCK).octet(id.octet()));
            case WithList(InvokeId id, var items, var values) -> {
                ApduFields.writeItems(items, out.octet(WITH_LIST).octet(id.octet()));
                ApduFields.writeValues(values, out);
            }
            case ListFirstBlock(InvokeId id, var items, var block) -> {
                ApduFields.writeItems(items, out.octet(LIST_FIRST_BLOCK).octet(id.octet()));
                block.write(out);
            }
            case Unknown(InvokeId id, int choice) -> out.octet(choice).octet(id.octet());
        }
    }

    private static SetRequest withList(InvokeId id, ApduReader in) {
        var items = items(in);
        var values = in.list(1, in::data);
        if (values.size() != items.size()) {
            in.fail(values.size() + " values for " + items.size() + " attributes");
        }
        return new WithList(id, items, values);
    }

    private static List<GetRequest.Item> items(ApduReader in) {
        var items = in.list(GetRequest.Item.OCTETS_MIN, in::item);
        if (items.isEmpty()) {
            in.fail("a list of no attributes");
        }
        return items;
    }
}
