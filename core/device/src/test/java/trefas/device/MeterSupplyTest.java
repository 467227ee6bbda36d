package trefas.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.device.MeterOnBench.START;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.MeterOnBench.Logged;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.log.DataLogger;
import trefas.device.log.DataQuality;
import trefas.device.log.LogInterval;
import trefas.device.log.ProfileEntry;
import trefas.device.quality.SupplySettings;
import trefas.device.settings.FunctionSettings;
import trefas.device.status.AlarmSettings;
import trefas.device.status.EventA;
import trefas.device.status.EventB;
import trefas.device.status.StatusInput;
import trefas.metrology.OneSecondValues;
import trefas.metrology.event.OccurrenceCounter;
import trefas.quantity.PhaseSequence;

/// A meter that watches its supply and itself: what a second, an outage and a set clock mean to the parts that do
/// (dossier 10.1, 14 to 16; decisions 0035 and 0036).
class MeterSupplyTest {

    private static final SupplySettings QUICK =
            SupplySettings.DEFAULT.withLimitSeconds(20).withNeutralSeconds(10);

    private static final FunctionSettings WATCHFUL = FunctionSettings.DEFAULT
            .with(QUICK)
            .with(AlarmSettings.DEFAULT
                    .withCallConfig(AlarmSettings.ON)
                    .withMaskA(-1)
                    .withRisingMaskB(-1)
                    .withFallingMaskB(-1));

    private static MeterOnBench with(FunctionSettings functions) {
        return new MeterOnBench(MeterConfiguration.DEFAULT.withFunctions(functions), START).load(200, 200, 200);
    }

    /// The rows of a logger: time, quality, readings.
    private static List<String> rows(MeterOnBench bench, DataLogger logger) {
        return bench.logged.stream()
                .filter(row -> row.logger() == logger)
                .map(Logged::entry)
                .map(MeterSupplyTest::text)
                .toList();
    }

    private static String text(ProfileEntry row) {
        var text = new StringBuilder("%+d".formatted(row.capturedAt() - START));
        for (int column = 0; column < row.readingCount(); column++) {
            text.append(' ').append(row.reading(column));
        }
        return text.toString();
    }

    private static int qualityOfLastRow(MeterOnBench bench, DataLogger logger) {
        return bench.logged.stream()
                .filter(row -> row.logger() == logger)
                .reduce((_, later) -> later)
                .orElseThrow()
                .entry()
                .dataQuality();
    }

    /// The story of an evening: power comes, L2 goes, everything goes for an hour, everything comes back.
    @Test
    @DisplayName("an evening with two outages")
    void evening() {
        MeterOnBench bench = with(FunctionSettings.DEFAULT).run(15);
        Meter meter = bench.meter();

        bench.volts(230_000, 0, 230_000).run(200);
        assertEquals(
                EventB.MISSING_L2.mask() | EventB.POWER_FAIL.mask(),
                meter.parts().events().bitsB());

        bench.skip(3_600).volts(230_000).run(1);
        assertEquals(EventB.POWER_FAIL.mask(), meter.parts().events().bitsB(), "it happened, and stays");
        assertEquals(
                EventA.RESET.mask()
                        | EventA.STATUS_B.mask()
                        | EventA.STATUS_READY.mask()
                        | EventA.VOLTAGE_QUALITY_READY.mask(),
                meter.parts().events().bitsA());
        assertEquals(1, meter.parts().occurrences().counted(OccurrenceCounter.LONG_INTERRUPTION));
        assertEquals(
                List.of(
                        "+16 2 6 0 0 0",
                        "+16 2 4 0 0 0",
                        "+16 2 2 0 0 0",
                        "+215 2 7 0 0 0",
                        "+216 0 4 0 0 0",
                        "+3816 0 5 0 0 0",
                        "+3816 2 5 0 0 0"),
                rows(bench, DataLogger.VOLTAGE_QUALITY));

        bench.set((_, effects) -> meter.controls().clearEvents(effects)).run(1);
        assertEquals(0, meter.parts().events().bitsA());
    }

