package trefas.dlms.xdlms;

import trefas.cosem.AxdrWriter;
import trefas.cosem.Decoded;

/// A confirmed service that failed (ConfirmedServiceError, 0E, IEC 62056-5-3): an initiate, or any service of a
/// server with short names.
///
/// @param service 1 initiate, 5 read, 6 write
/// @param error 0 application reference, 1 hardware, 2 state, 3 service, 4 definition, 5 access, 6 initiate, 7
///     load
///     data set, 9 task
/// @param value which of these
public record ConfirmedServiceError(int service, int error, int value) {

    /// Reads an error that fills the octets given, tag included.
    public static Decoded<ConfirmedServiceError> decode(byte[] octets, int offset, int length) {
        var in = new ApduReader(octets, offset, length);
        in.expect(ApduTag.CONFIRMED_SERVICE_ERROR);
        return in.finish(new ConfirmedServiceError(in.octet(), in.octet(), in.octet()));
    }

    /// Appends the APDU, 4 octets.
    public void encode(AxdrWriter out) {
        out.octet(ApduTag.CONFIRMED_SERVICE_ERROR).octet(service).octet(error).octet(value);
    }

    /// The numbers as a sentence part.
    public String words() {
        return "service error " + service + ", " + error + ", " + value;
    }
}
