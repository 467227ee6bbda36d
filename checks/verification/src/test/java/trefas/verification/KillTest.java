package trefas.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import trefas.app.read.CosemTimes;
import trefas.app.read.MeterReader;
import trefas.app.read.Reading;
import trefas.cosem.AccessSelection;
import trefas.cosem.CaptureObject;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Octets;
import trefas.device.log.DataLogger;
import trefas.dlms.acse.AssociationSettings;
import trefas.quantity.Obis;
import trefas.storage.Durability;
import trefas.storage.RocksMemory;
import trefas.transport.TcpTimeouts;

/// A running meter is killed (SIGKILL) again and again, at random moments: while it counts fast, while it counts
/// at the pace of life, while it starts. Meanwhile it is read over DLMS and its page over HTTP without a pause.
/// Whatever was read or shown must be there after the next start: no register lower, no row of the load profile
/// gone or different. And whatever was set and acknowledged must be set.
///
/// A reading of the load profile begins some rows before the newest one seen so far and goes to its end, so that
/// hundreds of kills don't read the same thousands of rows each time. All rows there are are read at the first
/// starts, then at every 25th and at the very end.
///
/// A build kills 20 times. The full number, which takes about an hour:
/// `mvn verify -Dtest=trefas.verification.KillTest -Dtrefas.kills=1000 -Dsurefire.failIfNoSpecifiedTests=false`.
/// `-Dtrefas.seed=N` chooses other moments; the seed is printed with the rate.
class KillTest {

    private static final int KILLS = Integer.getInteger("trefas.kills", 20);
    private static final long SEED = Long.getLong("trefas.seed", 20_261_122);

    /// Three hours a second: rows are captured all the time, and registers move with every chunk.
    private static final String FAST = "10000";

    private static final int SERIAL_NUMBER = 21_830_417;
    private static final String REAL_TIME = "1";

    /// A meter lives at most so long before its kill.
    private static final int LIFE_MILLIS_MAX = 600;

    /// From launch to somewhere in the start; the virtual machine alone takes a good part of it.
    private static final int START_MILLIS_MAX = 1_200;

    /// So many rows that were seen before are read again with the new ones.
    private static final int ROWS_AGAIN = 40;

    /// Up to so many rows the whole profile is read at every start.
    private static final int ROWS_SHORT = 200;

    /// How often the whole profile is read when it is longer.
    private static final int STARTS_A_WHOLE_READING = 25;

    private static final MeterReader.Listed PROFILE = new MeterReader.Listed(7, Obis.of("1-1:99.1.0*255"));
    private static final CaptureObject CLOCK = new CaptureObject(8, Obis.of("0-1:1.0.0*255"), 2, 0);
    private static final CosemData NO_END = new CosemData.OctetString(Octets.of(CosemTimes.OPEN.octets()));

    private static final List<Obis> REGISTERS = List.of(
            Obis.of("1-1:1.8.0*255"), Obis.of("1-1:2.8.0*255"), Obis.of("1-1:3.8.0*255"), Obis.of("1-1:4.8.0*255"));

    private static final Pattern SHOWN =
            Pattern.compile("\"obis\":\"1-1:([1-4])[.]8[.]0[*]255\"[^}]*\"value\":([0-9]+)");

    @TempDir
    Path folder;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    private final HttpClient browser = HttpClient.newHttpClient();
    private final Witness witness = new Witness();
    private int readsBeforeKills;
    private int starts;

    /// A row of the load profile.
    private record Row(CosemData time, CosemData cells) {}

    /// What has been read or shown so far. Nothing of it may ever be taken back.
    private static final class Witness {

        private final long[] readWattHours = new long[REGISTERS.size()];
        private final long[] shown = new long[REGISTERS.size()];
        private final List<Row> rows = new ArrayList<>();
        private final Map<CosemData, Integer> places = new HashMap<>();
        private int acknowledged;

        /// A number the meter said it has taken.
        synchronized void acknowledged(int number) {
            acknowledged = number;
        }

        /// The last acknowledged number, or the one whose acknowledgement the kill swallowed.
        synchronized void numberRead(int number) {
            assertTrue(
                    number == acknowledged || number == acknowledged + 1,
                    "number " + acknowledged + " was acknowledged, then the meter had " + number);
            acknowledged = number;
        }

        synchronized int nextNumber() {
            return acknowledged + 1;
        }

        synchronized void registersRead(long[] wattHours) {
            for (int register = 0; register < wattHours.length; register++) {
                long now = wattHours[register];
                long before = readWattHours[register];
                assertTrue(now >= before, REGISTERS.get(register) + " fell from " + before + " to " + now);
                readWattHours[register] = now;
            }
        }

