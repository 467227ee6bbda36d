package trefas.device.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.device.debiting.DebitingProfile;

/// The columns of every logger (dossier 10.1, 10.5, 14) and the audit of uploads.
class LoggerLayoutTest {

    private static final String HEAD = "8 0-1:1.0.0*255 2, 7 %1$s -1";
    private static final String DATA_HEAD = HEAD + ", 7 %1$s -2, 1 1-1:134.0.1*255 2";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            STATUS             | 1-1:99.98.2*255  | 1 1-1:97.97.0*255 2
            RTC                | 1-1:99.98.3*255  | 8 0-1:1.0.1*255 2, 1 0-1:96.10.3*255 2
            CUT_OFF            | 1-1:99.98.5*255  | 1 1-1:128.0.0*255 2, 1 1-1:128.0.18*255 2
            LOAD_PROFILE_EVENT | 1-1:99.98.10*255 | 1 1-1:96.5.3*255 2
            NEUTRAL_FAULT      | 1-1:99.98.12*255 | 1 1-1:132.0.6*255 2
            AUDIT_SUCCESS      | 1-1:99.98.13*255 | 1 1-1:96.54.2*255 2, 1 1-1:96.54.3*255 2, 1 1-1:96.54.4*255 2, 1 1-1:96.54.5*255 2, 1 1-1:96.54.6*255 2
            AUDIT_FAIL         | 1-1:99.98.14*255 | 1 1-1:96.54.2*255 2, 1 1-1:96.54.3*255 2, 1 1-1:96.54.4*255 2, 1 1-1:96.54.5*255 2, 1 1-1:96.54.6*255 2
            VOLTAGE_QUALITY    | 1-1:99.98.16*255 | 1 1-1:132.0.1*255 2, 1 1-1:132.0.2*255 2, 1 1-1:132.0.3*255 2, 1 1-1:132.0.4*255 2, 1 1-1:132.0.5*255 2
            """)
    void aLoggerOfEventsHasTimeStatusAndItsOwnColumns(DataLogger logger, String name, String columns) {
        LoggerLayout layout = LoggerLayout.ofEvents(logger);

        assertEquals(name, layout.name().toString());
        assertEquals(HEAD.formatted(name) + ", " + columns, text(layout));
    }

    @Test
    void theOccurrenceLoggerHas23Counters() {
        LoggerLayout layout = LoggerLayout.ofEvents(DataLogger.OCCURRENCES);

        assertEquals(23, layout.readings());
        assertEquals("1-1:133.0.23*255", layout.columns().getLast().obis().toString());
        assertEquals(WireType.UNSIGNED_16, layout.columns().getLast().type());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            LOAD_PROFILE, 1-1:99.1.0*255
            ANALYSIS,     1-1:99.1.1*255
            DEBITING_1,   1-1:98.1.0*255
            DEBITING_2,   1-1:98.2.0*255
            """)
    void aDataLoggerAlsoHasQualityAndAReservedColumn(DataLogger logger, String name) {
        LoggerLayout layout = LoggerLayout.ofRegisters(logger, List.of(LoggedRegister.P_PLUS_MAX_TIME));

        assertEquals(DATA_HEAD.formatted(name) + ", 4 1-1:1.6.0*255 5", text(layout));
    }

    @Test
    void theLoadProfileHasItsRegisters() {
        LoggerLayout layout = LoggerLayout.ofLoadProfile(LoadProfileContent.ACTIVE_AND_QUADRANTS);

        assertEquals(4 + 6, layout.columns().size());
        assertEquals("1-1:8.8.0*255", layout.columns().getLast().obis().toString());
    }

    @Test
    void aColumnFindsItsNumberInARow() {
        LoggerLayout layout = LoggerLayout.ofRegisters(DataLogger.DEBITING_1, DebitingProfile.FIRST.registers());
        long[] readings = new long[layout.readings()];
        for (int index = 0; index < readings.length; index++) {
            readings[index] = 100L + index;
        }
        var row = new ProfileEntry(3, 77, 0x40, 0x400, readings);

        List<Long> numbers =
                layout.columns().stream().map(column -> column.number(row)).toList();

        assertEquals(List.of(77L, 0x40L, 0x400L, 1L, 100L, 101L), numbers.subList(0, 6));
        assertEquals(137L, numbers.getLast());
        assertEquals(38, layout.readings());
    }

    @Test
    void anUploadIsTracedColumnByColumn() {
        var rows = new ArrayList<ProfileEntry>();
        var log = new UploadAuditLog();

        log.failed(55, audit(), (logger, row, capacity) -> {
            assertEquals(DataLogger.AUDIT_FAIL, logger);
            rows.add(row);
        });

        List<LoggerColumn> columns =
                LoggerLayout.ofEvents(DataLogger.AUDIT_FAIL).columns();
        ProfileEntry row = rows.getFirst();
        assertEquals(8, LoggerLayout.ofEvents(DataLogger.AUDIT_FAIL).readings());
        assertEquals(55, columns.get(0).number(row));
        assertEquals(2, columns.get(2).number(row));
        assertEquals(0xFFFF_FFFFL, columns.get(3).number(row));
        assertArrayEquals(
                HexFormat.of().parseHex("0123456789abcdeffedcba9876543210"),
                columns.get(4).octets(row));
        assertEquals(18, columns.get(5).number(row));
        assertEquals(1, columns.get(6).number(row));
    }

    // WELMEC 7.2: an upload that can't be traced must not happen.
    @Test
    void theListOfUploadsThatWorkedNeverOverwrites() {
        var log = new UploadAuditLog();
        for (int row = 1; row <= 100; row++) {
            assertTrue(log.hasRoom());
            assertTrue(log.succeeded(row, audit(), (logger, entry, capacity) -> {}));
        }
        ByteBuffer record = ByteBuffer.allocate(UploadAuditLog.recordLength());
        log.write(record);
        var restored = new UploadAuditLog();
        assertTrue(restored.read(record.flip()));

        assertFalse(restored.hasRoom());
        assertFalse(restored.succeeded(101, audit(), (logger, entry, capacity) -> {
            throw new AssertionError("overwrites " + entry);
        }));
        assertFalse(restored.read(record.rewind().limit(UploadAuditLog.recordLength() - 1)));
        assertEquals(DataLogger.AUDIT_SUCCESS, restored.newest().logger());
        for (int row = 1; row <= 101; row++) {
            restored.failed(row, audit(), (logger, entry, capacity) -> {});
        }
        assertEquals(100, restored.failed().entriesInUse());
        assertEquals(DataLogger.AUDIT_FAIL, restored.newest().logger());
    }

    // CouplingState 1 disconnected by command, CouplingFeedback 24 (dossier 12.2, 12.4).
    @Test
    void whatTheBreakerDidIsARowOfTwoNumbers() {
        var rows = new ArrayList<ProfileEntry>();
        var log = new CutOffLog();

        log.coupled(55, 1, 24, (logger, row, capacity) -> {
            assertEquals(DataLogger.CUT_OFF, logger);
            assertEquals(200, capacity);
            rows.add(row);
        });

        LoggerLayout layout = LoggerLayout.ofEvents(DataLogger.CUT_OFF);
        assertEquals(2, layout.readings());
        assertEquals(new ProfileEntry(1, 55, 0, 0, 1, 24), rows.getFirst());
    }

    private static UploadAudit audit() {
        return new UploadAudit(
                UploadAudit.Part.LEGAL,
                0xFFFF_FFFFL,
                0x0123456789abcdefL,
                0xfedcba9876543210L,
                18,
                UploadAudit.StartInterface.WIRED);
    }

    private static String text(LoggerLayout layout) {
        return layout.columns().stream()
                .map(column -> column.classId() + " " + column.obis() + " " + column.attribute())
                .collect(Collectors.joining(", "));
    }
}
