package trefas.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gurux.dlms.GXDLMSException;
import gurux.dlms.GXDateTime;
import gurux.dlms.enums.ObjectType;
import gurux.dlms.objects.GXDLMSClock;
import gurux.dlms.objects.GXDLMSData;
import gurux.dlms.objects.GXDLMSObject;
import gurux.dlms.objects.GXDLMSProfileGeneric;
import gurux.dlms.objects.GXDLMSRegister;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.verification.TrefasProgram.Ended;

/// Gurux's client, made by other people from the same books, reads the running program. The meter has replayed the
/// recorded week and stands still, so every value is known to the last digit.
class GuruxClientTest {

    private static final int PUBLIC_CLIENT = 16;
    private static final int READING_CLIENT = 18;
    private static final int MANAGEMENT = 1;
    private static final int METER = 16;
    private static final String PASSWORD = "12345";
    private static final String LOAD_PROFILE = "1.1.99.1.0.255";

    private static final int TIME = 0;
    private static final int QUALITY = 2;
    private static final int IMPORTED = 4;
    private static final int CAPTURED_IN_A_WEEK = 7 * 24 * 4;

    /// data-access-result object-undefined: what a client may not see is not there for it.
    private static final int OBJECT_UNDEFINED = 4;

    /// Values are missing in the interval (bit 10).
    private static final long INCOMPLETE = 0x400;

    @TempDir
    static Path folder;

    private static TrefasProgram meter;
    private static int port;

    @BeforeAll
    static void replayTheWeek() throws Exception {
        meter = TrefasProgram.start(
                "run",
                "--input",
                "examples/household_1min.csv",
                "--speed",
                "max",
                "--state",
                folder.resolve("state").toString(),
                "--port",
                "0",
                "--http",
                "off");
        port = meter.awaitDlmsPort();
        meter.awaitLine(Pattern.compile("^The replay has ended"));
    }

    @AfterAll
    static void stopTheMeter() {
        meter.close();
    }

    private static GuruxLine publicLine() throws Exception {
        return GuruxLine.open(port, PUBLIC_CLIENT, MANAGEMENT);
    }

    private static GuruxLine readingLine() throws Exception {
        return GuruxLine.open(port, READING_CLIENT, METER, PASSWORD);
    }

    private static String readByOurselves(String... arguments) throws Exception {
        var all = new ArrayList<String>(List.of("read", "--port", String.valueOf(port), "-o", "csv"));
        all.addAll(List.of(arguments));
        Ended ended = TrefasProgram.run(all.toArray(String[]::new));
        assertEquals(0, ended.exitCode(), () -> String.join("\n", ended.err()));
        return ended.text();
    }

    private static LocalDateTime local(Object gurux) {
        var calendar = ((GXDateTime) gurux).getMeterCalendar();
        return LocalDateTime.ofInstant(
                calendar.toInstant(), calendar.getTimeZone().toZoneId());
    }

    @Test
    void anybodyReadsClockAndNumbers() throws Exception {
        try (var line = publicLine()) {
            var clock = new GXDLMSClock("0.1.1.0.0.255");
            line.read(clock, 2);

            assertEquals(LocalDateTime.of(2006, 12, 24, 0, 0), local(clock.getTime()));
            assertEquals("21830417", String.valueOf(line.read(new GXDLMSData("1.1.96.1.0.255"), 2)));
            assertEquals("6841439BN244100010", text(line.read(new GXDLMSData("1.1.96.1.1.255"), 2)));
        }
    }

    private static String text(Object value) {
        return value instanceof byte[] octets
                ? new String(octets, java.nio.charset.StandardCharsets.US_ASCII)
                : String.valueOf(value);
    }

    @Test
    void nobodyReadsEnergyWithoutAPassword() throws Exception {
        try (var line = publicLine()) {
            var energy = new GXDLMSRegister("1.1.1.8.0.255");

            var refused = assertThrows(GXDLMSException.class, () -> line.read(energy, 2));

            assertEquals(OBJECT_UNDEFINED, refused.getErrorCode());
            assertTrue(line.objects().stream().noneMatch(object -> object.getObjectType() == ObjectType.REGISTER));
        }
    }

