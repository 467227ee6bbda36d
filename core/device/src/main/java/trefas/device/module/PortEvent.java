package trefas.device.module;

/// What the ports of a module ask for or say.
public sealed interface PortEvent {

    /// The debiting input was pulsed: make a debiting stop (Z3 15).
    record DebitingPulse() implements PortEvent {
        static final DebitingPulse EVENT = new DebitingPulse();
    }

    /// Pulses of an output in the second that begins, evenly apart.
    ///
    /// @param port 1 or 2
    /// @param count at least 1
    /// @param firstMillis when the first begins, after the beginning of the second
    /// @param apartMillis from the beginning of one to that of the next
    /// @param widthMillis how long each is
    record OutputPulses(int port, int count, int firstMillis, int apartMillis, int widthMillis) implements PortEvent {}
}
