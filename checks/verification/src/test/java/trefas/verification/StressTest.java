package trefas.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import trefas.cosem.AccessSelection;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.DoubleLongUnsigned;
import trefas.quantity.Obis;
import trefas.transport.MeterConnection;

/// 200 clients talk to one meter at the same time, with a password over the wrapper and over HDLC, and ciphered.
/// Each gets every answer right. One more says nothing that makes sense, and nobody notices.
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class StressTest {

    private static final int PLAIN_CLIENTS = 120;
    private static final int HDLC_CLIENTS = 40;
    private static final int CIPHERED_CLIENTS = 40;
    private static final int CLIENTS = PLAIN_CLIENTS + HDLC_CLIENTS + CIPHERED_CLIENTS;

    /// Places of the meter: the clients, and some for the one that is thrown out and comes back.
    private static final int CONNECTIONS_MAX = CLIENTS + 20;

    private static final int READS_EACH = 20;
    private static final int ROWS_EACH = 96;
    private static final int GARBAGE_CONNECTIONS_MAX = 5_000;
    private static final int GARBAGE_OCTETS = 700;
    private static final int GARBAGE_TIMEOUT_MILLISECONDS = 20;
    private static final int TRIES_MAX = 10_000;

    private static final String ENCRYPTION_KEY = "000102030405060708090A0B0C0D0E0F";
    private static final String AUTHENTICATION_KEY = "D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF";

    private static final String ENERGY = "1-1:1.8.0*255";
    private static final CosemData ENERGY_VALUE = new DoubleLongUnsigned(30_529);
    private static final AttributeDescriptor LOAD_PROFILE = new AttributeDescriptor(7, Obis.of("1-1:99.1.0*255"), 2);

    @TempDir
    Path folder;

    @Test
    void twoHundredClientsAtOnceAndEveryAnswerIsRight() throws Exception {
        try (var meter = PeerMeter.replayTheWeek(folder, "own", keys(0), CONNECTIONS_MAX);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Array rows = day(meter);
            var over = new AtomicBoolean();
            Future<Integer> garbage = threads.submit(() -> talkGarbage(meter.port(), over));
            var allAreOpen = new CyclicBarrier(CLIENTS);

            List<Future<Integer>> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                Callable<MeterConnection> opening = opening(meter.port(), client);
                clients.add(threads.submit(() -> rightAnswers(opening, allAreOpen, rows)));
            }

            for (Future<Integer> client : clients) {
                assertEquals(READS_EACH + 1, client.get());
            }
            over.set(true);
            assertTrue(garbage.get() > 0, "no garbage was sent");
            assertEveryPlaceIsFree(meter.port());
        }
    }

    private static PeerKeys keys(int client) {
        return new PeerKeys("54535400%08X".formatted(client + 1), ENCRYPTION_KEY, AUTHENTICATION_KEY);
    }

    private static Callable<MeterConnection> opening(int port, int client) {
        if (client < PLAIN_CLIENTS) {
            return () ->
                    OwnClient.withPassword(port, PeerMeter.READING_CLIENT, PeerMeter.METER_DEVICE, PeerMeter.PASSWORD);
        }
        if (client < PLAIN_CLIENTS + HDLC_CLIENTS) {
            return () -> OwnClient.withPassword(
                    OwnClient.hdlc(port), PeerMeter.READING_CLIENT, PeerMeter.METER_DEVICE, PeerMeter.PASSWORD);
        }
        return () -> OwnClient.ciphered(port, PeerMeter.MANAGEMENT_CLIENT, PeerMeter.MANAGEMENT_DEVICE, keys(client));
    }

    /// Reads, once everybody is associated, and counts what was right.
    private static int rightAnswers(Callable<MeterConnection> opening, CyclicBarrier allAreOpen, Array rows)
            throws Exception {
        int right = 0;
        try (var meter = opening.call()) {
            allAreOpen.await();
            for (int read = 0; read < READS_EACH; read++) {
                right += OwnClient.read(meter, 3, ENERGY, 2).equals(ENERGY_VALUE) ? 1 : 0;
            }
            right += day(meter).equals(rows) ? 1 : 0;
        }
        return right;
    }

    private static Array day(PeerMeter meter) throws IOException {
        try (var alone = OwnClient.withPassword(
                meter.port(), PeerMeter.READING_CLIENT, PeerMeter.METER_DEVICE, PeerMeter.PASSWORD)) {
            Array rows = day(alone);
            assertEquals(ROWS_EACH, rows.elements().size());
            return rows;
        }
    }

    private static Array day(MeterConnection meter) throws IOException {
        AccessSelection entries = new AccessSelection.EntryDescriptor(1, ROWS_EACH, 1, 0);
        return (Array) OwnClient.value(meter.get(LOAD_PROFILE, Optional.of(entries)));
    }

    /// Says what nobody understands, hangs up or is thrown out, and comes again.
    ///
    /// @return how often
    private static int talkGarbage(int port, AtomicBoolean over) {
        var random = new Random(4);
        int connections = 0;
        while (!over.get() && connections < GARBAGE_CONNECTIONS_MAX) {
            byte[] garbage = new byte[1 + random.nextInt(GARBAGE_OCTETS)];
            random.nextBytes(garbage);
            if (connections % 2 == 0) {
                // Begins like HDLC, and then is none.
                garbage[0] = 0x7E;
            }
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(GARBAGE_TIMEOUT_MILLISECONDS);
                socket.getOutputStream().write(garbage);
                socket.getInputStream().read();
            } catch (IOException thrownOut) {
                // Or not answered, or no place just now: it comes again.
            }
            connections++;
        }
        return connections;
    }

    /// As many associations as the meter has places, all open together: so nothing is left of those before. The
    /// meter sees a little later than the client that a connection has ended, hence the tries.
    private static void assertEveryPlaceIsFree(int port) throws IOException {
        var open = new ArrayList<MeterConnection>();
        try {
            int tries = 0;
            while (open.size() < CONNECTIONS_MAX) {
                assertTrue(tries++ < TRIES_MAX, () -> open.size() + " places of " + CONNECTIONS_MAX + " are free");
                try {
                    open.add(OwnClient.withPassword(
                            port, PeerMeter.READING_CLIENT, PeerMeter.METER_DEVICE, PeerMeter.PASSWORD));
                } catch (IOException noPlaceYet) {
                    Thread.onSpinWait();
                }
            }
        } finally {
            for (MeterConnection connection : open) {
                connection.close();
            }
        }
    }
}
