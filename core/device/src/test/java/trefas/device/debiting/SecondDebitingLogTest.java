package trefas.device.debiting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.device.log.DataLogger;
import trefas.device.log.LogInterval;
import trefas.device.log.LogSink;
import trefas.device.log.LoggedRegister;
import trefas.device.log.ProfileEntry;

/// Debiting logger 2 (dossier 11). Times are days after 1970-01-01, a Thursday, in zone 1.
class SecondDebitingLogTest {

    private static final long DAY = 86_400;
    private static final long MIDNIGHT = -3_600;

    private final List<ProfileEntry> rows = new ArrayList<>();
    private final LogSink sink = (logger, row, capacity) -> {
        assertEquals(DataLogger.DEBITING_2, logger);
        assertEquals(175, capacity);
        rows.add(row);
    };
    private SecondDebitingLog log = logOf(DebitingProfile.PROFILE_01, LogInterval.DAILY);

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            DAILY,   365
            WEEKLY,  52
            MONTHLY, 12
            """)
    void aYearHasItsRows(LogInterval interval, int expected) {
        log = logOf(DebitingProfile.PROFILE_01, interval);
        for (long second = MIDNIGHT + 1; second <= 365 * DAY + MIDNIGHT; second += 899) {
            log.secondElapsed(second, LoggedRegister::key, sink);
        }
        log.secondElapsed(365 * DAY + MIDNIGHT, LoggedRegister::key, sink);

        assertEquals(expected, rows.size());
    }

    @Test
    void aRowHasTheColumnsOfItsProfile() {
        log = logOf(DebitingProfile.PROFILE_02, LogInterval.DAILY);
        log.secondElapsed(DAY + MIDNIGHT, register -> register.obis().e(), sink);

        assertEquals(List.of(new ProfileEntry(1, DAY + MIDNIGHT, 0, 0, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2)), rows);
        assertEquals(Optional.of(DebitingProfile.PROFILE_02), DebitingProfile.ofZ30(2));
        assertEquals(Optional.empty(), DebitingProfile.ofZ30(0));
        assertThrows(
                IllegalArgumentException.class,
                () -> DebitingSettings.DEFAULT.withSecondProfile(DebitingProfile.FIRST));
    }

    @Test
    void daysWithoutSupplyAreMadeUpAndNoneComesTwice() {
        log.secondElapsed(DAY + MIDNIGHT, register -> 1, sink);
        log.outage(DAY + MIDNIGHT, 3 * DAY + MIDNIGHT + 10, register -> 1, sink);
        log.clockSet(3 * DAY + MIDNIGHT + 10, 3 * DAY + MIDNIGHT - 10, register -> 1, sink);
        log.secondElapsed(3 * DAY + MIDNIGHT, register -> 1, sink);
        log.secondElapsed(4 * DAY + MIDNIGHT, register -> 1, sink);

        assertEquals(
                List.of(1L, 2L, 3L, 4L),
                rows.stream().map(row -> (row.capturedAt() - MIDNIGHT) / DAY).toList());
        assertEquals(
                List.of(0, 0x400, 0x400, 0x422),
                rows.stream().map(ProfileEntry::dataQuality).toList());
    }

    @Test
    void anotherIntervalKeepsTheRowsAndTheNextTells() {
        log.secondElapsed(DAY + MIDNIGHT, register -> 1, sink);
        log.changeInterval(DebitingSettings.DEFAULT.withSecondInterval(LogInterval.WEEKLY), 1);
        log.secondElapsed(2 * DAY + MIDNIGHT, register -> 1, sink);
        log.secondElapsed(4 * DAY + MIDNIGHT, register -> 1, sink);

        assertEquals(2, rows.size());
        assertEquals(0x100, rows.getLast().loggerStatus());
        assertEquals(2, log.ring().entriesInUse());
    }

    @Test
    void aRestartWithAnotherProfileGivesUpTheRows() {
        log.secondElapsed(DAY + MIDNIGHT, register -> 1, sink);
        ByteBuffer record = ByteBuffer.allocate(SecondDebitingLog.recordLength());
        log.write(record);
        SecondDebitingLog same = logOf(DebitingProfile.PROFILE_01, LogInterval.DAILY);
        SecondDebitingLog other = logOf(DebitingProfile.PROFILE_02, LogInterval.DAILY);

        assertTrue(same.read(record.flip()));
        assertTrue(other.read(record.rewind()));
        assertFalse(same.read(record.rewind().limit(SecondDebitingLog.recordLength() - 1)));

        assertEquals(1, same.ring().entriesInUse());
        assertEquals(0, other.ring().entriesInUse());
        other.secondElapsed(2 * DAY + MIDNIGHT, register -> 1, sink);
        assertEquals(0x80, rows.getLast().loggerStatus());
        assertEquals(2, rows.getLast().logId());
    }

    private static SecondDebitingLog logOf(DebitingProfile profile, LogInterval interval) {
        return new SecondDebitingLog(
                DebitingSettings.DEFAULT.withSecondInterval(interval).withSecondProfile(profile), 1);
    }
}
