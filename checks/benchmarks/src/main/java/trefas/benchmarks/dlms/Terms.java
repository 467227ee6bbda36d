package trefas.benchmarks.dlms;

import java.security.SecureRandom;
import java.util.Optional;
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

    private final ClientSettings settings;
    private final Optional<SecurityAccess> keys;

    private Terms(ClientSettings settings, Optional<SecurityAccess> keys) {
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
        var state = SecurityState.fresh(KeySet.DEMO.suite(), SecurityPolicy.NONE, CLIENT);
        KeySet.DEMO.installIn(state);
        var settings = ClientSettings.of(AssociationSettings.ofReader(clientSap, serverSap, ""))
                .with(AuthenticationMechanism.HIGH_GMAC)
                .ciphered(Envelope.Family.GLOBAL, new Protection(true, true, false));
        return new Terms(settings, Optional.of(SecurityAccess.unshared(state, new SecureRandom())));
    }

    /// With a longest APDU of the client.
    Terms taking(int apduOctets) {
        return new Terms(settings.with(settings.conformance(), apduOctets, settings.blockWindow()), keys);
    }

    ClientAssociation association() {
        Optional<ClientSecurity> security =
                keys.map(access -> new KeyedSecurity(access, CHALLENGE, Secret.of(new byte[0]), Optional.empty()));
        return new ClientAssociation(settings, security);
    }
}