    // The first dark second is still measured; the second one stops the processor.
    @ParameterizedTest(name = "{0} s without supply: {1} rows, {2} short and {3} long")
    @CsvSource({"1, 0, 1, 0", "2, 2, 1, 0", "180, 2, 1, 0", "181, 2, 0, 1"})
    void anOutageOfAllPhasesIsToldAfterItWithTheTimeOfFailure(int dark, int rows, int shortOnes, int longOnes) {
        MeterOnBench bench = with(FunctionSettings.DEFAULT).run(20).volts(0).run(dark);
        assertEquals(List.of(), rows(bench, DataLogger.VOLTAGE_QUALITY));
        if (dark > 1) {
            bench.restart();
        }

        bench.volts(230_000).run(5);

        List<String> all = rows(bench, DataLogger.VOLTAGE_QUALITY).stream()
                .filter(row -> row.contains(" 0 4") || row.contains(" 0 5 "))
                .toList();
        assertEquals(rows == 0 ? List.of() : List.of("+21 0 4 0 0 0", "+" + (21 + dark) + " 0 5 0 0 0"), all);
        MeterParts parts = bench.meter().parts();
        assertEquals(shortOnes, parts.occurrences().counted(OccurrenceCounter.SHORT_INTERRUPTION));
        assertEquals(longOnes, parts.occurrences().counted(OccurrenceCounter.LONG_INTERRUPTION));
        assertEquals(longOnes == 1, (parts.events().bitsB() & EventB.POWER_FAIL.mask()) != 0);
    }

    // A phase is beyond a limit until the second after the border: both periods are marked, the third is not.
    @ParameterizedTest(name = "{0} mV and {1} mV: {2}")
    @CsvSource({
        "260000, 230000, OVERVOLTAGE, OVER_L1",
        "190000, 230000, UNDERVOLTAGE, UNDER_L1",
        "150000, 260000, NEUTRAL_ERROR, NEUTRAL_FAULT"
    })
    void whatIsWrongMarksTheRowsOfItsPeriods(int l1, int others, DataQuality quality, EventB event) {
        MeterOnBench bench = with(WATCHFUL).run(800).volts(l1, others, others).run(101);
        assertTrue((bench.meter().parts().events().bitsB() & event.mask()) != 0);
        for (DataLogger logger : List.of(DataLogger.LOAD_PROFILE, DataLogger.ANALYSIS)) {
            assertTrue((qualityOfLastRow(bench, logger) & quality.mask()) != 0, logger.name());
        }

        bench.volts(230_000).run(899);
        assertTrue((qualityOfLastRow(bench, DataLogger.LOAD_PROFILE) & quality.mask()) != 0);
        bench.run(900);
        assertEquals(0, qualityOfLastRow(bench, DataLogger.LOAD_PROFILE));
        assertEquals(0, bench.meter().parts().supply().events());
    }

    @Test
    @DisplayName("a lost neutral is logged when it counts and when it is gone, and calls whoever asked for it")
    void neutral() {
        MeterOnBench bench = with(WATCHFUL).run(100);
        bench.volts(150_000, 260_000, 260_000).run(11);
        assertTrue(bench.told.stream().anyMatch(effect -> effect.toString().contains("Alarm")), bench.told::toString);
        bench.volts(230_000).run(11);

        assertEquals(List.of("+111 1", "+122 0"), rows(bench, DataLogger.NEUTRAL_FAULT));
    }

    @Test
    @DisplayName("the occurrence counters are logged at midnight of normal time and begin anew")
    void occurrences() {
        MeterOnBench bench =
                with(FunctionSettings.DEFAULT).run(3_600).volts(200_000).run(600);
        assertEquals(1, bench.meter().parts().occurrences().counted(OccurrenceCounter.UNDERVOLTAGE_10_PERCENT));

        bench.volts(230_000).run(22 * 3_600).restart().run(3_600);

        assertEquals(
                List.of("+82800 0 0 0 0 0 0 0 0 1 1 0 0 0 0 0 0 0 0 0 0 0 0 0"), rows(bench, DataLogger.OCCURRENCES));
        assertEquals(0, bench.meter().parts().occurrences().counted(OccurrenceCounter.UNDERVOLTAGE_10_PERCENT));
    }

    @Test
    @DisplayName("what is set reaches the parts it concerns, at once and after a restart")
    void settings() {
        SupplySettings other = QUICK.withInterval(LogInterval.MONTHLY)
                .withHighVolts(240)
                .withVoltageQuality(QUICK.voltageQuality().withMeanPeriodSeconds(60));
        MeterOnBench bench = with(WATCHFUL).run(10);

        bench.set((meter, effects) -> meter.setFunctions(WATCHFUL.with(other), effects));
        assertEquals(other, bench.meter().parts().supply().settings());
        bench.killAndStart();

        assertEquals(other, bench.meter().parts().supply().settings());
        bench.volts(256_000).run(60);
        assertTrue((bench.meter().parts().events().bitsB() & EventB.OVER_L1.mask()) != 0);
        assertTrue(rows(bench, DataLogger.VOLTAGE_QUALITY).contains("+0 1 1 256 256 256"), bench.logged::toString);
    }

