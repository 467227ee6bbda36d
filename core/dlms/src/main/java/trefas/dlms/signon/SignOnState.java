package trefas.dlms.signon;

/// How far a reader's sign-on has come.
public sealed interface SignOnState {

    /// The meter has not yet said all it has to.
    record Waiting() implements SignOnState {}

    /// The port is set to HDLC at this rate; the meter awaits SNRM.
    ///
    /// @param identification of the meter, as it gave it
    record SignedOn(BaudRate rate, String identification) implements SignOnState {}

    /// The port is of no use for HDLC.
    ///
    /// @param reason in words
    record Failed(String reason) implements SignOnState {}
}
