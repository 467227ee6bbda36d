package trefas.device.debiting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.analysis.AnalysisLog;
import trefas.device.analysis.AnalysisPlan;
import trefas.device.analysis.AnalysisSettings;
import trefas.device.analysis.Distortion;
import trefas.device.log.CapturePeriod;
import trefas.device.log.DataLogger;
import trefas.device.log.LoadProfile;
import trefas.device.log.LoadProfileContent;
import trefas.device.log.LoadProfileEventLog;
import trefas.device.log.LogInterval;
import trefas.device.log.LogRing;
import trefas.device.log.LogSink;
import trefas.device.log.LoggedRegister;
import trefas.device.log.ProfileEntry;
import trefas.device.register.EnergyFormat;
import trefas.device.register.EnergyRegister;
import trefas.device.register.RegisterBank;
import trefas.metrology.OneSecondValues;

/// Three years of random outages, clock sets, commands and settings, lived twice from one seed: once in one go and once
/// with restarts in between. Both must log the same.
class LoggersLifeTest {

    private static final int STEPS = 60_000;
    private static final int GRID = 300;
    private static final long BORN = 1_767_225_600L;
    private static final int DAY = 86_400;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void restartsChangeNothingAndTimesAreInOrder(long seed) {
        var undisturbed = new Life(seed, false);
        var restarted = new Life(seed, true);

        undisturbed.live();
        restarted.live();

        for (DataLogger logger : DataLogger.values()) {
            assertEquals(undisturbed.of(logger), restarted.of(logger), logger.toString());
        }
        assertTrue(restarted.restarts > 100);
        assertTrue(undisturbed.of(DataLogger.DEBITING_1).size() > 36);
        assertTrue(undisturbed.of(DataLogger.ANALYSIS).size() > 10_000);
        assertFalse(undisturbed.of(DataLogger.LOAD_PROFILE_EVENT).isEmpty());
    }

    private static final class Life {

        private final RandomGenerator random;
        private final RandomGenerator restarting;
        private final boolean isRestarted;
        private final Map<DataLogger, List<ProfileEntry>> rows = new EnumMap<>(DataLogger.class);
        private final Map<DataLogger, ProfileEntry> last = new EnumMap<>(DataLogger.class);
        private final RegisterBank registers = new RegisterBank(EnergyFormat.F63);
        private final OneSecondValues values = new OneSecondValues();
        private final LogSink sink = (logger, row, capacity) -> add(logger, row);

        private DebitingSettings settings = DebitingSettings.DEFAULT;
        private AnalysisPlan plan = new AnalysisPlan(AnalysisSettings.DEFAULT);
        private CapturePeriod period = CapturePeriod.MINUTES_15;
        private DebitingLog first = new DebitingLog(settings, 1);
        private SecondDebitingLog second = new SecondDebitingLog(settings, 1);
        private AnalysisLog analysis = new AnalysisLog(plan);
        private LoadProfile profile = new LoadProfile(LoadProfileContent.ACTIVE, period);
        private LoadProfileEventLog events = new LoadProfileEventLog();
        private long now = BORN;
        private int restarts;

        Life(long seed, boolean restarts) {
            random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            restarting = RandomGeneratorFactory.of("L64X128MixRandom").create(~seed);
            isRestarted = restarts;
        }

        void live() {
            for (int step = 0; step < STEPS; step++) {
                int dice = random.nextInt(2_000);
                if (dice < 4) {
                    outage();
                } else if (dice < 8) {
                    setClock();
                } else if (dice < 10) {
                    first.stopNow(now, this::value, at -> {}, sink);
                } else if (dice == 10) {
                    changeSettings();
                } else {
                    measure();
                }
                events.ask(profile, now, sink);
                if (isRestarted && restarting.nextInt(300) == 0) {
                    restart();
                }
            }
            assertEquals(of(DataLogger.DEBITING_1).size() % 256, first.periods());
        }

        List<ProfileEntry> of(DataLogger logger) {
            return rows.getOrDefault(logger, List.of());
        }

