package trefas.dlms.xdlms;

import java.util.List;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded;

/// Several reads, writes and calls in one request, carried out in order (Access-Request, D9, IEC 62056-5-3).
///
/// @param dateTime of the client, 12 octets, or none
/// @param data one value for each specification; null-data where none is needed
public record AccessRequest(
        LongInvokeId invokeId, Octets dateTime, List<AccessSpecification> specifications, List<CosemData> data) {

    public AccessRequest {
        specifications = List.copyOf(specifications);
        data = List.copyOf(data);
    }

    /// Reads a request that fills the octets given, tag included. Lists of different lengths are malformed.
    public static Decoded<AccessRequest> decode(byte[] octets, int offset, int length) {
        var in = new ApduReader(octets, offset, length);
        in.expect(ApduTag.ACCESS_REQUEST);
        var id = in.longInvokeId();
        var dateTime = in.octetString();
        var specifications = in.list(AccessSpecification.OCTETS_MIN, in::specification);
        var data = in.list(1, in::data);
        if (data.size() != specifications.size()) {
            in.fail(data.size() + " values for " + specifications.size() + " specifications");
        }
        return in.finish(new AccessRequest(id, dateTime, specifications, data));
    }

    /// Appends the APDU.
    public void encode(AxdrWriter out) {
        ApduFields.write(dateTime, out.octet(ApduTag.ACCESS_REQUEST).number(invokeId.bits(), 4));
        out.lengthField(specifications.size());
        specifications.forEach(specification -> specification.write(out));
        ApduFields.writeValues(data, out);
    }
}
