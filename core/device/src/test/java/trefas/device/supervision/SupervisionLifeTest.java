package trefas.device.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.clock.MeterClock;
import trefas.device.log.DataLogger;
import trefas.device.log.LogInterval;
import trefas.device.log.ProfileEntry;
import trefas.device.quality.SupplySettings;
import trefas.device.rtc.ClockSettings;
import trefas.device.rtc.RealTimeClock;
import trefas.device.status.AlarmSettings;
import trefas.device.status.EventA;
import trefas.device.status.EventB;
import trefas.device.status.OutgoingCall;
import trefas.device.status.StatusFlag;
import trefas.device.status.StatusInput;
import trefas.metrology.OneSecondValues;
import trefas.metrology.event.OccurrenceCounter;
import trefas.quantity.PhaseSequence;

/// The parts together, with a clock that drifts, as a meter has them.
class SupervisionLifeTest {

    private static final long START = 1_795_824_000L;
    private static final MeterClock WALL = new MeterClock(1, true);
    private static final SupervisionSettings SETTINGS = SupervisionSettings.DEFAULT
            .withAlarms(AlarmSettings.DEFAULT
                    .withCallConfig(AlarmSettings.ON)
                    .withMaskA(-1)
                    .withRisingMaskB(-1)
                    .withFallingMaskB(-1))
            .withSupply(SupplySettings.DEFAULT
                    .withHighVolts(253)
                    .withLowVolts(207)
                    .withLimitSeconds(20)
                    .withNeutralVolts(40)
                    .withNeutralHighVolts(253)
                    .withNeutralSeconds(10));

    /// One meter's parts and everything they said.
    private static final class Life {
        private RealTimeClock clock;
        private Supervision supervision = new Supervision(SETTINGS, true);
        private final List<String> said = new ArrayList<>();
        private final Map<DataLogger, Long> lastId = new EnumMap<>(DataLogger.class);

        Life(int driftPartsPerBillion) {
            clock = new RealTimeClock(ClockSettings.DEFAULT.withDriftPartsPerBillion(driftPartsPerBillion));
        }

        private void append(DataLogger logger, ProfileEntry row, int capacity) {
            assertEquals(lastId.getOrDefault(logger, 0L) + 1, row.logId());
            lastId.put(logger, row.logId());
            said.add(logger + " " + row + " of " + capacity);
            supervision.rowAppended(logger);
        }

        private void call(OutgoingCall call) {
            said.add(call.toString());
        }

        void second(long world, OneSecondValues values) {
            clock.secondElapsed(world);
            int quality = supervision.secondElapsed(clock.now(world), values, WALL, this::append, this::call);
            if (quality != 0) {
                said.add("quality " + Integer.toHexString(quality));
            }
        }

        void outage(long lastWorld, long returned) {
            supervision.powerFailed(clock.now(lastWorld), this::call);
            clock.outage(lastWorld, returned, WALL);
            supervision.supplyReturned(clock.now(returned + 1), returned - lastWorld, this::append);
            supervision.powerOn(clock.now(returned + 1), this::append);
        }

        void setClock(long world, long time) {
            int marks = clock.set(world, time, this::append);
            said.add("marks " + Integer.toHexString(marks));
            supervision.clockSet();
        }

        /// What the permanent memory keeps, and nothing else. The start-up is over here.
        void restart() {
            var octets = ByteBuffer.allocate(Supervision.recordLength() + RealTimeClock.recordLength());
            supervision.write(octets);
            clock.write(octets);
            assertFalse(octets.hasRemaining());
            octets.flip();
            supervision = new Supervision(SETTINGS, true);
            clock = new RealTimeClock(clock.settings());
            assertTrue(supervision.read(octets));
            assertTrue(clock.read(octets));
        }
    }

