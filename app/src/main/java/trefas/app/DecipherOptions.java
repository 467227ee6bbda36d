package trefas.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import trefas.dlms.explain.KeyUnsealer;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;

/// The keys of whoever sent what is to be read: as options, in a file that others can't read, or in the
/// environment. They are never printed, also not in a complaint about them.
///
/// | option            | line of --keys FILE | environment            |
/// |-------------------|---------------------|------------------------|
/// | `--ek`            | `ek`                | `TREFAS_EK`            |
/// | `--ak`            | `ak`                | `TREFAS_AK`            |
/// | `--kek`           | `kek`               | `TREFAS_KEK`           |
/// | `--dedicated-key` | `dedicated-key`     | `TREFAS_DEDICATED_KEY` |
/// | `--broadcast-key` | `broadcast-key`     | `TREFAS_BROADCAST_KEY` |
/// | `--system-title`  | `system-title`      | `TREFAS_SYSTEM_TITLE`  |
final class DecipherOptions {

    private static final String ENVIRONMENT = "TREFAS_";

    @Option(names = "--ek", paramLabel = "HEX", description = "Global encryption key, 16 or 32 octets.")
    private @Nullable String encryptionKey;

    @Option(names = "--ak", paramLabel = "HEX", description = "Authentication key; without it tags are not checked.")
    private @Nullable String authenticationKey;

    @Option(names = "--kek", paramLabel = "HEX", description = "Master key, for APDUs that bring their key along.")
    private @Nullable String masterKey;

    @Option(names = "--dedicated-key", paramLabel = "HEX", description = "Key of one association, when the AARQ lacks.")
    private @Nullable String dedicatedKey;

    @Option(names = "--broadcast-key", paramLabel = "HEX", description = "Global broadcast encryption key.")
    private @Nullable String broadcastKey;

    @Option(
            names = "--system-title",
            paramLabel = "HEX",
            description = "Of the sender, 8 octets, when nothing tells it.")
    private @Nullable String systemTitle;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "Lines such as ek=0001.. and ak=..: out of sight of other processes.")
    private @Nullable Path file;

    private Map<String, String> environment = System.getenv();

    DecipherOptions() {}

    /// For tests: other variables than those of this process.
    void useEnvironment(Map<String, String> variables) {
        environment = Map.copyOf(variables);
    }

    KeyUnsealer.Keys keys() {
        Properties lines = lines();
        return new KeyUnsealer.Keys(
                key("ek", encryptionKey, lines),
                key("ak", authenticationKey, lines),
                key("dedicated-key", dedicatedKey, lines),
                key("broadcast-key", broadcastKey, lines),
                key("kek", masterKey, lines),
                text("system-title", systemTitle, lines)
                        .map(digits -> SystemTitle.of(octets("system-title", digits))
                                .orElseThrow(
                                        () -> wrong("--system-title has 8 octets, that is 16 hexadecimal digits."))));
    }

    private Optional<SymmetricKey> key(String name, @Nullable String option, Properties lines) {
        return text(name, option, lines).map(digits -> {
            byte[] octets = octets(name, digits);
            if (!SymmetricKey.isLength(octets.length)) {
                throw wrong("The key " + name + " has " + octets.length + " octets, expected 16 or 32.");
            }
            return SymmetricKey.of(octets);
        });
    }

    /// The option, else the line of the file, else the variable.
    private Optional<String> text(String name, @Nullable String option, Properties lines) {
        return Optional.ofNullable(option)
                .or(() -> Optional.ofNullable(lines.getProperty(name)))
                .or(() -> Optional.ofNullable(environment.get(
                        ENVIRONMENT + name.toUpperCase(Locale.ROOT).replace('-', '_'))));
    }

    private Properties lines() {
        var lines = new Properties();
        if (file == null) {
            return lines;
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
            return lines;
        } catch (IOException | IllegalArgumentException unreadable) {
            throw wrong(file + " can't be read: expected lines such as ek=0001...");
        }
    }

    private static byte[] octets(String name, String digits) {
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
