package trefas.app.host;

import java.util.Optional;
import trefas.device.load.LoadRelay;
import trefas.device.load.RelaySwitched;
import trefas.device.module.PortEvent;
import trefas.device.module.PortSetup;

/// The plug-in module as it stands in the world: where its relays are, and what a counter on its outputs has counted
/// since the program began. Confined to the meter's one writer.
final class ConnectedModule {

    private final long[] pulses = new long[PortSetup.PORTS];
    private Optional<Boolean> relay1 = Optional.empty();
    private Optional<Boolean> relay2 = Optional.empty();

    ConnectedModule() {}

    /// Puts a relay where the meter wants it.
    void put(RelaySwitched switched) {
        switch (switched.relay()) {
            case LOAD_1 -> relay1 = Optional.of(switched.isActive());
            case LOAD_2 -> relay2 = Optional.of(switched.isActive());
        }
    }

    void send(PortEvent.OutputPulses sent) {
        pulses[sent.port() - 1] += sent.count();
    }

    /// Whether a relay is closed; empty until the meter has told it where to be.
    Optional<Boolean> isActive(LoadRelay relay) {
        return switch (relay) {
            case LOAD_1 -> relay1;
            case LOAD_2 -> relay2;
        };
    }

    /// Pulses a port has sent.
    ///
    /// @param port 1 or 2
    long pulses(int port) {
        return pulses[port - 1];
    }
}
