package trefas.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import trefas.app.settings.RunSettings;
import trefas.cosem.Protection;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.AuthenticationMechanism;
import trefas.dlms.client.ClientSettings;
import trefas.dlms.gateway.GatewayAddress;
import trefas.dlms.security.Envelope;
import trefas.objects.Association;

/// How a meter is reached and who asks: the options that all commands share which talk to one.
final class ConnectionOptions {

    private static final int PUBLIC_CLIENT = Association.PUBLIC.clientSap();
    private static final int MANAGEMENT_CLIENT = 1;
    private static final int PRE_ESTABLISHED_CLIENT = 102;
    private static final int CLIENT_MAX = 127;
    private static final int SERVER_MAX = 16_383;
    private static final int DEFAULT_TIMEOUT_SECONDS = 10;
    private static final int BAUD_MIN = 300;
    private static final int BAUD_MAX = 115_200;

    /// Which key general-ciphering uses.
    enum SessionKey {
        GLOBAL,
        WRAPPED,
        /// Agreed on by C(1e, 1s).
        EPHEMERAL,
        /// Agreed on by C(0e, 2s).
        STATIC
    }

    @Option(names = "--host", paramLabel = "NAME", defaultValue = "localhost", description = "Default localhost.")
    private String host = "localhost";

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = PortOptions.Port.class,
            defaultValue = "4059",
            description = "Default 4059.")
    private int port = RunSettings.DLMS_PORT;

    @Option(names = "--udp", description = "The wrapper over UDP instead of TCP.")
    private boolean udp;

    @Option(
            names = "--hdlc",
            description = "HDLC over TCP instead of the wrapper, as gateways of serial lines speak it.")
    private boolean hdlc;

    @Option(
            names = "--serial",
            paramLabel = "DEVICE",
            description = "HDLC on a serial port such as /dev/ttyUSB0 instead of a network.")
    private @Nullable String serial;

    @Option(
            names = "--baud",
            paramLabel = "N",
            defaultValue = "9600",
            description = "Of --serial, 300 to 115200 (default 9600); with --mode-e the meter names it.")
    private int baud = 9_600;

    @Option(names = "--mode-e", description = "Sign on at 300 Bd first (IEC 62056-21 mode E), for optical heads.")
    private boolean modeE;

    @Option(
            names = "--physical-address",
            paramLabel = "N",
            description = "HDLC address of the device, when several share a line.")
    private @Nullable Integer physicalAddress;

    @Option(
            names = "--address-octets",
            paramLabel = "1|2|4",
            description = "Octets of the meter's HDLC address (default 1, or 4 with --physical-address); with 2 or 4 "
                    + "the meter answers only to its own --physical-address.")
    private @Nullable Integer addressOctets;

    @Option(
            names = "--gateway",
            paramLabel = "NETWORK:HEX",
            converter = GatewayConverter.class,
            description = "The meter of that name behind a gateway, such as 0:3132.")
    private @Nullable GatewayAddress gateway;

    @Option(
            names = "--client",
            paramLabel = "N",
            defaultValue = "18",
            description = "Client address: 16 without password, 18 with (default 18), 1 with keys.")
    private int client = Association.PRIMARY_MODULE.clientSap();

    @Option(
            names = "--user",
            paramLabel = "N",
            description = "Which of the client's users asks, 0 to 255 (user_list of the association).")
    private @Nullable Integer user;

    @Option(
            names = "--server",
            paramLabel = "N",
            description = "Logical device (default 1 for clients 1, 16 and 102, else 16).")
    private @Nullable Integer server;

    @Option(
            names = "--auth",
            paramLabel = "WAY",
            converter = MechanismConverter.class,
            description = "none, lls, hls-manufacturer, hls-md5, hls-sha1, hls-gmac, hls-sha256 or hls-ecdsa "
                    + "(default: none for client 16, hls-gmac with keys, else lls).")
    private @Nullable AuthenticationMechanism mechanism;

    @Option(
            names = "--policy",
            paramLabel = "WHAT",
            description = "What protects requests: none, authenticated, encrypted or both (default both with keys).")
    private @Nullable RequestPolicy policy;

    @Option(
            names = "--wrapping",
            paramLabel = "FORM",
            description = "global, dedicated, general-global, general-dedicated, general-ciphering or general-signing "
                    + "(default global).")
    private @Nullable String wrapping;

    @Option(
            names = "--session-key",
            paramLabel = "WHICH",
            defaultValue = "global",
            description =
                    "Key of general-ciphering: global, wrapped in --kek for each request, or agreed on: ephemeral "
                            + "with a new key pair each time, static with those of both ends (default global).")
    private SessionKey sessionKey = SessionKey.GLOBAL;

    @Option(
            names = "--pdu",
            paramLabel = "N",
            defaultValue = "65535",
            description = "Longest APDU taken (default 65535).")
    private int pduOctetsMax = ClientSettings.PDU_OCTETS_MAX;

    @Option(
            names = "--gbt",
            paramLabel = "WINDOW",
            description = "General block transfer with so many blocks at once, 1 to 63, where the meter can.")
    private @Nullable Integer window;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long an answer may take (default 10).")
    private double timeoutSeconds = DEFAULT_TIMEOUT_SECONDS;

    @Option(
            names = "--retries",
            paramLabel = "N",
            defaultValue = "2",
            description = "How often HDLC frames are repeated when nothing comes back (default 2); "
                    + "the wrapper repeats nothing.")
    private int retries = 2;

    @Option(
            names = "--capture",
            paramLabel = "FILE.pcapng",
            description = "Also write the APDUs, as wrapper packets whatever the line, for Wireshark or decode.")
    private @Nullable Path capture;

    @Mixin
    private ClientKeyOptions keys = new ClientKeyOptions();

    ConnectionOptions() {}

    ClientKeyOptions keys() {
        return keys;
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    int client() {
        return client;
    }

    boolean isUdp() {
        return udp;
    }

    boolean isHdlc() {
        return hdlc;
    }

    Optional<String> serial() {
        return Optional.ofNullable(serial);
    }

    int baud() {
        return baud;
    }

    boolean signsOn() {
        return modeE;
    }

    OptionalInt physicalAddress() {
        return physicalAddress == null ? OptionalInt.empty() : OptionalInt.of(physicalAddress);
    }

    /// Octets of the server address on HDLC.
    int addressOctets() {
        return Optional.ofNullable(addressOctets).orElse(physicalAddress == null ? 1 : 4);
    }

    /// The meter that is meant behind the gateway that is reached, if it is one.
    Optional<GatewayAddress> gateway() {
        return Optional.ofNullable(gateway);
    }

    /// What may be behind a silence, as a sentence after the one that tells it; empty when nothing suggests itself.
    ///
    /// An address of two or four octets names a device of the line, and without its number it names none
    /// (IEC 62056-46, 6.4.2).
    String causeOfSilence() {
        boolean isHdlc = hdlc || serial != null;
        return isHdlc && addressOctets() > 1 && physicalAddress == null
                ? " An address of " + addressOctets()
                        + " octets names one device, and none was named: try --physical-address N."
                : "";
    }

    int retries() {
        return retries;
    }

    /// Where the conversation is written, if it is.
    Optional<Path> capture() {
        return Optional.ofNullable(capture);
    }

    Duration timeout() {
        return Duration.ofMillis(Math.max(1, Math.round(timeoutSeconds * 1_000)));
    }

    int server() {
        boolean isManagement =
                client == PUBLIC_CLIENT || client == MANAGEMENT_CLIENT || client == PRE_ESTABLISHED_CLIENT;
        return Optional.ofNullable(server).orElse(isManagement ? Association.PUBLIC_SERVER : Association.METER_SERVER);
    }

    /// Under which terms the meter is asked.
    ///
    /// @throws CommandFailure with one sentence when the options contradict each other
    ClientSettings settings() {
        check();
        var proves = mechanism();
        String password = proves == AuthenticationMechanism.LOW ? keys.password() : "";
        var plain = AssociationSettings.ofReader(client, server(), password);
        var settings = ClientSettings.of(plain)
                .with(
                        ClientSettings.ALL_SERVICES,
                        pduOctetsMax,
                        Optional.ofNullable(window).orElse(0))
                .with(proves);
        if (client == PRE_ESTABLISHED_CLIENT) {
            settings = settings.preEstablished();
        }
        if (user != null) {
            settings = settings.ofUser(user);
        }
        if (keys.serverTitle().isPresent()) {
            settings = settings.with(keys.serverTitle().get());
        }
        Protection protection = protection();
        return protection.equals(Protection.NONE) ? settings : settings.ciphered(family(), protection);
    }

    SessionKey sessionKey() {
        return sessionKey;
    }

    /// What is put on requests: as the policy says, and a signature with general-signing.
    private Protection protection() {
        Protection ciphered = policy().protection();
        return new Protection(
                ciphered.authenticated(), ciphered.encrypted(), family() == Envelope.Family.GENERAL_SIGNING);
    }

    private void check() {
        require(client >= 1 && client <= CLIENT_MAX, "--client is 1 to 127.");
        require(server() >= 1 && server() <= SERVER_MAX, "--server is 1 to 16383.");
        require(user == null || (user >= 0 && user <= ClientSettings.USER_ID_MAX), "--user is 0 to 255.");
        require(pduOctetsMax >= 12 && pduOctetsMax <= ClientSettings.PDU_OCTETS_MAX, "--pdu is 12 to 65535.");
        require(
                window == null || (window >= 1 && window <= ClientSettings.BLOCK_WINDOW_MAX),
                "--gbt is a window of 1 to 63 blocks.");
        require(timeoutSeconds > 0, "--timeout is above 0.");
        require(retries >= 0, "--retries is 0 or more.");
        require(baud >= BAUD_MIN && baud <= BAUD_MAX, "--baud is 300 to 115200.");
        require(!(udp && (hdlc || serial != null)), "--udp carries the wrapper: no --hdlc and no --serial with it.");
        require(!modeE || serial != null, "--mode-e signs on at a serial port: give --serial too.");
        require(addressOctets() == 1 || addressOctets() == 2 || addressOctets() == 4, "--address-octets is 1, 2 or 4.");
        require(
                policy() == RequestPolicy.NONE || keys.areThere(),
                "Protected requests need keys: give --ek and --ak, or --keys FILE.");
        require(
                mechanism() != AuthenticationMechanism.HIGH_GMAC || keys.areThere(),
                "hls-gmac needs keys: give --ek and --ak, or --keys FILE.");
        checkKeyPairs();
    }

    private void checkKeyPairs() {
        boolean proves = mechanism() == AuthenticationMechanism.HIGH_ECDSA;
        boolean signs = family() == Envelope.Family.GENERAL_SIGNING;
        boolean agrees = sessionKey == SessionKey.EPHEMERAL || sessionKey == SessionKey.STATIC;
        boolean hasBoth = keys.canSign() && keys.canCheckSignatures();
        String give = " needs two keys: give --signing-key and --server-signing-key.";
        require(!proves || hasBoth, "hls-ecdsa" + give);
        require(!signs || hasBoth, "general-signing" + give);
        require(sessionKey != SessionKey.EPHEMERAL || hasBoth, "--session-key ephemeral" + give);
        require(
                !agrees || keys.canAgree(),
                "Agreeing on keys needs two: give --agreement-key and --server-agreement-key.");
        require(
                sessionKey != SessionKey.WRAPPED || keys.hasMasterKey(),
                "--session-key wrapped needs the master key: give --kek.");
        require(
                sessionKey == SessionKey.GLOBAL || family() == Envelope.Family.GENERAL_CIPHERING,
                "--session-key is for general-ciphering: give --wrapping general-ciphering too.");
        require(
                !(proves || signs || agrees) || keys.suite().hasCurve(),
                "Key pairs are on a curve: give --suite 1 or 2.");
        boolean hearsAnswers = client == PRE_ESTABLISHED_CLIENT && policy() != RequestPolicy.NONE;
        require(
                !hearsAnswers || keys.serverTitle().isPresent(),
                "Client " + PRE_ESTABLISHED_CLIENT
                        + " opens no association, so nothing tells who answers: give --server-title.");
    }

    private AuthenticationMechanism mechanism() {
        if (mechanism != null) {
            return mechanism;
        }
        if (client == PUBLIC_CLIENT || client == PRE_ESTABLISHED_CLIENT) {
            return AuthenticationMechanism.NONE;
        }
        return keys.areThere() ? AuthenticationMechanism.HIGH_GMAC : AuthenticationMechanism.LOW;
    }

    private RequestPolicy policy() {
        return Optional.ofNullable(policy).orElse(keys.areThere() ? RequestPolicy.BOTH : RequestPolicy.NONE);
    }

    private Envelope.Family family() {
        return switch (Optional.ofNullable(wrapping).orElse("global")) {
            case "global" -> Envelope.Family.GLOBAL;
            case "dedicated" -> Envelope.Family.DEDICATED;
            case "general-global" -> Envelope.Family.GENERAL_GLOBAL;
            case "general-dedicated" -> Envelope.Family.GENERAL_DEDICATED;
            case "general-ciphering" -> Envelope.Family.GENERAL_CIPHERING;
            case "general-signing" -> Envelope.Family.GENERAL_SIGNING;
            default ->
                throw new CommandFailure(
                        ExitCode.WRONG_USAGE,
                        "--wrapping is global, dedicated, general-global, general-dedicated, general-ciphering or "
                                + "general-signing.");
        };
    }

    private static void require(boolean isMet, String sentence) {
        if (!isMet) {
            throw new CommandFailure(ExitCode.WRONG_USAGE, sentence);
        }
    }
}
