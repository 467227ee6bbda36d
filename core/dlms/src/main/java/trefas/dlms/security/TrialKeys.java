package trefas.dlms.security;

import java.util.Optional;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;

/// What somebody who looks at foreign octets knows of their keys.
///
/// @param encryption global, broadcast or dedicated key, whichever the octets came under
/// @param authentication empty when it is not known; then tags cannot be verified
/// @param senderTitle system title of the sender; empty when the APDU says it itself
/// @param master unwraps keys that come with their message
public record TrialKeys(
        SymmetricKey encryption,
        Optional<SymmetricKey> authentication,
        Optional<SystemTitle> senderTitle,
        Optional<SymmetricKey> master) {

    public static TrialKeys of(
            SymmetricKey encryption, Optional<SymmetricKey> authentication, Optional<SystemTitle> senderTitle) {
        return new TrialKeys(encryption, authentication, senderTitle, Optional.empty());
    }
}
