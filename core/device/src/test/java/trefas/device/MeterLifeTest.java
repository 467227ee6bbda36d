package trefas.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.log.CapturePeriod;
import trefas.device.log.DataLogger;
import trefas.device.log.LoadProfileContent;
import trefas.device.log.ProfileEntry;
import trefas.device.quality.SupplySettings;
import trefas.device.register.EnergyRegister;
import trefas.device.settings.FunctionSettings;
import trefas.device.status.AlarmSettings;
import trefas.metrology.OneSecondValues;
import trefas.metrology.PhaseThresholds;
import trefas.quantity.PhaseSequence;

/// A random life from a seed: two months second by second, with loads and generation, outages, dips, missing phases,
/// lost neutrals, pressed buttons and a restart every few hours from the record of that moment. Beside it lives a twin
/// that is never restarted. On failure the seed in the test name brings the life back exactly.
class MeterLifeTest {

    private static final int SERIAL = MeterOnBench.SERIAL;
    private static final int DAY_SECONDS = 86_400;
    private static final int DAYS = 62;

    /// More rows than the logger holds: the ring turns over within the life. Whatever happens to the supply calls.
    private static final MeterConfiguration CONFIGURATION = MeterOnBench.logging(
                    LoadProfileContent.ALL, CapturePeriod.MINUTES_5)
            .withFunctions(FunctionSettings.DEFAULT
                    .with(SupplySettings.DEFAULT.withLimitSeconds(60))
                    .with(AlarmSettings.DEFAULT
                            .withCallConfig(AlarmSettings.ON)
                            .withRisingMaskB(-1)
                            .withFallingMaskB(-1)));

    private static final int PERIOD = CapturePeriod.MINUTES_5.seconds();
    private static final int TIME_DISCONTINUITY = 0x40;
    private static final int NORMAL = 230_000;

    private RandomGenerator random = seeded(0);
    private final OneSecondValues values = new OneSecondValues();
    private final Meter twin = new Meter(CONFIGURATION, SERIAL);
    private Meter meter = new Meter(CONFIGURATION, SERIAL);
    private final List<ProfileEntry> rows = new ArrayList<>();
    private final List<ProfileEntry> rowsOfTwin = new ArrayList<>();

    /// Rows of all other loggers, as text.
    private final List<String> others = new ArrayList<>();

