package trefas.dlms.xdlms;

import java.util.List;
import java.util.Optional;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded;

/// The answer to an ACCESS request (Access-Response, DA, IEC 62056-5-3).
///
/// @param dateTime of the server, 12 octets, or none
/// @param specifications what was asked, repeated when the request wanted it so
/// @param data one value for each specification; null-data where nothing is given back
/// @param results one for each specification
public record AccessResponse(
        LongInvokeId invokeId,
        Octets dateTime,
        Optional<List<AccessSpecification>> specifications,
        List<CosemData> data,
        List<Result> results) {

    /// What became of one specification.
    ///
    /// @param kind 1 get, 2 set, 3 action
    /// @param code wire value of a data-access-result, or of an action-result for kind 3
    public record Result(int kind, int code) {}

    private static final int RESULT_OCTETS = 2;

    public AccessResponse {
        specifications = specifications.map(List::copyOf);
        data = List.copyOf(data);
        results = List.copyOf(results);
    }

    /// Reads a response that fills the octets given, tag included.
    public static Decoded<AccessResponse> decode(byte[] octets, int offset, int length) {
        var in = new ApduReader(octets, offset, length);
        in.expect(ApduTag.ACCESS_RESPONSE);
        var id = in.longInvokeId();
        var dateTime = in.octetString();
        Optional<List<AccessSpecification>> specifications = in.isPresent()
                ? Optional.of(in.list(AccessSpecification.OCTETS_MIN, in::specification))
                : Optional.empty();
        var data = in.list(1, in::data);
        var results = in.list(RESULT_OCTETS, () -> result(in));
        if (data.size() != results.size()) {
            in.fail(data.size() + " values for " + results.size() + " results");
        }
        return in.finish(new AccessResponse(id, dateTime, specifications, data, results));
    }

    /// Appends the APDU.
    public void encode(AxdrWriter out) {
        ApduFields.write(dateTime, out.octet(ApduTag.ACCESS_RESPONSE).number(invokeId.bits(), 4));
        specifications.ifPresentOrElse(
                asked -> {
                    out.octet(1).lengthField(asked.size());
                    asked.forEach(specification -> specification.write(out));
                },
                () -> out.octet(0));
        ApduFields.writeValues(data, out);
        out.lengthField(results.size());
        results.forEach(result -> out.octet(result.kind()).octet(result.code()));
    }

    private static Result result(ApduReader in) {
        int kind = in.octet();
        if (kind < AccessSpecification.GET || kind > AccessSpecification.ACTION) {
            in.fail("access result of variant " + kind);
        }
        return new Result(kind, in.octet());
    }
}
