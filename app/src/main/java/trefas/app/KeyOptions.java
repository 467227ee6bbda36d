package trefas.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
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
import trefas.app.settings.RunSettings;
import trefas.security.Secret;
import trefas.security.SecuritySuite;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;

/// What a client proves and protects itself with: as options, in a file that others can't read, or in the
/// environment. Options show in the list of processes, so scripts use one of the others. Nothing of it is ever
/// printed.
///
/// | option            | line of --keys FILE | environment            |
/// |-------------------|---------------------|------------------------|
/// | `--password`      | `password`          | `TREFAS_PASSWORD`      |
/// | `--secret`        | `secret`            | `TREFAS_SECRET`        |
/// | `--ek`            | `ek`                | `TREFAS_EK`            |
/// | `--ak`            | `ak`                | `TREFAS_AK`            |
/// | `--kek`           | `kek`               | `TREFAS_KEK`           |
/// | `--dedicated-key` | `dedicated-key`     | `TREFAS_DEDICATED_KEY` |
/// | `--system-title`  | `system-title`      | `TREFAS_SYSTEM_TITLE`  |
/// | `--server-title`  | `server-title`      | `TREFAS_SERVER_TITLE`  |
final class KeyOptions {

    private static final Set<String> NAMES =
            Set.of("password", "secret", "ek", "ak", "kek", "dedicated-key", "system-title", "server-title");
    private static final String ENVIRONMENT = "TREFAS_";

    /// The title of a client nobody named: letters no maker of meters has.
    private static final SystemTitle OWN_TITLE = new SystemTitle(0x5452_4600_0000_0001L);

    @Option(
            names = "--password",
            paramLabel = "TEXT",
            description = "Password of low level security (default " + RunSettings.PASSWORD + ").")
    private @Nullable String password;

    @Option(
            names = "--secret",
            paramLabel = "TEXT|hex:..",
            description = "Secret of hls-manufacturer, -md5, -sha1, -sha256.")
    private @Nullable String secret;

    @Option(names = "--ek", paramLabel = "HEX", description = "Global encryption key, 16 or 32 octets.")
    private @Nullable String encryptionKey;

    @Option(names = "--ak", paramLabel = "HEX", description = "Authentication key.")
    private @Nullable String authenticationKey;

    @Option(names = "--kek", paramLabel = "HEX", description = "Master key, which wraps others.")
    private @Nullable String masterKey;

    @Option(names = "--dedicated-key", paramLabel = "HEX", description = "Key for this association alone.")
    private @Nullable String dedicatedKey;

    @Option(
            names = "--system-title",
            paramLabel = "HEX",
            description = "Who this client is, 8 octets (default 5452460000000001).")
    private @Nullable String systemTitle;

    @Option(names = "--server-title", paramLabel = "HEX", description = "Who must answer, 8 octets (default anybody).")
    private @Nullable String serverTitle;

    @Option(names = "--suite", paramLabel = "0|1|2", defaultValue = "0", description = "Security suite (default 0).")
    private int suiteId;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "Lines such as ek=0001.., ak=.., secret=.., password=..: out of sight of other processes.")
    private @Nullable Path file;

    @Option(
            names = "--invocation-counter",
            paramLabel = "N|read|read:OBIS|FILE",
            defaultValue = "read",
            description = "First counter of protected requests: a number, read from the meter by the public client "
                    + "(default, from 0-0:43.1.0*255), or kept in a file.")
    private String invocationCounter = "read";

    private Map<String, String> environment = System.getenv();
    private @Nullable Properties fromFile;

    KeyOptions() {}

    /// For tests: other variables than those of this process.
    void useEnvironment(Map<String, String> variables) {
        environment = Map.copyOf(variables);
    }

    /// True when requests can be ciphered.
    boolean areThere() {
        return text("ek", encryptionKey).isPresent();
    }

    String password() {
        return text("password", password).orElse(RunSettings.PASSWORD);
    }

    Optional<Secret> secret() {
        return text("secret", secret).map(given -> {
            byte[] octets = given.startsWith("hex:")
                    ? hex("secret", given.substring(4))
                    : given.getBytes(StandardCharsets.UTF_8);
            if (octets.length > Secret.OCTETS_MAX) {
                throw wrong("The secret has up to " + Secret.OCTETS_MAX + " octets, not " + octets.length + ".");
            }
            return Secret.of(octets);
        });
    }

    SecuritySuite suite() {
        return SecuritySuite.ofId(suiteId).orElseThrow(() -> wrong("--suite is 0, 1 or 2."));
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

    SystemTitle systemTitle() {
        return title("system-title", systemTitle).orElse(OWN_TITLE);
    }

    Optional<SystemTitle> serverTitle() {
        return title("server-title", serverTitle);
    }

    /// As it was given: a number, `read`, `read:OBIS`, or the name of a file.
    String invocationCounter() {
        return invocationCounter;
    }

    private Optional<SymmetricKey> key(String name, @Nullable String option) {
        return text(name, option).map(digits -> {
            byte[] octets = hex(name, digits);
            int expected = suite().keyOctets();
            if (octets.length != expected) {
                throw wrong("The key " + name + " has " + octets.length + " octets, expected " + expected + " in suite "
                        + suite().id() + ".");
            }
            return SymmetricKey.of(octets);
        });
    }

    private Optional<SystemTitle> title(String name, @Nullable String option) {
        return text(name, option)
                .map(digits -> SystemTitle.of(hex(name, digits))
                        .orElseThrow(() -> wrong("--" + name + " has 8 octets, that is 16 hexadecimal digits.")));
    }

    /// The option, else the line of the file, else the variable.
    private Optional<String> text(String name, @Nullable String option) {
        if (option != null) {
            return Optional.of(option);
        }
        Optional<String> line = Optional.ofNullable(lines().getProperty(name));
        return line.isPresent()
                ? line
                : Optional.ofNullable(environment.get(
                        ENVIRONMENT + name.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private Properties lines() {
        if (fromFile != null) {
            return fromFile;
        }
        var lines = new Properties();
        if (file != null) {
            try (Reader reader = Files.newBufferedReader(file)) {
                lines.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                throw wrong(file + " can't be read: give lines such as ek=000102...");
            }
            for (String name : lines.stringPropertyNames()) {
                if (!NAMES.contains(name)) {
                    throw wrong(file + " has a line \"" + name + "\", expected one of " + String.join(", ", sorted())
                            + ".");
                }
            }
        }
        fromFile = lines;
        return lines;
    }

    private static List<String> sorted() {
        return NAMES.stream().sorted().toList();
    }

    /// The digits are not repeated in the sentence: they are secret.
    private static byte[] hex(String name, String digits) {
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
