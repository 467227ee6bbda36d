package trefas.app.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import trefas.security.SecuritySuite;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;

/// The keys below `security:`. What is wrong with a secret is told without the secret.
final class SecuritySection {

    private static final int PASSWORD_LENGTH_MAX = 64;

    /// A file with a key holds two hexadecimal digits for each octet, and perhaps spaces and a line end.
    private static final long KEY_FILE_OCTETS_MAX = 256;

    private static final String FROM_FILE = "@";
    private static final int ENCRYPTION_ON = 1;
    private static final int ENCRYPTION_OFF = 2;

    private SecuritySection() {}

    /// @param folder where the paths of key files start
    static SecuritySettings read(YamlSection security, Path folder) {
        boolean isEncrypted = security.whole("encryption", 0, ENCRYPTION_OFF).orElse(ENCRYPTION_OFF) == ENCRYPTION_ON;
        Optional<SystemTitle> title = security.value(
                "system-title", "16 hexadecimal digits", text -> octets(text).flatMap(SystemTitle::of));
        SecuritySuite suite = security.whole("suite", 0, SecuritySuite.values().length - 1)
                .flatMap(SecuritySuite::ofId)
                .orElse(SecuritySuite.SUITE_0);
        Optional<String> forAll = password(security, "password");
        var passwords = new EnumMap<ClientRole, String>(ClientRole.class);
        Optional<YamlSection> single = security.section("passwords");
        for (ClientRole role : ClientRole.values()) {
            if (role.hasPassword()) {
                passwords.put(
                        role,
                        single.flatMap(section -> password(section, role.key()))
                                .or(() -> forAll)
                                .orElse(SecuritySettings.PASSWORD));
            }
        }
        single.ifPresent(YamlSection::refuseOthers);
        Map<ClientRole, KeySet> keys = keys(security, suite, folder);
        if (isEncrypted && keys.keySet().stream().noneMatch(ClientRole::hasPassword) && !security.has("keys")) {
            security.problem("encryption", "security.encryption is 1, but there are no security.keys");
        }
        security.refuseOthers();
        return new SecuritySettings(isEncrypted, title, passwords, keys);
    }

    private static Map<ClientRole, KeySet> keys(YamlSection security, SecuritySuite suite, Path folder) {
        var keys = new EnumMap<ClientRole, KeySet>(ClientRole.class);
        Optional<YamlSection> section = security.section("keys");
        if (section.isEmpty()) {
            return keys;
        }
        for (ClientRole role : ClientRole.values()) {
            section.get().section(role.key()).ifPresent(ofRole -> {
                var encryption = key(ofRole, "ek", suite, folder);
                var authentication = key(ofRole, "ak", suite, folder);
                var master = key(ofRole, "kek", suite, folder);
                ofRole.refuseOthers();
                if (encryption.isPresent() && authentication.isPresent()) {
                    keys.put(role, new KeySet(suite, encryption.get(), authentication.get(), master));
                } else if (!(ofRole.has("ek") && ofRole.has("ak"))) {
                    section.get()
                            .problem(
                                    role.key(),
                                    "security.keys." + role.key() + " needs at least the two keys ek and ak");
                }
            });
        }
        section.get().refuseOthers();
        return keys;
    }

    private static Optional<String> password(YamlSection section, String key) {
        return section.secret(
                key,
                "1 to " + PASSWORD_LENGTH_MAX + " ASCII characters",
                text -> text.matches("\\p{ASCII}{1," + PASSWORD_LENGTH_MAX + "}")
                        ? Optional.of(text)
                        : Optional.empty());
    }

    private static Optional<SymmetricKey> key(YamlSection section, String key, SecuritySuite suite, Path folder) {
        return section.secret(
                key,
                2 * suite.keyOctets() + " hexadecimal digits, or @ and a file that holds them",
                text -> (text.startsWith(FROM_FILE)
                                ? inFile(folder, text.substring(FROM_FILE.length()))
                                : Optional.of(text))
                        .flatMap(SecuritySection::octets)
                        .filter(octets -> octets.length == suite.keyOctets())
                        .map(SymmetricKey::of));
    }

    private static Optional<String> inFile(Path folder, String name) {
        try {
            Path file = folder.resolve(name);
            return Files.size(file) <= KEY_FILE_OCTETS_MAX
                    ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    : Optional.empty();
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }

    /// Two digits for each octet; spaces and line ends between them don't matter.
    private static Optional<byte[]> octets(String text) {
        String digits = text.replaceAll("\\s", "");
        return digits.matches("([0-9A-Fa-f]{2})+") ? Optional.of(HexFormat.of().parseHex(digits)) : Optional.empty();
    }
}
