package trefas.device.debiting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.device.log.LoggedRegister;
import trefas.device.log.ProfileEntry;
import trefas.device.register.EnergyFormat;
import trefas.device.register.EnergyRegister;
import trefas.device.register.RegisterBank;

/// The year 2026 of a household, debited monthly on the first and once more by command on 11 September, 00:00. All
/// numbers expected were worked out by hand from the loads below.
///
/// ```
/// day, 06-22, tariff 1     Pday                 month      Pday Pnight Ppeak  (W)
/// night, tariff 2          Pnight               Jan         500    200  4000
/// 15th, 18:00-18:15        Ppeak                Feb         600    200  4000
/// July, 10-14              export of 1250       Mar         400    200  2250
/// always                   Q+ of 3000 var       Apr, May    300    100  1600
///                                               Jun         200    100  2250
///                                               Jul, Aug    200    100  1600
///                                               Sep         300    100  2250
///                                               Oct         400    200  2250
///                                               Nov         500    200  4000
///                                               Dec         600    200  7200
/// ```
class GoldenYearTest {

    private static final ZoneOffset ZONE = ZoneOffset.ofHours(1);
    private static final long YEAR_BEGINS = seconds("2026-01-01T00:00");
    private static final long YEAR_ENDS = seconds("2027-01-01T00:00");
    private static final int QUARTER_SECONDS = 900;
    private static final int[] DAY_WATTS = {500, 600, 400, 300, 300, 200, 200, 200, 300, 400, 500, 600};
    private static final int[] NIGHT_WATTS = {200, 200, 200, 100, 100, 100, 100, 100, 100, 200, 200, 200};
    private static final int[] PEAK_WATTS = {4000, 4000, 2250, 1600, 1600, 2250, 1600, 1600, 2250, 2250, 4000, 7200};
    private static final int EXPORT_WATTS = 1_250;
    private static final int VARS = 3_000;

    private final List<ProfileEntry> rows = new ArrayList<>();
    private final DebitingLog log = new DebitingLog(DebitingSettings.DEFAULT, 1);
    private final RegisterBank total = new RegisterBank(EnergyFormat.F72);
    private final RegisterBank tariff1 = new RegisterBank(EnergyFormat.F72);
    private final RegisterBank tariff2 = new RegisterBank(EnergyFormat.F72);
    private final Map<LoggedRegister, Long> peaks = new EnumMap<>(LoggedRegister.class);

    @BeforeEach
    void theYearPasses() {
        for (long end = YEAR_BEGINS + QUARTER_SECONDS; end <= YEAR_ENDS; end += QUARTER_SECONDS) {
            quarterPasses(end);
            log.secondElapsed(end, this::value, this::periodEnded, (logger, row, capacity) -> rows.add(row));
            if (end == seconds("2026-09-11T00:00")) {
                log.stopNow(end, this::value, this::periodEnded, (logger, row, capacity) -> rows.add(row));
            }
        }
    }

