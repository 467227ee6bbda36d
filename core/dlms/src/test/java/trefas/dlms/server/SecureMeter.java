package trefas.dlms.server;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Protection;
import trefas.dlms.acse.ApplicationContext;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.AuthenticationMechanism;
import trefas.dlms.acse.Conformance;
import trefas.security.KeyId;
import trefas.security.SecurityAccess;
import trefas.security.SecurityPolicy;
import trefas.security.SecurityState;
import trefas.security.SecuritySuite;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;

/// A server with the keys, titles and challenges of the reference's examples (C5 and E6).
final class SecureMeter {

    static final SystemTitle CLIENT = new SystemTitle(0x4D4D_4D00_0000_0001L);
    static final SystemTitle SERVER = new SystemTitle(0x4D4D_4D00_00BC_614EL);
    static final Octets CLIENT_CHALLENGE = Octets.ofHex("4B35366956616759");
    static final Octets SERVER_CHALLENGE = Octets.ofHex("503677524A323146");
    static final String SECRET = "686C7373656372657431323334353637";

    private static final Conformance OFFERED = new Conformance(0x601EDF);

    private SecureMeter() {}

    /// A state with the keys of the examples.
    static SecurityState state(SystemTitle own, SecurityPolicy policy) {
        var state = SecurityState.fresh(SecuritySuite.SUITE_0, policy, own);
        state.install(KeyId.GLOBAL_UNICAST_ENCRYPTION, SymmetricKey.ofHex("000102030405060708090A0B0C0D0E0F"));
        state.install(KeyId.AUTHENTICATION, SymmetricKey.ofHex("D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF"));
        return state;
    }

    static SecurityAccess access(SecurityState state) {
        return SecurityAccess.unshared(state, new SecureRandom());
    }

    /// Client 1 with mechanism 5 in a ciphered context, client 2 in clear with any, and the public client.
    static ServerProfile profile(SecurityState state, AuthenticationMechanism clearMechanism) {
        return profile(state, clearMechanism, () -> SERVER_CHALLENGE);
    }

    static ServerProfile profile(
            SecurityState state, AuthenticationMechanism clearMechanism, Supplier<Octets> challenges) {
        var rows = new ArrayList<AssociationSettings>();
        rows.add(AssociationSettings.withHighLevelSecurity(
                        1,
                        1,
                        ApplicationContext.LOGICAL_NAMES_CIPHERED,
                        AuthenticationMechanism.HIGH_GMAC,
                        Octets.of(new byte[0]),
                        OFFERED,
                        1_024)
                .demanding(new Protection(true, true, false)));
        rows.add(AssociationSettings.withHighLevelSecurity(
                2, 1, ApplicationContext.LOGICAL_NAMES, clearMechanism, Octets.ofHex(SECRET), OFFERED, 1_024));
        rows.add(AssociationSettings.open(16, 1, OFFERED, 1_024));
        return new ServerProfile(List.copyOf(rows), ServerLimits.DEFAULT).with(access(state), challenges);
    }
}
