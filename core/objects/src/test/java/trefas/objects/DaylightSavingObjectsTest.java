package trefas.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.CosemData;
import trefas.cosem.DataAccessResult;
import trefas.device.clock.DaylightSavingPlan;
import trefas.device.clock.DaylightSavingPlan.Dates;
import trefas.device.clock.DaylightSavingPlan.Rule;
import trefas.device.clock.DaylightSavingPlan.Span;
import trefas.device.clock.MeterClock;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.log.CapturePeriod;

/// Summer time over DLMS (dossier 7, 9, 20): begin and end of the clock, whether it is kept, and on which half of the
/// world.
class DaylightSavingObjectsTest {

    private static final String CLOCK = "0-1:1.0.0*255";
    private static final int BEGIN = 5;
    private static final int END = 6;
    private static final int ENABLED = 8;

    private static final Dates DATES = new Dates(List.of(
            Span.of(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 9, 15)),
            Span.of(LocalDate.of(2027, 10, 1), LocalDate.of(2028, 3, 10))));

    private static DeviceOnBench bench(DaylightSavingPlan plan, int zone) {
        MeterConfiguration as = MeterConfiguration.DEFAULT;
        return new DeviceOnBench(new MeterConfiguration(
                as.typeNumber(),
                as.energyFormat(),
                as.summation(),
                as.loadProfileContent(),
                CapturePeriod.MINUTES_15,
                new MeterClock(zone, plan),
                as.displayLists()));
    }

    /// The span that runs or comes, else the last, as the wall shows it just before: 01:00 UTC in both cases.
    @ParameterizedTest(name = "on {0} in zone {1}")
    @CsvSource(textBlock = """
        2026-01-01T00:00:00Z, 1,   07EA0401030200 00FF800000, 07EA090F020300 00FF800080
        2026-07-01T00:00:00Z, 1,   07EA0401030200 00FF800000, 07EA090F020300 00FF800080
        2026-10-01T00:00:00Z, 1,   07EB0A01050200 00FF800000, 07EC030A050300 00FF800080
        2030-01-01T00:00:00Z, 1,   07EB0A01050200 00FF800000, 07EC030A050300 00FF800080
        2026-01-01T00:00:00Z, -11, 07EA031F020E00 00FF800000, 07EA090E010F00 00FF800080
        """)
    void datesAreToldSpanBySpan(Instant now, int zone, String begin, String end) {
        DeviceOnBench bench = bench(DATES, zone).second(now.getEpochSecond());

        assertEquals("090C" + begin.replace(" ", ""), bench.get(8, CLOCK, BEGIN).hex());
        assertEquals("090C" + end.replace(" ", ""), bench.get(8, CLOCK, END).hex());
        assertEquals("0301", bench.get(8, CLOCK, ENABLED).hex());
    }

    /// Switched off and on over the line, the meter goes back to the plan it was made with.
    @Test
    void whatIsSwitchedOnAgainIsThePlanOfTheMeter() {
        long july = Instant.parse("2026-07-01T00:00:00Z").getEpochSecond();
        long october = Instant.parse("2026-10-01T00:00:00Z").getEpochSecond();
        DeviceOnBench bench = bench(DATES, 1).second(july);

        assertEquals(
                DataAccessResult.SUCCESS,
                bench.set(DeviceOnBench.PRIMARY, 8, CLOCK, ENABLED, new CosemData.Bool(false)));
        assertEquals(Rule.NONE, bench.meter.clock().plan());
        assertEquals("1100", bench.get(1, "1-1:96.52.11*255", 2).hex());
        assertEquals(
                DataAccessResult.SUCCESS,
                bench.set(DeviceOnBench.PRIMARY, 1, "1-1:96.52.11*255", 2, new CosemData.Unsigned(1)));

        assertEquals(DATES, bench.meter.clock().plan());
        bench.second(october);
        assertEquals("1100", bench.get(8, CLOCK, 4).hex());
    }

    @Test
    void aMeterMadeWithoutSummerTimeIsSwitchedOnToThatOfTheEu() {
        DeviceOnBench bench = bench(Rule.NONE, 1).second(DeviceOnBench.START);

        bench.set(DeviceOnBench.PRIMARY, 8, CLOCK, ENABLED, new CosemData.Bool(true));

        assertEquals(Rule.EUROPEAN, bench.meter.clock().plan());
    }

    @Test
    void aPlanOverNewYearIsThatOfTheSouth() {
        assertEquals("1101", bench(DATES, 1).get(1, "1-1:134.0.21*255", 2).hex());
        assertEquals(
                "1100", bench(Rule.EUROPEAN, 1).get(1, "1-1:134.0.21*255", 2).hex());
    }
}
