package trefas.dlms.security;

import java.util.Optional;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Protection;

/// How an APDU was wrapped, so that its answer can be wrapped alike: the answer to glo is glo, to general-glo is
/// general-glo (IEC 62056-5-3).
///
/// @param protection what was verified, or what is to be put on
/// @param transactionId of general-ciphering and general-signing
public record Envelope(Family family, Protection protection, Optional<Octets> transactionId) {

    /// The kinds of protected APDUs.
    public enum Family {
        /// Not wrapped at all.
        PLAIN,
        /// glo-, tags 21 to CF: the global key, one tag for each service.
        GLOBAL,
        /// ded-, tags 41 to D7: the dedicated key.
        DEDICATED,
        /// DB.
        GENERAL_GLOBAL,
        /// DC.
        GENERAL_DEDICATED,
        /// DD.
        GENERAL_CIPHERING,
        /// DF around what is signed.
        GENERAL_SIGNING
    }

    public static final Envelope PLAIN = new Envelope(Family.PLAIN, Protection.NONE, Optional.empty());
}
