package trefas.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.log.CapturePeriod;
import trefas.device.log.DataLogger;
import trefas.device.log.LoadProfileContent;
import trefas.device.log.ProfileEntry;
import trefas.device.register.EnergyRegister;
import trefas.device.register.Quantity;
import trefas.device.register.TariffRegisters;
import trefas.metrology.OneSecondValues;
import trefas.quantity.PhaseSequence;

/// Ten years of one meter from a seed: loads and generation, dips and outages, a quartz that drifts, and everything
/// anybody may do to it ([LifeDeeds]). A day is lived second by second, then nobody feeds the meter for six days, which
/// the reserve of its clock just lasts, or for a month, which it does not. Every few hours it is restarted from its
/// record of that moment, and the meter that was not restarted lives on beside it for a while: both must do the same.
///
/// Every second of the ten years, in some minutes:
/// `mvn -pl core/device -am test -Dtest=TenYearsTest -Dtrefas.years=10 -Dsurefire.failIfNoSpecifiedTests=false`.
/// `-Dtrefas.seed=N` makes another life.
class TenYearsTest {

    private static final int YEARS = 10;
    /// Lived without the long pauses; 0 for the life of the build.
    private static final int WHOLE_YEARS = Integer.getInteger("trefas.years", 0);

    private static final long SEED = Long.getLong("trefas.seed", 20_261_129);
    private static final int SERIAL = MeterOnBench.SERIAL;
    private static final int HOUR = 3_600;
    private static final int DAY = 24 * HOUR;
    private static final long YEAR = 365L * DAY;
    private static final int WITNESSED_SECONDS = 1_000;

    /// Rows that can come twice in a second.
    private static final Set<DataLogger> OF_EVENTS = EnumSet.of(
            DataLogger.STATUS,
            DataLogger.RTC,
            DataLogger.LOAD_PROFILE_EVENT,
            DataLogger.VOLTAGE_QUALITY,
            DataLogger.OCCURRENCES,
            DataLogger.NEUTRAL_FAULT);

    private static final MeterConfiguration CONFIGURATION = MeterOnBench.logging(
                    LoadProfileContent.ALL, CapturePeriod.MINUTES_15)
            .withFunctions(LifeDeeds.FUNCTIONS);

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    private final LifeDeeds deeds = new LifeDeeds(random);
    private final OneSecondValues values = new OneSecondValues();
    private final long[] counts = new long[EnergyRegister.ALL.size()];
    private final Map<DataLogger, Long> lastIds = new EnumMap<>(DataLogger.class);
    private final Map<DataLogger, Long> lastTimes = new EnumMap<>(DataLogger.class);
    private final List<Effect> done = new ArrayList<>();
    private final List<Effect> doneByWitness = new ArrayList<>();

    private Meter meter = new Meter(CONFIGURATION, SERIAL);
    private Optional<Meter> witness = Optional.empty();
    private long witnessedUntil;
    private long at = MeterOnBench.START;
    private long lastNow = Long.MIN_VALUE;
    private int secondsWithoutSupply;
    private boolean isSupplied;
    private long lived;
    private int restarts;
    private int clocksLost;

    @Test
    void registersLogsAndRestartsKeepTheirPromises(TestReporter reporter) {
        long end = MeterOnBench.START + (WHOLE_YEARS > 0 ? WHOLE_YEARS : YEARS) * YEAR;
        values.supply(50_000, PhaseSequence.L1L2L3);
        while (at < end) {
            int stretch = (WHOLE_YEARS > 0 ? 30 : 1) * DAY + random.nextInt(DAY / 4);
            for (int second = 0; second < stretch; second++) {
                second();
            }
            assertRegistersKeepTheirRules();
            witness = Optional.empty();
            at += pause();
        }

        reporter.publishEntry(
                "life",
                lived + " s, " + restarts + " restarts, the clock lost " + clocksLost + " times, rows " + lastIds);
        // Without the long pauses the clock is lost about once a year.
        int lostMin = WHOLE_YEARS > 0 ? WHOLE_YEARS / 2 : 20;
        assertTrue(
                restarts > 500 && clocksLost > lostMin, () -> restarts + " restarts, " + clocksLost + " clocks lost");
        assertTrue(lastIds.getOrDefault(DataLogger.LOAD_PROFILE, 0L) > 20_000, lastIds::toString);
        assertTrue(lastIds.getOrDefault(DataLogger.DEBITING_1, 0L) > 100, lastIds::toString);
        assertTrue(lastIds.keySet().containsAll(EnumSet.range(DataLogger.LOAD_PROFILE, DataLogger.RTC)));
    }

    /// Seconds nobody feeds to the meter: now and then a moment, else a little less than the reserve of its clock, or
    /// much more.
    private long pause() {
        int kind = random.nextInt(20);
        if (kind < 2 || (WHOLE_YEARS > 0 && kind < 18)) {
            return random.nextInt(1, 3 * HOUR);
        }
        return kind < 10 ? random.nextInt(5 * DAY, 7 * DAY - HOUR) : random.nextInt(7 * DAY, 50 * DAY);
    }

