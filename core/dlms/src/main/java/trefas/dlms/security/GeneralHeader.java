package trefas.dlms.security;

import java.util.Optional;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.ApduBuffer;
import trefas.security.SystemTitle;

/// Who sent what to whom: the fields general-ciphering and general-signing begin with (IEC 62056-5-3). They are
/// authenticated with their lengths.
///
/// @param transactionId tells which answer belongs to which request
/// @param originator system title of the sender
/// @param recipient system title of the receiver
/// @param dateTime 12 octets or none; not looked at
/// @param other not looked at
record GeneralHeader(Octets transactionId, Octets originator, Octets recipient, Octets dateTime, Octets other) {

    private static final Octets NONE = Octets.of(new byte[0]);

    static GeneralHeader of(Octets transactionId, SystemTitle originator, Optional<SystemTitle> recipient) {
        return new GeneralHeader(
                transactionId,
                Octets.of(originator.octets()),
                recipient.map(title -> Octets.of(title.octets())).orElse(NONE),
                NONE,
                NONE);
    }

    /// Empty when the field is no title.
    Optional<SystemTitle> originatorTitle() {
        return SystemTitle.of(originator.toArray());
    }

    boolean isTo(SystemTitle title) {
        return SystemTitle.of(recipient.toArray()).equals(Optional.of(title));
    }

    /// All five fields, each with its length.
    byte[] encode() {
        var out = new ApduBuffer(0);
        field(transactionId, out);
        field(originator, out);
        field(recipient, out);
        field(dateTime, out);
        field(other, out);
        return out.toOctets();
    }

    private static void field(Octets value, ApduBuffer out) {
        out.lengthField(value.length()).octets(value.toArray());
    }
}
