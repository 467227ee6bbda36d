package trefas.device.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.device.register.EnergyFormat;
import trefas.device.register.RegisterBank;

/// What befalls a load profile, and the log of it (dossier 10.5).
class LoadProfileEventLogTest {

    private static final long NOW = 1_767_225_600L;

    private final RegisterBank registers = new RegisterBank(EnergyFormat.F72);
    private final List<ProfileEntry> events = new ArrayList<>();
    private final List<ProfileEntry> rows = new ArrayList<>();
    private final LoadProfileEventLog log = new LoadProfileEventLog();
    private LoadProfile profile = new LoadProfile(LoadProfileContent.ACTIVE, CapturePeriod.MINUTES_15);

    @ParameterizedTest
    @CsvSource(textBlock = """
            REGISTERS_CHANGED, 2
            DELETED_MANUALLY,  4
            INTERVAL_CHANGED,  5
            DISABLED,          6
            ENABLED,           7
            """)
    void theCodesAreTheProtocols(LoadProfileEvent event, int code) {
        assertEquals(code, event.code());
        assertEquals(Optional.of(event), LoadProfileEvent.ofCode(code));
        assertEquals(Optional.empty(), LoadProfileEvent.ofCode(3));
    }

    @Test
    void eachChangeIsOneRow() {
        profile.clear();
        ask();
        profile.changePeriod(CapturePeriod.MINUTES_60);
        ask();
        profile.changePeriod(CapturePeriod.MINUTES_60);
        ask();
        profile.disable();
        profile.disable();
        ask();
        profile.enable();
        profile.enable();
        ask();

        assertEquals(List.of(event(1, 4), event(2, 5), event(3, 6), event(4, 7)), events);
    }

    @Test
    void aRestartWithAnotherContentIsToldToo() {
        ByteBuffer record = written();
        profile = new LoadProfile(LoadProfileContent.ALL, CapturePeriod.MINUTES_30);
        assertTrue(profile.read(record));

        ask();

        assertEquals(List.of(event(1, 2), event(2, 5)), events);
    }

    @Test
    void aDisabledProfileTakesNoRowsAndMakesNoneUp() {
        profile.secondElapsed(NOW, registers, rows::add);
        profile.disable();
        profile.secondElapsed(NOW + 900, registers, rows::add);
        profile.outage(NOW + 900, NOW + 2_800, registers, rows::add);
        ByteBuffer record = written();
        profile = new LoadProfile(LoadProfileContent.ACTIVE, CapturePeriod.MINUTES_15);
        assertTrue(profile.read(record));
        assertFalse(profile.isEnabled());
        profile.secondElapsed(NOW + 3_600, registers, rows::add);
        assertEquals(1, rows.size());

        profile.enable();
        profile.secondElapsed(NOW + 4_500, registers, rows::add);

        assertEquals(2, rows.getLast().logId());
        assertEquals(LoggerStatus.TIME_DISCONTINUITY.mask(), rows.getLast().loggerStatus());
    }

    @Test
    void whatBefellThePeriodIsMarked() {
        profile.mark(DataQuality.OVERVOLTAGE.mask());
        profile.mark(DataQuality.NEUTRAL_ERROR.mask());
        profile.secondElapsed(NOW, registers, rows::add);
        profile.secondElapsed(NOW + 900, registers, rows::add);

        assertEquals(0x280, rows.getFirst().dataQuality());
        assertEquals(0, rows.getLast().dataQuality());
    }

    @Test
    void tenRowsAreKept() {
        for (int row = 0; row < 12; row++) {
            profile.clear();
            ask();
        }

        assertEquals(10, log.ring().entriesInUse());
        assertEquals(3, log.ring().oldestLogId());
    }

    @Test
    void theRingSurvivesARestart() {
        profile.clear();
        ask();
        ByteBuffer record = ByteBuffer.allocate(LoadProfileEventLog.recordLength());
        log.write(record);
        var restored = new LoadProfileEventLog();

        assertTrue(restored.read(record.flip()));
        assertEquals(2, restored.ring().nextLogId());
    }

    @Test
    void aRefusedRecordChangesNothing() {
        profile.secondElapsed(NOW, registers, rows::add);
        ByteBuffer nonsense =
                ByteBuffer.allocate(LoadProfile.recordLength()).putInt(7).putInt(8);

        assertFalse(profile.read(nonsense.rewind()));

        assertEquals(2, profile.nextLogId());
        assertEquals(1, profile.entriesInUse());
    }

    private void ask() {
        log.ask(profile, NOW, (logger, row, capacity) -> {
            assertEquals(DataLogger.LOAD_PROFILE_EVENT, logger);
            events.add(row);
        });
    }

    private ByteBuffer written() {
        ByteBuffer record = ByteBuffer.allocate(LoadProfile.recordLength());
        profile.write(record);
        return record.flip();
    }

    private static ProfileEntry event(long logId, int code) {
        return new ProfileEntry(logId, NOW, 0, 0, code);
    }
}
