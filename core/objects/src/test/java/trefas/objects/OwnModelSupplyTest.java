package trefas.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.AccessSelection.EntryDescriptor;
import trefas.cosem.ActionResult;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CaptureObject;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.Int8;
import trefas.cosem.CosemData.LongUnsigned;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.DataAccessResult;
import trefas.device.quality.SupplySettings;
import trefas.metrology.event.OccurrenceCounter;
import trefas.quantity.Obis;

/// What the own model tells of the supply, its limits and its loggers, and what other loggers capture (dossier 10.5,
/// 14,
/// 15, 20).
@DisplayName("own model: supply")
class OwnModelSupplyTest {

    /// 2026-07-01T00:00:00Z, a Wednesday: 02:00 on the wall, 01:00 in normal time.
    private static final long SUMMER = 1_782_864_000L;

    private static final int MANAGEMENT = 1;
    private static final String NEUTRAL = "1-1:99.98.12*255";
    private static final String CUT_OFF = "1-1:99.98.5*255";
    private static final String QUALITY = "1-1:99.98.16*255";
    private static final String OCCURRENCES = "1-1:99.98.17*255";
    private static final String STATUS = "1-1:99.98.2*255";
    private static final String CLOCK_LOG = "1-1:99.98.3*255";
    private static final String PROFILE_EVENTS = "1-1:99.98.10*255";

    private final DeviceOnBench bench = new DeviceOnBench();
    private long now = SUMMER;

    @BeforeEach
    void aSecondInWhichAllIsWell() {
        bench.second(now);
    }

    private void seconds(int count) {
        for (int second = 0; second < count; second++) {
            now++;
            bench.second(now);
        }
    }

    private void volts(int l1, int l2, int l3) {
        bench.values.phase(0, l1 * 1_000, 0, 0, 0);
        bench.values.phase(1, l2 * 1_000, 0, 0, 0);
        bench.values.phase(2, l3 * 1_000, 0, 0, 0);
    }