    /// A meter and everything it said.
    private static final class Life {
        private final MeterConfiguration configuration;
        private Meter meter;
        private final List<String> said = new ArrayList<>();
        private final Map<DataLogger, Long> lastId = new EnumMap<>(DataLogger.class);

        Life(MeterConfiguration configuration) {
            this.configuration = configuration;
            meter = new Meter(configuration, MeterOnBench.SERIAL);
        }

        private void keep(Effect effect) {
            switch (effect) {
                case Effect.AppendRow(DataLogger logger, ProfileEntry row, int capacity) -> {
                    assertEquals(lastId.getOrDefault(logger, 0L) + 1, row.logId());
                    lastId.put(logger, row.logId());
                    said.add(logger + " " + row + " of " + capacity);
                }
                case Effect.Call call -> said.add(call.toString());
                case Effect.SaveRegisters _, Effect.SaveSettings _, Effect.SwitchRelay _, Effect.SendPulses _ -> {
                    // Nothing anybody reads.
                }
            }
        }

        void live(Consumer<Meter> deed) {
            deed.accept(meter);
        }

        void restart() {
            meter = assertInstanceOf(
                            Restored.Ready.class,
                            Meter.restore(
                                    configuration, MeterOnBench.SERIAL, meter.registers(), meter.settingsRecord()))
                    .meter();
        }
    }

    // Voltages of all kinds, outages, a clock that drifts and is set, magnets: beside it a meter that is restarted
    // often.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aRestartAtAnyMomentChangesNothing(long seed) {
        var random = new SplittableRandom(seed);
        MeterConfiguration configuration = MeterConfiguration.DEFAULT.withFunctions(
                WATCHFUL.with(WATCHFUL.clock().withDriftPartsPerBillion(random.nextInt(-1_000_000, 1_000_000))));
        var steady = new Life(configuration);
        var restarted = new Life(configuration);
        var values = new OneSecondValues();
        int[] millivolts = {230_000, 230_000, 230_000};
        long world = START;
        for (int second = 0; second < 100_000; second++) {
            int what = random.nextInt(4_000);
            if (what < 40) {
                int phase = random.nextInt(3);
                // L1 keeps the meter awake: without supply it does not know that it was.
                int lowest = phase == 0 ? 170_000 : 0;
                millivolts[phase] = random.nextInt(3) == 0 ? random.nextInt(lowest, 280_000) : 230_000;
            }
            for (int phase = 0; phase < 3; phase++) {
                values.phase(phase, millivolts[phase], 1_000, 200_000, 0);
            }
            values.supply(50_000, PhaseSequence.L1L2L3);
            long time = world + random.nextLong(-100_000, 100_000);
            StatusInput input = List.of(StatusInput.values()).get(random.nextInt(3));
            boolean isThere = random.nextBoolean();
            long skipped = what == 100 ? random.nextLong(1, 400_000) : 0;
            world += skipped + 1;
            long now = world;
            for (Life life : List.of(steady, restarted)) {
                life.live(meter -> meter.secondElapsed(now, values, life::keep));
                switch (what) {
                    case 101 -> life.live(meter -> meter.setClock(time, life::keep));
                    case 102 -> life.live(meter -> meter.controls().clearEvents(life::keep));
                    case 103, 104, 105, 106 ->
                        life.live(meter -> meter.step(new MeterInput.StatusChanged(now, input, isThere), life::keep));
                    default -> {
                        // A second like any other, or some that are missing.
                    }
                }
            }
            if (random.nextInt(50) == 0) {
                restarted.restart();
            }
        }

        for (int row = 0; row < Math.min(steady.said.size(), restarted.said.size()); row++) {
            assertEquals(steady.said.get(row), restarted.said.get(row));
        }
        assertEquals(steady.said.size(), restarted.said.size());
        assertEquals(steady.meter.now(), restarted.meter.now());
        for (DataLogger logger :
                List.of(DataLogger.STATUS, DataLogger.RTC, DataLogger.VOLTAGE_QUALITY, DataLogger.OCCURRENCES)) {
            assertTrue(steady.lastId.containsKey(logger), logger + " has no row in a life like this");
        }
    }
}
