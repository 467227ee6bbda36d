package trefas.dlms.client;

import java.util.Optional;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.acse.AuthenticationMechanism;
import trefas.dlms.security.ApduProtection;
import trefas.security.SystemTitle;

/// What a client brings to one association with security: its name, its keys and counters, a fresh challenge and
/// its proofs. Made for each association anew; whoever makes it keeps the counters.
public interface ClientSecurity {

    /// The client's own system title.
    SystemTitle title();

    /// What the server is to prove itself on, 8 to 64 octets; the same each time during one association.
    Octets challenge();

    /// Key for this association alone, sent inside the protected InitiateRequest.
    Optional<Octets> dedicatedKey();

    /// Tells who answers. From then on APDUs and proofs of that server are checked.
    void meet(SystemTitle server);

    /// Puts protection on and takes it off.
    ApduProtection protection();

    /// What proves this client: f(StoC) (dossier E6). Empty when a secret, a key or its counter is missing.
    Optional<Octets> proof(AuthenticationMechanism mechanism, Octets serverChallenge);

    /// True when the server has proved itself on this client's challenge: f(CtoS).
    boolean accepts(AuthenticationMechanism mechanism, Octets serverChallenge, Octets serverProof);
}
