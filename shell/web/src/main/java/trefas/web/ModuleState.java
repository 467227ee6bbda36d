package trefas.web;

import java.util.List;
import java.util.Optional;

/// The plug-in module of a meter and what hands can do at its case (dossier 9, 16, 17).
///
/// @param isUsed whether a port or a relay is set up to do anything
/// @param ports of the module, in their order; none while nothing is used
/// @param relays of the load control, in their order; none while nothing is used
/// @param controls a magnet, the terminal cover and the inputs of the module
public record ModuleState(boolean isUsed, List<Port> ports, List<Relay> relays, List<Control> controls) {

    /// Nothing there and nothing to be done.
    public static final ModuleState NONE = new ModuleState(false, List.of(), List.of(), List.of());

    public ModuleState {
        ports = List.copyOf(ports);
        relays = List.copyOf(relays);
        controls = List.copyOf(controls);
    }

    /// One port.
    ///
    /// @param number 1 or 2
    /// @param use what it is wired for, in words
    /// @param direction which way its signal goes
    /// @param isOn whether there is voltage at an input, or whether the contact of an output for load is closed
    /// @param count what is counted at it, for pulses
    public record Port(int number, String use, Direction direction, boolean isOn, Optional<Count> count) {}

    /// Pulses that were counted.
    ///
    /// @param unit empty for a number of no unit
    public record Count(long value, String unit) {}

    /// Which way the signal of a port goes.
    public enum Direction {
        INPUT,
        OUTPUT,
        NONE
    }

    /// One relay.
    ///
    /// @param number 1 or 2
    /// @param isOn whether it is closed
    /// @param waitSeconds until it closes, 0 when it does not wait
    /// @param why what it follows and what that says, in words
    public record Relay(int number, boolean isOn, int waitSeconds, String why) {}
}
