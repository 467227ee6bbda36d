package trefas.dlms.security;

import java.util.Optional;
import trefas.security.CounterUse;
import trefas.security.SendCounter;
import trefas.security.SymmetricKey;

/// The keys an APDU came under, kept to answer it: an answer goes out under the keys of its request even when the
/// request replaced them.
///
/// @param counted whose counter the partner's messages move; empty with the dedicated key, which counts here
/// @param choice what the answer says of its key
record KeyInUse(
        SymmetricKey encryption,
        Optional<SymmetricKey> authentication,
        SendCounter counter,
        Optional<CounterUse> counted,
        KeyChoice choice) {}
