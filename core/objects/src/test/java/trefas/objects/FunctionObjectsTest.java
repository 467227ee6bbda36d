package trefas.objects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Decoded;
import trefas.device.Meter;
import trefas.device.Restored;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.configuration.TypeNumber;
import trefas.device.register.Quantity;
import trefas.device.settings.FunctionSettings;
import trefas.device.status.EventB;
import trefas.device.tariff.DayPlan;
import trefas.device.tariff.ExceptionDays;
import trefas.device.tariff.PlanSet;
import trefas.device.tariff.PlanValue;
import trefas.device.tariff.SeasonPlan;
import trefas.device.tariff.SwitchingPlan;
import trefas.device.tariff.WorkCalendar;
import trefas.quantity.Obis;

/// Tariff, load control, module, debiting and status over the meter's own model (dossier 8, 9, 11, 16, 17, 20).
@DisplayName("own model: tariff, load, module, debiting, status")
class FunctionObjectsTest {

    private static final int DATA = 1;
    private static final String ACTUAL_TARIFF = "1-1:129.0.0*255";
    private static final String TARIFF_SOURCE = "1-1:96.52.21*255";
    private static final String FORCE_STOP = "1-1:0.1.5*128";
    private static final String PERIODS = "1-1:0.1.0*255";
    private static final String EVENTS_A = "0-1:96.10.1*255";
    private static final String EVENTS_B = "0-1:96.10.2*255";
    private static final int BY_REGISTER = 2;
    private static final int BY_PLAN = 3;

    private final DeviceOnBench bench = new DeviceOnBench();
    private long now = DeviceOnBench.START;

    @BeforeEach
    void measureOneSecond() {
        bench.second(now);
    }