    // Dossier 20: types and defaults; registers have V without a scaler.
    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            3 | 1-1:134.0.9*255  | 12 0028 | VN 40 V
            3 | 1-1:134.0.10*255 | 12 00FD | VLhi 253 V
            1 | 1-1:134.0.11*255 | 12 003C | 60 s
            3 | 1-1:134.0.12*255 | 12 00FD | high 253 V
            3 | 1-1:134.0.13*255 | 12 00CF | low 207 V
            1 | 1-1:134.0.14*255 | 12 0258 | 600 s
            1 | 1-1:134.0.15*255 | 12 00B4 | 180 s
            1 | 1-1:134.0.1*255  | 11 05   | reserved
            1 | 1-1:132.0.6*255  | 11 00   | neutral fault: none
            1 | 0-1:96.10.3*255  | 11 01   | RTCState
            1 | 1-1:96.5.3*255   | 11 00   | load profile event: none yet
            """)
    void asTheMeterIsMade(int classId, String name, String axdr, String meaning) {
        assertEquals(axdr.replace(" ", ""), bench.get(classId, name, 2).hex(), meaning);
        if (classId == 3) {
            assertEquals("02020F001623", bench.get(3, name, 3).hex());
        }
    }

    // First and last value, and the values just outside; where none is outside, all fit.
    @ParameterizedTest(name = "{1}: {2} to {3}")
    @CsvSource(delimiter = '|', textBlock = """
            3 | 1-1:134.0.9*255  | 1   | 180   | 0   | 181
            3 | 1-1:134.0.10*255 | 233 | 276   | 232 | 277
            1 | 1-1:134.0.11*255 | 0   | 65535 |     |
            3 | 1-1:134.0.12*255 | 233 | 276   | 232 | 277
            3 | 1-1:134.0.13*255 | 184 | 227   | 183 | 228
            1 | 1-1:134.0.14*255 | 0   | 65535 |     |
            1 | 1-1:134.0.15*255 | 0   | 65535 |     |
            """)
    void aLimitIsSetAndKept(int classId, String name, int first, int last, Integer below, Integer above) {
        for (int value : new int[] {first, last}) {
            int saved = bench.settingsSaved;
            assertEquals(DataAccessResult.SUCCESS, set(classId, name, new LongUnsigned(value)));
            assertEquals(new LongUnsigned(value), bench.get(classId, name, 2).data());
            assertEquals(saved + 1, bench.settingsSaved);
            assertEquals(bench.meter.settings(), bench.restarted().meter().settings());
            assertEquals(supply(), bench.meter.parts().supply().settings());
        }
        SupplySettings before = supply();
        for (Integer outside : new Integer[] {below, above}) {
            if (outside != null) {
                assertEquals(DataAccessResult.OTHER_REASON, set(classId, name, new LongUnsigned(outside)));
            }
        }
        assertEquals(DataAccessResult.TYPE_UNMATCHED, set(classId, name, new Unsigned(200)));
        assertEquals(before, supply());
        assertEquals(
                DataAccessResult.OBJECT_UNDEFINED,
                bench.set(DeviceOnBench.PUBLIC, classId, name, 2, new LongUnsigned(first)));
    }

    private SupplySettings supply() {
        return bench.meter.settings().functions().supply();
    }

    private DataAccessResult set(int classId, String name, CosemData value) {
        return bench.set(DeviceOnBench.PRIMARY, classId, name, 2, value);
    }

    // Dossier 15: two phases above 253 V and one below 190 V for longer than 60 s; gone after as long.
    @Test
    void aNeutralFaultComesAndGoes() {
        volts(260, 260, 180);
        seconds(60);
        assertEquals("1100", bench.get(1, "1-1:132.0.6*255", 2).hex());
        assertEquals("0100", bench.get(7, NEUTRAL, 2).hex());

        seconds(1);

        assertEquals("1101", bench.get(1, "1-1:132.0.6*255", 2).hex());
        String come = "0203" + "090C07EA070103020101FF800080" + "120000" + "1101";
        assertEquals("0101" + come, bench.get(7, NEUTRAL, 2).hex());

        volts(230, 230, 230);
        seconds(61);

        assertEquals("1100", bench.get(1, "1-1:132.0.6*255", 2).hex());
        assertEquals(
                "0102" + come + "0203" + "090C07EA070103020202FF800080" + "120000" + "1100",
                bench.get(7, NEUTRAL, 2).hex());
        assertEquals("060000002D", bench.get(7, NEUTRAL, 8).hex());
    }

    @Test
    void aShorterTimeAndAnotherVoltageDecideFromNowOn() {
        set(1, "1-1:134.0.11*255", new LongUnsigned(2));
        set(3, "1-1:134.0.9*255", new LongUnsigned(20));
        volts(260, 260, 205);

        seconds(3);

        assertEquals("1101", bench.get(1, "1-1:132.0.6*255", 2).hex());
    }

    // Table 25: start, peak and stop of a short deviation; low events have the minimum alone.
    @Test
    void theVoltageQualityLogTellsADeviation() {
        for (int volts : new int[] {205, 200, 206}) {
            volts(volts, 230, 230);
            seconds(1);
        }
        volts(230, 230, 230);
        seconds(1);

        String row = "0207" + "090C07EA070103020000FF800080".replace("0000FF", "00%sFF") + "120000" + "1101" + "11%s"
                + "120000" + "120000" + "1200%s";
        assertEquals(
                "0103" + row.formatted("01", "06", "CD") + row.formatted("02", "02", "C8")
                        + row.formatted("03", "07", "CE"),
                bench.get(7, QUALITY, 2).hex());
        assertEquals("06000001F4", bench.get(7, QUALITY, 8).hex());
    }

    // Phase 0 has outages alone, so the zeros of before the first event can't be taken for one.
    @Test
    void theNewestEventOfTheVoltageIsReadColumnByColumn() {
        List<String> none = List.of("1100", "1100", "120000", "120000", "120000");
        assertEquals(none, newestVoltageEvent());
        volts(230, 230, 270);
        seconds(1);

        assertEquals(List.of("1103", "1108", "120000", "12010E", "120000"), newestVoltageEvent());
        assertEquals(DataAccessResult.READ_WRITE_DENIED, set(1, "1-1:132.0.1*255", new Unsigned(1)));

        reset(MANAGEMENT, QUALITY);
        assertEquals(none, newestVoltageEvent());
    }

    private List<String> newestVoltageEvent() {
        return Stream.of(1, 2, 3, 4, 5)
                .map(e -> bench.get(1, "1-1:132.0." + e + "*255", 2).hex())
                .toList();
    }

    @Test
    void theCutOffLogIsEmptyAndNamesWhatItCaptures() {
        assertEquals("0100", bench.get(7, CUT_OFF, 2).hex());
        assertEquals("06000000C8", bench.get(7, CUT_OFF, 8).hex());
        assertEquals(
                List.of("0-1:1.0.0*255", CUT_OFF, "1-1:128.0.0*255", "1-1:128.0.18*255"),
                captured(CUT_OFF).stream()
                        .map(column -> column.logicalName().toString())
                        .toList());
    }

    // The example of the protocol description: one bad value counts in every limit it exceeds.
    @Test
    void theCountersAreReadOneByOne() {
        for (int count = 0; count < 5_736; count++) {
            bench.meter.parts().occurrences().count(OccurrenceCounter.FREQUENCY_ABOVE_1_PERCENT);
            bench.meter.parts().occurrences().count(OccurrenceCounter.FREQUENCY_ABOVE_4_PERCENT);
        }
        bench.meter.parts().occurrences().count(OccurrenceCounter.CURRENT_DISTORTION_L3);

        assertEquals("121668", bench.get(1, "1-1:133.0.2*255", 2).hex());
        assertEquals("121668", bench.get(1, "1-1:133.0.4*255", 2).hex());
        assertEquals("120000", bench.get(1, "1-1:133.0.1*255", 2).hex());
        assertEquals("120001", bench.get(1, "1-1:133.0.23*255", 2).hex());
        assertEquals(
                DataAccessResult.OBJECT_UNDEFINED,
                bench.get(1, "1-1:133.0.24*255", 2).result());
        assertEquals(DataAccessResult.READ_WRITE_DENIED, set(1, "1-1:133.0.2*255", new LongUnsigned(0)));
    }

    // 52 Hz: above 1 %, 2 % and not above 4 %. At midnight in normal time a row takes all and they begin anew.
    @Test
    void theOccurrencesOfADayAreLogged() {
        bench.values.supply(52_000, bench.values.sequence());
        seconds(600);
        assertEquals("12003C", bench.get(1, "1-1:133.0.2*255", 2).hex());
        assertEquals("12003C", bench.get(1, "1-1:133.0.6*255", 2).hex());
        assertEquals("120000", bench.get(1, "1-1:133.0.4*255", 2).hex());
        bench.values.supply(50_000, bench.values.sequence());

        seconds(23 * 3_600 - 600);

        assertEquals("120000", bench.get(1, "1-1:133.0.2*255", 2).hex());
        List<CosemData> row = bench.get(7, OCCURRENCES, 2).rows().getFirst();
        assertEquals(25, row.size());
        assertEquals(new LongUnsigned(60), row.get(3));
        assertEquals(new LongUnsigned(60), row.get(7));
        assertEquals("060000003C", bench.get(7, OCCURRENCES, 8).hex());
    }

    @Test
    void theLoggersOfTheSupplyNameWhatTheyCapture() {
        assertEquals(3, captured(NEUTRAL).size());
        assertEquals(7, captured(QUALITY).size());
        assertEquals(25, captured(OCCURRENCES).size());
        assertEquals(
                new CaptureObject(1, Obis.of("1-1:132.0.6*255"), 2, 0),
                captured(NEUTRAL).get(2));
        assertEquals(
                new CaptureObject(1, Obis.of("1-1:133.0.23*255"), 2, 0),
                captured(OCCURRENCES).getLast());
    }

    private List<CaptureObject> captured(String logger) {
        return assertInstanceOf(Array.class, bench.get(7, logger, 3).data()).elements().stream()
                .map(column -> CaptureObject.of(column).orElseThrow())
                .toList();
    }

    // The state of the breaker comes with the breaker.
    @Test
    void everyNameALoggerCapturesIsAnObjectButThoseOfTheBreaker() {
        for (MeterObject object : bench.objects()) {
            String name = object.logicalName().toString();
            if (object.interfaceClass().classId() == 7 && !name.equals(CUT_OFF)) {
                for (CaptureObject column : captured(name)) {
                    Optional<MeterObject> there = bench.model.find(column.logicalName());
                    assertEquals(
                            Optional.of(column.classId()),
                            there.map(found -> found.interfaceClass().classId()),
                            column::toString);
                }
            }
        }
    }

    @Test
    void theClockTellsWhatItShowedBeforeItWasSet() {
        assertEquals(
                "090C00000101FF000000FF800000", bench.get(8, "0-1:1.0.1*255", 2).hex());
        seconds(9);

        bench.clockTo(SUMMER + 3_600);

        assertEquals(
                "090C07EA070103020009FF800080", bench.get(8, "0-1:1.0.1*255", 2).hex());
        assertEquals(
                DataAccessResult.READ_WRITE_DENIED,
                bench.get(8, "0-1:1.0.1*255", 8).result());
        assertEquals(DataAccessResult.READ_WRITE_DENIED, set(8, "0-1:1.0.1*255", new Unsigned(0)));
        AxdrWriter out = new AxdrWriter(32);
        bench.restarted()
                .get(
                        DeviceOnBench.requester(DeviceOnBench.PRIMARY),
                        new AttributeDescriptor(8, Obis.of("0-1:1.0.1*255"), 2),
                        Optional.empty(),
                        out);
        assertEquals(14, out.length());
    }

    // Codes 5 and 4: interval changed, deleted manually (dossier 10.5).
    @Test
    void theNewestEventOfTheLoadProfileIsRead() {
        bench.set(DeviceOnBench.PRIMARY, 7, "1-1:99.1.0*255", 4, new CosemData.DoubleLongUnsigned(1_800));
        assertEquals("1105", bench.get(1, "1-1:96.5.3*255", 2).hex());

        bench.invoke(DeviceOnBench.PRIMARY, 7, "1-1:99.1.0*255", 1, Optional.empty());

        assertEquals("1104", bench.get(1, "1-1:96.5.3*255", 2).hex());
        bench.memory.breakAfter(0);
        assertEquals(
                DataAccessResult.HARDWARE_FAULT,
                bench.get(1, "1-1:96.5.3*255", 2).result());
    }

    @ParameterizedTest
    @ValueSource(strings = {NEUTRAL, QUALITY, OCCURRENCES, STATUS, CLOCK_LOG, PROFILE_EVENTS})
    void onlyTheManagementClientEmptiesALoggerOfEvents(String logger) {
        for (int client : new int[] {18, 19, 20}) {
            assertEquals(ActionResult.READ_WRITE_DENIED, reset(client, logger));
        }
        assertEquals(ActionResult.OBJECT_UNDEFINED, reset(DeviceOnBench.PUBLIC, logger));
        assertEquals(ActionResult.TYPE_UNMATCHED, bench.invoke(MANAGEMENT, 7, logger, 1, Optional.of(new Int8(1))));
        int saved = bench.registersSaved;

        assertEquals(ActionResult.SUCCESS, reset(MANAGEMENT, logger));

        assertEquals("0100", bench.get(7, logger, 2).hex());
        assertEquals("0600000000", bench.get(7, logger, 7).hex());
        assertTrue(bench.registersSaved > saved);
        assertEquals(ActionResult.READ_WRITE_DENIED, bench.invoke(MANAGEMENT, 7, logger, 2, Optional.empty()));
    }

    // What comes after stands alone, and what was there does not come back with a restart.
    @Test
    void anEmptiedLoggerGoesOn() {
        assertFalse(bench.get(7, STATUS, 2).rows().isEmpty());
        reset(MANAGEMENT, STATUS);
        AxdrWriter out = new AxdrWriter(64);
        bench.restarted()
                .get(
                        DeviceOnBench.requester(MANAGEMENT),
                        new AttributeDescriptor(7, Obis.of(STATUS), 2),
                        Optional.empty(),
                        out);
        assertEquals(2, out.length());

        now += 3_600;
        bench.second(now);

        assertEquals(1, bench.get(7, STATUS, 2).rows().size());
        assertEquals(
                1,
                bench.get(DeviceOnBench.PRIMARY, 7, Obis.of(STATUS), 2, Optional.of(new EntryDescriptor(0, 9, 1, 0)))
                        .rows()
                        .size());
    }

    private ActionResult reset(int client, String logger) {
        return bench.invoke(client, 7, logger, 1, Optional.of(new Int8(0)));
    }
}
