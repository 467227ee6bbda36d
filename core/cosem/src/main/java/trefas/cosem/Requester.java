package trefas.cosem;

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
public record Requester(
        int clientSap,
        int serverSap,
        int contextId,
        int mechanismId,
        int conformance,
        int receiveOctetsMax,
        int sendOctetsMax,
        Protection protection) {

    /// A client in clear, without an association of its own: for tests and pages that look at a device directly.
    public static Requester inClear(int clientSap, int serverSap) {
        return new Requester(clientSap, serverSap, 1, 0, 0, 0xFFFF, 0xFFFF, Protection.NONE);
    }

    public Requester with(Protection other) {
        return new Requester(
                clientSap, serverSap, contextId, mechanismId, conformance, receiveOctetsMax, sendOctetsMax, other);
    }
}