    private static void fill(OneSecondValues values, int l1, int l2, int l3) {
        values.phase(0, l1, 1_000, 200_000, 0);
        values.phase(1, l2, 1_000, 200_000, 0);
        values.phase(2, l3, 1_000, 200_000, 0);
        values.supply(50_000, PhaseSequence.L1L2L3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aRestartAtAnyMomentChangesNothing(long seed) {
        var random = new SplittableRandom(seed);
        int drift = random.nextInt(-1_000_000, 1_000_000);
        var steady = new Life(drift);
        var restarted = new Life(drift);
        var lives = List.of(steady, restarted);
        var values = new OneSecondValues();
        long world = START;
        int started = 0;
        for (Life life : lives) {
            life.supervision.powerOn(life.clock.now(world), life::append);
        }
        int[] volts = {230_000, 230_000, 230_000};
        for (int second = 0; second < 100_000; second++) {
            int what = random.nextInt(4_000);
            if (what < 40) {
                int phase = random.nextInt(3);
                volts[phase] = random.nextInt(3) == 0 ? random.nextInt(0, 280_000) : 230_000;
            }
            fill(values, volts[0], volts[1], volts[2]);
            long off = random.nextLong(2, 400_000);
            long time = world + random.nextLong(-100_000, 100_000);
            StatusInput input = List.of(StatusInput.values()).get(random.nextInt(3));
            boolean isThere = random.nextBoolean();
            long before = world;
            for (Life life : lives) {
                switch (what) {
                    case 100 -> life.outage(before, before + off);
                    case 101 -> life.setClock(before, time);
                    case 102 -> life.supervision.events().clear();
                    case 103, 104, 105, 106 ->
                        life.supervision.input(input, isThere, life.clock.now(before), life::append);
                    default -> {
                        // A second like any other.
                    }
                }
            }
            world += what == 100 ? off + 1 : 1;
            started = what == 100 ? 0 : started + 1;
            steady.second(world, values);
            restarted.second(world, values);
            if (started > 20 && random.nextInt(50) == 0) {
                restarted.restart();
            }
        }

        assertEquals(steady.said, restarted.said);
        assertEquals(steady.clock.now(world), restarted.clock.now(world));
        for (DataLogger logger :
                List.of(DataLogger.STATUS, DataLogger.RTC, DataLogger.VOLTAGE_QUALITY, DataLogger.OCCURRENCES)) {
            assertTrue(steady.lastId.containsKey(logger), logger + " has no row in a life like this");
        }
    }

    /// The story of an evening: power comes, L2 goes, everything goes for an hour, everything comes back.
    @Test
    void anEveningWithTwoOutages() {
        var life = new Life(0);
        var values = new OneSecondValues();
        fill(values, 230_000, 230_000, 230_000);
        long world = START;
        life.supervision.powerOn(world, life::append);
        for (int n = 0; n < 14; n++) {
            life.second(++world, values);
        }
        assertTrue(life.supervision.status().has(StatusFlag.RESET));
        life.second(++world, values);
        assertFalse(life.supervision.status().has(StatusFlag.RESET));

        fill(values, 230_000, 0, 230_000);
        for (int n = 0; n < 200; n++) {
            life.second(++world, values);
        }
        assertEquals(
                EventB.MISSING_L2.mask() | EventB.POWER_FAIL.mask(),
                life.supervision.events().bitsB());

        life.outage(world, world + 3_600);
        world += 3_600;
        fill(values, 230_000, 230_000, 230_000);
        life.second(++world, values);
        assertEquals(
                EventB.POWER_FAIL.mask(),
                life.supervision.events().bitsB(),
                "it happened, and stays until it is written");
        assertEquals(
                EventA.RESET.mask()
                        | EventA.STATUS_B.mask()
                        | EventA.STATUS_READY.mask()
                        | EventA.VOLTAGE_QUALITY_READY.mask(),
                life.supervision.events().bitsA());
        assertEquals(1, life.supervision.occurrences().counted(OccurrenceCounter.LONG_INTERRUPTION));
        assertEquals(
                1, life.said.stream().filter(text -> text.contains("LastGasp")).count());
        assertEquals(
                List.of(
                        "#1 at 1795824016 status 0 quality 0 [2, 6, 0, 0, 0]",
                        "#2 at 1795824016 status 0 quality 0 [2, 4, 0, 0, 0]",
                        "#3 at 1795824016 status 0 quality 0 [2, 2, 0, 0, 0]",
                        "#4 at 1795824215 status 0 quality 0 [2, 7, 0, 0, 0]",
                        "#5 at 1795824216 status 0 quality 0 [0, 4, 0, 0, 0]",
                        "#6 at 1795827816 status 0 quality 0 [0, 5, 0, 0, 0]",
                        "#7 at 1795827816 status 0 quality 0 [2, 5, 0, 0, 0]"),
                life.said.stream()
                        .filter(text -> text.startsWith("VOLTAGE_QUALITY"))
                        .map(text -> text.substring("VOLTAGE_QUALITY ".length(), text.indexOf(" of ")))
                        .toList());
        life.supervision.events().clear();
        life.second(++world, values);
        assertEquals(0, life.supervision.events().bitsA());
    }

    @Test
    void whatIsSetReachesThePartsItConcerns() {
        var life = new Life(0);
        var supply = SupplySettings.DEFAULT
                .withInterval(LogInterval.MONTHLY)
                .withHighVolts(240)
                .withLowVolts(220)
                .withLimitSeconds(7);
        var other = SupervisionSettings.DEFAULT.withSupply(supply);
        life.supervision.settings(other);

        assertEquals(other, life.supervision.settings());
        assertEquals(supply, life.supervision.supply().settings());
        assertEquals(AlarmSettings.DEFAULT, life.supervision.events().settings());
    }
}
