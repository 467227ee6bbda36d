package trefas.app;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import trefas.app.settings.RunSettings;
import trefas.security.KeyId;
import trefas.security.KeyUse;
import trefas.security.Secret;
import trefas.security.SecurityPolicy;
import trefas.security.SecurityState;
import trefas.security.SecuritySuite;
import trefas.security.SymmetricKey;
import trefas.security.SystemTitle;

/// What a client proves and protects itself with, and by what it knows its meter.
final class ClientKeyOptions {

    /// The title of a client nobody named: letters no maker of meters has.
    private static final SystemTitle OWN_TITLE = new SystemTitle(0x5452_4600_0000_0001L);

    @Mixin
    private KeyOptions keys = new KeyOptions();

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

    @Option(
            names = "--signing-key",
            paramLabel = "FILE|HEX",
            description = "Private key of this client for hls-ecdsa and signatures: PEM, or the bare number.")
    private @Nullable String signingKey;

    @Option(
            names = "--agreement-key",
            paramLabel = "FILE|HEX",
            description = "Private key of this client to agree on keys with.")
    private @Nullable String agreementKey;

    @Option(
            names = "--server-signing-key",
            paramLabel = "FILE|HEX",
            description = "The meter's certificate, or its public key, that its signatures are checked with.")
    private @Nullable String serverSigningKey;

    @Option(
            names = "--server-agreement-key",
            paramLabel = "FILE|HEX",
            description = "The meter's certificate, or its public key, to agree on keys with.")
    private @Nullable String serverAgreementKey;

    @Option(
            names = "--system-title",
            paramLabel = "HEX",
            description = "Who this client is, 8 octets (default 5452460000000001).")
    private @Nullable String systemTitle;

    @Option(
            names = "--server-title",
            paramLabel = "HEX",
            description = "Who must answer, 8 octets (default whom the certificate names, else anybody).")
    private @Nullable String serverTitle;

    @Option(names = "--suite", paramLabel = "0|1|2", defaultValue = "0", description = "Security suite (default 0).")
    private int suiteId;

    @Option(
            names = "--invocation-counter",
            paramLabel = "N|read|read:OBIS|FILE",
            defaultValue = "read",
            description = "First counter of protected requests: a number, read from the meter by the public client "
                    + "(default, from 0-0:43.1.0*255), or kept in a file.")
    private String invocationCounter = "read";

    ClientKeyOptions() {}

    /// True when requests can be ciphered.
    boolean areThere() {
        return keys.hasEncryptionKey();
    }

    /// True when this client can sign.
    boolean canSign() {
        return keys.text("signing-key", signingKey).isPresent();
    }

    /// True when the meter's signatures can be checked.
    boolean canCheckSignatures() {
        return keys.text("server-signing-key", serverSigningKey).isPresent();
    }

    /// True when this client can agree on keys with its meter.
    boolean canAgree() {
        return keys.text("agreement-key", agreementKey).isPresent()
                && keys.text("server-agreement-key", serverAgreementKey).isPresent();
    }

    boolean hasMasterKey() {
        return keys.masterKey().isPresent();
    }

    String password() {
        return keys.text("password", password).orElse(RunSettings.PASSWORD);
    }

    /// Empty octets when there is none.
    Secret secret() {
        byte[] octets = keys.text("secret", secret)
                .map(given -> given.startsWith("hex:")
                        ? KeyOptions.octets("secret", given.substring("hex:".length()))
                        : given.getBytes(StandardCharsets.UTF_8))
                .orElse(new byte[0]);
        if (octets.length > Secret.OCTETS_MAX) {
            throw wrong("The secret has up to " + Secret.OCTETS_MAX + " octets, not " + octets.length + ".");
        }
        return Secret.of(octets);
    }

    SecuritySuite suite() {
        return SecuritySuite.ofId(suiteId).orElseThrow(() -> wrong("--suite is 0, 1 or 2."));
    }

    Optional<SymmetricKey> dedicatedKey() {
        return fitting("dedicated-key", keys.dedicatedKey());
    }

    /// Who must answer: named by itself, or in a certificate.
    Optional<SystemTitle> serverTitle() {
        return keys.title("server-title", serverTitle)
                .or(() -> partnerKey("server-signing-key", serverSigningKey).flatMap(CurveKeyText.Partner::title))
                .or(() -> partnerKey("server-agreement-key", serverAgreementKey).flatMap(CurveKeyText.Partner::title));
    }

    /// As it was given: a number, `read`, `read:OBIS`, or the name of a file.
    String invocationCounter() {
        return invocationCounter;
    }

    /// A state of this client's own with all its keys and those of its meter.
    ///
    /// @throws CommandFailure with one sentence when a key is none
    SecurityState state() {
        var state = SecurityState.fresh(
                suite(),
                SecurityPolicy.NONE,
                keys.title("system-title", systemTitle).orElse(OWN_TITLE));
        fitting("ek", keys.encryptionKey()).ifPresent(key -> state.install(KeyId.GLOBAL_UNICAST_ENCRYPTION, key));
        fitting("ak", keys.authenticationKey()).ifPresent(key -> state.install(KeyId.AUTHENTICATION, key));
        fitting("kek", keys.masterKey()).ifPresent(key -> state.install(KeyId.MASTER, key));
        installPair("signing-key", signingKey, KeyUse.DIGITAL_SIGNATURE, state);
        installPair("agreement-key", agreementKey, KeyUse.KEY_AGREEMENT, state);
        serverTitle().ifPresent(state::expectPartner);
        trust("server-signing-key", serverSigningKey, KeyUse.DIGITAL_SIGNATURE, state);
        trust("server-agreement-key", serverAgreementKey, KeyUse.KEY_AGREEMENT, state);
        return state;
    }

    private void installPair(String name, @Nullable String option, KeyUse use, SecurityState state) {
        keys.text(name, option)
                .ifPresent(given -> state.keyPairs()
                        .install(
                                use,
                                new CurveKeyText(name, suite())
                                        .privateKey(given)
                                        .pair()));
    }

    private void trust(String name, @Nullable String option, KeyUse use, SecurityState state) {
        var partner = partnerKey(name, option);
        if (partner.isEmpty()) {
            return;
        }
        if (partner.get().use().isPresent() && partner.get().use().get() != use) {
            throw wrong("The certificate of " + name + " is for another use.");
        }
        var title = serverTitle()
                .orElseThrow(() -> wrong("Whose is the key " + name
                        + "? Give --server-title, or the meter's certificate instead of its bare key."));
        var named = partner.get().title();
        if (named.isPresent() && !named.get().equals(title)) {
            throw wrong("The certificate of " + name + " is that of " + named.get() + ", not of " + title + ".");
        }
        state.keyPairs().trust(title, use, partner.get().key());
    }

    private Optional<CurveKeyText.Partner> partnerKey(String name, @Nullable String option) {
        return keys.text(name, option).map(given -> new CurveKeyText(name, suite()).partner(given));
    }

    private Optional<SymmetricKey> fitting(String name, Optional<SymmetricKey> key) {
        if (key.isPresent() && !key.get().fits(suite())) {
            throw wrong("The key " + name + " has " + key.get().length() + " octets, expected " + suite().keyOctets()
                    + " in suite " + suite().id() + ".");
        }
        return key;
    }

    private static CommandFailure wrong(String sentence) {
        return new CommandFailure(ExitCode.WRONG_USAGE, sentence);
    }
}