    // Everything is disabled, as with Z3, Z13, Z14 and Z26 of zeros; in the second after power-on the status still says
    // reset.
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
        assertEquals(axdr.replace(" ", ""), read(name), meaning);
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
            int saved = bench.settingsSaved + bench.registersSaved;
            assertEquals(DataAccessResult.SUCCESS, set(name, data(value)));
            assertEquals(value.replace(" ", ""), read(name));
            assertEquals(value.replace(" ", ""), readAfterRestart(name));
            assertTrue(bench.settingsSaved + bench.registersSaved > saved, "saved before it is answered");
        }
        for (String outside : new String[] {below, above}) {
            if (outside != null) {
                assertRefused(DataAccessResult.OTHER_REASON, name, data(outside));
            }
        }
        assertRefused(DataAccessResult.TYPE_UNMATCHED, name, data(otherType));
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
        assertRefused(
                DataAccessResult.READ_WRITE_DENIED,
                name,
                bench.get(DATA, name, 2).data());
    }

    // Dossier 8: 2 is "register (write ActualTariff)".
    @Test
    void theTariffWrittenCountsFromTheNextSecondOn() {
        assertRefused(DataAccessResult.TEMPORARY_FAILURE, ACTUAL_TARIFF, new Unsigned(2));
        assertEquals(DataAccessResult.SUCCESS, set(TARIFF_SOURCE, new Unsigned(BY_REGISTER)));
        bench.values.phase(0, 230_000, 43_478, 10_000_000, 0);
        second();
        long inTariff1 = inTariff(1);

        assertRefused(DataAccessResult.OTHER_REASON, ACTUAL_TARIFF, new Unsigned(0));
        assertRefused(DataAccessResult.OTHER_REASON, ACTUAL_TARIFF, new Unsigned(9));
        assertRefused(DataAccessResult.TYPE_UNMATCHED, ACTUAL_TARIFF, new CosemData.LongUnsigned(2));
        assertEquals(DataAccessResult.SUCCESS, set(ACTUAL_TARIFF, new Unsigned(2)));
        second();
        long inTheSecondOfTheChange = inTariff(1);
        assertEquals("1102", read(ACTUAL_TARIFF));
        second();

        assertEquals(10_000_000, inTheSecondOfTheChange - inTariff1);
        assertEquals(inTheSecondOfTheChange, inTariff(1));
        assertEquals(10_000_000, inTariff(2));
        assertEquals("1102", readAfterRestart(ACTUAL_TARIFF));
    }

    @Test
    void aTariffPlanIsFollowedThatIsThere() {
        for (String name : List.of("1-1:96.52.24*255", "1-1:96.52.34*255", "1-1:96.52.44*255")) {
            assertRefused(DataAccessResult.OTHER_REASON, name, new Unsigned(1));
        }
        FunctionSettings functions = bench.meter.settings().functions();
        var calendar = new WorkCalendar(
                WorkCalendar.DEFAULT.workingDays(), new ExceptionDays(List.of(LocalDate.of(2027, 12, 24))));
        var plans = new PlanSet(
                List.of(always("Always 3", PlanValue.TARIFF, 3), always("Always 7", PlanValue.TARIFF, 7)), calendar);
        bench.meter.setFunctions(functions.with(functions.tariff().withPlans(plans)), _ -> {});

        assertEquals(DataAccessResult.SUCCESS, set("1-1:96.52.24*255", new Unsigned(2)));
        assertEquals(DataAccessResult.SUCCESS, set(TARIFF_SOURCE, new Unsigned(BY_PLAN)));
        second();

        assertEquals("1107", read(ACTUAL_TARIFF));
        assertEquals(
                new CosemData.VisibleString("Always 7"),
                bench.get(DATA, "1-1:96.52.23*255", 2).data());
        assertEquals("1102", read("1-1:96.52.24*255"));
        assertEquals("1101", read("1-1:96.52.25*255"));
        assertEquals(
                new CosemData.VisibleString(calendar.exceptionDays().info()),
                bench.get(DATA, "1-1:129.0.40*255", 2).data());
        assertRefused(DataAccessResult.OTHER_REASON, "1-1:96.52.24*255", new Unsigned(3));
        assertRefused(DataAccessResult.OTHER_REASON, "1-1:96.52.24*255", new Unsigned(0));
        assertRefused(DataAccessResult.TYPE_UNMATCHED, "1-1:96.52.24*255", new CosemData.LongUnsigned(1));
        assertRefused(DataAccessResult.TEMPORARY_FAILURE, ACTUAL_TARIFF, new Unsigned(2));
    }

    @ParameterizedTest(name = "relay {0}")
    @CsvSource({"34, 33, 35, 31, 3", "44, 43, 45, 41, 3"})
    void aRelayFollowsAPlanThatIsThere(int plan, int name, int season, int mode, int byPlan) {
        FunctionSettings functions = bench.meter.settings().functions();
        var plans = new PlanSet(
                List.of(always("Off", PlanValue.RELAY_POSITION, 0), always("On", PlanValue.RELAY_POSITION, 1)),
                WorkCalendar.DEFAULT);
        bench.meter.setFunctions(functions.with(functions.load().withPlans(plans)), _ -> {});

        assertEquals(DataAccessResult.SUCCESS, set(load(plan), new Unsigned(2)));
        assertEquals(DataAccessResult.SUCCESS, set(load(mode), new Unsigned(byPlan)));
        second();

        assertEquals("1102", read(load(plan)));
        assertEquals(
                new CosemData.VisibleString("On"),
                bench.get(DATA, load(name), 2).data());
        assertEquals("1101", read(load(season)));
        assertRefused(DataAccessResult.OTHER_REASON, load(plan), new Unsigned(3));
        assertRefused(DataAccessResult.TYPE_UNMATCHED, load(plan), new CosemData.LongUnsigned(1));
    }

    // Dossier 9: active after a random delay, inactive at once.
    @ParameterizedTest(name = "load active {0}, mode {1}")
    @CsvSource({"1, 31, 7, 9", "3, 41, 8, 10"})
    void aLoadWrittenActiveWaitsForItsDelayAndGoesInactiveAtOnce(int active, int mode, int remaining, int shown) {
        assertRefused(DataAccessResult.TEMPORARY_FAILURE, load(active), new Unsigned(1));
        assertEquals(DataAccessResult.SUCCESS, set(load(mode), new Unsigned(BY_REGISTER)));
        assertEquals("1102", read(load(shown)));
        assertRefused(DataAccessResult.OTHER_REASON, load(active), new Unsigned(2));
        assertRefused(DataAccessResult.TYPE_UNMATCHED, load(active), new CosemData.Bool(true));

        assertEquals(DataAccessResult.SUCCESS, set(load(active), new Unsigned(1)));
        second();

        assertEquals("1101", read(load(active)));
        int waits = assertInstanceOf(
                        CosemData.LongUnsigned.class,
                        bench.get(DATA, load(remaining), 2).data())
                .value();
        assertTrue(waits > 0 && waits <= 3_600, "seconds: " + waits);

        assertEquals(DataAccessResult.SUCCESS, set(load(active), new Unsigned(0)));
        second();
        assertEquals("1100", read(load(active)));
        assertEquals("120000", read(load(remaining)));
    }

    @Test
    void theForcedStopEndsTheDebitingPeriodAndNothingElseDoes() {
        assertEquals(
                DataAccessResult.READ_WRITE_DENIED,
                bench.get(DATA, FORCE_STOP, 2).result());
        for (CosemData refused : List.of(new Unsigned(0), new Unsigned(2), new Unsigned(255))) {
            assertEquals(DataAccessResult.OTHER_REASON, set(FORCE_STOP, refused));
        }
        assertEquals(DataAccessResult.TYPE_UNMATCHED, set(FORCE_STOP, new CosemData.Bool(true)));
        assertEquals("1100", read(PERIODS));
        int saved = bench.registersSaved;

        assertEquals(DataAccessResult.SUCCESS, set(FORCE_STOP, new Unsigned(1)));

        assertEquals("1101", read(PERIODS));
        assertTrue(bench.registersSaved > saved);
        assertEquals("1101", readAfterRestart(PERIODS));
        assertEquals(DataAccessResult.TEMPORARY_FAILURE, set(FORCE_STOP, new Unsigned(1)));
        assertEquals("1101", read(PERIODS));
        second();
        assertEquals(DataAccessResult.SUCCESS, set(FORCE_STOP, new Unsigned(1)));
        assertEquals("1102", read(PERIODS));
    }

    // Dossier 16: B is bit 11 of A.
    @Test
    void writingEventStatusBClearsWhatHasHappened() {
        bench.meter.parts().events().happened(EventB.OPENED_REMOTELY);
        assertEquals("0680000000", read(EVENTS_B));
        assertEquals("0640240801", read(EVENTS_A));
        assertRefused(DataAccessResult.TYPE_UNMATCHED, EVENTS_B, new Unsigned(0));

        assertEquals(DataAccessResult.SUCCESS, set(EVENTS_B, data("06 00000000")));

        assertEquals("0600000000", read(EVENTS_B));
        assertEquals("0600000000", read(EVENTS_A));
        assertEquals("0600000000", readAfterRestart(EVENTS_A));
    }

    // Dossier 4.6, and 2.1 for X9.
    @Test
    void aMeterVerifiesWhatItMeasures() {
        for (int state = 1; state <= 5; state++) {
            assertEquals(DataAccessResult.SUCCESS, set("1-1:96.5.1*255", new Unsigned(state)));
            assertEquals(
                    new Unsigned(state), bench.get(DATA, "1-1:96.5.1*255", 2).data());
        }
        assertRefused(DataAccessResult.OTHER_REASON, "1-1:96.5.1*255", new Unsigned(0));
        assertRefused(DataAccessResult.OTHER_REASON, "1-1:96.5.1*255", new Unsigned(6));
        assertRefused(DataAccessResult.TYPE_UNMATCHED, "1-1:96.5.1*255", new CosemData.Enumerated(1));

        MeterConfiguration as = MeterConfiguration.DEFAULT;
        var importing = new DeviceOnBench(new MeterConfiguration(
                TypeNumber.parse("6841439BN214100010").orElseThrow(),
                as.energyFormat(),
                as.summation(),
                as.loadProfileContent(),
                as.displayLists(),
                as.settings()));
        importing.second(DeviceOnBench.START);
        assertEquals(
                DataAccessResult.SUCCESS,
                importing.set(DeviceOnBench.PRIMARY, DATA, "1-1:96.5.1*255", 2, new Unsigned(2)));
        assertEquals(
                DataAccessResult.OTHER_REASON,
                importing.set(DeviceOnBench.PRIMARY, DATA, "1-1:96.5.1*255", 2, new Unsigned(3)));
    }

    private void second() {
        now++;
        bench.second(now);
    }

    private long inTariff(int tariff) {
        return bench.meter.parts().registers().tariffs().milliwattSeconds(Quantity.A_PLUS, tariff);
    }

    private static String load(int place) {
        return "1-1:96.52." + place + "*255";
    }

    private static SwitchingPlan always(String name, PlanValue kind, int value) {
        DayPlan day = DayPlan.always(kind, value);
        return new SwitchingPlan(name, List.of(new SeasonPlan("year", List.of(MonthDay.of(1, 1)), day, day, day)));
    }

    private String read(String name) {
        return bench.get(DATA, name, 2).hex();
    }

    private DataAccessResult set(String name, CosemData value) {
        return bench.set(DeviceOnBench.PRIMARY, DATA, name, 2, value);
    }

    private void assertRefused(DataAccessResult reason, String name, CosemData value) {
        String before = read(name);
        byte[] registers = bench.meter.registers();
        byte[] settings = bench.meter.settingsRecord();
        int saved = bench.settingsSaved + bench.registersSaved;

        assertEquals(reason, set(name, value));

        assertEquals(before, read(name));
        assertArrayEquals(registers, bench.meter.registers());
        assertArrayEquals(settings, bench.meter.settingsRecord());
        assertEquals(saved, bench.settingsSaved + bench.registersSaved);
    }

    /// What a meter answers that has nothing but what this one would have saved now.
    private String readAfterRestart(String name) {
        Restored restored = Meter.restore(
                MeterConfiguration.DEFAULT,
                DeviceOnBench.SERIAL,
                bench.meter.registers(),
                bench.meter.settingsRecord());
        Meter meter = assertInstanceOf(Restored.Ready.class, restored).meter();
        var device = new MeterDevice(bench.model, meter, bench.memory, _ -> {}, Optional.empty());
        var out = new AxdrWriter(64);
        assertEquals(
                DataAccessResult.SUCCESS,
                device.get(
                        DeviceOnBench.requester(DeviceOnBench.PRIMARY),
                        new AttributeDescriptor(DATA, Obis.of(name), 2),
                        Optional.empty(),
                        out));
        return HexFormat.of().withUpperCase().formatHex(out.toOctets());
    }

    private static CosemData data(String axdr) {
        if (Axdr.decode(HexFormat.of().parseHex(axdr.replace(" ", "")))
                instanceof Decoded.Complete<CosemData>(CosemData data, int _)) {
            return data;
        }
        throw new AssertionError(axdr);
    }
}
