package trefas.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.DataAccessResult;
import trefas.device.Meter;
import trefas.device.Restored;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.configuration.TypeNumber;
import trefas.device.module.PortSetup;
import trefas.device.settings.FunctionSettings;
import trefas.device.status.EventB;

/// Tariff, load control, module, debiting and status over the meter's own model: how they are made, what they take
/// (dossier 8, 9, 11, 16, 17, 20).
@DisplayName("own model: tariff, load, module, debiting, status")
class FunctionObjectsTest {

    private static final int DATA = 1;
    private static final String FORCE_STOP = "1-1:0.1.5*128";
    private static final String PERIODS = "1-1:0.1.0*255";
    private static final String EVENTS_A = "0-1:96.10.1*255";
    private static final String EVENTS_B = "0-1:96.10.2*255";

    private final FunctionsOnBench on = new FunctionsOnBench();

    // Everything is disabled, as with Z3, Z13, Z14 and Z26 of zeros; in the second after power-on the status still
    // says reset.
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            1-1:129.0.0*255  | 11 01         | actual tariff
            1-1:129.0.40*255 | 0A 04 6E6F6E65 | exception days: none
            1-1:96.52.21*255 | 11 00         | source of the tariff
            1-1:96.52.22*255 | 11 01         | default tariff
            1-1:96.52.23*255 | 0A 00         | name of the plan
            1-1:96.52.24*255 | 11 01         | plan
            1-1:96.52.25*255 | 11 00         | season
            1-1:96.52.1*255  | 11 00         | load 1 active
            1-1:96.52.2*255  | 11 00         | its tariffs
            1-1:96.52.3*255  | 11 00         | load 2 active
            1-1:96.52.4*255  | 11 00         | its tariffs
            1-1:96.52.5*255  | 12 0E10       | load delay 3600 s
            1-1:96.52.7*255  | 12 0000       | load 1 remaining delay
            1-1:96.52.8*255  | 12 0000       | load 2 remaining delay
            1-1:96.52.9*255  | 11 00         | load 1 mode
            1-1:96.52.10*255 | 11 00         | load 2 mode
            1-1:96.52.11*255 | 11 01         | summer time
            1-1:96.52.31*255 | 11 00         | load 1 mode
            1-1:96.52.32*255 | 11 00         | default state
            1-1:96.52.33*255 | 0A 00         | name of the plan
            1-1:96.52.34*255 | 11 01         | plan
            1-1:96.52.35*255 | 11 00         | season
            1-1:96.52.41*255 | 11 00         | load 2 mode
            1-1:96.52.42*255 | 11 00         | default state
            1-1:96.52.43*255 | 0A 00         | name of the plan
            1-1:96.52.44*255 | 11 01         | plan
            1-1:96.52.45*255 | 11 00         | season
            0-1:96.3.1*255   | 11 00         | module ports
            1-1:0.128.1*255  | 06 00000000   | pulse input
            1-1:96.53.1*255  | 11 00         | its level
            1-1:0.1.0*255    | 11 00         | debiting periods
            1-1:0.1.6*128    | 11 00         | debiting logger 2: daily
            1-1:97.97.0*255  | 11 01         | meter status: reset
            0-1:96.10.1*255  | 06 40240001   | event status A: reset, rows of status log, load profile and analysis log
            0-1:96.10.2*255  | 06 00000000   | event status B
            1-1:96.5.1*255   | 11 01         | operation state: normal
            1-1:134.0.3*255  | 11 00         | alarm call
            1-1:134.0.4*255  | 06 00000000   | end point
            1-1:134.0.5*255  | 12 0000       | port
            1-1:134.0.6*255  | 06 00000000   | mask A
            1-1:134.0.7*255  | 06 00000000   | rising mask B
            1-1:134.0.8*255  | 06 00000000   | falling mask B
            """)
    void aMeterOfWhichNothingWasOrderedSaysSo(String name, String axdr, String meaning) {
        assertEquals(axdr.replace(" ", ""), on.read(name), meaning);
    }

    // First value, last value, the values just outside, and another type. A row without values outside takes all.
    @ParameterizedTest(name = "{0}: {1} and {2}, not {3} nor {4}")
    @CsvSource(delimiter = '|', textBlock = """
            1-1:96.52.21*255 | 11 00       | 11 03       |         | 11 04   | 12 0001
            1-1:96.52.22*255 | 11 01       | 11 08       | 11 00   | 11 09   | 12 0001
            1-1:96.52.2*255  | 11 00       | 11 FF       |         |         | 12 0001
            1-1:96.52.4*255  | 11 00       | 11 FF       |         |         | 12 0001
            1-1:96.52.5*255  | 12 0000     | 12 2A30     |         | 12 2A31 | 11 01
            1-1:96.52.11*255 | 11 00       | 11 01       |         | 11 02   | 03 01
            1-1:96.52.31*255 | 11 00       | 11 03       |         | 11 04   | 16 01
            1-1:96.52.32*255 | 11 00       | 11 01       |         | 11 02   | 03 01
            1-1:96.52.41*255 | 11 00       | 11 03       |         | 11 04   | 16 01
            1-1:96.52.42*255 | 11 00       | 11 01       |         | 11 02   | 03 01
            0-1:96.3.1*255   | 11 01       | 11 12       | 11 0E   | 11 13   | 12 0001
            1-1:0.128.1*255  | 06 00000000 | 06 FFFFFFFF |         |         | 12 0001
            1-1:0.1.6*128    | 11 00       | 11 02       |         | 11 03   | 12 0001
            1-1:134.0.3*255  | 11 00       | 11 80       | 11 01   | 11 81   | 03 01
            1-1:134.0.4*255  | 06 00000000 | 06 AC100478 |         |         | 09 04 AC100478
            1-1:134.0.5*255  | 12 0000     | 12 FFFF     |         |         | 06 00001389
            1-1:134.0.6*255  | 06 00000040 | 06 FFFFFFFF |         |         | 05 00000040
            1-1:134.0.7*255  | 06 00000040 | 06 FFFFFFFF |         |         | 05 00000040
            1-1:134.0.8*255  | 06 00000040 | 06 FFFFFFFF |         |         | 05 00000040
            """)
    void whatIsSetIsReadBackAlsoAfterARestartAndWhatIsRefusedChangesNothing(
            String name, String first, String last, String below, String above, String otherType) {
        for (String value : List.of(first, last)) {
            int saved = on.bench.settingsSaved + on.bench.registersSaved;
            assertEquals(DataAccessResult.SUCCESS, on.set(name, FunctionsOnBench.data(value)));
            assertEquals(value.replace(" ", ""), on.read(name));
            assertEquals(value.replace(" ", ""), on.readAfterRestart(name));
            assertTrue(on.bench.settingsSaved + on.bench.registersSaved > saved, "saved before it is answered");
        }
        for (String outside : new String[] {below, above}) {
            if (outside != null) {
                on.assertRefused(DataAccessResult.OTHER_REASON, name, FunctionsOnBench.data(outside));
            }
        }
        on.assertRefused(DataAccessResult.TYPE_UNMATCHED, name, FunctionsOnBench.data(otherType));
    }

    @ParameterizedTest
    @CsvSource({
        "1-1:129.0.40*255",
        "1-1:96.52.7*255",
        "1-1:96.52.8*255",
        "1-1:96.52.9*255",
        "1-1:96.52.10*255",
        "1-1:96.52.23*255",
        "1-1:96.52.25*255",
        "1-1:96.52.33*255",
        "1-1:96.52.35*255",
        "1-1:96.52.43*255",
        "1-1:96.52.45*255",
        "1-1:96.53.1*255",
        "1-1:0.1.0*255",
        "1-1:97.97.0*255",
        "0-1:96.10.1*255"
    })
    void whatTheMeterOnlyTellsIsNotWritten(String name) {
        on.assertRefused(
                DataAccessResult.READ_WRITE_DENIED,
                name,
                on.bench.get(DATA, name, 2).data());
    }

    @Test
    void theForcedStopEndsTheDebitingPeriodAndNothingElseDoes() {
        assertEquals(
                DataAccessResult.READ_WRITE_DENIED,
                on.bench.get(DATA, FORCE_STOP, 2).result());
        for (CosemData refused : List.of(new Unsigned(0), new Unsigned(2), new Unsigned(255))) {
            assertEquals(DataAccessResult.OTHER_REASON, on.set(FORCE_STOP, refused));
        }
        assertEquals(DataAccessResult.TYPE_UNMATCHED, on.set(FORCE_STOP, new CosemData.Bool(true)));
        assertEquals("1100", on.read(PERIODS));
        int saved = on.bench.registersSaved;

        assertEquals(DataAccessResult.SUCCESS, on.set(FORCE_STOP, new Unsigned(1)));

        assertEquals("1101", on.read(PERIODS));
        assertTrue(on.bench.registersSaved > saved);
        assertEquals("1101", on.readAfterRestart(PERIODS));
        assertEquals(DataAccessResult.TEMPORARY_FAILURE, on.set(FORCE_STOP, new Unsigned(1)));
        assertEquals("1101", on.read(PERIODS));
        on.second();
        assertEquals(DataAccessResult.SUCCESS, on.set(FORCE_STOP, new Unsigned(1)));
        assertEquals("1102", on.read(PERIODS));
    }

    // Dossier 16: B is bit 11 of A.
    @Test
    void writingEventStatusBClearsWhatHasHappened() {
        on.bench.meter.parts().events().happened(EventB.OPENED_REMOTELY);
        assertEquals("0680000000", on.read(EVENTS_B));
        assertEquals("0640240801", on.read(EVENTS_A));
        on.assertRefused(DataAccessResult.TYPE_UNMATCHED, EVENTS_B, new Unsigned(0));

        assertEquals(DataAccessResult.SUCCESS, on.set(EVENTS_B, FunctionsOnBench.data("06 00000000")));

        assertEquals("0600000000", on.read(EVENTS_B));
        assertEquals("0600000000", on.read(EVENTS_A));
        assertEquals("0600000000", on.readAfterRestart(EVENTS_A));
    }

    // Dossier 4.6, and 2.1 for X9.
    @Test
    void aMeterVerifiesWhatItMeasures() {
        for (int state = 1; state <= 5; state++) {
            assertEquals(DataAccessResult.SUCCESS, on.set("1-1:96.5.1*255", new Unsigned(state)));
            assertEquals(
                    new Unsigned(state), on.bench.get(DATA, "1-1:96.5.1*255", 2).data());
        }
        on.assertRefused(DataAccessResult.OTHER_REASON, "1-1:96.5.1*255", new Unsigned(0));
        on.assertRefused(DataAccessResult.OTHER_REASON, "1-1:96.5.1*255", new Unsigned(6));
        on.assertRefused(DataAccessResult.TYPE_UNMATCHED, "1-1:96.5.1*255", new CosemData.Enumerated(1));

        MeterConfiguration as = MeterConfiguration.DEFAULT;
        var importing = new DeviceOnBench(new MeterConfiguration(
                TypeNumber.parse("6841439BN214100010").orElseThrow(),
                as.energyFormat(),
                as.summation(),
                as.loadProfileContent(),
                as.capturePeriod(),
                as.clock(),
                as.displayLists()));
        importing.second(DeviceOnBench.START);
        assertEquals(
                DataAccessResult.SUCCESS,
                importing.set(DeviceOnBench.PRIMARY, DATA, "1-1:96.5.1*255", 2, new Unsigned(2)));
        assertEquals(
                DataAccessResult.OTHER_REASON,
                importing.set(DeviceOnBench.PRIMARY, DATA, "1-1:96.5.1*255", 2, new Unsigned(3)));
    }

    // Dossier 17 and 26: Z3 knows inversions, ModulPortIOCfg does not.
    @Test
    void inversionsThatWereOrderedComeBackWithTheirCode() {
        FunctionSettings functions = MeterConfiguration.DEFAULT.settings().functions();
        var bench = new DeviceOnBench(MeterConfiguration.DEFAULT.withFunctions(
                functions.with(functions.module().withPorts(PortSetup.TWO_TARIFFS_INVERTED_ALARM))));
        for (int code : new int[] {5, 11, 2}) {
            assertEquals(
                    DataAccessResult.SUCCESS,
                    bench.set(DeviceOnBench.PRIMARY, DATA, "0-1:96.3.1*255", 2, new Unsigned(code)));
            Restored restored = Meter.restore(
                    bench.meter.configuration(),
                    DeviceOnBench.SERIAL,
                    bench.meter.registers(),
                    bench.meter.settingsRecord());
            assertEquals(
                    bench.meter.settings().functions().module(),
                    assertInstanceOf(Restored.Ready.class, restored)
                            .meter()
                            .settings()
                            .functions()
                            .module());
        }

        assertEquals(
                PortSetup.TWO_TARIFFS_INVERTED_ALARM,
                bench.meter.settings().functions().module().ports());
    }

    /// ModulPortIOCfg 7 gives pulses of R+, 8 of A-, 6 of A+ (dossier 17).
    @ParameterizedTest(name = "X9 {0}, code {1}")
    @CsvSource({"1, 6, SUCCESS", "1, 8, OTHER_REASON", "2, 8, SUCCESS", "2, 7, OTHER_REASON", "4, 7, SUCCESS"})
    void anOutputCantGivePulsesOfWhatIsNotMeasured(int energies, int code, DataAccessResult result) {
        MeterConfiguration as = MeterConfiguration.DEFAULT;
        var bench = new DeviceOnBench(new MeterConfiguration(
                new TypeNumber("6841439BN2" + energies + "4100010"),
                as.energyFormat(),
                as.summation(),
                as.loadProfileContent(),
                as.capturePeriod(),
                as.clock(),
                as.displayLists()));

        assertEquals(result, bench.set(DeviceOnBench.PRIMARY, DATA, "0-1:96.3.1*255", 2, new Unsigned(code)));
    }
}
