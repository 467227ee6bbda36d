package trefas.app.host;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trefas.app.settings.RunSettings;
import trefas.dlms.ApduBuffer;
import trefas.dlms.ApduServer;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.client.ClientAssociation;
import trefas.dlms.client.ClientEvent;
import trefas.dlms.client.ClientSettings;

/// Ten wrong passwords lock a client out for a minute, on all connections; five on one connection lock that one. The
/// right password opens again when the minute is over, also on a line that never closes (decision 0018).
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LockoutTest {

    private static final int MODULE = 18;
    private static final int METER = 16;

    private static final RunSettings SETTINGS = RunSettings.DEFAULT
            .withStateDirectory(Optional.empty())
            .withDlmsPort(0)
            .withFacePort(OptionalInt.empty())
            .withP1Port(OptionalInt.empty());

    private final AtomicLong nanoseconds = new AtomicLong();

    private static boolean opens(ApduServer server, String password) {
        var client = new ClientAssociation(
                ClientSettings.of(AssociationSettings.ofReader(MODULE, METER, password)), Optional.empty());
        var request = new ApduBuffer(0);
        assertTrue(client.open(request).isEmpty());
        byte[] aarq = request.toOctets();
        var answer = new ApduBuffer(0);
        server.receive(MODULE, METER, aarq, 0, aarq.length, answer);
        byte[] aare = answer.toOctets();
        boolean isOpen = client.receive(aare, 0, aare.length, request)
                .filter(ClientEvent.Opened.class::isInstance)
                .isPresent();
        if (isOpen) {
            server.abort(MODULE, METER);
        }
        return isOpen;
    }

    private MeterServers servers(MeterProcess process) {
        return new MeterServers(SETTINGS, process.host(), nanoseconds::get);
    }

    @Test
    void tenWrongPasswordsLockEverybodyOutForAMinute() throws Exception {
        try (var process = MeterProcess.start(SETTINGS, HostOnBench.START, 0);
                var servers = servers(process)) {
            assertTrue(opens(servers.get(), RunSettings.PASSWORD));
            for (int attempt = 0; attempt < 10; attempt++) {
                assertFalse(opens(servers.get(), "wrong"));
            }
            assertFalse(opens(servers.get(), RunSettings.PASSWORD), "locked on a new connection too");

            nanoseconds.addAndGet(Duration.ofSeconds(59).toNanos());
            assertFalse(opens(servers.get(), RunSettings.PASSWORD));
            nanoseconds.addAndGet(Duration.ofSeconds(1).toNanos());
            assertTrue(opens(servers.get(), RunSettings.PASSWORD));
        }
    }

    @Test
    void nineWrongPasswordsLockNobodyOut() throws Exception {
        try (var process = MeterProcess.start(SETTINGS, HostOnBench.START, 0);
                var servers = servers(process)) {
            for (int attempt = 0; attempt < 9; attempt++) {
                assertFalse(opens(servers.get(), "wrong"));
            }
            assertTrue(opens(servers.get(), RunSettings.PASSWORD));
        }
    }

    /// A serial line is one connection for ever: nobody connects, so the timer itself forgives.
    @Test
    void aLineThatNeverClosesIsForgivenByTheTimer() throws Exception {
        try (var process = MeterProcess.start(SETTINGS, HostOnBench.START, 0);
                var servers = new MeterServers(SETTINGS, process.host(), nanoseconds::get, Duration.ofMillis(1))) {
            ApduServer line = servers.get();
            for (int attempt = 0; attempt < 5; attempt++) {
                assertFalse(opens(line, "wrong"));
            }
            assertFalse(opens(line, RunSettings.PASSWORD), "locked on this line");

            while (!opens(line, RunSettings.PASSWORD)) {
                nanoseconds.addAndGet(Duration.ofSeconds(1).toNanos());
                Thread.onSpinWait();
            }
        }
    }
}