        synchronized void shown(int register, long value) {
            long before = shown[register];
            assertTrue(value >= before, REGISTERS.get(register) + " was shown as " + before + ", then as " + value);
            shown[register] = value;
        }

        synchronized boolean isShort() {
            return rows.size() <= ROWS_SHORT;
        }

        /// The time of a row seen before, but not long before the newest; empty when none was seen.
        synchronized Optional<CosemData> timeNearEnd() {
            return rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            rows.get(Math.max(0, rows.size() - ROWS_AGAIN)).time());
        }

        /// Rows from some place of the profile to its end, oldest first: those seen before must all be among them,
        /// unchanged and in the same order, and what comes after them is new.
        ///
        /// @param from time of the row they begin with at the latest; empty when they are all there are
        synchronized void rowsRead(List<Row> read, Optional<CosemData> from) {
            int first = from.isPresent() ? place(read, from.get()) : 0;
            for (int place = 0; place < read.size(); place++) {
                Row row = read.get(place);
                if (first + place < rows.size()) {
                    assertEquals(rows.get(first + place), row, "row " + (first + place) + " of the load profile");
                } else {
                    assertTrue(places.putIfAbsent(row.time(), rows.size()) == null, () -> "twice: " + row);
                    rows.add(row);
                }
            }
            assertTrue(
                    first + read.size() >= rows.size(),
                    () -> "rows are gone: " + rows.subList(first + read.size(), rows.size()));
        }

