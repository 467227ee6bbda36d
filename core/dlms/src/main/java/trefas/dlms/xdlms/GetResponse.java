package trefas.dlms.xdlms;

import java.util.List;
import java.util.Locale;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Decoded;

/// The answer to a request to read, as a client sees it (Get-Response, IEC 62056-5-3).
public sealed interface GetResponse {

    /// C4 01: the value or the reason why not.
    record Normal(InvokeId invokeId, Result result) implements GetResponse {}

    /// C4 02 with raw data: a part of a long answer.
    ///
    /// @param number counts from 1
    record Block(InvokeId invokeId, boolean isLast, long number, Octets raw) implements GetResponse {}

    /// C4 02 without raw data: the transfer has ended.
    record BlockError(InvokeId invokeId, long number, Refused reason) implements GetResponse {}

    /// C4 03: one result for each attribute asked, in their order.
    record WithList(InvokeId invokeId, List<Result> results) implements GetResponse {
        public WithList {
            results = List.copyOf(results);
        }
    }

    /// What became of one attribute (Get-Data-Result).
    sealed interface Result {

        /// An octet for the choice and one of content at least.
        int OCTETS_MIN = 2;

        int DATA = 0;
        int ERROR = 1;
    }

    record Value(CosemData data) implements Result {}

    /// No value, and why not.
    ///
    /// @param code wire value, also when nobody defined it
    record Refused(int code) implements Result {

        /// The reason in words.
        public String words() {
            return DataAccessResult.ofCode(code)
                    .map(known -> known.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .orElse("data access result " + code);
        }
    }

    int NORMAL = 1;
    int WITH_DATABLOCK = 2;
    int WITH_LIST = 3;

    InvokeId invokeId();

    /// Reads a response that fills the octets given, tag included.
    static Decoded<GetResponse> decode(byte[] octets, int offset, int length) {
        var in = new ApduReader(octets, offset, length);
        in.expect(ApduTag.GET_RESPONSE);
        int choice = in.octet();
        var id = in.invokeId();
        return in.finish(
                switch (choice) {
                    case NORMAL -> new Normal(id, in.result());
                    case WITH_DATABLOCK -> block(id, in);
                    case WITH_LIST -> new WithList(id, readResults(in));
                    default -> {
                        in.fail("Get-Response of variant " + choice);
                        yield new Normal(id, new Refused(0));
                    }
                });
    }

    /// Reads the result list that a long answer to a list request carries.
    static Decoded<List<Result>> decodeResults(byte[] octets) {
        var in = new ApduReader(octets, 0, octets.length);
        return in.finish(readResults(in));
    }

    /// Appends the APDU.
    default void encode(AxdrWriter out) {
        out.octet(ApduTag.GET_RESPONSE);
        switch (this) {
            case Normal(InvokeId id, Result result) ->
                ApduFields.write(result, out.octet(NORMAL).octet(id.octet()));
            case Block(InvokeId id, boolean isLast, long number, Octets raw) -> {
                out.octet(WITH_DATABLOCK)
                        .octet(id.octet())
                        .octet(isLast ? 1 : 0)
                        .number(number, 4);
                ApduFields.write(raw, out.octet(Result.DATA));
            }
            case BlockError(InvokeId id, long number, Refused reason) -> {
                out.octet(WITH_DATABLOCK).octet(id.octet()).octet(1).number(number, 4);
                ApduFields.write(reason, out);
            }
            case WithList(InvokeId id, var results) -> {
                out.octet(WITH_LIST).octet(id.octet()).lengthField(results.size());
                results.forEach(result -> ApduFields.write(result, out));
            }
        }
    }

    private static List<Result> readResults(ApduReader in) {
        return in.list(Result.OCTETS_MIN, in::result);
    }

    private static GetResponse block(InvokeId id, ApduReader in) {
        boolean isLast = in.octet() != 0;
        long number = in.number(4);
        return in.octet() == Result.DATA
                ? new Block(id, isLast, number, in.octetString())
                : new BlockError(id, number, new Refused(in.octet()));
    }
}
