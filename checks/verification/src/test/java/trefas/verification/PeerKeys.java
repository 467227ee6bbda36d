package trefas.verification;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/// The keys of a foreign client, suite 0, as they stand in the meter's file. Each association of the client goes
/// on counting where no other one has been: the meter refuses what it has seen.
final class PeerKeys {

    /// Counters one association may use.
    private static final int COUNTERS = 100_000;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final String clientTitle;
    private final String encryptionKey;
    private final String authenticationKey;
    private final AtomicLong counter = new AtomicLong(1);

    PeerKeys(String clientTitle, String encryptionKey, String authenticationKey) {
        this.clientTitle = clientTitle;
        this.encryptionKey = encryptionKey;
        this.authenticationKey = authenticationKey;
    }

    byte[] clientTitle() {
        return HEX.parseHex(clientTitle);
    }

    /// Three letters and five octets of number, as jDLMS wants a title.
    String manufacturer() {
        return new String(clientTitle(), 0, 3, StandardCharsets.US_ASCII).toUpperCase(Locale.ROOT);
    }

    long deviceNumber() {
        return Long.parseLong(clientTitle.substring(6), 16);
    }

    byte[] encryptionKey() {
        return HEX.parseHex(encryptionKey);
    }

    byte[] authenticationKey() {
        return HEX.parseHex(authenticationKey);
    }

    /// Where the next association begins to count.
    long counter() {
        return counter.getAndAdd(COUNTERS);
    }

    /// The lines of the meter's file, below `security.keys.management`.
    String yaml(String indentation) {
        return "%sek: \"%s\"%n%sak: \"%s\"%n".formatted(indentation, encryptionKey, indentation, authenticationKey);
    }

    /// The same for one of our own commands.
    String[] arguments() {
        return new String[] {
            "--auth", "hls-gmac",
            "--ek", encryptionKey,
            "--ak", authenticationKey,
            "--system-title", clientTitle,
            "--invocation-counter", String.valueOf(counter())
        };
    }
}
