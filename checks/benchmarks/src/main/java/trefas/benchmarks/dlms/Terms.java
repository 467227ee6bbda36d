package trefas.benchmarks.dlms;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import trefas.app.settings.KeySet;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Protection;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.AuthenticationMechanism;
import trefas.dlms.client.ClientAssociation;
import trefas.dlms.client.ClientSecurity;
import trefas.dlms.client.ClientSettings;
import trefas.dlms.client.KeyedSecurity;
import trefas.dlms.security.Envelope;
import trefas.security.Secret;
import trefas.security.SecurityAccess;
import trefas.security.SecurityPolicy;
import trefas.security.SecurityState;
import trefas.security.SystemTitle;

/// How a client of the benchmarks talks to a server: in clear, or with HLS-5 and everything authenticated and
/// encrypted in suite 0. It makes one association after another and never counts backwards.
final class Terms {

    private static final SystemTitle CLIENT = new SystemTitle(0x5452_4642_0000_0001L);
    private static final Octets CHALLENGE =
            Octets.ofHex("202122232425262728292A2B2C2D2E2F303132333435363738393A3B3C3D3E3F");

    private static final long COUNTERS_OF_AN_ASSOCIATION = 100_000;

    private final ClientSettings settings;
    /// Keys and counters of the next association.
    private final Optional<Supplier<SecurityAccess>> keys;

    private Terms(ClientSettings settings, Optional<Supplier<SecurityAccess>> keys) {
        this.settings = settings;
        this.keys = keys;
    }

    /// @param password empty for none
    static Terms inClear(int clientSap, int serverSap, String password) {
        return new Terms(
                ClientSettings.of(AssociationSettings.ofReader(clientSap, serverSap, password)), Optional.empty());
    }

    /// With the keys of the demo.
    static Terms ciphered(int clientSap, int serverSap) {
        SecurityAccess kept = counting(1);
        var settings = highLevel(AssociationSettings.ofReader(clientSap, serverSap, ""));
        return new Terms(settings, Optional.of(() -> kept));
    }

    /// With the keys of the demo, to a server that counts from 1 in every association, as both peers do: what it sent
    /// before is forgotten with the association. This client itself goes on counting.
    static Terms cipheredToForgetful(int clientSap, int serverSap) {
        var next = new AtomicLong(1);
        // The proofs are an ACTION, which Gurux's server refuses to who has not negotiated it.
        var settings = highLevel(
                AssociationSettings.open(clientSap, serverSap, ClientSettings.ALL_SERVICES, Workload.APDU_OCTETS));
        return new Terms(settings, Optional.of(() -> counting(next.getAndAdd(COUNTERS_OF_AN_ASSOCIATION))));
    }

    private static ClientSettings highLevel(AssociationSettings association) {
        return ClientSettings.of(association)
                .with(AuthenticationMechanism.HIGH_GMAC)
                .ciphered(Envelope.Family.GLOBAL, new Protection(true, true, false));
    }

    private static SecurityAccess counting(long from) {
        var state = SecurityState.fresh(KeySet.DEMO.suite(), SecurityPolicy.NONE, CLIENT);
        KeySet.DEMO.installIn(state);
        state.continueSendingAt(from);
        return SecurityAccess.unshared(state, new SecureRandom());
    }

    /// With a longest APDU of the client.
    Terms taking(int apduOctets) {
        return new Terms(settings.with(settings.conformance(), apduOctets, settings.blockWindow()), keys);
    }

    ClientAssociation association() {
        Optional<ClientSecurity> security = keys.map(
                access -> new KeyedSecurity(access.get(), CHALLENGE, Secret.of(new byte[0]), Optional.empty()));
        return new ClientAssociation(settings, security);
    }
}
