package trefas.objects.standard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.ActionResult;
import trefas.cosem.CosemData.Int16;
import trefas.cosem.CosemData.Int8;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.DataAccessResult;
import trefas.cosem.DeviationSign;
import trefas.device.configuration.MeterConfiguration;

/// The clock, class 8, of the standard model.
class StandardClockTest {

    private static final String CLOCK = "0-0:1.0.0*255";

    private final StandardOnBench bench = new StandardOnBench().seconds(1);

    @Test
    @DisplayName("O10 clock: set and read, with deviation and daylight saving (reference traces T5)")
    void setAndRead() {
        assertEquals(
                DataAccessResult.SUCCESS, bench.set(8, CLOCK, 2, StandardOnBench.hex("090C07E80701010E051E00FF8880")));
        assertEquals("090C07E80701010E051EFFFF8880", bench.get(8, CLOCK, 2).hex());
        assertEquals(new Unsigned(0x80), bench.get(8, CLOCK, 4).data());
        assertEquals(new Int16(-60), bench.get(8, CLOCK, 3).data());
    }

    @ParameterizedTest(name = "O10 at {0} one second later it is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-29 01:59:58 | 2026-03-29 01:59:59 UTC+01:00
            2026-03-29 01:59:59 | 2026-03-29 03:00:00 UTC+02:00 dst
            2026-10-25 02:59:59 | 2026-10-25 02:00:00 UTC+01:00
            2026-06-30 23:59:59 | 2026-07-01 00:00:00 UTC+02:00 dst
            """)
    void daylightSavingBothDirections(String set, String read) {
        bench.setClock(set);

        assertEquals(read, bench.time());
    }

    @Test
    @DisplayName("O10 the zone and the rules of daylight saving can be set")
    void rulesCanBeSet() {
        bench.set(8, CLOCK, 3, new Int16(-120));
        bench.set(8, CLOCK, 7, new Int8(30));
        bench.setClock("2026-07-01 12:00:00");
        assertEquals("2026-07-01 12:00:01 UTC+02:30 dst", bench.time());

        bench.set(8, CLOCK, 8, new trefas.cosem.CosemData.Bool(false));
        assertEquals("2026-07-01 11:30:01 UTC+02:00", bench.time());
    }

    @Test
    @DisplayName("O10 a profile that counts deviations the other way sends +60 for CET and understands it")
    void deviationsTheOtherWay() {
        var other = new StandardOnBench(StandardModel.of(
                MeterConfiguration.DEFAULT,
                new StandardSettings(1, DeviationSign.LOCAL_MINUS_UTC, "TRF", PortsAsMade.DEFAULT)));
        other.seconds(1);

        assertEquals(new Int16(60), other.get(8, CLOCK, 3).data());
        assertEquals("090C07EA010104010001FF003C00", other.get(8, CLOCK, 2).hex());
        assertEquals(
                DataAccessResult.SUCCESS, other.set(8, CLOCK, 2, StandardOnBench.hex("090C07E80701010E051E00007880")));
        assertEquals("090C07E80701010E051EFF007880", other.get(8, CLOCK, 2).hex());
        assertTrue(other.time().startsWith("2024-07-01 14:05:30"));
    }

    @ParameterizedTest(name = "O10 refused: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            090C07E80701FF0EFF1E00800080 | a minute that is not specified
            090CFFFF0701FF0E051E00800080 | a year that is not specified
            090C07E8021EFF0E051E00800080 | 30 February
            090507E80701FF               | a date alone
            """)
    void incompleteTimesAreRefused(String value, String why) {
        String before = bench.time();

        assertNotEquals(DataAccessResult.SUCCESS, bench.set(8, CLOCK, 2, StandardOnBench.hex(value)), why);
        assertEquals(before, bench.time());
    }

    @ParameterizedTest(name = "O11 shift by {0} s: {1}")
    @CsvSource({"900, SUCCESS", "-900, SUCCESS", "901, OTHER_REASON", "-901, OTHER_REASON"})
    void shiftsAreBounded(int seconds, ActionResult result) {
        long before = bench.device.now();

        assertEquals(result, bench.call(8, CLOCK, 6, new Int16(seconds)));
        assertEquals(before + (result == ActionResult.SUCCESS ? seconds : 0), bench.device.now());
    }

    @ParameterizedTest(name = "O12 preset between {0} and {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-01 00:00:00 | 2026-01-01 02:00:00 | SUCCESS      | 2026-01-01 12:00:00 UTC+01:00
            2026-01-01 02:00:00 | 2026-01-01 03:00:00 | OTHER_REASON | 2026-01-01 01:00:01 UTC+01:00
            2025-12-31 00:00:00 | 2026-01-01 01:00:00 | OTHER_REASON | 2026-01-01 01:00:01 UTC+01:00
            """)
    void presetTimeIsAppliedWithinItsInterval(String start, String end, ActionResult result, String after) {
        var preset = Values.structure(
                StandardOnBench.dateTime("2026-01-01 12:00:00"),
                StandardOnBench.dateTime(start),
                StandardOnBench.dateTime(end));
        assertEquals(ActionResult.SUCCESS, bench.call(8, CLOCK, 5, preset));
        assertEquals(result, bench.call(8, CLOCK, 4));
        assertEquals(after, bench.time());
    }

    @ParameterizedTest(name = "O10 method {0} at {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            1 | 2026-01-01 10:07:29 | 2026-01-01 10:00:00
            1 | 2026-01-01 10:07:30 | 2026-01-01 10:15:00
            2 | 2026-01-01 10:08:00 | 2026-01-01 10:15:00
            3 | 2026-01-01 10:07:29 | 2026-01-01 10:07:00
            3 | 2026-01-01 10:07:30 | 2026-01-01 10:08:00
            """)
    void adjustGoesToTheNearestBorder(int method, String at, String after) {
        bench.set(8, CLOCK, 2, StandardOnBench.dateTime(at));

        assertEquals(ActionResult.SUCCESS, bench.call(8, CLOCK, method));
        assertEquals(after + " UTC+01:00", bench.time());
    }
}