        /// Where the first of these rows stood when it was seen before.
        private int place(List<Row> read, CosemData from) {
            assertFalse(read.isEmpty(), "rows are gone, all since " + from);
            int place = places.getOrDefault(read.getFirst().time(), Integer.MAX_VALUE);
            assertTrue(
                    place <= places.getOrDefault(from, -1), () -> "gone: " + from + ", now since " + read.getFirst());
            return place;
        }
    }

    @Test
    void aKilledMeterTakesNothingBackThatWasReadOrShown(TestReporter reporter) throws Exception {
        Path file = settings();
        long start = System.nanoTime();
        int kills = 0;
        int killedWhileStarting = 0;
        for (int round = 0; kills < KILLS; round++) {
            String when = "round " + round + ", seed " + SEED;
            String speed = random.nextInt(5) == 0 ? REAL_TIME : FAST;
            try (var program = TrefasProgram.start("run", file.toString(), "--speed", speed)) {
                if (random.nextInt(5) == 0) {
                    elapse(random.nextInt(START_MILLIS_MAX), program);
                    killedWhileStarting++;
                } else {
                    var banner = program.awaitBanner();
                    live(program, banner.dlmsPort(), banner.facePort().orElseThrow(), when);
                }
                program.kill();
                kills++;
                assertEquals(List.of(), program.errors(), when);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        try (var program = TrefasProgram.start("run", file.toString(), "--speed", "0")) {
            verify(program.awaitDlmsPort(), true);
            program.kill();
        }
        assertLogIdsRunOn();
        reporter.publishEntry(
                "kills",
                String.format(
                        Locale.ROOT,
                        "%d kills, %d of them while starting, %.2f a second, %d readings, %d rows, %d numbers, seed %d",
                        kills,
                        killedWhileStarting,
                        kills / seconds,
                        readsBeforeKills,
                        witness.rows.size(),
                        witness.acknowledged,
                        SEED));
        assertTrue(witness.rows.size() > kills, () -> "control: only " + witness.rows.size() + " rows were captured");
        assertTrue(witness.readWattHours[0] > 0, "control: nothing was counted");
        assertTrue(witness.acknowledged > kills, () -> "control: only " + witness.acknowledged + " numbers were set");
    }

    /// The ids are not on any wire yet, so the permanent memory is asked.
    private void assertLogIdsRunOn() throws IOException {
        var ids = new ArrayList<Long>();
        try (var memory = RocksMemory.open(folder.resolve("state"), Durability.GROUP)) {
            memory.visit(
                    SERIAL_NUMBER,
                    DataLogger.LOAD_PROFILE,
                    0,
                    Long.MIN_VALUE,
                    Long.MAX_VALUE,
                    row -> ids.add(row.logId()));
        }
        List<Long> running = LongStream.range(0, ids.size())
                .mapToObj(number -> ids.getFirst() + number)
                .toList();
        assertEquals(running, ids);
        assertEquals(witness.rows.size(), ids.size());
    }

    /// A meter that shows every watt hour, so that its registers move as often as they can.
    private Path settings() throws IOException {
        return Files.writeString(folder.resolve("meter.yaml"), """
                meter:
                  decimals: "6.3"
                ports:
                  dlms: 0
                  face: 0
                  p1: 0
                state: state
                """);
    }

    /// Checks what was there before, then reads without a pause until the kill.
    private void live(TrefasProgram program, int dlmsPort, int facePort, String when) throws Exception {
        verify(dlmsPort, witness.isShort() || starts % STARTS_A_WHOLE_READING == 0);
        starts++;
        var killed = new CountDownLatch(1);
        var wrong = new AtomicReference<Optional<Throwable>>(Optional.empty());
        Runnable reading = () -> readUntil(killed, wrong, () -> readOnce(dlmsPort, killed));
        Runnable looking = () -> readUntil(killed, wrong, () -> lookOnce(facePort));
        Thread reader = Thread.ofVirtual().start(reading);
        Thread looker = Thread.ofVirtual().start(looking);
        Thread setter = Thread.ofVirtual().start(() -> readUntil(killed, wrong, () -> setOnce(dlmsPort, killed)));
        elapse(random.nextInt(LIFE_MILLIS_MAX), program);
        killed.countDown();
        program.kill();
        reader.join();
        looker.join();
        setter.join();
        if (wrong.get().isPresent()) {
            throw new AssertionError(when + "\n" + program.story(), wrong.get().get());
        }
    }

    /// The time until a kill. It ends early only when the program does, which it must not.
    private static void elapse(int millis, TrefasProgram program) throws InterruptedException {
        assertTrue(!program.endsWithin(Duration.ofMillis(millis)), program::story);
    }

    /// Something that reads the meter once.
    private interface Look {
        void once() throws IOException, InterruptedException;
    }

    private static void readUntil(CountDownLatch killed, AtomicReference<Optional<Throwable>> wrong, Look look) {
        try {
            while (killed.getCount() > 0) {
                look.once();
            }
        } catch (IOException broken) {
            // The line of a killed meter breaks. A meter that is alive keeps it.
            if (killed.getCount() > 0) {
                wrong.set(Optional.of(broken));
            }
        } catch (InterruptedException | AssertionError failed) {
            wrong.set(Optional.of(failed));
        }
    }

    private void readOnce(int port, CountDownLatch killed) throws IOException {
        try (var reader = reader(port)) {
            while (killed.getCount() > 0) {
                witness.registersRead(registers(reader));
                readRows(reader, witness.timeNearEnd());
                readsBeforeKills++;
            }
        }
    }

    /// Writes one number after the other, each as soon as the one before was acknowledged.
    private void setOnce(int port, CountDownLatch killed) throws IOException {
        try (var setter = new NumberSetter(port)) {
            while (killed.getCount() > 0) {
                int number = witness.nextNumber();
                setter.set(number);
                witness.acknowledged(number);
            }
        }
    }

    private void lookOnce(int port) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/meters/" + SERIAL_NUMBER + "/registers"))
                .timeout(TrefasProgram.END_LIMIT)
                .build();
        String answer =
                browser.send(request, HttpResponse.BodyHandlers.ofString()).body();
        var matcher = SHOWN.matcher(answer);
        int found = 0;
        while (matcher.find()) {
            witness.shown(Integer.parseInt(matcher.group(1)) - 1, Long.parseLong(matcher.group(2)));
            found++;
        }
        assertEquals(REGISTERS.size(), found, answer);
    }

    /// What a meter that was just started has must be all that was read from it before.
    ///
    /// @param isWhole whether all rows of the load profile are read or only the newest
    private void verify(int port, boolean isWhole) throws IOException {
        try (var reader = reader(port)) {
            witness.registersRead(registers(reader));
            readRows(reader, isWhole ? Optional.empty() : witness.timeNearEnd());
        }
        try (var setter = new NumberSetter(port)) {
            witness.numberRead(setter.read());
        }
    }

    private static MeterReader reader(int port) throws IOException {
        return MeterReader.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                AssociationSettings.ofReader(18, 16, "12345"),
                TcpTimeouts.DEFAULT);
    }

    private static long[] registers(MeterReader reader) throws IOException {
        long[] wattHours = new long[REGISTERS.size()];
        for (int register = 0; register < wattHours.length; register++) {
            Reading reading = reader.read(new MeterReader.Listed(3, REGISTERS.get(register)), Optional.empty());
            wattHours[register] = reading.number().orElseThrow().longValueExact();
        }
        return wattHours;
    }

    private void readRows(MeterReader reader, Optional<CosemData> from) throws IOException {
        Optional<AccessSelection> selection =
                from.map(time -> new AccessSelection.RangeDescriptor(CLOCK, time, NO_END, List.of()));
        var buffer = assertInstanceOf(
                CosemData.Array.class, reader.read(PROFILE, selection).value());
        var rows = new ArrayList<Row>();
        for (CosemData cells : buffer.elements()) {
            CosemData time = assertInstanceOf(CosemData.Structure.class, cells)
                    .elements()
                    .getFirst();
            rows.add(new Row(time, cells));
        }
        witness.rowsRead(rows, from);
    }
}
