package trefas.dlms.xdlms;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.Decoded;

/// The answer to a request to call a method (Action-Response, IEC 62056-5-3).
public sealed interface ActionResponse {

    /// C7 01: what became of one method.
    record Normal(InvokeId invokeId, Result result) implements ActionResponse {}

    /// C7 02: a part of a long answer. The parts of one method join to the value it returned, those of a list to
    /// the list of results.
    record Block(InvokeId invokeId, DataBlock block) implements ActionResponse {}

    /// C7 03: one result for each method, in their order.
    record WithList(InvokeId invokeId, List<Result> results) implements ActionResponse {
        public WithList {
            results = List.copyOf(results);
        }
    }

    /// C7 04: a part of the parameters was taken, the next one may come.
    record NextBlock(InvokeId invokeId, long blockNumber) implements ActionResponse {}

    /// What became of one method (Action-Response-With-Optional-Data).
    ///
    /// @param code wire value of [trefas.cosem.ActionResult], also when nobody defined it
    /// @param returned what the method gave back
    record Result(int code, Optional<GetResponse.Result> returned) {

        /// A code and the flag of what was returned.
        static final int OCTETS_MIN = 2;

        /// The result in words.
        public String words() {
            return trefas.cosem.ActionResult.ofCode(code)
                    .map(known -> known.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .orElse("action result " + code);
        }

        private static Result read(ApduReader in) {
            int code = in.octet();
            return new Result(code, in.isPresent() ? Optional.of(in.result()) : Optional.empty());
        }

        private void write(AxdrWriter out) {
            out.octet(code);
            returned.ifPresentOrElse(result -> ApduFields.write(result, out.octet(1)), () -> out.octet(0));
        }
    }

    int NORMAL = 1;
    int BLOCK = 2;
    int WITH_LIST = 3;
    int NEXT_BLOCK = 4;

    InvokeId invokeId();

    /// Reads a response that fills the octets given, tag included.
    static Decoded<ActionResponse> decode(byte[] octets, int offset, int length) {
        var in = new ApduReader(octets, offset, length);
        in.expect(ApduTag.ACTION_RESPONSE);
        int choice = in.octet();
        var id = in.invokeId();
        return in.finish(
                switch (choice) {
                    case NORMAL -> new Normal(id, Result.read(in));
                    case BLOCK -> new Block(id, in.block());
                    case WITH_LIST -> new WithList(id, in.list(Result.OCTETS_MIN, () -> Result.read(in)));
                    case NEXT_BLOCK -> new NextBlock(id, in.number(4));
                    default -> {
                        in.fail("Action-Response of variant " + choice);
                        yield new NextBlock(id, 0);
                    }
                });
    }

    /// Reads the result list that a long answer to a list request carries.
    static Decoded<List<Result>> decodeResults(byte[] octets) {
        var in = new ApduReader(octets, 0, octets.length);
        return in.finish(in.list(Result.OCTETS_MIN, () -> Result.read(in)));
    }

    /// Reads what the blocks of one method joined to. Servers differ: some send the value alone, some the result
    /// before it. A value that begins with a result would be null-data, which is never long.
    static Decoded<Result> decodeReturned(byte[] octets) {
        var in = new ApduReader(octets, 0, octets.length);
        if (octets.length > 0 && octets[0] == 0) {
            return in.finish(Result.read(in));
        }
        CosemData value = in.data();
        return in.finish(new Result(0, Optional.of(new GetResponse.Value(value))));
    }

    /// Appends the APDU.
    default void encode(AxdrWriter out) {
        out.octet(ApduTag.ACTION_RESPONSE);
        switch (this) {
            case Normal(InvokeId id, Result result) ->
                result.write(out.octet(NORMAL).octet(id.octet()));
            case Block(InvokeId id, DataBlock block) ->
                block.write(out.octet(BLOCK).octet(id.octet()));
            case WithList(InvokeId id, var results) -> {
                out.octet(WITH_LIST).octet(id.octet()).lengthField(results.size());
                results.forEach(result -> result.write(out));
            }
            case NextBlock(InvokeId id, long blockNumber) ->
                out.octet(NEXT_BLOCK).octet(id.octet()).number(blockNumber, 4);
        }
    }
}
