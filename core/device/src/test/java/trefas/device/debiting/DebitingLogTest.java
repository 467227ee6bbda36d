package trefas.device.debiting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.device.log.DataLogger;
import trefas.device.log.LogSink;
import trefas.device.log.LoggedRegister;
import trefas.device.log.LoggedValues;
import trefas.device.log.ProfileEntry;

/// Debiting logger 1 around the month's ends (dossier 11; decision 0039). Monthly on the first, zone 0.
class DebitingLogTest {

    private final List<ProfileEntry> rows = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private DebitingLog log = new DebitingLog(DebitingSettings.DEFAULT, 0);
    private final LoggedValues values = register -> {
        if (register == LoggedRegister.P_PLUS_MAX) {
            steps.add("read peak");
        }
        return register == LoggedRegister.DEBITING_PERIODS ? log.periods() : 7;
    };
    private final DebitingStop stop = at -> steps.add("clear peak");
    private final LogSink sink = (logger, row, capacity) -> {
        assertEquals(DataLogger.DEBITING_1, logger);
        assertEquals(36, capacity);
        rows.add(row);
        steps.add("row");
    };

    @Test
    void aStopTakesTheRowThenClearsThePeaksThenCounts() {
        second("2026-02-01T00:00:00");

        assertEquals(List.of("read peak", "row", "clear peak"), steps);
        assertEquals(0, rows.getFirst().reading(1), "the period is counted after its row");
        assertEquals(1, log.periods());
    }

    @Test
    void onlyTheMomentIsDue() {
        second("2026-01-31T23:59:59");
        second("2026-02-01T00:00:00");
        second("2026-02-01T00:00:01");

        assertEquals("2026-02-01T00:00 0 0", told());
    }

    @Test
    void aCommandEndsThePeriodAtOnceAndOncePerSecond() {
        second("2026-01-10T12:00:00");

        assertTrue(log.stopNow(seconds("2026-01-10T12:00:00"), values, stop, sink));
        assertFalse(log.stopNow(seconds("2026-01-10T12:00:00"), values, stop, sink));
        assertTrue(log.stopNow(seconds("2026-01-10T12:00:01"), values, stop, sink));
        second("2026-02-01T00:00:00");
        assertFalse(log.stopNow(seconds("2026-02-01T00:00:00"), values, stop, sink));

        assertEquals("2026-01-10T12:00 0 0, 2026-01-10T12:00:01 0 0, 2026-02-01T00:00 0 0", told());
        assertEquals(3, log.periods());
    }

