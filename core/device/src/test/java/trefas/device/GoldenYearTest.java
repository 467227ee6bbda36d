package trefas.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.debiting.DebitingProfile;
import trefas.device.log.CapturePeriod;
import trefas.device.log.DataLogger;
import trefas.device.log.DataQuality;
import trefas.device.log.LoadProfileContent;
import trefas.device.log.LogInterval;
import trefas.device.log.LoggedRegister;
import trefas.device.log.ProfileEntry;
import trefas.device.register.EnergyRegister;
import trefas.device.settings.FunctionSettings;
import trefas.device.tariff.PlanSet;
import trefas.device.tariff.PlanValue;
import trefas.device.tariff.SamplePlans;
import trefas.device.tariff.TariffSource;
import trefas.device.tariff.WorkCalendar;
import trefas.metrology.OneSecondValues;
import trefas.quantity.PhaseSequence;

/// The year 2026 of a household through a whole meter, second by second. All numbers expected were worked out by hand
/// from what follows. People and the tariff plan go by the wall, with summer time from 29 March to 25 October; debiting
/// and logs go by normal time. So from April to October a month of the logs ends at 01:00 on the wall.
///
/// ```
/// 06-22, tariff 1            Pday  on L1        month      Pday Pnight Ppeak  (W)
/// 22-06, tariff 2            Pnight on L1       Jan         500    200  4000
/// 15th, 18:00-18:15          Ppeak on L1        Feb         600    200  4000
/// always                     Q+ of 3000 var, L2 Mar         400    200  2250
/// July, 10-14                L3 gives 1450      Apr, May    300    100  1600
///                            of which 200 go    Jun         200    100  2250
///                            to L1: net A-      Jul, Aug    200    100  1600
///                            of 1250            Sep         300    100  2250
/// 31 May 22:00 to            no supply, normal  Oct         400    200  2250
/// 1 June 04:00               time               Nov         500    200  4000
/// 11 September 00:00         debited by command Dec         600    200  7200
/// ```
///
/// The meter is switched on ten minutes before the year begins, without any load, and closes that with its first row.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenYearTest {

    private static final ZoneOffset NORMAL = ZoneOffset.ofHours(1);
    private static final long YEAR_BEGINS = seconds("2026-01-01T00:00");
    private static final long YEAR_ENDS = seconds("2027-01-01T00:00");
    private static final long OUTAGE_BEGINS = seconds("2026-05-31T22:00");
    private static final long OUTAGE_ENDS = seconds("2026-06-01T04:00");
    private static final long COMMANDED = seconds("2026-09-11T00:00");
    private static final int OUTAGE = DataQuality.POWER_OUTAGE.mask();
    private static final int QUARTER_SECONDS = 900;
    private static final int MILLI = 1_000;
    private static final int[] DAY_WATTS = {500, 600, 400, 300, 300, 200, 200, 200, 300, 400, 500, 600};
    private static final int[] NIGHT_WATTS = {200, 200, 200, 100, 100, 100, 100, 100, 100, 200, 200, 200};
    private static final int[] PEAK_WATTS = {4000, 4000, 2250, 1600, 1600, 2250, 1600, 1600, 2250, 2250, 4000, 7200};
    private static final List<LoggedRegister> FIRST = DebitingProfile.FIRST.registers();
    private static final List<LoggedRegister> SECOND = DebitingProfile.PROFILE_01.registers();

    private final Meter meter = new Meter(configuration(), MeterOnBench.SERIAL);
    private final OneSecondValues values = new OneSecondValues();
    private final Map<DataLogger, List<ProfileEntry>> rows = new EnumMap<>(DataLogger.class);
    private final Set<LoggedRegister> checked = new HashSet<>();

    private static MeterConfiguration configuration() {
        var day = SamplePlans.day(PlanValue.TARIFF, "00:00 2, 06:00 1, 22:00 2");
        var plan = SamplePlans.everyDay("Day and night", day);
        var functions = FunctionSettings.DEFAULT;
        return MeterOnBench.logging(LoadProfileContent.ALL, CapturePeriod.MINUTES_15)
                .withFunctions(functions
                        .with(functions.demand().withThresholdWatts(3_999))
                        .with(functions.debiting().withSecondInterval(LogInterval.MONTHLY))
                        .with(functions
                                .tariff()
                                .withSource(TariffSource.PLAN)
                                .withPlans(new PlanSet(List.of(plan), WorkCalendar.DEFAULT))));
    }

    @BeforeAll
    void theYearPasses() {
        values.supply(50_000, PhaseSequence.L1L2L3);
        for (int phase = 0; phase < 3; phase++) {
            values.phase(phase, 230_000, 0, 0, 0);
        }
        measure(YEAR_BEGINS - 600, YEAR_BEGINS);
        for (long begins = YEAR_BEGINS; begins < YEAR_ENDS; begins += QUARTER_SECONDS) {
            if (begins == COMMANDED) {
                meter.controls().stopDebiting(this::keep);
            }
            if (begins < OUTAGE_BEGINS || begins >= OUTAGE_ENDS) {
                connect(meter.clock().local(begins));
                measure(begins, begins + QUARTER_SECONDS);
            }
        }
    }

    private void measure(long from, long to) {
        for (long at = from + 1; at <= to; at++) {
            meter.secondElapsed(at, values, this::keep);
        }
    }

    private void keep(Effect effect) {
        if (effect instanceof Effect.AppendRow(DataLogger logger, ProfileEntry row, int _)) {
            rows.computeIfAbsent(logger, _ -> new ArrayList<>()).add(row);
        }
    }

    private void connect(LocalDateTime wall) {
        int month = wall.getMonthValue() - 1;
        boolean isDay = wall.getHour() >= 6 && wall.getHour() < 22;
        boolean isPeak = wall.getDayOfMonth() == 15 && wall.getHour() == 18 && wall.getMinute() == 0;
        boolean isExport = wall.getMonthValue() == 7 && wall.getHour() >= 10 && wall.getHour() < 14;
        int byDay = isPeak ? PEAK_WATTS[month] : DAY_WATTS[month];
        values.phase(0, 230_000, 0, (isDay ? byDay : NIGHT_WATTS[month]) * MILLI, 0);
        values.phase(1, 230_000, 0, 0, 3_000 * MILLI);
        values.phase(2, 230_000, 0, isExport ? -1_450 * MILLI : 0, 0);
    }

    // Wh of each period, tariff 1: days x 16 h x Pday + (Ppeak - Pday) / 4 h; tariff 2: hours x Pnight. A period of
    // normal time has days x 16 hours of tariff 1, for it begins and ends at night, and days x 8 of tariff 2.
    //
    //   Jan    31 x 16 x 500 +  875   = 248 875      248 x 200       = 49 600
    //   Feb    28 x 16 x 600 +  850   = 269 650      224 x 200       = 44 800
    //   Mar    31 x 16 x 400 +  462.5 = 198 862.5    247 x 200 + 100 = 49 500   the last hour is one of April
    //   Apr    30 x 16 x 300 +  325   = 144 325      240 x 100       = 24 000
    //   May    31 x 16 x 300 +  325   = 149 125      246 x 100       = 24 600   two hours without supply
    //   Jun    30 x 16 x 200 +  512.5 =  96 512.5    236 x 100       = 23 600   four hours without supply
    //   Jul    31 x 12 x 200 +  350   =  74 750      248 x 100       = 24 800   four hours a day are export
    //   Aug    31 x 16 x 200 +  350   =  99 550      248 x 100       = 24 800
    //   Sep a  10 x 16 x 300          =  48 000       80 x 100       =  8 000   up to the command
    //   Sep b  20 x 16 x 300 +  487.5 =  96 487.5    159 x 100 + 200 = 16 100   the last hour is one of October
    //   Oct    31 x 16 x 400 +  462.5 = 198 862.5    248 x 200       = 49 600
    //   Nov    30 x 16 x 500 +  875   = 240 875      240 x 200       = 48 000
    //   Dec    31 x 16 x 600 + 1650   = 299 250      248 x 200       = 49 600
    //
    // A- in July 31 x 4 x 1250 = 155 000 Wh, E- 31 x 4 x 3250 = 403 000 VAh; R+ is 3000 var x the hours. E+ adds
    // sqrt(P² + 3000²) of each second, VA: 100 W 3001.666, 200 W 3006.659, 300 W 3014.963, 400 W 3026.549,
    // 500 W 3041.381, 600 W 3059.412, 1600 W 3400, 2250 W 3750, 4000 W 5000, 7200 W 7800. January:
    // 495.75 h of 500 W, 0.25 h of 4000 W and 248 h of 200 W: 1 507 764.6 + 1250 + 745 651.4 = 2 254 666.1 VAh; and so:
    //
    //   Jan 2 254 666.1   Feb 2 044 593.3   Mar 2 246 995.6   Apr 2 167 678.3   May 2 233 927.7   Jun 2 151 775.3
    //   Jul 1 862 988.7   Aug 2 235 814.4   Sep a 722 527.4   Sep b 1 445 243.5   Oct 2 247 000.6   Nov 2 181 950.7
    //   Dec 2 264 304.9
    //
    // Rows have the sums of the year so far in steps of 10 Wh, cut, and full hours. The mean of a quarter is above the
    // threshold of 3 999 W on 15 January, February, November and December.
    @Test
    @DisplayName("debiting logger 1: energies of all tariffs, hours, counters")
    void energies() {
        checked.clear();
        assertRows(DataLogger.DEBITING_1, FIRST, """
                at               | HOUR_COUNTER DEBITING_PERIODS POWER_THRESHOLD_COUNTER PULSE_INPUT A_PLUS A_MINUS R_PLUS R_MINUS E_PLUS E_MINUS
                2026-01-01T00:00 | 0    0  0 0 0      0     0       0 0       0
                2026-02-01T00:00 | 744  1  1 0 29847  0     223200  0 225466  0
                2026-03-01T00:00 | 1416 2  2 0 61292  0     424800  0 429925  0
                2026-04-01T00:00 | 2160 3  2 0 86128  0     648000  0 654625  0
                2026-05-01T00:00 | 2880 4  2 0 102961 0     864000  0 871393  0
                2026-06-01T00:00 | 3622 5  2 0 120333 0     1086600 0 1094786 0
                2026-07-01T00:00 | 4338 6  2 0 132345 0     1301400 0 1309963 0
                2026-08-01T00:00 | 5082 7  2 0 142300 15500 1524600 0 1496262 40300
                2026-09-01T00:00 | 5826 8  2 0 154735 15500 1747800 0 1719843 40300
                2026-09-11T00:00 | 6066 9  2 0 160335 15500 1819800 0 1792096 40300
                2026-10-01T00:00 | 6546 10 2 0 171593 15500 1963800 0 1936621 40300
                2026-11-01T00:00 | 7290 11 2 0 196440 15500 2187000 0 2161321 40300
                2026-12-01T00:00 | 8010 12 3 0 225327 15500 2403000 0 2379516 40300
                2027-01-01T00:00 | 8754 13 4 0 260212 15500 2626200 0 2605946 40300
                """);
        assertRows(DataLogger.DEBITING_1, FIRST, """
                at               | A_PLUS_T1 A_PLUS_T2 A_PLUS_T3 A_PLUS_T4 R_PLUS_T1 R_PLUS_T2 R_PLUS_T3 R_PLUS_T4
                2026-01-01T00:00 | 0      0     0 0 0       0      0 0
                2026-02-01T00:00 | 24887  4960  0 0 148800  74400  0 0
                2026-03-01T00:00 | 51852  9440  0 0 283200  141600 0 0
                2026-04-01T00:00 | 71738  14390 0 0 432000  216000 0 0
                2026-05-01T00:00 | 86171  16790 0 0 576000  288000 0 0
                2026-06-01T00:00 | 101083 19250 0 0 724800  361800 0 0
                2026-07-01T00:00 | 110735 21610 0 0 868800  432600 0 0
                2026-08-01T00:00 | 118210 24090 0 0 1017600 507000 0 0
                2026-09-01T00:00 | 128165 26570 0 0 1166400 581400 0 0
                2026-09-11T00:00 | 132965 27370 0 0 1214400 605400 0 0
                2026-10-01T00:00 | 142613 28980 0 0 1310400 653400 0 0
                2026-11-01T00:00 | 162500 33940 0 0 1459200 727800 0 0
                2026-12-01T00:00 | 186587 38740 0 0 1603200 799800 0 0
                2027-01-01T00:00 | 216512 43700 0 0 1752000 874200 0 0
                """);
        peaks();
        assertEquals(new HashSet<>(FIRST), checked, "every column");
    }

    // The peak is the quarter of the 15th that begins at 18:00 on the wall: 18:15 normal time in winter, 17:15 in
    // summer. Up to the command in September there was none, so it is the first quarter of the day, 06:15 on the wall.
    // At night all quarters are alike and the first stands, 00:15, in June the first with supply; but the last hour of
    // September is October's on the wall, which has 200 W. A row has the accumulated peaks of the periods before its
    // own: 4000, 4000 + 4000, 8000 + 2250, ...
    private void peaks() {
        assertRows(DataLogger.DEBITING_1, FIRST, """
                at               | P_PLUS_MAX P_PLUS_MAX_TIME P_PLUS_MAX_T1 P_PLUS_MAX_T1_TIME P_PLUS_MAX_T2 P_PLUS_MAX_T2_TIME
                2026-01-01T00:00 | 0    -                0    -                0   -
                2026-02-01T00:00 | 4000 2026-01-15T18:15 4000 2026-01-15T18:15 200 2026-01-01T00:15
                2026-03-01T00:00 | 4000 2026-02-15T18:15 4000 2026-02-15T18:15 200 2026-02-01T00:15
                2026-04-01T00:00 | 2250 2026-03-15T18:15 2250 2026-03-15T18:15 200 2026-03-01T00:15
                2026-05-01T00:00 | 1600 2026-04-15T17:15 1600 2026-04-15T17:15 100 2026-04-01T00:15
                2026-06-01T00:00 | 1600 2026-05-15T17:15 1600 2026-05-15T17:15 100 2026-05-01T00:15
                2026-07-01T00:00 | 2250 2026-06-15T17:15 2250 2026-06-15T17:15 100 2026-06-01T04:15
                2026-08-01T00:00 | 1600 2026-07-15T17:15 1600 2026-07-15T17:15 100 2026-07-01T00:15
                2026-09-01T00:00 | 1600 2026-08-15T17:15 1600 2026-08-15T17:15 100 2026-08-01T00:15
                2026-09-11T00:00 | 300  2026-09-01T05:15 300  2026-09-01T05:15 100 2026-09-01T00:15
                2026-10-01T00:00 | 2250 2026-09-15T17:15 2250 2026-09-15T17:15 200 2026-09-30T23:15
                2026-11-01T00:00 | 2250 2026-10-15T17:15 2250 2026-10-15T17:15 200 2026-10-01T00:15
                2026-12-01T00:00 | 4000 2026-11-15T18:15 4000 2026-11-15T18:15 200 2026-11-01T00:15
                2027-01-01T00:00 | 7200 2026-12-15T18:15 7200 2026-12-15T18:15 200 2026-12-01T00:15
                """);
        assertRows(DataLogger.DEBITING_1, FIRST, """
                at               | P_PLUS_ACCUMULATED P_PLUS_ACCUMULATED_T1 P_PLUS_ACCUMULATED_T2 Q_PLUS_ACCUMULATED S_PLUS_MAX S_PLUS_MAX_TIME S_MINUS_MAX S_MINUS_MAX_TIME
                2026-01-01T00:00 | 0     0     0    0     0    -                0    -
                2026-02-01T00:00 | 0     0     0    0     5000 2026-01-15T18:15 0    -
                2026-03-01T00:00 | 4000  4000  200  3000  5000 2026-02-15T18:15 0    -
                2026-04-01T00:00 | 8000  8000  400  6000  3750 2026-03-15T18:15 0    -
                2026-05-01T00:00 | 10250 10250 600  9000  3400 2026-04-15T17:15 0    -
                2026-06-01T00:00 | 11850 11850 700  12000 3400 2026-05-15T17:15 0    -
                2026-07-01T00:00 | 13450 13450 800  15000 3750 2026-06-15T17:15 0    -
                2026-08-01T00:00 | 15700 15700 900  18000 3400 2026-07-15T17:15 3250 2026-07-01T09:15
                2026-09-01T00:00 | 17300 17300 1000 21000 3400 2026-08-15T17:15 0    -
                2026-09-11T00:00 | 18900 18900 1100 24000 3014 2026-09-01T05:15 0    -
                2026-10-01T00:00 | 19200 19200 1200 27000 3750 2026-09-15T17:15 0    -
                2026-11-01T00:00 | 21450 21450 1400 30000 3750 2026-10-15T17:15 0    -
                2026-12-01T00:00 | 23700 23700 1600 33000 5000 2026-11-15T18:15 0    -
                2027-01-01T00:00 | 27700 27700 1800 36000 7800 2026-12-15T18:15 0    -
                """);
        assertRows(DataLogger.DEBITING_1, FIRST, """
                at               | Q_PLUS_MAX Q_PLUS_MAX_TIME Q_PLUS_MAX_T1 Q_PLUS_MAX_T1_TIME Q_PLUS_MAX_T2 Q_PLUS_MAX_T2_TIME
                2026-01-01T00:00 | 0    -                0    -                0    -
                2026-02-01T00:00 | 3000 2026-01-01T00:15 3000 2026-01-01T06:15 3000 2026-01-01T00:15
                2026-03-01T00:00 | 3000 2026-02-01T00:15 3000 2026-02-01T06:15 3000 2026-02-01T00:15
                2026-04-01T00:00 | 3000 2026-03-01T00:15 3000 2026-03-01T06:15 3000 2026-03-01T00:15
                2026-05-01T00:00 | 3000 2026-04-01T00:15 3000 2026-04-01T05:15 3000 2026-04-01T00:15
                2026-06-01T00:00 | 3000 2026-05-01T00:15 3000 2026-05-01T05:15 3000 2026-05-01T00:15
                2026-07-01T00:00 | 3000 2026-06-01T04:15 3000 2026-06-01T05:15 3000 2026-06-01T04:15
                2026-08-01T00:00 | 3000 2026-07-01T00:15 3000 2026-07-01T05:15 3000 2026-07-01T00:15
                2026-09-01T00:00 | 3000 2026-08-01T00:15 3000 2026-08-01T05:15 3000 2026-08-01T00:15
                2026-09-11T00:00 | 3000 2026-09-01T00:15 3000 2026-09-01T05:15 3000 2026-09-01T00:15
                2026-10-01T00:00 | 3000 2026-09-11T00:15 3000 2026-09-11T05:15 3000 2026-09-11T00:15
                2026-11-01T00:00 | 3000 2026-10-01T00:15 3000 2026-10-01T05:15 3000 2026-10-01T00:15
                2026-12-01T00:00 | 3000 2026-11-01T00:15 3000 2026-11-01T06:15 3000 2026-11-01T00:15
                2027-01-01T00:00 | 3000 2026-12-01T00:15 3000 2026-12-01T06:15 3000 2026-12-01T00:15
                """);
    }

    // The same sums, without the row of the command; exported energy is all of tariff 1.
    @Test
    @DisplayName("debiting logger 2, monthly: energies of all tariffs, every column")
    void secondDebiting() {
        checked.clear();
        assertRows(DataLogger.DEBITING_2, SECOND, """
                at               | HOUR_COUNTER A_PLUS A_MINUS R_PLUS R_MINUS A_PLUS_T1 A_PLUS_T2 A_PLUS_T3 A_PLUS_T4 A_MINUS_T1 A_MINUS_T2 A_MINUS_T3 A_MINUS_T4
                2026-01-01T00:00 | 0    0      0     0       0 0      0     0 0 0     0 0 0
                2026-02-01T00:00 | 744  29847  0     223200  0 24887  4960  0 0 0     0 0 0
                2026-03-01T00:00 | 1416 61292  0     424800  0 51852  9440  0 0 0     0 0 0
                2026-04-01T00:00 | 2160 86128  0     648000  0 71738  14390 0 0 0     0 0 0
                2026-05-01T00:00 | 2880 102961 0     864000  0 86171  16790 0 0 0     0 0 0
                2026-06-01T00:00 | 3622 120333 0     1086600 0 101083 19250 0 0 0     0 0 0
                2026-07-01T00:00 | 4338 132345 0     1301400 0 110735 21610 0 0 0     0 0 0
                2026-08-01T00:00 | 5082 142300 15500 1524600 0 118210 24090 0 0 15500 0 0 0
                2026-09-01T00:00 | 5826 154735 15500 1747800 0 128165 26570 0 0 15500 0 0 0
                2026-10-01T00:00 | 6546 171593 15500 1963800 0 142613 28980 0 0 15500 0 0 0
                2026-11-01T00:00 | 7290 196440 15500 2187000 0 162500 33940 0 0 15500 0 0 0
                2026-12-01T00:00 | 8010 225327 15500 2403000 0 186587 38740 0 0 15500 0 0 0
                2027-01-01T00:00 | 8754 260212 15500 2626200 0 216512 43700 0 0 15500 0 0 0
                """);
        assertRows(DataLogger.DEBITING_2, SECOND, """
                at               | R_PLUS_T1 R_PLUS_T2 R_PLUS_T3 R_PLUS_T4 R_MINUS_T1 R_MINUS_T2 R_MINUS_T3 R_MINUS_T4
                2026-01-01T00:00 | 0       0      0 0 0 0 0 0
                2026-02-01T00:00 | 148800  74400  0 0 0 0 0 0
                2026-03-01T00:00 | 283200  141600 0 0 0 0 0 0
                2026-04-01T00:00 | 432000  216000 0 0 0 0 0 0
                2026-05-01T00:00 | 576000  288000 0 0 0 0 0 0
                2026-06-01T00:00 | 724800  361800 0 0 0 0 0 0
                2026-07-01T00:00 | 868800  432600 0 0 0 0 0 0
                2026-08-01T00:00 | 1017600 507000 0 0 0 0 0 0
                2026-09-01T00:00 | 1166400 581400 0 0 0 0 0 0
                2026-10-01T00:00 | 1310400 653400 0 0 0 0 0 0
                2026-11-01T00:00 | 1459200 727800 0 0 0 0 0 0
                2026-12-01T00:00 | 1603200 799800 0 0 0 0 0 0
                2027-01-01T00:00 | 1752000 874200 0 0 0 0 0 0
                """);
        assertEquals(new HashSet<>(SECOND), checked, "every column");
    }

    @Test
    @DisplayName("the outage marks the debiting row it made up and the next one, and no other")
    void qualityOfTheRows() {
        List<ProfileEntry> all = rows(DataLogger.DEBITING_1);
        for (int row = 0; row < all.size(); row++) {
            assertEquals(row + 1L, all.get(row).logId());
            assertEquals(0, all.get(row).loggerStatus());
            assertEquals(row == 5 || row == 6 ? OUTAGE : 0, all.get(row).dataQuality(), "row " + (row + 1));
        }
    }

    // 365 days of 96 quarters and the row that closes the evening before; six hours of outage are 24 rows made up.
    // Their
    // steps add up to the year's energy: A+ 260212, A- 15500, R+ 2626200 of which the 124 hours of export, 37200, are
    // R2 and the rest R1.
    @Test
    @DisplayName("the rows of the load profile are 35 041 and add up to the year")
    void loadProfile() {
        List<ProfileEntry> all = rows(DataLogger.LOAD_PROFILE);
        long[] sums = new long[LoadProfileContent.ALL.registers().size()];
        var marked = new ArrayList<Long>();
        for (int row = 1; row < all.size(); row++) {
            assertEquals(
                    YEAR_BEGINS + (long) row * QUARTER_SECONDS, all.get(row).capturedAt());
            for (int column = 0; column < sums.length; column++) {
                sums[column] += all.get(row).reading(column) - all.get(row - 1).reading(column);
            }
            if (all.get(row).dataQuality() != 0) {
                assertEquals(OUTAGE, all.get(row).dataQuality());
                marked.add(all.get(row).capturedAt());
            }
        }

        assertEquals(365 * 96 + 1, all.size());
        assertEquals(
                List.of(260_212L, 15_500L, 2_626_200L, 0L, 2_589_000L, 37_200L, 0L, 0L),
                Arrays.stream(sums).boxed().toList());
        assertEquals(24, marked.size());
        assertEquals(OUTAGE_BEGINS + QUARTER_SECONDS, marked.getFirst());
        assertEquals(OUTAGE_ENDS, marked.getLast());
        assertEquals(365 * 96 + 1, rows(DataLogger.ANALYSIS).size());
    }

    // L1 has what was exported and used in the house as well: 260 212.5 + 124 h x 200 W = 2 480 steps. L3 gave
    // 124 h x 1450 W = 179 800 Wh.
    @Test
    @DisplayName("at the end of the year: each phase by its own direction, and hours by tariff")
    void phasesAndHours() {
        assertEquals(262_692, meter.reading(EnergyRegister.A_PLUS_L1));
        assertEquals(17_980, meter.reading(EnergyRegister.A_MINUS_L3));
        assertEquals(2_626_200, meter.reading(EnergyRegister.R_PLUS_L2));
        assertEquals(
                meter.milliwattSeconds(EnergyRegister.A_PLUS) - meter.milliwattSeconds(EnergyRegister.A_MINUS),
                meter.milliwattSeconds(EnergyRegister.A_PLUS_L1) - meter.milliwattSeconds(EnergyRegister.A_MINUS_L3));
        var hours = meter.parts().registers().hours();
        assertEquals(8_754, hours.hours());
        assertEquals(5_840, hours.hours(1));
        assertEquals(2_914, hours.hours(2));
    }

    /// @param table a head with the names of columns, then a line for each row; stamps in normal time, `-` for none
    private void assertRows(DataLogger logger, List<LoggedRegister> columns, String table) {
        List<ProfileEntry> all = rows(logger);
        List<String> lines = table.lines().toList();
        String[] names = lines.getFirst()
                .substring(lines.getFirst().indexOf('|') + 1)
                .strip()
                .split(" +", -1);
        assertEquals(lines.size() - 1, all.size());
        for (int row = 0; row < all.size(); row++) {
            String[] line = lines.get(row + 1).split(" [|] ", -1);
            String[] expected = line[1].strip().split(" +", -1);
            assertEquals(seconds(line[0]), all.get(row).capturedAt());
            assertEquals(names.length, expected.length, line[0]);
            for (int i = 0; i < names.length; i++) {
                var register = LoggedRegister.valueOf(names[i]);
                long found = all.get(row).reading(columns.indexOf(register));
                assertEquals(expected[i], text(found, expected[i]), () -> line[0] + " " + register);
                checked.add(register);
            }
        }
    }

    private static String text(long value, String expected) {
        boolean isTime = expected.contains("T") || expected.equals("-");
        String time =
                value == 0 ? "-" : LocalDateTime.ofEpochSecond(value, 0, NORMAL).toString();
        return isTime ? time : Long.toString(value);
    }

    private List<ProfileEntry> rows(DataLogger logger) {
        return rows.getOrDefault(logger, List.of());
    }

    private static long seconds(String normalTime) {
        return LocalDateTime.parse(normalTime).toEpochSecond(NORMAL);
    }
}
