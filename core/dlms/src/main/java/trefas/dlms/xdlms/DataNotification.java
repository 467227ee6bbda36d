package trefas.dlms.xdlms;

import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded;

/// Values a server sends without being asked (DataNotification, 0F, IEC 62056-5-3). A confirmed one is answered by
/// a [Confirmation].
///
/// @param dateTime 12 octets, or none
/// @param value usually the structure of a push object list
public record DataNotification(LongInvokeId invokeId, Octets dateTime, CosemData value) {

    /// The client has it (DataNotification-Confirm, 10).
    ///
    /// @param invokeId that of the notification
    public record Confirmation(LongInvokeId invokeId, Octets dateTime) {

        /// Reads a confirmation that fills the octets given, tag included.
        public static Decoded<Confirmation> decode(byte[] octets, int offset, int length) {
            var in = new ApduReader(octets, offset, length);
            in.expect(ApduTag.DATA_NOTIFICATION_CONFIRM);
            return in.finish(new Confirmation(in.longInvokeId(), in.octetString()));
        }

        /// Appends the APDU.
        public void encode(AxdrWriter out) {
            ApduFields.write(
                    dateTime, out.octet(ApduTag.DATA_NOTIFICATION_CONFIRM).number(invokeId.bits(), 4));
        }
    }

    /// Reads a notification that fills the octets given, tag included.
    public static Decoded<DataNotification> decode(byte[] octets, int offset, int length) {
        var in = new ApduReader(octets, offset, length);
        in.expect(ApduTag.DATA_NOTIFICATION);
        return in.finish(new DataNotification(in.longInvokeId(), in.octetString(), in.data()));
    }

    /// Appends the APDU.
    public void encode(AxdrWriter out) {
        ApduFields.write(dateTime, out.octet(ApduTag.DATA_NOTIFICATION).number(invokeId.bits(), 4));
        Axdr.encode(value, out);
    }

    /// What a client answers to a confirmed notification.
    public Confirmation confirmation() {
        return new Confirmation(invokeId, Octets.of(new byte[0]));
    }
}
