package trefas.device.status;

/// What the meter wants somebody to be told at once. The layout on the network is a shell's.
public sealed interface OutgoingCall {

    /// The meter's time, seconds since 1970-01-01T00:00:00Z.
    long at();

    /// Events that somebody is to be called for, all of a second together.
    ///
    /// @param eventStatusA bits of [EventA] as they stand
    /// @param eventStatusB bits of [EventB] as they stand
    /// @param risenA bits of [EventA] that came and call
    /// @param risenB bits of [EventB] that came and call
    /// @param fallenB bits of [EventB] that went and call
    /// @param endPoint IPv4 address to call, unsigned 32 bit
    /// @param port its port
    record Alarm(
            long at, int eventStatusA, int eventStatusB, int risenA, int risenB, int fallenB, long endPoint, int port)
            implements OutgoingCall {}

    /// All phases are gone: the one message a variant 2 meter with radio still sends (TD p56).
    record LastGasp(long at) implements OutgoingCall {}
}
