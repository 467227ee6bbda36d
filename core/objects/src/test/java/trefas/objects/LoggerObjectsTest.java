package trefas.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.AccessSelection;
import trefas.cosem.AccessSelection.EntryDescriptor;
import trefas.cosem.AccessSelection.RangeDescriptor;
import trefas.cosem.ActionResult;
import trefas.cosem.CaptureObject;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.DoubleLongUnsigned;
import trefas.cosem.CosemData.Int8;
import trefas.cosem.CosemData.LongUnsigned;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.DataAccessResult;
import trefas.objects.DeviceOnBench.Answer;
import trefas.quantity.Obis;

/// The loggers beside the load profile: columns, rows by range and by entry, what can be set and asked for (dossier
/// 10.1 to 10.6, 11).
@DisplayName("own model: loggers")
class LoggerObjectsTest {

    /// 2026-07-01T00:00:00Z, a Wednesday: 02:00 on the wall, 01:00 in normal time.
    private static final long SUMMER = 1_782_864_000L;

    private static final String DEBITING = "1-1:98.1.0*255";
    private static final String SECOND_DEBITING = "1-1:98.2.0*255";
    private static final String ANALYSIS = "1-1:99.1.1*255";
    private static final String STATUS = "1-1:99.98.2*255";
    private static final String CLOCK_LOG = "1-1:99.98.3*255";
    private static final String EVENTS = "1-1:99.98.10*255";
    private static final int CAPTURE = 2;

    private static final String PEAK_TIME = "090C07EA070103010F00FF800000";
    private static final String NO_TIME = "090C00000101FF000000FF800000";

    /// The row of a debiting stop after a quarter of 1 kW on L1, from left to right (dossier 11, table 12).
    private static final String ROW = "022A"
            // wall time, status, quality, reserved
            + "090C07EA070103020F00FF800080" + "120000" + "0600000000" + "0F01"
            // hours, debiting periods, periods above the threshold, pulse input
            + "0600000000" + "1100" + "1100" + "0600000000"
            // A+ 0.25 kWh, A-, R+, R-; A+ T1 to T4; R+ T1 to T4; E+ 0.25 kVAh, E-
            + "0600000019" + "0600000000" + "0600000000" + "0600000000"
            + "0600000019" + "0600000000" + "0600000000" + "0600000000"
            + "0600000000" + "0600000000" + "0600000000" + "0600000000"
            + "0600000019" + "0600000000"
            // P+max, T1, T2, each with its time; accumulated, T1, T2
            + "06000003E8" + PEAK_TIME + "06000003E8" + PEAK_TIME + "0600000000" + NO_TIME
            + "0600000000" + "0600000000" + "0600000000"
            // Q+max, T1, T2; accumulated
            + "0600000000" + NO_TIME + "0600000000" + NO_TIME + "0600000000" + NO_TIME + "0600000000"
            // S+max, S-max
            + "06000003E8" + PEAK_TIME + "0600000000" + NO_TIME;

    private final DeviceOnBench bench = new DeviceOnBench();

    @BeforeEach
    void aQuarterOfOneKilowatt() {
        bench.second(SUMMER);
        bench.values.phase(0, 230_000, 5_000, 1_000_000, 0);
        for (int second = 1; second <= 900; second++) {
            bench.second(SUMMER + second);
        }
    }

    @Test
    void captureEndsTheDebitingPeriodAndTheRowTellsHowItEnded() {
        assertEquals("0100", bench.get(7, DEBITING, 2).hex());

        assertEquals(ActionResult.SUCCESS, stopDebiting());

        assertEquals("0101" + ROW, bench.get(7, DEBITING, 2).hex());
        assertEquals("0600000001", bench.get(7, DEBITING, 7).hex());
        assertEquals("0600000024", bench.get(7, DEBITING, 8).hex());
        assertEquals("0600000000", bench.get(4, "1-1:1.6.0*255", 2).hex());
        assertEquals("06000003E8", bench.get(3, "1-1:1.2.0*255", 2).hex());
    }

    @Test
    void thePeriodAfterAStopCountsOn() {
        stopDebiting();
        bench.second(SUMMER + 901);

        assertEquals(ActionResult.SUCCESS, stopDebiting());

        var row = bench.get(7, DEBITING, 2).rows().getLast();
        assertEquals(octets("07EA 07 01 03 02 0F 01 FF 8000 80"), row.get(0));
        assertEquals(new Unsigned(1), row.get(5));
        assertEquals(new DoubleLongUnsigned(0), row.get(22));
        assertEquals(octets("0000 01 01 FF 00 00 00 FF 8000 00"), row.get(23));
        assertEquals(new DoubleLongUnsigned(1_000), row.get(28));
    }