    // A+ in Wh, tariff 1: days x 16 h x Pday + (Ppeak - Pday) / 4 h; tariff 2: days x 8 h x Pnight.
    //
    //   Jan    31 x 16 x 500 +  875   = 248 875          31 x 8 x 200 = 49 600
    //   Feb    28 x 16 x 600 +  850   = 269 650          28 x 8 x 200 = 44 800
    //   Mar    31 x 16 x 400 +  462.5 = 198 862.5        31 x 8 x 200 = 49 600
    //   Apr    30 x 16 x 300 +  325   = 144 325          30 x 8 x 100 = 24 000
    //   May    31 x 16 x 300 +  325   = 149 125          31 x 8 x 100 = 24 800
    //   Jun    30 x 16 x 200 +  512.5 =  96 512.5        30 x 8 x 100 = 24 000
    //   Jul    31 x 12 x 200 +  350   =  74 750          31 x 8 x 100 = 24 800   four hours a day are export
    //   Aug    31 x 16 x 200 +  350   =  99 550          31 x 8 x 100 = 24 800
    //   Sep a  10 x 16 x 300          =  48 000          10 x 8 x 100 =  8 000   up to the command
    //   Sep b  20 x 16 x 300 +  487.5 =  96 487.5        20 x 8 x 100 = 16 000
    //   Oct    31 x 16 x 400 +  462.5 = 198 862.5        31 x 8 x 200 = 49 600
    //   Nov    30 x 16 x 500 +  875   = 240 875          30 x 8 x 200 = 48 000
    //   Dec    31 x 16 x 600 + 1650   = 299 250          31 x 8 x 200 = 49 600
    //
    // Added up over the year, in steps of 10 Wh, cut; hours are days x 24, R+ hours x 300 steps, A- in July
    // 31 x 4 x 1250 = 155 000 Wh.
    @ParameterizedTest(name = "row {0}, {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # id | time stamp       | hours | A+     | T1     | T2    | A-    | R+
            1    | 2026-02-01T00:00 | 744   | 29847  | 24887  | 4960  | 0     | 223200
            2    | 2026-03-01T00:00 | 1416  | 61292  | 51852  | 9440  | 0     | 424800
            3    | 2026-04-01T00:00 | 2160  | 86138  | 71738  | 14400 | 0     | 648000
            4    | 2026-05-01T00:00 | 2880  | 102971 | 86171  | 16800 | 0     | 864000
            5    | 2026-06-01T00:00 | 3624  | 120363 | 101083 | 19280 | 0     | 1087200
            6    | 2026-07-01T00:00 | 4344  | 132415 | 110735 | 21680 | 0     | 1303200
            7    | 2026-08-01T00:00 | 5088  | 142370 | 118210 | 24160 | 15500 | 1526400
            8    | 2026-09-01T00:00 | 5832  | 154805 | 128165 | 26640 | 15500 | 1749600
            9    | 2026-09-11T00:00 | 6072  | 160405 | 132965 | 27440 | 15500 | 1821600
            10   | 2026-10-01T00:00 | 6552  | 171653 | 142613 | 29040 | 15500 | 1965600
            11   | 2026-11-01T00:00 | 7296  | 196500 | 162500 | 34000 | 15500 | 2188800
            12   | 2026-12-01T00:00 | 8016  | 225387 | 186587 | 38800 | 15500 | 2404800
            13   | 2027-01-01T00:00 | 8760  | 260272 | 216512 | 43760 | 15500 | 2628000
            """)
    void energies(int id, String at, long hours, long aPlus, long t1, long t2, long aMinus, long rPlus) {
        ProfileEntry row = rows.get(id - 1);

        assertEquals(id, row.logId());
        assertEquals(seconds(at), row.capturedAt());
        assertEquals(0, row.loggerStatus());
        assertEquals(0, row.dataQuality());
        assertEquals(hours, in(row, LoggedRegister.HOUR_COUNTER));
        assertEquals(aPlus, in(row, LoggedRegister.A_PLUS));
        assertEquals(t1, in(row, LoggedRegister.A_PLUS_T1));
        assertEquals(t2, in(row, LoggedRegister.A_PLUS_T2));
        assertEquals(aMinus, in(row, LoggedRegister.A_MINUS));
        assertEquals(rPlus, in(row, LoggedRegister.R_PLUS));
    }

    // The peak is the quarter of the 15th, 18:15; before the command in September there was none, so it is the first
    // quarter of the day, 06:15. At night all quarters are alike: the first, 00:15. A row has the accumulated peaks of
    // the periods before its own: 4000, 4000 + 4000, 8000 + 2250, ... S with Q of 3000 var: sqrt(4000² + 3000²) = 5000,
    // 2250 -> 3750, 1600 -> 3400, 7200 -> 7800, 300 -> 3014.9, cut.
    @ParameterizedTest(name = "row {0}")
    @CsvSource(delimiter = '|', textBlock = """
            # id | P+max | its time         | accumulated | T2  | its time         | accumulated | S+max | S-max
            1    | 4000  | 2026-01-15T18:15 | 0           | 200 | 2026-01-01T00:15 | 0           | 5000  | 0
            2    | 4000  | 2026-02-15T18:15 | 4000        | 200 | 2026-02-01T00:15 | 200         | 5000  | 0
            3    | 2250  | 2026-03-15T18:15 | 8000        | 200 | 2026-03-01T00:15 | 400         | 3750  | 0
            4    | 1600  | 2026-04-15T18:15 | 10250       | 100 | 2026-04-01T00:15 | 600         | 3400  | 0
            5    | 1600  | 2026-05-15T18:15 | 11850       | 100 | 2026-05-01T00:15 | 700         | 3400  | 0
            6    | 2250  | 2026-06-15T18:15 | 13450       | 100 | 2026-06-01T00:15 | 800         | 3750  | 0
            7    | 1600  | 2026-07-15T18:15 | 15700       | 100 | 2026-07-01T00:15 | 900         | 3400  | 3250
            8    | 1600  | 2026-08-15T18:15 | 17300       | 100 | 2026-08-01T00:15 | 1000        | 3400  | 0
            9    | 300   | 2026-09-01T06:15 | 18900       | 100 | 2026-09-01T00:15 | 1100        | 3014  | 0
            10   | 2250  | 2026-09-15T18:15 | 19200       | 100 | 2026-09-11T00:15 | 1200        | 3750  | 0
            11   | 2250  | 2026-10-15T18:15 | 21450       | 200 | 2026-10-01T00:15 | 1300        | 3750  | 0
            12   | 4000  | 2026-11-15T18:15 | 23700       | 200 | 2026-11-01T00:15 | 1500        | 5000  | 0
            13   | 7200  | 2026-12-15T18:15 | 27700       | 200 | 2026-12-01T00:15 | 1700        | 7800  | 0
            """)
    void peaks(
            int id,
            long max,
            String maxAt,
            long accumulated,
            long t2,
            String t2At,
            long t2Accumulated,
            long s,
            long sm) {
        ProfileEntry row = rows.get(id - 1);

        assertEquals(max, in(row, LoggedRegister.P_PLUS_MAX));
        assertEquals(seconds(maxAt), in(row, LoggedRegister.P_PLUS_MAX_TIME));
        assertEquals(max, in(row, LoggedRegister.P_PLUS_MAX_T1));
        assertEquals(accumulated, in(row, LoggedRegister.P_PLUS_ACCUMULATED));
        assertEquals(accumulated, in(row, LoggedRegister.P_PLUS_ACCUMULATED_T1));
        assertEquals(t2, in(row, LoggedRegister.P_PLUS_MAX_T2));
        assertEquals(seconds(t2At), in(row, LoggedRegister.P_PLUS_MAX_T2_TIME));
        assertEquals(t2Accumulated, in(row, LoggedRegister.P_PLUS_ACCUMULATED_T2));
        assertEquals(VARS, in(row, LoggedRegister.Q_PLUS_MAX));
        assertEquals((id - 1L) * VARS, in(row, LoggedRegister.Q_PLUS_ACCUMULATED));
        assertEquals(s, in(row, LoggedRegister.S_PLUS_MAX));
        assertEquals(sm, in(row, LoggedRegister.S_MINUS_MAX));
        assertEquals(id - 1, in(row, LoggedRegister.DEBITING_PERIODS));
    }

    @Test
    void thirteenPeriodsEnded() {
        assertEquals(13, rows.size());
        assertEquals(13, log.periods());
        assertEquals(0L, peaks.getOrDefault(LoggedRegister.P_PLUS_MAX, 0L));
        // 27 700 + 7 200
        assertEquals(34_900L, peaks.get(LoggedRegister.P_PLUS_ACCUMULATED));
    }

    private void quarterPasses(long end) {
        LocalDateTime begins = LocalDateTime.ofEpochSecond(end - QUARTER_SECONDS, 0, ZONE);
        int month = begins.getMonthValue() - 1;
        boolean isDay = begins.getHour() >= 6 && begins.getHour() < 22;
        boolean isPeak = begins.getDayOfMonth() == 15 && begins.getHour() == 18 && begins.getMinute() == 0;
        boolean isExport = begins.getMonthValue() == 7 && begins.getHour() >= 10 && begins.getHour() < 14;
        total.addOneSecond(EnergyRegister.R_PLUS, VARS * 1_000L * QUARTER_SECONDS);
        peak(LoggedRegister.Q_PLUS_MAX, LoggedRegister.Q_PLUS_MAX_TIME, VARS, end);
        if (isExport) {
            total.addOneSecond(EnergyRegister.A_MINUS, EXPORT_WATTS * 1_000L * QUARTER_SECONDS);
            peak(LoggedRegister.S_MINUS_MAX, LoggedRegister.S_MINUS_MAX_TIME, apparent(EXPORT_WATTS), end);
            return;
        }
        int byDay = isPeak ? PEAK_WATTS[month] : DAY_WATTS[month];
        int watts = isDay ? byDay : NIGHT_WATTS[month];
        total.addOneSecond(EnergyRegister.A_PLUS, watts * 1_000L * QUARTER_SECONDS);
        (isDay ? tariff1 : tariff2).addOneSecond(EnergyRegister.A_PLUS, watts * 1_000L * QUARTER_SECONDS);
        peak(LoggedRegister.P_PLUS_MAX, LoggedRegister.P_PLUS_MAX_TIME, watts, end);
        peak(LoggedRegister.S_PLUS_MAX, LoggedRegister.S_PLUS_MAX_TIME, apparent(watts), end);
        if (isDay) {
            peak(LoggedRegister.P_PLUS_MAX_T1, LoggedRegister.P_PLUS_MAX_T1_TIME, watts, end);
        } else {
            peak(LoggedRegister.P_PLUS_MAX_T2, LoggedRegister.P_PLUS_MAX_T2_TIME, watts, end);
        }
    }

    private void peak(LoggedRegister max, LoggedRegister time, long power, long end) {
        if (power > peaks.getOrDefault(max, 0L)) {
            peaks.put(max, power);
            peaks.put(time, end);
        }
    }

    private void periodEnded(long at) {
        accumulate(LoggedRegister.P_PLUS_MAX, LoggedRegister.P_PLUS_ACCUMULATED);
        accumulate(LoggedRegister.P_PLUS_MAX_T1, LoggedRegister.P_PLUS_ACCUMULATED_T1);
        accumulate(LoggedRegister.P_PLUS_MAX_T2, LoggedRegister.P_PLUS_ACCUMULATED_T2);
        accumulate(LoggedRegister.Q_PLUS_MAX, LoggedRegister.Q_PLUS_ACCUMULATED);
        peaks.remove(LoggedRegister.S_PLUS_MAX);
        peaks.remove(LoggedRegister.S_MINUS_MAX);
    }

    private void accumulate(LoggedRegister max, LoggedRegister accumulated) {
        peaks.merge(accumulated, peaks.getOrDefault(max, 0L), Long::sum);
        peaks.remove(max);
    }

    private long value(LoggedRegister register) {
        return switch (register) {
            case HOUR_COUNTER -> total.milliwattSeconds(EnergyRegister.R_PLUS) / (VARS * 3_600_000L);
            case DEBITING_PERIODS -> log.periods();
            case A_PLUS -> total.reading(EnergyRegister.A_PLUS);
            case A_MINUS -> total.reading(EnergyRegister.A_MINUS);
            case R_PLUS -> total.reading(EnergyRegister.R_PLUS);
            case A_PLUS_T1 -> tariff1.reading(EnergyRegister.A_PLUS);
            case A_PLUS_T2 -> tariff2.reading(EnergyRegister.A_PLUS);
            default -> peaks.getOrDefault(register, 0L);
        };
    }

    private static long apparent(long watts) {
        return (long) Math.sqrt((double) (watts * watts + (long) VARS * VARS));
    }

    private static long in(ProfileEntry row, LoggedRegister register) {
        return row.reading(DebitingProfile.FIRST.registers().indexOf(register));
    }

    private static long seconds(String normalTime) {
        return LocalDateTime.parse(normalTime).toEpochSecond(ZONE);
    }
}
