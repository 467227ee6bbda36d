package trefas.app.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trefas.app.settings.ClientRole;
import trefas.app.settings.KeySet;
import trefas.app.settings.RunSettings;
import trefas.app.settings.SecuritySettings;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.acse.AuthenticationMechanism;
import trefas.dlms.client.ClientSettings;
import trefas.dlms.client.KeyedSecurity;
import trefas.dlms.security.Envelope;
import trefas.quantity.Obis;
import trefas.security.Secret;
import trefas.security.SecurityAccess;
import trefas.security.SecurityPolicy;
import trefas.security.SecurityState;
import trefas.security.SecuritySuite;
import trefas.security.SystemTitle;
import trefas.transport.ApduLine;
import trefas.transport.MeterConnection;
import trefas.transport.TcpWrapperLine;

/// A module with keys of its own that has lost count learns from the public client where to go on (decision 0023).
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ModuleCounterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Obis COUNTER = Obis.of("0-0:43.1.18*255");
    private static final int MODULE = 18;
    private static final int METER = 16;
    private static final RunSettings ENCRYPTED = RunSettings.DEFAULT
            .withStateDirectory(Optional.empty())
            .withDlmsPort(0)
            .withFacePort(OptionalInt.empty())
            .withP1Port(OptionalInt.empty())
            .withSecurity(new SecuritySettings(
                    true,
                    Optional.empty(),
                    SecuritySettings.DEFAULT.passwords(),
                    Map.of(ClientRole.PRIMARY_MODULE, KeySet.DEMO)));

    @Test
    void aModuleThatLostCountGoesOnWhereTheMeterSays() throws Exception {
        try (var process = MeterProcess.start(ENCRYPTED, HostOnBench.START, 0)) {
            assertEquals(0, counter(process));
            var first = module(4_711);
            open(process, first).close();
            long last = counter(process);
            assertEquals(first.unicastCounter().next() - 1, last);

            var lost = module(1);
            assertThrows(IOException.class, () -> open(process, lost).close());
            var found = module(counter(process) + 1);
            open(process, found).close();
            assertTrue(counter(process) > last);
        }
    }

    @Test
    void aModuleWithoutKeysHasNoCounter() throws Exception {
        var settings = ENCRYPTED.withSecurity(SecuritySettings.DEFAULT);
        try (var process = MeterProcess.start(settings, HostOnBench.START, 0)) {
            assertThrows(IOException.class, () -> counter(process));
        }
    }

    private static ApduLine line(MeterProcess process) throws IOException {
        return TcpWrapperLine.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), process.dlmsPort()), PATIENCE);
    }

    private static long counter(MeterProcess process) throws IOException {
        try (ApduLine line = line(process)) {
            return MeterConnection.readInvocationCounter(line, 1, COUNTER, PATIENCE);
        }
    }

    private static SecurityState module(long next) {
        var state = SecurityState.fresh(SecuritySuite.SUITE_0, SecurityPolicy.NONE, new SystemTitle(18));
        KeySet.DEMO.installIn(state);
        state.continueSendingAt(next);
        return state;
    }

    private static MeterConnection open(MeterProcess process, SecurityState module) throws IOException {
        var settings = ClientSettings.of(AssociationSettings.ofReader(MODULE, METER, ""))
                .with(AuthenticationMechanism.HIGH_GMAC)
                .ciphered(Envelope.Family.GLOBAL, StandardMeter.BOTH);
        byte[] challenge = new byte[32];
        new SecureRandom().nextBytes(challenge);
        var security = new KeyedSecurity(
                SecurityAccess.unshared(module, new SecureRandom()),
                Octets.of(challenge),
                Secret.of(new byte[0]),
                Optional.empty());
        return MeterConnection.open(line(process), settings, Optional.of(security), PATIENCE);
    }
}