    private final List<String> othersOfTwin = new ArrayList<>();
    private final long[] counts = new long[EnergyRegister.ALL.size()];
    private final int[] millivolts = {NORMAL, NORMAL, NORMAL};
    private PhaseSequence sequence = PhaseSequence.L1L2L3;
    private int millihertz = 50_000;
    private int secondsWithoutSupply;
    private int restarts;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 20_261_122})
    void registersRowsAndRestartsKeepTheirPromises(long seed) {
        random = seeded(seed);
        long end = MeterOnBench.START + (long) DAYS * DAY_SECONDS;

        for (long at = MeterOnBench.START + 1; at <= end; at++) {
            at += skippedSeconds();
            live();
            if (random.nextInt(5_000) == 0 && isRestartable()) {
                meter = restarted(at);
            }
            if (random.nextInt(3_000) == 0) {
                meter.leftButtonPressed(at);
            }
            meter.secondElapsed(at, values, effect -> keep(effect, rows, others));
            twin.secondElapsed(at, values, effect -> keep(effect, rowsOfTwin, othersOfTwin));
            assertRegistersKeepTheirRules(at);
        }

        assertRowsKeepTheirRules();
        assertEquals(rowsOfTwin, rows);
        assertEquals(othersOfTwin, others);
        assertArrayEquals(twin.registers(), meter.registers());
        assertTrue(restarts > 100, "restarts: " + restarts);
        for (String told : List.of("VOLTAGE_QUALITY", "NEUTRAL_FAULT", "OCCURRENCES", "Call")) {
            assertTrue(others.stream().anyMatch(text -> text.startsWith(told)), told);
        }
        assertTrue(rows.size() > LoadProfileContent.ALL.capacity(), "rows: " + rows.size());
        assertEquals(LoadProfileContent.ALL.capacity(), meter.loadProfile().entriesInUse());
    }

    // Killed at any second: the record and the rows are those of the last second that had an effect.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 4})
    void aKillLosesNoRowAndLessThanAStepOfAnyRegister(long seed) {
        random = seeded(seed);
        long end = MeterOnBench.START + 20L * DAY_SECONDS;
        byte[] saved = meter.registers();

        for (long at = MeterOnBench.START + 1; at <= end; at++) {
            live();
            if (random.nextInt(2_000) == 0) {
                killAndStart(saved);
                at += random.nextInt(5) == 0 ? random.nextInt(3 * PERIOD) : 0;
            }
            int[] effects = {0};
            meter.secondElapsed(at, values, effect -> {
                effects[0]++;
                keep(effect, rows, others);
            });
            if (effects[0] > 0) {
                saved = meter.registers();
            }
        }

        assertRowsKeepTheirRules();
        assertTrue(restarts > 500, "kills: " + restarts);
    }

    private static RandomGenerator seeded(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private void killAndStart(byte[] saved) {
        Meter killed = meter;
        restarts++;
        meter = assertInstanceOf(Restored.Ready.class, Meter.restore(CONFIGURATION, SERIAL, saved))
                .meter();
        for (EnergyRegister register : EnergyRegister.ALL) {
            assertEquals(killed.reading(register), meter.reading(register), register::title);
        }
        assertEquals(killed.loadProfile().nextLogId(), meter.loadProfile().nextLogId());
    }

    /// About once a day nobody feeds the meter for a while, rarely for more than ten days.
    private long skippedSeconds() {
        return switch (random.nextInt(300_000)) {
            case 0 -> random.nextInt(1, 4);
            case 1 -> random.nextInt(1, 2 * PERIOD);
            case 2 -> random.nextInt(1, 20_000);
            case 3 -> random.nextInt(40) == 0 ? random.nextInt(7 * DAY_SECONDS) : 0;
            default -> 0;
        };
    }

    /// A restored meter is without supply until its next second and has forgotten a dark one it has seen.
    private boolean isRestartable() {
        boolean isLit = PhaseThresholds.indicatesSupply(twin.values()) && PhaseThresholds.indicatesSupply(values);
        return isLit || !twin.isPowered();
    }

    /// The next second of the world: loads now and then change, voltage now and then goes.
    private void live() {
        if (secondsWithoutSupply > 0) {
            secondsWithoutSupply--;
        } else if (random.nextInt(60_000) == 0) {
            secondsWithoutSupply = random.nextInt(3) == 0 ? random.nextInt(1, 8_000) : random.nextInt(1, 4);
        }
        if (random.nextInt(40) == 0) {
            change(random.nextInt(3));
        }
        if (random.nextInt(1_500) == 0) {
            changeSupply();
        }
        for (int phase = 0; phase < 3; phase++) {
            values.phase(
                    phase,
                    secondsWithoutSupply > 0 ? random.nextInt(160_001) : millivolts[phase],
                    values.milliamperes(phase),
                    values.milliwatts(phase),
                    values.millivars(phase));
        }
        values.supply(millihertz, sequence);
    }

    /// More often than not all becomes well again; otherwise anything that befalls a low-voltage net.
    private void changeSupply() {
        Arrays.fill(millivolts, NORMAL);
        sequence = PhaseSequence.L1L2L3;
        millihertz = 50_000;
        int phase = random.nextInt(3);
        switch (random.nextInt(12)) {
            case 0 -> millivolts[phase] = random.nextInt(150_000, 280_000);
            case 1 -> millivolts[phase] = random.nextInt(60_000);
            case 2 -> {
                Arrays.fill(millivolts, 256_000);
                millivolts[phase] = 150_000;
            }
            case 3 -> sequence = PhaseSequence.L1L3L2;
            case 4 -> millihertz = random.nextInt(42_000, 58_000);
            case 5 -> Arrays.fill(millivolts, random.nextInt(180_000, 270_000));
            default -> {
                // As it should be.
            }
        }
    }

    private void change(int phase) {
        int milliwatts =
                random.nextInt(3) == 0 ? random.nextInt(-4_000, 4_001) : random.nextInt(-9_000_000, 12_000_001);
        int millivars = random.nextInt(3) == 0 ? random.nextInt(-4_000, 4_001) : random.nextInt(-3_000_000, 3_000_001);
        values.phase(phase, millivolts[phase], Math.abs(milliwatts) / 230, milliwatts, millivars);
    }

    /// The meter from the record of this moment; a process that starts again finds the same meter.
    private Meter restarted(long at) {
        restarts++;
        byte[] record = meter.registers();
        Meter after = assertInstanceOf(Restored.Ready.class, Meter.restore(CONFIGURATION, SERIAL, record))
                .meter();
        assertArrayEquals(record, after.registers(), () -> "restarted at " + at);
        return after;
    }

    private static void keep(Effect effect, List<ProfileEntry> rows, List<String> others) {
        if (effect instanceof Effect.AppendRow(DataLogger logger, ProfileEntry entry, int _)) {
            if (logger == DataLogger.LOAD_PROFILE) {
                rows.add(entry);
            } else {
                others.add(logger + " " + entry);
            }
        } else if (effect instanceof Effect.Call call) {
            others.add(call.toString());
        }
    }

    private void assertRegistersKeepTheirRules(long at) {
        for (int slot = 0; slot < counts.length; slot++) {
            EnergyRegister register = EnergyRegister.ALL.get(slot);
            long count = meter.milliwattSeconds(register);
            if (count < counts[slot] || count != twin.milliwattSeconds(register)) {
                throw new AssertionError(register.title() + " at " + at + " was " + counts[slot] + ", is " + count
                        + ", of the twin " + twin.milliwattSeconds(register));
            }
            counts[slot] = count;
        }
        boolean sumsHold = count(EnergyRegister.R_PLUS) == count(EnergyRegister.R1) + count(EnergyRegister.R2)
                && count(EnergyRegister.R_MINUS) == count(EnergyRegister.R3) + count(EnergyRegister.R4)
                && count(EnergyRegister.A_PLUS) - count(EnergyRegister.A_MINUS)
                        == ofPhases(EnergyRegister.A_PLUS_L1) - ofPhases(EnergyRegister.A_MINUS_L1)
                && count(EnergyRegister.R_PLUS) - count(EnergyRegister.R_MINUS)
                        == ofPhases(EnergyRegister.R_PLUS_L1) - ofPhases(EnergyRegister.R_MINUS_L1);
        if (!sumsHold) {
            throw new AssertionError("the sums do not hold at " + at);
        }
    }

    private void assertRowsKeepTheirRules() {
        for (int i = 0; i < rows.size(); i++) {
            ProfileEntry row = rows.get(i);
            assertEquals(i + 1, row.logId());
            assertEquals(0, row.capturedAt() % PERIOD, row::toString);
            assertEquals(8, row.readingCount());
            if (i > 0) {
                assertRowFollows(rows.get(i - 1), row);
            }
        }
        for (int column = 0; column < 8; column++) {
            assertTrue(rows.getLast().reading(column)
                    <= meter.reading(LoadProfileContent.ALL.registers().get(column)));
        }
    }

    private static void assertRowFollows(ProfileEntry before, ProfileEntry row) {
        long distance = row.capturedAt() - before.capturedAt();
        boolean isAfterGap = (row.loggerStatus() & TIME_DISCONTINUITY) != 0;
        assertTrue(isAfterGap ? distance > 3_024L * PERIOD : distance == PERIOD, row::toString);
        for (int column = 0; column < row.readingCount(); column++) {
            assertTrue(row.reading(column) >= before.reading(column), row::toString);
        }
    }

    private long count(EnergyRegister register) {
        return counts[register.slot()];
    }

    private long ofPhases(EnergyRegister ofL1) {
        return counts[ofL1.slot()] + counts[ofL1.slot() + 1] + counts[ofL1.slot() + 2];
    }
}
