package trefas.dlms.hdlc;

import trefas.cosem.CosemData.Octets;

/// What became of a client's link.
public sealed interface HdlcEvent {

    /// The link stands.
    ///
    /// @param agreed as seen from the client
    record Connected(HdlcParameters agreed) implements HdlcEvent {}

    /// An APDU of the server has come, as the answer to a request.
    record Answered(Octets apdu) implements HdlcEvent {}

    /// The server has everything that was sent, and nothing to say now. The link goes on asking for the answer.
    record Quiet() implements HdlcEvent {}

    /// An APDU of the server has come unasked, in UI frames.
    record Notified(Octets apdu) implements HdlcEvent {}

    /// The link has ended, as asked.
    record Disconnected() implements HdlcEvent {}

    /// The link has ended otherwise, and everything associated on it; a new one may be made.
    ///
    /// @param reason in words
    record Lost(String reason) implements HdlcEvent {}
}
