package trefas.device.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.register.EnergyFormat;
import trefas.device.register.EnergyRegister;
import trefas.device.register.RegisterBank;

/// The load profile's rows, log ids and flags (dossier 10.1, 10.2). Times are seconds after a border of the grid.
class LoadProfileTest {

    private static final int PERIOD = 900;
    private static final long BORDER = 1_767_225_600L;
    private static final long LOG_ID_MAX = 0xFFFF_FFFFL;
    private static final int OUTAGE = 0x400;
    private static final int TIME_DISCONTINUITY = 0x40;
    private static final int RECONFIGURED = 0x80;
    private static final int PERIOD_CHANGED = 0x100;
    private static final int LOG_ID_EXHAUSTED = 0x200;

    private final RegisterBank registers = new RegisterBank(EnergyFormat.F72);
    private final List<ProfileEntry> rows = new ArrayList<>();
    private LoadProfile profile = new LoadProfile(LoadProfileContent.ACTIVE, CapturePeriod.MINUTES_15);

    @Test
    void aRowIsTakenAtEachBorderAndAtNoOtherSecond() {
        for (long at = 1; at <= 2 * PERIOD + 1; at++) {
            profile.secondElapsed(BORDER + at, registers, rows::add);
        }

        assertEquals(List.of(row(1, PERIOD, 0, 0), row(2, 2 * PERIOD, 0, 0)), rows);
        assertEquals(2, profile.entriesInUse());
        assertEquals(1, profile.oldestLogId());
        assertEquals(3, profile.nextLogId());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                MINUTES_5,  12
                MINUTES_15, 4
                MINUTES_30, 2
                MINUTES_60, 1
                """)
    void anHourHasAsManyRowsAsPeriods(CapturePeriod period, int expected) {
        profile = new LoadProfile(LoadProfileContent.ACTIVE, period);
        for (long at = 1; at <= 3_600; at++) {
            profile.secondElapsed(BORDER + at, registers, rows::add);
        }

        assertEquals(expected, rows.size());
        assertEquals(BORDER + 3_600, rows.getLast().capturedAt());
    }

    @Test
    void aRowHoldsTheReadingsInTheOrderOfTheContent() {
        registers.addOneSecond(EnergyRegister.A_PLUS, 5 * EnergyFormat.F72.stepMilliwattSeconds() + 1);
        registers.addOneSecond(EnergyRegister.A_MINUS, 7 * EnergyFormat.F72.stepMilliwattSeconds() - 1);

        profile.secondElapsed(BORDER, registers, rows::add);

        assertEquals(List.of(new ProfileEntry(1, BORDER, 0, 0, 5, 6)), rows);
    }

    // The first row stands at second 0. Then nothing is measured from one second to another; the rows of the periods
    // that ended meanwhile are filled and marked, and so is the next one if its period lost seconds too.
    @ParameterizedTest(name = "from {0} to {1}: {2} rows filled, next marked: {3}")
    @CsvSource(delimiter = '|', textBlock = """
                # last measured | resumed | filled | next is marked
                    0           |    1    |   0    | true
                    0           |   10    |   0    | true
                  100           |  200    |   0    | true
                  100           |  899    |   0    | true
                    0           |  900    |   1    | false
                  100           |  900    |   1    | false
                  899           |  900    |   1    | false
                  899           |  901    |   1    | true
                  900           |  901    |   0    | true
                  100           | 2000    |   2    | true
                  100           | 2700    |   3    | false
                """)
    void secondsWithoutSupplyMarkEveryPeriodTheyFallIn(int last, int resumed, int filled, boolean nextIsMarked) {
        profile.secondElapsed(BORDER, registers, rows::add);
        if (last >= PERIOD) {
            profile.secondElapsed(BORDER + PERIOD, registers, rows::add);
        }
        int before = rows.size();

        profile.outage(BORDER + last, BORDER + resumed, registers, rows::add);

        assertEquals(filled, rows.size() - before);
        for (ProfileEntry row : rows.subList(before, rows.size())) {
            assertEquals(OUTAGE, row.dataQuality());
            assertEquals(0, row.loggerStatus());
        }
        long next = (resumed / PERIOD + 1L) * PERIOD;
        profile.secondElapsed(BORDER + next, registers, rows::add);
        assertEquals(row(before + filled + 1, next, 0, nextIsMarked ? OUTAGE : 0), rows.getLast());
        profile.secondElapsed(BORDER + next + PERIOD, registers, rows::add);
        assertEquals(row(before + filled + 2, next + PERIOD, 0, 0), rows.getLast());
    }

    @Test
    void twoOutagesInOnePeriodMarkItOnce() {
        profile.secondElapsed(BORDER, registers, rows::add);

        profile.outage(BORDER + 10, BORDER + 20, registers, rows::add);
        profile.outage(BORDER + 30, BORDER + 40, registers, rows::add);
        profile.secondElapsed(BORDER + PERIOD, registers, rows::add);

        assertEquals(row(2, PERIOD, 0, OUTAGE), rows.getLast());
    }

    // The mark of the period an outage began in must survive a second one that ends exactly at its border.
    @Test
    void anOutageUpToTheBorderLeavesTheMarkOfTheEarlierOneInItsPeriod() {
        profile.secondElapsed(BORDER, registers, rows::add);

        profile.outage(BORDER + 10, BORDER + 20, registers, rows::add);
        profile.outage(BORDER + 800, BORDER + PERIOD, registers, rows::add);

        assertEquals(row(2, PERIOD, 0, OUTAGE), rows.getLast());
    }

    @Test
    void upTo3023MissingPeriodsAreFilled() {
        profile.secondElapsed(BORDER, registers, rows::add);

        profile.outage(BORDER, BORDER + 3_023L * PERIOD, registers, rows::add);

        assertEquals(1 + 3_023, rows.size());
        assertEquals(row(3_024, 3_023L * PERIOD, 0, OUTAGE), rows.getLast());
    }

    @Test
    void from3024MissingPeriodsOnTheGapStaysAndTheNextRowSaysSo() {
        profile.secondElapsed(BORDER, registers, rows::add);

        profile.outage(BORDER, BORDER + 3_024L * PERIOD, registers, rows::add);
        profile.secondElapsed(BORDER + 3_025L * PERIOD, registers, rows::add);
        profile.secondElapsed(BORDER + 3_026L * PERIOD, registers, rows::add);

        assertEquals(
                List.of(row(1, 0, 0, 0), row(2, 3_025L * PERIOD, TIME_DISCONTINUITY, 0), row(3, 3_026L * PERIOD, 0, 0)),
                rows);
    }

    @Test
    void anEmptyLoggerIsNotFilled() {
        profile.outage(BORDER + 100, BORDER + 10L * PERIOD + 1, registers, rows::add);
        profile.secondElapsed(BORDER + 11L * PERIOD, registers, rows::add);

        assertEquals(List.of(row(1, 11L * PERIOD, 0, OUTAGE)), rows);
    }

    @Test
    void theRingKeepsAsManyRowsAsItsCapacity() {
        int capacity = LoadProfileContent.ACTIVE.capacity();
        for (int row = 1; row <= capacity; row++) {
            profile.secondElapsed(BORDER + (long) row * PERIOD, registers, rows::add);
        }
        assertEquals(1, profile.oldestLogId());
        assertEquals(capacity, profile.entriesInUse());

        profile.secondElapsed(BORDER + (capacity + 1L) * PERIOD, registers, rows::add);

        assertEquals(2, profile.oldestLogId());
        assertEquals(capacity, profile.entriesInUse());
    }

    @Test
    void theLastLogIdSaysSoAndNoRowFollowsIt() {
        profile = restored(LOG_ID_MAX - 1, 1, 0, 0);

        profile.secondElapsed(BORDER, registers, rows::add);
        profile.secondElapsed(BORDER + PERIOD, registers, rows::add);
        profile.secondElapsed(BORDER + 2 * PERIOD, registers, rows::add);
        profile.outage(BORDER + 2 * PERIOD, BORDER + 9 * PERIOD, registers, rows::add);

        assertEquals(List.of(row(LOG_ID_MAX - 1, 0, 0, 0), row(LOG_ID_MAX, PERIOD, LOG_ID_EXHAUSTED, 0)), rows);
        assertEquals(LoadProfileContent.ACTIVE.capacity(), profile.entriesInUse());
    }

    @Test
    void anExhaustedLoggerStaysExhaustedAfterARestart() {
        profile = restored(LOG_ID_MAX, 1, 0, 0);
        profile.secondElapsed(BORDER, registers, rows::add);
        var again = new LoadProfile(LoadProfileContent.ACTIVE, CapturePeriod.MINUTES_15);

        assertTrue(again.read(written(profile)));

        again.secondElapsed(BORDER + PERIOD, registers, rows::add);
        assertEquals(1, rows.size());
        assertEquals(profile.entriesInUse(), again.entriesInUse());
        assertEquals(profile.nextLogId(), again.nextLogId());
    }

    // Its rows are given up, so the oldest log id is one past the last there is.
    @Test
    void anExhaustedLoggerOfAnotherContentCanStillBeRestored() {
        profile = restored(LOG_ID_MAX, 1, 0, 0);
        profile.secondElapsed(BORDER, registers, rows::add);
        var changed = new LoadProfile(LoadProfileContent.ALL, CapturePeriod.MINUTES_15);
        assertTrue(changed.read(written(profile)));
        var again = new LoadProfile(LoadProfileContent.ALL, CapturePeriod.MINUTES_15);

        assertTrue(again.read(written(changed)));

        assertEquals(0, again.entriesInUse());
    }

    @Test
    void aSavedProfileGoesOnWhereItWasWithItsPendingFlags() {
        profile = restored(42, 7, TIME_DISCONTINUITY, OUTAGE);
        assertEquals(35, profile.entriesInUse());

        profile.secondElapsed(BORDER, registers, rows::add);

        assertEquals(List.of(row(42, 0, TIME_DISCONTINUITY, OUTAGE)), rows);
    }

    @ParameterizedTest(name = "{0} every {1}")
    @CsvSource(delimiter = '|', textBlock = """
                ACTIVE        | MINUTES_15 | 1  | 0
                FOUR_QUADRANT | MINUTES_15 | 42 | 0x80
                ACTIVE        | MINUTES_60 | 42 | 0x100
                ALL           | MINUTES_5  | 42 | 0x180
                """)
    void anotherContentOrPeriodGivesUpTheOldRowsAndTheNextRowTellsWhy(
            LoadProfileContent content, CapturePeriod period, long oldest, String status) {
        ByteBuffer saved = written(restored(42, 1, 0, 0));
        profile = new LoadProfile(content, period);

        assertTrue(profile.read(saved));

        assertEquals(oldest, profile.oldestLogId());
        assertEquals(42, profile.nextLogId());
        profile.secondElapsed(BORDER, registers, rows::add);
        profile.secondElapsed(BORDER + 3_600, registers, rows::add);
        assertEquals(Integer.decode(status), rows.getFirst().loggerStatus());
        assertEquals(0, rows.getLast().loggerStatus());
    }

    // The rows that are left belong to another set-up: there is nothing to go on from (dossier 10.1).
    @Test
    void aLoggerThatGaveUpItsRowsIsEmptyAndNotFilled() {
        profile = new LoadProfile(LoadProfileContent.ALL, CapturePeriod.MINUTES_30);
        assertTrue(profile.read(written(restored(42, 1, 0, 0))));

        profile.outage(BORDER + 100, BORDER + 10L * PERIOD + 1, registers, rows::add);
        profile.secondElapsed(BORDER + 12L * PERIOD, registers, rows::add);

        assertEquals(1, rows.size());
        assertEquals(42, rows.getFirst().logId());
        assertEquals(RECONFIGURED | PERIOD_CHANGED, rows.getFirst().loggerStatus());
    }

    @ParameterizedTest(name = "next {0}, oldest {1}")
    @CsvSource(textBlock = """
                1, 2
                5, 6
                0x80000000, 0x80000001
                7, 0
                """)
    void anOldestRowAfterTheNextOneIsRefused(String next, String oldest) {
        assertFalse(new LoadProfile(LoadProfileContent.ACTIVE, CapturePeriod.MINUTES_15)
                .read(record(Long.decode(next), Long.decode(oldest), 0, 0)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 13})
    void aRecordThatEndsEarlyIsRefused(int length) {
        assertFalse(profile.read(record(1, 1, 0, 0).limit(length)));
    }

    private static ProfileEntry row(long logId, long after, int status, int quality) {
        return new ProfileEntry(logId, BORDER + after, status, quality, 0, 0);
    }

    private static LoadProfile restored(long next, long oldest, int status, int quality) {
        var profile = new LoadProfile(LoadProfileContent.ACTIVE, CapturePeriod.MINUTES_15);
        assertTrue(profile.read(record(next, oldest, status, quality)));
        return profile;
    }

    private static ByteBuffer record(long next, long oldest, int status, int quality) {
        return ByteBuffer.allocate(LoadProfile.recordLength())
                .putInt((int) next)
                .putInt((int) oldest)
                .putShort((short) status)
                .putShort((short) quality)
                .put((byte) LoadProfileContent.ACTIVE.code())
                .put((byte) 15)
                .flip();
    }

    private static ByteBuffer written(LoadProfile profile) {
        ByteBuffer record = ByteBuffer.allocate(LoadProfile.recordLength());
        profile.write(record);
        assertFalse(record.hasRemaining());
        return record.flip();
    }
}