    @Test
    void aPeriodOfNoSecondDoesNotEnd() {
        stopDebiting();

        assertEquals(ActionResult.TEMPORARY_FAILURE, stopDebiting());
        assertEquals("0600000001", bench.get(7, DEBITING, 7).hex());
    }

    @Test
    void onlyTheClientsOfTheMeterStopDebitingAndNobodyEmptiesIt() {
        assertEquals(
                ActionResult.OBJECT_UNDEFINED,
                bench.invoke(DeviceOnBench.PUBLIC, 7, DEBITING, CAPTURE, Optional.empty()));
        assertEquals(
                ActionResult.TYPE_UNMATCHED,
                bench.invoke(DeviceOnBench.PRIMARY, 7, DEBITING, CAPTURE, Optional.of(new Int8(5))));
        assertEquals(
                ActionResult.READ_WRITE_DENIED, bench.invoke(DeviceOnBench.PRIMARY, 7, DEBITING, 1, Optional.empty()));
        assertEquals(
                ActionResult.READ_WRITE_DENIED,
                bench.invoke(DeviceOnBench.PRIMARY, 7, SECOND_DEBITING, CAPTURE, Optional.empty()));
        assertEquals("0600000000", bench.get(7, DEBITING, 7).hex());
    }

    @ParameterizedTest(name = "{0} to {1}: {2} rows")
    @CsvSource(textBlock = """
            02:15:00, 02:15:00, 1
            02:00:00, 02:15:00, 1
            02:15:01, 03:00:00, 1
            02:15:00, 03:00:00, 2
            02:15:02, 03:00:00, 0
            00:00:00, 02:14:59, 0
            """)
    void debitingRowsAreFoundByTime(String from, String to, int rows) {
        stopDebiting();
        bench.second(SUMMER + 901);
        stopDebiting();

        assertEquals(rows, read(range(from, to, List.of())).rows().size());
    }

    @Test
    void aRangeGivesTheColumnsAskedFor() {
        stopDebiting();
        List<CaptureObject> columns = List.of(
                new CaptureObject(4, Obis.of("1-1:1.6.0*255"), 5, 0),
                new CaptureObject(7, Obis.of(DEBITING), -1, 0),
                new CaptureObject(4, Obis.of("1-1:1.6.0*255"), 2, 0));

        assertEquals(
                "01010203" + "120000" + "06000003E8" + PEAK_TIME,
                read(range("02:15:00", "02:15:00", columns)).hex());
        assertEquals(
                DataAccessResult.OTHER_REASON,
                read(range("02:15:00", "02:15:00", List.of(new CaptureObject(3, Obis.of("1-1:5.8.0*255"), 2, 0))))
                        .result());
    }

    @Test
    void entriesCountFromTheNewestStop() {
        stopDebiting();
        bench.second(SUMMER + 901);
        stopDebiting();

        assertEquals("0101" + ROW, read(new EntryDescriptor(1, 1, 1, 0)).hex());
        assertEquals(
                "0102" + "02021101" + "1100" + "02021100" + "1100",
                read(new EntryDescriptor(0, 1, 6, 7)).hex());
        assertEquals("0100", read(new EntryDescriptor(2, 9, 1, 0)).hex());
        assertEquals(
                DataAccessResult.OTHER_REASON,
                read(new EntryDescriptor(0, 0, 1, 43)).result());
    }

    @Test
    void captureObjectsNameWhatARowHolds() {
        List<String> names = List.of(DEBITING, SECOND_DEBITING, ANALYSIS, STATUS, CLOCK_LOG, EVENTS);
        List<Integer> columns = List.of(42, 25, 14, 3, 4, 3);

        for (int logger = 0; logger < names.size(); logger++) {
            Array captured = assertInstanceOf(
                    Array.class, bench.get(7, names.get(logger), 3).data());
            assertEquals(columns.get(logger), captured.elements().size(), names.get(logger));
            assertEquals(
                    Optional.of(new CaptureObject(8, Obis.of("0-1:1.0.0*255"), 2, 0)),
                    CaptureObject.of(captured.elements().getFirst()));
            assertEquals(
                    Optional.of(new CaptureObject(7, Obis.of(names.get(logger)), -1, 0)),
                    CaptureObject.of(captured.elements().get(1)));
        }
    }

