package trefas.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import trefas.dlms.explain.KeyUnsealer;

/// The keys of whoever sent what is to be read.
final class DecipherOptions {

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Option(names = "--broadcast-key", paramLabel = "HEX", description = "Global broadcast encryption key.")
    private @Nullable String broadcastKey;

    @Option(
            names = "--system-title",
            paramLabel = "HEX",
            description = "Of the sender, 8 octets, when nothing tells it.")
    private @Nullable String systemTitle;

    DecipherOptions() {}

    KeyUnsealer.Keys keys() {
        return new KeyUnsealer.Keys(
                keys.encryptionKey(),
                keys.authenticationKey(),
                keys.dedicatedKey(),
                keys.key("broadcast-key", broadcastKey),
                keys.masterKey(),
                keys.title("system-title", systemTitle));
    }
}
