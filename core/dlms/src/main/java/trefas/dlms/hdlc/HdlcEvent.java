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

    /// The request has arrived, and no answer came with the word that it did. The link goes on asking for one.
    record Accepted() implements HdlcEvent {}

    /// An APDU of the server has come unasked, in UI frames.
    record Notified(Octets apdu) implements HdlcEvent {}

    /// The link has ended, as asked.
    record Disconnected() implements HdlcEvent {}

    /// The link has ended otherwise, and everything associated on it; a new one may be made.
    ///
    /// @param reason in words
    record Lost(String reason) implements HdlcEvent {}
}
