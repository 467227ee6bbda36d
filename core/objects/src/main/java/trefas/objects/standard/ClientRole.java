package trefas.objects.standard;

import java.util.Optional;
import trefas.cosem.Protection;

/// The clients of the standard model (IDIS, DSMR and EPS agree on them, dossier G6). All of them talk to logical
/// device 1.
public enum ClientRole {
    /// Anybody, without security: who and when.
    PUBLIC(16, Protection.NONE),
    /// The head-end.
    MANAGEMENT(1, new Protection(true, true, false)),
    /// A head-end that talks to many meters at once and hears no answer.
    BROADCAST(102, new Protection(true, false, false));

    /// The logical device all of them talk to.
    public static final int SERVER_SAP = 1;

    private final int clientSap;
    private final Protection protection;

    ClientRole(int clientSap, Protection protection) {
        this.clientSap = clientSap;
        this.protection = protection;
    }

    public int clientSap() {
        return clientSap;
    }

    /// What protected rights of this client ask of a request, and give the response.
    public Protection protection() {
        return protection;
    }

    /// Empty for a client the standard model does not know.
    public static Optional<ClientRole> ofClient(int clientSap) {
        for (ClientRole role : values()) {
            if (role.clientSap == clientSap) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
