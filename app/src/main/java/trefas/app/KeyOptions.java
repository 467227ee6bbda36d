package trefas.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;

/// Keys of one end of a conversation, for all commands that cipher or decipher: as options, in a file that others
/// can't read, or in the environment, looked for in that order. Options show in the list of processes, so scripts
/// use one of the others. Keys are never printed, also not in a complaint about them. The line of the file is named
/// like the option, and the variable too: `--dedicated-key`, `dedicated-key`, `TREFAS_DEDICATED_KEY`.
final class KeyOptions {

    /// Lines a file may have: those of all commands, so that one file serves for each of them.
    private static final Set<String> NAMES = Set.of(
            "password",
            "secret",
            "ek",
            "ak",
            "kek",
            "dedicated-key",
            "broadcast-key",
            "signing-key",
            "agreement-key",
            "system-title",
            "server-title",
            "server-signing-key",
            "server-agreement-key");

    private static final String ENVIRONMENT = "TREFAS_";

    @Option(names = "--ek", paramLabel = "HEX", description = "Global encryption key, 16 or 32 octets.")
    private @Nullable String encryptionKey;

    @Option(names = "--ak", paramLabel = "HEX", description = "Authentication key; without it tags are not checked.")
    private @Nullable String authenticationKey;

    @Option(names = "--kek", paramLabel = "HEX", description = "Master key, which wraps others.")
    private @Nullable String masterKey;

    @Option(names = "--dedicated-key", paramLabel = "HEX", description = "Key of one association alone.")
    private @Nullable String dedicatedKey;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "Lines such as ek=0001.., ak=.., secret=.., password=..: out of sight of other processes.")
    private @Nullable Path file;

    private Map<String, String> environment = System.getenv();
    private @Nullable Properties fromFile;

    KeyOptions() {}

    /// For tests: other variables than those of this process.
    void useEnvironment(Map<String, String> variables) {
        environment = Map.copyOf(variables);
    }

    Optional<SymmetricKey> encryptionKey() {
        return key("ek", encryptionKey);
    }

    Optional<SymmetricKey> authenticationKey() {
        return key("ak", authenticationKey);
    }

    Optional<SymmetricKey> masterKey() {
        return key("kek", masterKey);
    }

    Optional<SymmetricKey> dedicatedKey() {
        return key("dedicated-key", dedicatedKey);
    }

    /// True when there is something to cipher with, whatever it is worth.
    boolean hasEncryptionKey() {
        return text("ek", encryptionKey).isPresent();
    }

    /// A key by its name.
    ///
    /// @param option as it was given, or null
    Optional<SymmetricKey> key(String name, @Nullable String option) {
        return text(name, option).map(digits -> {
            byte[] octets = octets(name, digits);
            if (!SymmetricKey.isLength(octets.length)) {
                throw wrong("The key " + name + " has " + octets.length + " octets, expected 16 or 32.");
            }
            return SymmetricKey.of(octets);
        });
    }

    Optional<SystemTitle> title(String name, @Nullable String option) {
        return text(name, option)
                .map(digits -> SystemTitle.of(octets(name, digits))
                        .orElseThrow(() -> wrong("--" + name + " has 8 octets, that is 16 hexadecimal digits.")));
    }

    /// The option, else the line of the file, else the variable.
    Optional<String> text(String name, @Nullable String option) {
        return Optional.ofNullable(option)
                .or(() -> Optional.ofNullable(lines().getProperty(name)))
                .or(() -> Optional.ofNullable(environment.get(
                        ENVIRONMENT + name.toUpperCase(Locale.ROOT).replace('-', '_'))));
    }

    private Properties lines() {
        if (fromFile == null) {
            fromFile = file == null ? new Properties() : read(file);
        }
        return fromFile;
    }

    private static Properties read(Path file) {
        var lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw wrong(file + " can't be read: give lines such as ek=000102...");
        }
        for (String name : lines.stringPropertyNames()) {
            if (!NAMES.contains(name)) {
                throw wrong(
                        file + " has a line \"" + name + "\", expected one of " + String.join(", ", sorted()) + ".");
            }
        }
        return lines;
    }

    private static List<String> sorted() {
        return NAMES.stream().sorted().toList();
    }

    /// The digits are not repeated in the sentence: they are secret.
    static byte[] octets(String name, String digits) {
        String bare = digits.replaceAll("[\\s:]", "");
        if (!bare.matches("([0-9a-fA-F]{2})+")) {
            throw wrong("The value of " + name + " is not hexadecimal: expected pairs of digits 0 to F.");
        }
        return HexFormat.of().parseHex(bare);
    }

    private static CommandFailure wrong(String sentence) {
        return new CommandFailure(ExitCode.WRONG_USAGE, sentence);
    }
}
