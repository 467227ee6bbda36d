package trefas.app.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import trefas.app.settings.ClientRole;
import trefas.app.settings.KeySet;
import trefas.app.settings.RunSettings;
import trefas.app.settings.SecuritySettings;
import trefas.cosem.Protection;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.ConformanceBit;

/// Who is let in under which configuration (decision 0023).
class AssociationRowsTest {

    private static String table(SecuritySettings security) {
        return String.join(
                "; ",
                AssociationRows.of(RunSettings.DEFAULT.withSecurity(security)).stream()
                        .map(row -> row.clientSap() + " " + row.serverSap() + " " + row.mechanism())
                        .toList());
    }

    private static SecuritySettings with(boolean encrypted, Map<ClientRole, KeySet> keys) {
        return new SecuritySettings(encrypted, Optional.empty(), Map.of(), keys);
    }

    @Test
    void withoutKeysThereAreThePublicClientAndTheModules() {
        assertEquals("16 1 NONE; 18 16 LOW; 19 16 LOW; 20 16 LOW", table(SecuritySettings.DEFAULT));
    }

    @Test
    void theDemoHasAManagementClientToo() {
        assertEquals("16 1 NONE; 18 16 LOW; 19 16 LOW; 20 16 LOW; 1 1 HIGH_GMAC", table(SecuritySettings.DEMO));
    }

    @Test
    void withLocalEncryptionTheModulesThatHaveKeysCipher() {
        assertEquals(
                "16 1 NONE; 18 16 HIGH_GMAC; 20 16 HIGH_GMAC",
                table(with(
                        true,
                        Map.of(ClientRole.PRIMARY_MODULE, KeySet.DEMO, ClientRole.CONSUMER_MODULE, KeySet.DEMO))));
    }

    @Test
    void keysOfModulesRestWhileTheLocalEncryptionIsOff() {
        assertEquals(
                "16 1 NONE; 18 16 LOW; 19 16 LOW; 20 16 LOW",
                table(with(false, Map.of(ClientRole.PRIMARY_MODULE, KeySet.DEMO))));
    }

    @Test
    void whoeverCiphersMustCipherAllAndOnlyThePublicClientWritesNothing() {
        for (AssociationSettings row : AssociationRows.of(RunSettings.DEFAULT.withSecurity(SecuritySettings.DEMO))) {
            boolean isManagement = row.clientSap() == 1;
            assertEquals(isManagement, row.leastProtection().covers(new Protection(true, true, false)));
            assertEquals(row.clientSap() != 16, row.conformance().has(ConformanceBit.SET));
            assertEquals(row.clientSap() != 16, row.conformance().has(ConformanceBit.SELECTIVE_ACCESS));
            assertEquals(isManagement, row.conformance().has(ConformanceBit.GENERAL_PROTECTION));
            assertFalse(row.conformance().has(ConformanceBit.ATTRIBUTE0_WITH_SET));
        }
    }
}
