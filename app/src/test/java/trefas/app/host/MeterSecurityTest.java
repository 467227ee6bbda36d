package trefas.app.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import trefas.app.settings.ClientRole;
import trefas.app.settings.KeySet;
import trefas.security.KeyId;
import trefas.security.Secret;
import trefas.security.SecuritySuite;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;
import trefas.storage.VolatileMemory;

/// Keys, counters and passwords over the lives of a meter: nothing that was changed is forgotten, no counter comes
/// back, and another key in the file wins.
class MeterSecurityTest {

    private static final int SERIAL = 4_711;
    private static final SystemTitle TITLE = new SystemTitle(0x5452460000001267L);
    private static final SymmetricKey REPLACED = SymmetricKey.ofHex("FFEEDDCCBBAA99887766554433221100");
    private static final KeySet OTHER = new KeySet(
            SecuritySuite.SUITE_0,
            SymmetricKey.ofHex("0F0E0D0C0B0A09080706050403020100"),
            KeySet.DEMO.authentication(),
            Optional.empty());

    private final VolatileMemory memory = new VolatileMemory();

    private MeterSecurity open(KeySet keys) throws Exception {
        return MeterSecurity.open(SERIAL, ClientRole.MANAGEMENT, TITLE, Optional.of(keys), memory, new SecureRandom());
    }

    private void save(MeterSecurity security) throws Exception {
        memory.save(SERIAL, new byte[0], List.of(), security.records());
        security.saved();
    }

    @Test
    void aNewMeterBeginsWithTheConfiguredKeysAndWantsToBeSaved() throws Exception {
        var security = open(KeySet.DEMO);

        assertTrue(security.isChanged());
        assertEquals(Optional.of(KeySet.DEMO.encryption()), security.state().key(KeyId.GLOBAL_UNICAST_ENCRYPTION));
        save(security);
        assertFalse(security.isChanged());
    }

    @Test
    void keysReplacedOverTheLineStayReplaced() throws Exception {
        var security = open(KeySet.DEMO);
        security.state().install(KeyId.GLOBAL_UNICAST_ENCRYPTION, REPLACED);
        save(security);

        assertEquals(Optional.of(REPLACED), open(KeySet.DEMO).state().key(KeyId.GLOBAL_UNICAST_ENCRYPTION));
    }

    @Test
    void otherKeysInTheFileWinAndPasswordsStay() throws Exception {
        var security = open(KeySet.DEMO);
        security.state().changeSecret(18, 16, Secret.of(new byte[] {1, 2, 3}));
        save(security);

        var after = open(OTHER);

        assertEquals(Optional.of(OTHER.encryption()), after.state().key(KeyId.GLOBAL_UNICAST_ENCRYPTION));
        assertArrayEquals(
                new byte[] {1, 2, 3}, after.state().secret(18, 16).orElseThrow().octets());
        assertTrue(after.isChanged());
    }

    // Killed after each message: only what was saved before it left counts.
    @Test
    void noCounterIsEverUsedTwice() throws Exception {
        var used = new HashSet<Long>();
        for (int life = 0; life < 20; life++) {
            var security = open(life % 5 == 4 ? OTHER : KeySet.DEMO);
            for (int message = 0; message <= life; message++) {
                long counter = security.state().unicastCounter().take().orElseThrow();
                if (security.isChanged()) {
                    save(security);
                }
                assertTrue(used.add(counter), "life " + life + " sent " + counter + " again");
            }
        }
    }

    @Test
    void nothingSecretPrintsItself() {
        assertFalse(KeySet.DEMO.toString().toUpperCase(Locale.ROOT).contains("0001020304"));
    }
}
