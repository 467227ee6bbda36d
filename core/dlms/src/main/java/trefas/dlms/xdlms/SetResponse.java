package trefas.dlms.xdlms;

import java.util.List;
import trefas.cosem.AxdrWriter;
import trefas.cosem.Decoded;

/// The answer to a request to write (Set-Response, IEC 62056-5-3). Results are wire values of
/// [trefas.cosem.DataAccessResult], also those nobody defined; [GetResponse.Refused#words] says them.
public sealed interface SetResponse {

    /// C5 01: what became of one attribute.
    record Normal(InvokeId invokeId, int result) implements SetResponse {}

    /// C5 02: a block was taken, the next one may come.
    record Block(InvokeId invokeId, long blockNumber) implements SetResponse {}

    /// C5 03: the last block was taken, or the transfer was given up.
    record LastBlock(InvokeId invokeId, int result, long blockNumber) implements SetResponse {}

    /// C5 04: the last block of a list was taken.
    record LastBlockWithList(InvokeId invokeId, List<Integer> results, long blockNumber) implements SetResponse {
        public LastBlockWithList {
            results = List.copyOf(results);
        }
    }

    /// C5 05: one result for each attribute, in their order.
    record WithList(InvokeId invokeId, List<Integer> results) implements SetResponse {
        public WithList {
            results = List.copyOf(results);
        }
    }

    int NORMAL = 1;
    int BLOCK = 2;
    int LAST_BLOCK = 3;
    int LAST_BLOCK_WITH_LIST = 4;
    int WITH_LIST = 5;

    InvokeId invokeId();

    /// Reads a response that fills the octets given, tag included.
    static Decoded<SetResponse> decode(byte[] octets, int offset, int length) {
        var in = new ApduReader(octets, offset, length);
        in.expect(ApduTag.SET_RESPONSE);
        int choice = in.octet();
        var id = in.invokeId();
        return in.finish(
                switch (choice) {
                    case NORMAL -> new Normal(id, in.octet());
                    case BLOCK -> new Block(id, in.number(4));
                    case LAST_BLOCK -> new LastBlock(id, in.octet(), in.number(4));
                    case LAST_BLOCK_WITH_LIST -> new LastBlockWithList(id, in.list(1, in::octet), in.number(4));
                    case WITH_LIST -> new WithList(id, in.list(1, in::octet));
                    default -> {
                        in.fail("Set-Response of variant " + choice);
                        yield new Normal(id, 0);
                    }
                });
    }

    /// Appends the APDU.
    default void encode(AxdrWriter out) {
        out.octet(ApduTag.SET_RESPONSE);
        switch (this) {
            case Normal(InvokeId id, int result) ->
                out.octet(NORMAL).octet(id.octet()).octet(result);
            case Block(InvokeId id, long blockNumber) ->
                out.octet(BLOCK).octet(id.octet()).number(blockNumber, 4);
            case LastBlock(InvokeId id, int result, long blockNumber) ->
                out.octet(LAST_BLOCK).octet(id.octet()).octet(result).number(blockNumber, 4);
            case LastBlockWithList(InvokeId id, var results, long blockNumber) -> {
                ApduFields.writeCodes(results, out.octet(LAST_BLOCK_WITH_LIST).octet(id.octet()));
                out.number(blockNumber, 4);
            }
            case WithList(InvokeId id, var results) ->
                ApduFields.writeCodes(results, out.octet(WITH_LIST).octet(id.octet()));
        }
    }
}