    // Table 15 for four quadrants: P+ P- Q+ Q-, mean U and I of each phase.
    @Test
    void theAnalysisLoggerTakesARowEachQuarter() {
        assertEquals(
                "0101020E" + "090C07EA070103020F00FF800080" + "120000" + "0600000000" + "0F01"
                        + "06000003E8" + "0600000000" + "0600000000" + "0600000000"
                        + "1200E6" + "1200E6" + "1200E6" + "06000001F4" + "0600000000" + "0600000000",
                bench.get(DeviceOnBench.PRIMARY, 7, Obis.of(ANALYSIS), 2, Optional.of(new EntryDescriptor(0, 0, 1, 0)))
                        .hex());
    }

    @Test
    void anotherPeriodOfTheAnalysisLoggerEmptiesItAndLeavesTheLoadProfile() {
        String loadProfile = bench.get(7, "1-1:99.1.0*255", 2).hex();
        assertEquals("0600000384", bench.get(7, ANALYSIS, 4).hex());

        assertEquals(DataAccessResult.SUCCESS, setAnalysisPeriod(new DoubleLongUnsigned(300)));

        assertEquals("060000012C", bench.get(7, ANALYSIS, 4).hex());
        assertEquals("0100", bench.get(7, ANALYSIS, 2).hex());
        assertEquals(loadProfile, bench.get(7, "1-1:99.1.0*255", 2).hex());
        assertEquals(1, bench.settingsSaved);
        for (int second = 901; second <= 1_200; second++) {
            bench.second(SUMMER + second);
        }
        assertEquals(1, bench.get(7, ANALYSIS, 2).rows().size());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 60, 301, 600, 7_200, 4_294_967_295L})
    void thePeriodOfTheAnalysisLoggerIsOneOfFour(long seconds) {
        assertEquals(DataAccessResult.OTHER_REASON, setAnalysisPeriod(new DoubleLongUnsigned(seconds)));
        assertEquals(DataAccessResult.TYPE_UNMATCHED, setAnalysisPeriod(new LongUnsigned(900)));
        assertEquals("0600000384", bench.get(7, ANALYSIS, 4).hex());
        assertEquals(0, bench.settingsSaved);
    }

    // The time before the change is what the clock then showed; the state is always 1 (dossier 10.5).
    @Test
    void theClockLogTellsTheTimeBefore() {
        bench.clockTo(SUMMER + 3_600);

        assertEquals(
                "01010204" + "090C07EA070103030000FF800080" + "120000" + "090C07EA070103020F00FF800080" + "1101",
                bench.get(7, CLOCK_LOG, 2).hex());
    }

    @Test
    void theStatusLogTellsTheReset() {
        assertEquals(
                "01010203" + "090C07EA070103020000FF800080" + "120000" + "1101",
                bench.get(7, STATUS, 2).hex());
        assertEquals("06000000C8", bench.get(7, STATUS, 8).hex());
        assertEquals("0600000000", bench.get(7, STATUS, 4).hex());
    }

    // Code 5: the interval was changed.
    @Test
    void theEventsOfTheLoadProfileAreLogged() {
        bench.set(DeviceOnBench.PRIMARY, 7, "1-1:99.1.0*255", 4, new DoubleLongUnsigned(1_800));

        assertEquals(
                "01010203" + "090C07EA070103020F00FF800080" + "120000" + "1105",
                bench.get(7, EVENTS, 2).hex());
    }

    private ActionResult stopDebiting() {
        return bench.invoke(DeviceOnBench.PRIMARY, 7, DEBITING, CAPTURE, Optional.of(new Int8(0)));
    }

    private DataAccessResult setAnalysisPeriod(CosemData period) {
        return bench.set(DeviceOnBench.PRIMARY, 7, ANALYSIS, 4, period);
    }

    private Answer read(AccessSelection selection) {
        return bench.get(DeviceOnBench.PRIMARY, 7, Obis.of(DEBITING), 2, Optional.of(selection));
    }

    /// Wall times of 1 July 2026.
    private static RangeDescriptor range(String from, String to, List<CaptureObject> columns) {
        return new RangeDescriptor(
                new CaptureObject(8, Obis.of("0-1:1.0.0*255"), 2, 0), onFirstOfJuly(from), onFirstOfJuly(to), columns);
    }

    private static CosemData onFirstOfJuly(String time) {
        String[] parts = time.split(":", -1);
        return octets(String.format(
                Locale.ROOT,
                "07EA 07 01 FF %02X %02X %02X FF 8000 FF",
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2])));
    }

    private static OctetString octets(String hex) {
        return new OctetString(Octets.ofHex(hex));
    }
}
