package trefas.dlms.client;

import java.util.List;
import java.util.OptionalLong;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.dlms.acse.Conformance;

/// What became of the last thing a client asked, or what a server says unasked.
public sealed interface ClientEvent {

    /// The association is open; with high level security both ends have proved who they are.
    ///
    /// @param serverPduOctetsMax longest APDU the server takes
    record Opened(Conformance negotiated, int serverPduOctetsMax) implements ClientEvent {}

    /// The server does not want the association, or the client does not want this server.
    ///
    /// @param reason in words
    record Rejected(String reason) implements ClientEvent {}

    /// The one attribute that was asked for, put together from its blocks if there were any.
    record Value(CosemData data) implements ClientEvent {}

    /// The one attribute that was asked for is not given.
    record Failed(DataAccessResult result) implements ClientEvent {}

    /// What became of each item of a list, of attributes written or methods called, in their order.
    record Answered(List<Outcome> outcomes) implements ClientEvent {
        public Answered {
            outcomes = List.copyOf(outcomes);
        }
    }

    /// The server refuses in another way: an exception, or a result nobody defined. The association stands.
    ///
    /// @param reason in words
    /// @param lowestCounter the invocation counter the server would take, when it refused a lower one
    record Refused(String reason, OptionalLong lowestCounter) implements ClientEvent {
        public Refused(String reason) {
            this(reason, OptionalLong.empty());
        }
    }

    /// One more block has come and the next one was asked for.
    ///
    /// @param octets of the value so far
    record BlockReceived(long number, int octets) implements ClientEvent {}

    /// The server has taken one more block and the next one was sent.
    ///
    /// @param octets of the value sent so far
    record BlockSent(long number, int octets) implements ClientEvent {}

    /// The server says something of its own accord. It may come at any time; a request goes on.
    record Notified(Notification notification) implements ClientEvent {}

    /// The association is closed, as asked.
    record Released() implements ClientEvent {}

    /// The server sent what can't be understood or believed at this point; the conversation is over.
    ///
    /// @param reason in words
    record Malformed(String reason) implements ClientEvent {}
}