    // The row of 1 January stands. What was not measured, and when the next stop comes.
    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # last measured     | resumed             | rows made up, with status and quality; then the row of the next stop
            2026-01-20T00:00:00 | 2026-01-20T00:00:10 | 2026-02-01T00:00 0 400
            2026-01-31T23:59:58 | 2026-02-01T00:00:00 | 2026-02-01T00:00 0 400, 2026-03-01T00:00 0 0
            2026-01-31T23:59:58 | 2026-02-01T00:00:01 | 2026-02-01T00:00 0 400, 2026-03-01T00:00 0 400
            2026-02-01T00:00:00 | 2026-02-01T00:00:01 | 2026-03-01T00:00 0 400
            2026-01-20T00:00:00 | 2026-03-10T00:00:00 | 2026-02-01T00:00 0 400, 2026-03-01T00:00 0 400, 2026-04-01T00:00 0 400
            2026-01-20T00:00:00 | 2027-02-10T00:00:00 | 2027-02-01T00:00 40 400, 2027-03-01T00:00 0 400
            """)
    void periodsThatEndWithoutSupplyEndOnTime(String last, String resumed, String told) {
        second("2026-01-01T00:00:00");
        rows.clear();
        if (seconds(last) >= seconds("2026-02-01T00:00:00")) {
            second("2026-02-01T00:00:00");
            rows.clear();
        }

        log.outage(seconds(last), seconds(resumed), values, stop, sink);
        secondsTo(seconds(resumed), told);

        assertEquals(told, told());
    }

    @Test
    void upTo12PeriodsAreMadeUp() {
        second("2026-01-01T00:00:00");
        log.outage(seconds("2026-01-01T00:00:00"), seconds("2027-01-01T00:00:00"), values, stop, sink);

        assertEquals(13, rows.size());
        assertEquals(13, log.periods());
    }

    // A new meter that lay on a shelf: one row, so that the time before is not billed with the time after.
    @Test
    void anEmptyLoggerGetsOneRow() {
        log.outage(seconds("2026-01-20T00:00:00"), seconds("2026-06-10T00:00:00"), values, stop, sink);

        assertEquals("2026-06-01T00:00 40 400", told());
        assertEquals(1, log.periods());
    }

    // Rows of 1 January and, when the clock was past it, 1 February stand. Quality: 1 is 7 to 15 s, 8 more than 60 s,
    // 10 forward, 20 backward.
    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # before            | after               | rows from then on
            2026-01-31T23:59:50 | 2026-01-31T23:59:55 | 2026-02-01T00:00 0 0
            2026-01-31T23:59:50 | 2026-02-01T00:00:00 | 2026-02-01T00:00 0 11, 2026-03-01T00:00 0 11
            2026-01-31T23:00:00 | 2026-02-01T01:00:00 | 2026-02-01T00:00 0 18, 2026-03-01T00:00 0 18
            2026-02-01T00:00:05 | 2026-01-31T23:59:55 | 2026-03-01T00:00 0 21
            2026-02-01T12:00:00 | 2026-01-31T00:00:00 | 2026-03-01T00:00 0 28
            2026-02-01T12:00:00 | 2026-01-30T23:59:59 | 2026-02-01T00:00 0 28
            2026-02-20T00:00:00 | 2026-02-10T00:00:00 | 2026-03-01T00:00 0 28
            2026-01-10T00:00:00 | 2036-01-10T00:00:00 | 2036-01-01T00:00 40 18, 2036-02-01T00:00 0 18
            """)
    void aClockThatIsSetEndsNoPeriodTwice(String before, String after, String told) {
        second("2026-01-01T00:00:00");
        if (seconds(before) > seconds("2026-02-01T00:00:00")) {
            second("2026-02-01T00:00:00");
        }
        rows.clear();

        log.clockSet(seconds(before), seconds(after), values, stop, sink);
        secondsTo(seconds(after), told);

        assertEquals(told, told());
    }

    // A slip of the finger to 2036 and back does not stop the debiting for ten years.
    @Test
    void aClockThatIsSetBackFarLivesAnew() {
        second("2026-01-01T00:00:00");
        log.clockSet(seconds("2026-01-10T00:00:00"), seconds("2036-01-10T00:00:00"), values, stop, sink);
        log.clockSet(seconds("2036-01-10T00:01:00"), seconds("2026-01-10T00:01:00"), values, stop, sink);
        rows.clear();

        second("2026-02-01T00:00:00");

        assertEquals("2026-02-01T00:00 0 38", told());
    }

    @Test
    void theCountOfPeriodsWrapsAfter255() {
        for (int second = 1; second <= 257; second++) {
            log.stopNow(second, values, stop, sink);
        }

        assertEquals(1, log.periods());
        assertEquals(36, log.ring().entriesInUse());
        assertEquals(222, log.ring().oldestLogId());
    }

    @Test
    void otherDaysApplyFromTheNextSecond() {
        second("2026-01-10T00:00:00");
        log.change(DebitingSettings.DEFAULT.withDay(15), 0);
        second("2026-01-15T00:00:00");
        log.change(DebitingSettings.DEFAULT.withInterval(DebitingInterval.NONE), 0);
        second("2026-02-15T00:00:00");

        assertEquals("2026-01-15T00:00 0 0", told());
    }

    @Test
    void aShortRecordIsRefusedAndChangesNothing() {
        second("2026-02-01T00:00:00");
        ByteBuffer record = ByteBuffer.allocate(DebitingLog.recordLength());
        log.write(record);
        assertFalse(record.hasRemaining());

        for (int length = 0; length < DebitingLog.recordLength(); length++) {
            assertFalse(log.read(record.duplicate().flip().limit(length)));
        }
        byte[] nonsense = record.array().clone();
        nonsense[nonsense.length - 1] = 9;
        log = new DebitingLog(DebitingSettings.DEFAULT, 0);
        assertFalse(log.read(ByteBuffer.wrap(nonsense)), "the oldest row lies after the next");
        assertEquals(0, log.periods());
        assertTrue(log.read(record.flip()));
        assertEquals(1, log.periods());
    }

    /// Seconds at the beginning of each month from a time on, until as many rows are there as are told of.
    private void secondsTo(long from, String told) {
        int expected = told.split(",").length;
        long second = from + 1;
        for (int month = 0; month < 3 && rows.size() < expected; month++) {
            log.secondElapsed(second, values, stop, sink);
            LocalDateTime at = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
            second = at.toLocalDate()
                    .withDayOfMonth(1)
                    .plusMonths(1)
                    .atStartOfDay()
                    .toEpochSecond(ZoneOffset.UTC);
        }
    }

    private void second(String at) {
        log.secondElapsed(seconds(at), values, stop, sink);
    }

    private String told() {
        return rows.stream()
                .map(row -> LocalDateTime.ofEpochSecond(row.capturedAt(), 0, ZoneOffset.UTC) + " "
                        + Integer.toHexString(row.loggerStatus()) + " " + Integer.toHexString(row.dataQuality()))
                .collect(Collectors.joining(", "));
    }

    private static long seconds(String utc) {
        return LocalDateTime.parse(utc).toEpochSecond(ZoneOffset.UTC);
    }
}
