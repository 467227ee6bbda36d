package trefas.dlms.client;

import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.dlms.acse.Conformance;

/// What became of the last thing a client asked.
public sealed interface ClientEvent {

    /// The association is open.
    ///
    /// @param serverPduOctetsMax longest APDU the server takes
    record Opened(Conformance negotiated, int serverPduOctetsMax) implements ClientEvent {}

    /// The server does not want the association.
    ///
    /// @param reason in words
    record Rejected(String reason) implements ClientEvent {}

    /// The attribute that was asked for, put together from its blocks if there were any.
    record Value(CosemData data) implements ClientEvent {}

    /// The attribute is not given.
    record Failed(DataAccessResult result) implements ClientEvent {}

    /// The server refuses in another way: an exception, or a result nobody defined.
    ///
    /// @param reason in words
    record Refused(String reason) implements ClientEvent {}

    /// One more block has come and the next one was asked for.
    ///
    /// @param octets of the value so far
    record BlockReceived(long number, int octets) implements ClientEvent {}

    /// The association is closed, as asked.
    record Released() implements ClientEvent {}

    /// The server sent what can't be understood at this point; the conversation is over.
    ///
    /// @param reason in words
    record Malformed(String reason) implements ClientEvent {}
}