    @ParameterizedTest(name = "password {0}")
    @CsvSource({"12346", "1234", "123456", "''"})
    void aWrongPasswordIsRejected(String password) {
        var refused = assertThrows(
                GXDLMSException.class,
                () -> GuruxLine.open(port, READING_CLIENT, METER, password).close());

        assertTrue(
                String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT).contains("authentication"),
                refused::getMessage);
    }

    @Test
    void theAssociationViewListsWhatTheClientMayRead() throws Exception {
        try (var line = readingLine()) {
            var objects = line.objects();

            for (String name : List.of(
                    "0.0.40.0.0.255",
                    "0.1.1.0.0.255",
                    "1.1.96.1.0.255",
                    "1.1.1.8.0.255",
                    "1.1.61.8.0.255",
                    "1.1.72.7.0.255",
                    LOAD_PROFILE)) {
                assertTrue(objects.findByLN(ObjectType.NONE, name) != null, name);
            }
            for (GXDLMSObject object : objects) {
                if (object instanceof GXDLMSRegister register) {
                    line.read(register, 3);
                    assertTrue(line.read(register, 2) instanceof Number, register::getLogicalName);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        # object       | short  | value  | unit
        1.1.1.8.0.255  | 1.8.0  | 305290 | ACTIVE_ENERGY   | Wh
        1.1.2.8.0.255  | 2.8.0  | 0      | ACTIVE_ENERGY   | Wh
        1.1.3.8.0.255  | 3.8.0  | 20870  | REACTIVE_ENERGY | varh
        1.1.21.8.0.255 | 21.8.0 | 305290 | ACTIVE_ENERGY   | Wh
        1.1.41.8.0.255 | 41.8.0 | 0      | ACTIVE_ENERGY   | Wh
        1.1.1.7.0.255  | 1.7.0  | 5458   | ACTIVE_POWER    | W
        1.1.32.7.0.255 | 32.7.0 | 239    | VOLTAGE         | V
        1.1.31.7.0.255 | 31.7.0 | 22.60  | CURRENT         | A
        1.1.14.7.0.255 | 14.7.0 | 50.00  | FREQUENCY       | Hz
        """)
    void registersMeanTheSameToGuruxAndToUs(String name, String shortName, double value, String unit, String symbol)
            throws Exception {
        try (var line = readingLine()) {
            var register = new GXDLMSRegister(name);
            line.read(register, 3);
            line.read(register, 2);

            assertEquals(value, ((Number) register.getValue()).doubleValue(), 1e-9);
            assertEquals(unit, register.getUnit().name());
        }
        String ours = readByOurselves(shortName).split("\n", -1)[1];
        assertEquals(value, Double.parseDouble(ours.split(",", -1)[1]), 1e-9);
        assertEquals(symbol, ours.split(",", -1)[2]);
    }

    private static GXDLMSProfileGeneric profile(GuruxLine line) throws Exception {
        var profile = new GXDLMSProfileGeneric(LOAD_PROFILE);
        line.read(profile, 3);
        return profile;
    }

    @Test
    void theColumnsOfTheLoadProfileAreNamed() throws Exception {
        try (var line = readingLine()) {
            List<String> columns = profile(line).getCaptureObjects().stream()
                    .map(column -> column.getKey().getLogicalName() + " "
                            + column.getValue().getAttributeIndex())
                    .toList();

            assertEquals(
                    List.of(
                            "0.1.1.0.0.255 2",
                            LOAD_PROFILE + " 255",
                            LOAD_PROFILE + " 254",
                            "1.1.134.0.1.255 2",
                            "1.1.1.8.0.255 2",
                            "1.1.2.8.0.255 2",
                            "1.1.3.8.0.255 2",
                            "1.1.4.8.0.255 2"),
                    columns);
        }
    }

    // 672 rows are some 25 kB: far more than one PDU, so this is a block transfer.
    @Test
    void theWholeLoadProfileArrivesInBlocks() throws Exception {
        try (var line = readingLine()) {
            var profile = profile(line);
            List<Object[]> rows = line.readAll(profile);

            assertEquals(CAPTURED_IN_A_WEEK, rows.size());
            assertEquals(CAPTURED_IN_A_WEEK, ((Number) line.read(profile, 7)).intValue());
            assertEquals(LocalDateTime.of(2006, 12, 17, 0, 15), local(rows.getFirst()[TIME]));
            assertEquals(LocalDateTime.of(2006, 12, 24, 0, 0), local(rows.getLast()[TIME]));
            assertEquals(30_529, ((Number) rows.getLast()[IMPORTED]).longValue());
            assertEquals(
                    List.of(LocalDateTime.of(2006, 12, 21, 11, 30)),
                    rows.stream()
                            .filter(row -> ((Number) row[QUALITY]).longValue() != 0)
                            .map(row -> local(row[TIME]))
                            .toList());
            assertEquals(
                    readByOurselves("99.1.0").lines().skip(1).toList(),
                    rows.stream().map(GuruxClientTest::csv).toList());
        }
    }

    @Test
    void theIntervalWithTheMissingMinutesIsMarked() throws Exception {
        try (var line = readingLine()) {
            var begin = meterTime(11, 15);
            var end = meterTime(11, 45);

            List<Object[]> rows = line.readRange(profile(line), begin, end);

            assertEquals(
                    List.of(0L, INCOMPLETE, 0L),
                    rows.stream()
                            .map(row -> ((Number) row[QUALITY]).longValue())
                            .toList());
            assertEquals(
                    readByOurselves("99.1.0", "--from", "2006-12-21T11:15", "--to", "2006-12-21T11:45")
                            .lines()
                            .skip(1)
                            .toList(),
                    rows.stream().map(GuruxClientTest::csv).toList());
        }
    }

    /// A time of that day as the meter's wall shows it, whatever the time zone of this machine.
    private static GXDateTime meterTime(int hour, int minute) {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone("GMT+1"), Locale.ROOT);
        calendar.clear();
        calendar.set(2006, Calendar.DECEMBER, 21, hour, minute, 0);
        return new GXDateTime(calendar);
    }

    private static String csv(Object[] row) {
        var cells = new ArrayList<String>();
        cells.add(local(row[TIME]).toString().replace('T', ' ') + ":00");
        for (int column = 1; column < row.length; column++) {
            cells.add(String.valueOf(row[column]));
        }
        return String.join(",", cells);
    }
}
