package trefas.cosem;

import java.util.OptionalInt;

/// Who asks a logical device for something: the association the request came through, and how the request itself
/// was protected. The protocol makes one instance for all requests of an association that are protected alike.
///
/// @param clientSap client address (dossier 19: 16 public, 18 primary module)
/// @param serverSap logical device that is asked
/// @param contextId last arc of the application context's name: 1 logical names, 3 logical names with ciphering
/// @param mechanismId last arc of the authentication mechanism's name, 0 to 7
/// @param conformance what was negotiated, 24 bits, the first one on the wire is the highest
/// @param receiveOctetsMax longest APDU the server takes
/// @param sendOctetsMax longest APDU the client takes, 65 535 when it set no limit
/// @param protection how this request was protected
/// @param userId which of the client's users the association was opened for (class 15, user_list), 0 to 255; empty when
///     the client named none
public record Requester(
        int clientSap,
        int serverSap,
        int contextId,
        int mechanismId,
        int conformance,
        int receiveOctetsMax,
        int sendOctetsMax,
        Protection protection,
        OptionalInt userId) {

    /// A client that named none of its users.
    public Requester(
            int clientSap,
            int serverSap,
            int contextId,
            int mechanismId,
            int conformance,
            int receiveOctetsMax,
            int sendOctetsMax,
            Protection protection) {
        this(
                clientSap,
                serverSap,
                contextId,
                mechanismId,
                conformance,
                receiveOctetsMax,
                sendOctetsMax,
                protection,
                OptionalInt.empty());
    }

    /// A client in clear, without an association of its own: for tests and pages that look at a device directly.
    public static Requester inClear(int clientSap, int serverSap) {
        return new Requester(clientSap, serverSap, 1, 0, 0, 0xFFFF, 0xFFFF, Protection.NONE);
    }

    /// The same, for one of the client's users.
    public Requester ofUser(int user) {
        return new Requester(
                clientSap,
                serverSap,
                contextId,
                mechanismId,
                conformance,
                receiveOctetsMax,
                sendOctetsMax,
                protection,
                OptionalInt.of(user));
    }

    public Requester with(Protection other) {
        return new Requester(
                clientSap,
                serverSap,
                contextId,
                mechanismId,
                conformance,
                receiveOctetsMax,
                sendOctetsMax,
                other,
                userId);
    }
}
