package trefas.app.host;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import trefas.device.Effect;
import trefas.device.Meter;
import trefas.device.memory.PermanentMemory;
import trefas.security.SecurityAccess;

/// What a meter's shell lends the objects it shows.
///
/// @param effects takes what a request asks of the world, as the meter's own step does
/// @param security keys and counters of the management client, and the passwords of all
/// @param modules keys and counters of other clients that have their own, by client address
/// @param deeds lets something be done to the meter from another thread, between two seconds and saved at once
record Lent(
        Meter meter,
        PermanentMemory memory,
        Consumer<Effect> effects,
        Optional<SecurityAccess> security,
        Map<Integer, SecurityAccess> modules,
        Consumer<Runnable> deeds) {}
