package trefas.app;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import trefas.app.read.MeterReader;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.acse.AuthenticationMechanism;
import trefas.dlms.client.ClientSecurity;
import trefas.dlms.client.ClientSettings;
import trefas.dlms.client.KeyedSecurity;
import trefas.quantity.Obis;
import trefas.security.SecurityAccess;
import trefas.security.SecurityState;
import trefas.transport.ApduLine;
import trefas.transport.AssociationRejectedException;
import trefas.transport.LinkLostException;
import trefas.transport.MeterConnection;
import trefas.transport.NoAnswerException;
import trefas.transport.RequestRefusedException;

/// Opens a meter as the options say, lets a command use it, and turns whatever goes wrong into one sentence and an
/// exit code.
final class MeterAccess {

    private static final int CHALLENGE_OCTETS = 32;
    private static final int PUBLIC_SERVER = 1;
    private static final String READ = "read";

    /// What a command does with an open meter.
    @FunctionalInterface
    interface Deed {
        void with(MeterReader reader) throws IOException;
    }

    private MeterAccess() {}

    /// Opens the meter, does the deed, and closes it.
    ///
    /// @throws CommandFailure with one sentence
    static int use(ConnectionOptions options, Deed deed) {
        ClientSettings settings = options.settings();
        Optional<SecurityState> keys = keys(options, settings);
        try {
            open(options, settings, keys, deed);
            return ExitCode.OK;
        } catch (AssociationRejectedException | MeterReader.NotGivenException | RequestRefusedException refused) {
            throw new CommandFailure(ExitCode.REFUSED, String.valueOf(refused.getMessage()));
        } catch (NoAnswerException | LinkLostException silent) {
            throw new CommandFailure(ExitCode.PORT_OR_CONNECTION, silent.getMessage() + options.causeOfSilence());
        } catch (IOException failed) {
            throw new CommandFailure(ExitCode.PORT_OR_CONNECTION, String.valueOf(failed.getMessage()));
        }
    }

    private static void open(
            ConnectionOptions options, ClientSettings settings, Optional<SecurityState> keys, Deed deed)
            throws IOException {
        ApduLine line = MeterLines.open(options);
        Optional<ClientSecurity> security = Optional.empty();
        Optional<CounterFile> counterFile = Optional.empty();
        if (keys.isPresent()) {
            var randomness = new SecureRandom();
            try {
                counterFile = beginCounting(options, settings, keys.get(), randomness, line);
            } catch (IOException failed) {
                line.close();
                throw failed;
            }
            SecurityAccess access =
                    counterFile.isPresent() ? counterFile.get() : SecurityAccess.unshared(keys.get(), randomness);
            security = Optional.of(security(options, access));
        }
        try (var reader = new MeterReader(MeterConnection.open(line, settings, security, options.timeout()))) {
            deed.with(reader);
        } finally {
            counterFile.ifPresent(CounterFile::settle);
        }
    }

    /// Who this client is and its keys; empty where nothing is ciphered and nothing proved.
    private static Optional<SecurityState> keys(ConnectionOptions options, ClientSettings settings) {
        if (!settings.isCiphered() && !settings.hasHighLevelSecurity()) {
            return Optional.empty();
        }
        return Optional.of(options.keys().state());
    }

    private static ClientSecurity security(ConnectionOptions options, SecurityAccess access) {
        byte[] challenge = new byte[CHALLENGE_OCTETS];
        access.randomness().nextBytes(challenge);
        var security = new KeyedSecurity(
                access,
                Octets.of(challenge),
                options.keys().secret(),
                options.keys().dedicatedKey());
        return switch (options.sessionKey()) {
            case GLOBAL -> security;
            case WRAPPED -> security.wrappingKeys();
            case EPHEMERAL -> security.agreeingOnKeys(true);
            case STATIC -> security.agreeingOnKeys(false);
        };
    }

    /// Lets the client count on where it may: at a number, above what the meter took last, or where a file says.
    /// See docs/decisions/0019.
    ///
    /// @return the file that counts, if one does
    private static Optional<CounterFile> beginCounting(
            ConnectionOptions options,
            ClientSettings settings,
            SecurityState state,
            SecureRandom randomness,
            ApduLine line)
            throws IOException {
        boolean countsNothing = !settings.isCiphered() && settings.mechanism() != AuthenticationMechanism.HIGH_GMAC;
        String source = options.keys().invocationCounter();
        if (countsNothing) {
            return Optional.empty();
        }
        if (source.matches("\\d{1,10}")) {
            state.continueSendingAt(Long.parseLong(source));
            return Optional.empty();
        }
        if (source.equals(READ) || source.startsWith(READ + ":")) {
            Obis object = source.equals(READ)
                    ? MeterConnection.INVOCATION_COUNTER
                    : Obis.parse(source.substring(READ.length() + 1))
                            .orElseThrow(() -> new CommandFailure(
                                    ExitCode.WRONG_USAGE,
                                    "\"" + source + "\" names no object, expected read:0-0:43.1.0*255 or so."));
            Duration timeout = options.timeout();
            state.continueSendingAt(MeterConnection.readInvocationCounter(line, PUBLIC_SERVER, object, timeout) + 1);
            return Optional.empty();
        }
        return Optional.of(CounterFile.open(Path.of(source), state, randomness));
    }
}
