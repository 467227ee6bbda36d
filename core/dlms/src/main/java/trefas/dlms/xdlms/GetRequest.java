package trefas.dlms.xdlms;

import java.util.List;
import java.util.Optional;
import trefas.cosem.AccessSelection;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.AxdrWriter;
import trefas.cosem.Decoded;

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

    /// One attribute and, if wanted, the part of it. Also what a SET addresses.
    record Item(AttributeDescriptor attribute, Optional<AccessSelection> selection) {

        /// Class, logical name, attribute and the flag of the selection.
        static final int OCTETS_MIN = 10;
    }

    int NORMAL = 1;
    int NEXT = 2;
    int WITH_LIST = 3;

    InvokeId invokeId();

    /// Reads a request that fills the octets given, tag included. Missing octets and a remainder are malformed:
    /// the layer below delivers whole APDUs.
    static Decoded<GetRequest> decode(byte[] octets, int offset, int length) {
        var in = new ApduReader(octets, offset, length);
        in.expect(ApduTag.GET_REQUEST);
        int choice = in.octet();
        var id = in.invokeId();
        return in.finish(
                switch (choice) {
                    case NORMAL -> new Normal(id, in.item());
                    case NEXT -> new Next(id, in.number(4));
                    case WITH_LIST -> new WithList(id, items(in));
                    default -> {
                        in.skipRest();
                        yield new Unknown(id, choice);
                    }
                });
    }

    /// Appends the APDU.
    default void encode(AxdrWriter out) {
        out.octet(ApduTag.GET_REQUEST);
        switch (this) {
            case Normal(InvokeId id, Item item) ->
                ApduFields.write(item, out.octet(NORMAL).octet(id.octet()));
            case Next(InvokeId id, long blockNumber) ->
                out.octet(NEXT).octet(id.octet()).number(blockNumber, 4);
            case WithList(InvokeId id, var items) ->
                ApduFields.writeItems(items, out.octet(WITH_LIST).octet(id.octet()));
            case Unknown(InvokeId id, int choice) -> out.octet(choice).octet(id.octet());
        }
    }

    private static List<Item> items(ApduReader in) {
        var items = in.list(Item.OCTETS_MIN, in::item);
        if (items.isEmpty()) {
            in.fail("a list of no attributes");
        }
        return items;
    }
}