        /// The second that ends at the next border of the finest grid.
        private void measure() {
            now = (Math.floorDiv(now, GRID) + 1) * GRID;
            int watts = random.nextInt(5_000);
            registers.addOneSecond(EnergyRegister.A_PLUS, watts * 1_000L * GRID);
            values.phase(0, 230_000 - watts, watts * 4, watts * 1_000, random.nextInt(1_000_000));
            profile.secondElapsed(now, registers, row -> add(DataLogger.LOAD_PROFILE, row));
            analysis.secondElapsed(now, values, Distortion.UNKNOWN, this::value, sink);
            second.secondElapsed(now, this::value, sink);
            first.secondElapsed(now, this::value, at -> {}, sink);
        }

        private void outage() {
            long resumed = now + 1 + random.nextLong(random.nextBoolean() ? DAY : 60L * DAY);
            profile.outage(now, resumed, registers, row -> add(DataLogger.LOAD_PROFILE, row));
            analysis.outage(now, resumed, this::value, sink);
            second.outage(now, resumed, this::value, sink);
            first.outage(now, resumed, this::value, at -> {}, sink);
            now = resumed;
        }

        private void setClock() {
            long reach = random.nextBoolean() ? 120 : 40L * DAY;
            long after = now - reach + random.nextLong(2 * reach);
            if (after < now) {
                last.clear();
            }
            profile.clockSet(now, after, registers, row -> add(DataLogger.LOAD_PROFILE, row));
            analysis.clockSet(now, after, this::value, sink);
            second.clockSet(now, after, this::value, sink);
            first.clockSet(now, after, this::value, at -> {}, sink);
            now = after;
        }

        private void changeSettings() {
            int interval = random.nextInt(7);
            int day = 1 + random.nextInt(28);
            settings = new DebitingSettings(
                    DebitingInterval.ofCode(interval).orElseThrow(),
                    day,
                    LogInterval.ofCode(random.nextInt(3)).orElseThrow(),
                    DebitingProfile.PROFILE_01);
            first.change(settings, 1);
            second.changeInterval(settings, 1);
            plan = new AnalysisPlan(plan.settings()
                    .withInterval(random.nextBoolean() ? CapturePeriod.MINUTES_5 : CapturePeriod.MINUTES_15)
                    .withRegisters(
                            random.nextBoolean()
                                    ? AnalysisSettings.DEFAULT.registers()
                                    : List.of(LoggedRegister.A_PLUS, LoggedRegister.MEAN_POWER_FACTOR_L1)));
            analysis.change(plan);
            period = random.nextBoolean() ? CapturePeriod.MINUTES_60 : CapturePeriod.MINUTES_15;
            profile.changePeriod(period);
        }

        private void restart() {
            restarts++;
            ByteBuffer memory = ByteBuffer.allocate(2_000);
            first.write(memory);
            second.write(memory);
            analysis.write(memory);
            profile.write(memory);
            events.write(memory);
            memory.flip();
            first = new DebitingLog(settings, 1);
            second = new SecondDebitingLog(settings, 1);
            analysis = new AnalysisLog(plan);
            profile = new LoadProfile(LoadProfileContent.ACTIVE, period);
            events = new LoadProfileEventLog();
            assertTrue(first.read(memory)
                    && second.read(memory)
                    && analysis.read(memory)
                    && profile.read(memory)
                    && events.read(memory));
            assertFalse(memory.hasRemaining());
        }

        private long value(LoggedRegister register) {
            return switch (register) {
                case DEBITING_PERIODS -> first.periods();
                case A_PLUS -> registers.reading(EnergyRegister.A_PLUS);
                default -> register.obis().c();
            };
        }

        /// Log ids follow one another, and times too until the clock goes back.
        private void add(DataLogger logger, ProfileEntry row) {
            List<ProfileEntry> all = rows.computeIfAbsent(logger, any -> new ArrayList<>());
            assertEquals(all.size() + 1L, row.logId());
            assertTrue(row.logId() <= LogRing.LOG_ID_MAX);
            ProfileEntry before = last.put(logger, row);
            boolean isOfEvents = logger == DataLogger.LOAD_PROFILE_EVENT;
            assertTrue(
                    before == null || before.capturedAt() < row.capturedAt() + (isOfEvents ? 1 : 0),
                    logger + ": " + row + " after " + before);
            all.add(row);
        }
    }
}
