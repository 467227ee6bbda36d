package trefas.dlms.xdlms;

import java.util.Optional;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded;

/// An attribute a server tells of without being asked (EventNotificationRequest, C2, IEC 62056-5-3). Nobody
/// answers it.
///
/// @param time when it was so, 12 octets
public record EventNotification(Optional<Octets> time, AttributeDescriptor attribute, CosemData value) {

    /// Some servers write the tag of an octet-string before the time.
    private static final int OCTET_STRING_TAG = 0x09;

    /// Reads a notification that fills the octets given, tag included.
    public static Decoded<EventNotification> decode(byte[] octets, int offset, int length) {
        var in = new ApduReader(octets, offset, length);
        in.expect(ApduTag.EVENT_NOTIFICATION);
        Optional<Octets> time = in.isPresent() ? Optional.of(time(in)) : Optional.empty();
        return in.finish(new EventNotification(time, in.attribute(), in.data()));
    }

    /// Appends the APDU.
    public void encode(AxdrWriter out) {
        out.octet(ApduTag.EVENT_NOTIFICATION);
        time.ifPresentOrElse(when -> ApduFields.write(when, out.octet(1)), () -> out.octet(0));
        ApduFields.write(attribute, out);
        Axdr.encode(value, out);
    }

    private static Octets time(ApduReader in) {
        if (in.nextOctet() == OCTET_STRING_TAG) {
            in.octet();
        }
        return in.octetString();
    }
}