    private void second() {
        at++;
        lived++;
        supply();
        if (isSupplied && meter.isPowered()) {
            deeds.next(meter, at - 1).ifPresent(this::all);
        }
        if (random.nextInt(20_000) == 0 && (isSupplied || !meter.isPowered())) {
            restart();
        }
        boolean wasValid = meter.parts().clock().isValid();
        all((each, effects) -> each.secondElapsed(at, values, effects));
        clocksLost += wasValid && !meter.parts().clock().isValid() ? 1 : 0;
        if (witness.isPresent() && at >= witnessedUntil) {
            assertArrayEquals(witness.get().registers(), meter.registers(), () -> "at " + at);
            witness = Optional.empty();
        }
        if (at % 60 == 0) {
            assertRegistersKeepTheirRules();
        }
    }

    /// Loads change now and then, voltage goes now and then, mostly for a moment.
    private void supply() {
        if (secondsWithoutSupply > 0) {
            secondsWithoutSupply--;
        } else if (random.nextInt(60_000) == 0) {
            secondsWithoutSupply = random.nextInt(3) == 0 ? random.nextInt(1, 8_000) : random.nextInt(1, 4);
        }
        boolean isThere = secondsWithoutSupply == 0;
        if (random.nextInt(60) == 0 || isThere != isSupplied) {
            int changed = random.nextInt(3);
            for (int phase = 0; phase < 3; phase++) {
                boolean isOther = phase == changed;
                values.phase(
                        phase,
                        isThere ? 230_000 : random.nextInt(160_001),
                        isOther ? random.nextInt(60_000) : values.milliamperes(phase),
                        isOther ? deeds.power(12_000_000) : values.milliwatts(phase),
                        isOther ? deeds.power(3_000_000) : values.millivars(phase));
            }
        }
        isSupplied = isThere;
    }

    /// From here on the meter is the one that its record makes; the other one is its witness for a while.
    private void restart() {
        restarts++;
        byte[] record = meter.registers();
        Meter after = assertInstanceOf(
                        Restored.Ready.class, Meter.restore(CONFIGURATION, SERIAL, record, meter.settingsRecord()))
                .meter();
        assertArrayEquals(record, after.registers(), () -> "restarted at " + at);
        witness = Optional.of(meter);
        witnessedUntil = at + WITNESSED_SECONDS;
        meter = after;
    }

    /// Does something to the meter and to its witness.
    private void all(BiConsumer<Meter, Consumer<Effect>> deed) {
        done.clear();
        deed.accept(meter, effect -> {
            if (!(effect instanceof Effect.SaveRegisters)) {
                done.add(effect);
            }
        });
        if (witness.isPresent()) {
            doneByWitness.clear();
            deed.accept(witness.get(), doneByWitness::add);
            assertEquals(outside(doneByWitness), outside(done), () -> "at " + at);
        }
        if (!done.isEmpty() || meter.now() < lastNow) {
            look();
        }
        lastNow = meter.now();
    }

    /// What leaves the meter but for relays, which are told their place once more by a program that starts.
    private static List<Effect> outside(List<Effect> effects) {
        return effects.stream()
                .filter(effect -> !(effect instanceof Effect.SwitchRelay || effect instanceof Effect.SaveRegisters))
                .toList();
    }

    /// Log ids follow one another, and times too until the clock goes back; in that second a logger may tell of both
    /// times.
    private void look() {
        boolean wentBack = meter.now() < lastNow;
        for (Effect effect : done) {
            if (effect instanceof Effect.AppendRow(DataLogger logger, ProfileEntry row, int _)) {
                assertEquals(lastIds.getOrDefault(logger, 0L) + 1, row.logId(), () -> logger + " at " + at);
                lastIds.put(logger, row.logId());
                Long before = lastTimes.put(logger, row.capturedAt());
                boolean isLater = before == null
                        || wentBack
                        || row.capturedAt() > before
                        || (row.capturedAt() == before && OF_EVENTS.contains(logger));
                assertTrue(isLater, () -> logger + ": " + row + " after " + before + " at " + at);
            }
        }
        if (wentBack) {
            lastTimes.clear();
        }
    }

    private void assertRegistersKeepTheirRules() {
        for (int slot = 0; slot < counts.length; slot++) {
            long count = meter.milliwattSeconds(EnergyRegister.ALL.get(slot));
            if (count < counts[slot]) {
                throw new AssertionError(EnergyRegister.ALL.get(slot) + " fell to " + count + " at " + at);
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
        TariffRegisters tariffs = meter.parts().registers().tariffs();
        for (Quantity quantity : Quantity.ALL) {
            long sum = 0;
            for (int tariff = TariffRegisters.TARIFF_MIN; tariff <= TariffRegisters.TARIFF_MAX; tariff++) {
                sum += tariffs.milliwattSeconds(quantity, tariff);
            }
            if (sum != count(quantity.energy())) {
                throw new AssertionError("the tariffs of " + quantity + " add up to " + sum + " at " + at);
            }
        }
    }

    private long count(EnergyRegister register) {
        return counts[register.slot()];
    }

    private long ofPhases(EnergyRegister ofL1) {
        return counts[ofL1.slot()] + counts[ofL1.slot() + 1] + counts[ofL1.slot() + 2];
    }
}
