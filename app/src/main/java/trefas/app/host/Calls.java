package trefas.app.host;

import java.util.Optional;
import trefas.device.Meter;
import trefas.device.status.OutgoingCall;
import trefas.security.SecurityAccess;

/// Takes what a meter wants somebody to be told at once. Never waits.
@FunctionalInterface
interface Calls {

    /// For a meter that has nobody to call.
    Calls NOBODY = (_, _, _) -> {};

    /// Takes one call. Used by the meter's one writer, once what the call tells has been saved.
    ///
    /// @param security keys and counters of the management client, if the meter has some
    void call(OutgoingCall call, Meter meter, Optional<SecurityAccess> security);
}
