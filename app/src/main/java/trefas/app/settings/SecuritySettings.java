package trefas.app.settings;

import java.util.Map;
import java.util.Optional;
import trefas.security.SystemTitle;

/// How the meter's clients prove themselves and who keeps which keys. Passwords and keys never print themselves.
///
/// @param isEncrypted whether the modules cipher too (Z28 = 1)
/// @param systemTitle the meter's name in ciphered conversations, or empty for the one made of its serial number
/// @param passwords of the modules
/// @param keys of each role that has some; a role without keys is not served where it would need them
public record SecuritySettings(
        boolean isEncrypted,
        Optional<SystemTitle> systemTitle,
        Map<ClientRole, String> passwords,
        Map<ClientRole, KeySet> keys) {

    /// The default secret of the papers (dossier 19).
    public static final String PASSWORD = "12345";

    /// Three letters of ours (decision 0007), then the serial number in five octets.
    private static final long TITLE_PREFIX = 0x545246L << 40;

    /// Passwords of the papers, no keys.
    public static final SecuritySettings DEFAULT = new SecuritySettings(
            false,
            Optional.empty(),
            Map.of(
                    ClientRole.PRIMARY_MODULE, PASSWORD,
                    ClientRole.OPTICAL, PASSWORD,
                    ClientRole.CONSUMER_MODULE, PASSWORD),
            Map.of());

    /// The same, and a management client with the keys everybody knows.
    public static final SecuritySettings DEMO = new SecuritySettings(
            false, Optional.empty(), DEFAULT.passwords, Map.of(ClientRole.MANAGEMENT, KeySet.DEMO));

    public SecuritySettings {
        passwords = Map.copyOf(passwords);
        keys = Map.copyOf(keys);
    }

    public SecuritySettings withEncryption(boolean encrypted) {
        return new SecuritySettings(encrypted, systemTitle, passwords, keys);
    }

    public SystemTitle title(int serialNumber) {
        return systemTitle.orElseGet(() -> new SystemTitle(TITLE_PREFIX | Integer.toUnsignedLong(serialNumber)));
    }

    public String password(ClientRole role) {
        return passwords.getOrDefault(role, PASSWORD);
    }

    @Override
    public String toString() {
        return (isEncrypted ? "encrypted" : "not encrypted") + ", keys of " + keys.keySet();
    }
}
