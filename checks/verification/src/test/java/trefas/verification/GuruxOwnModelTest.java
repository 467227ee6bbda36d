package trefas.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gurux.dlms.GXDateTime;
import gurux.dlms.enums.DataType;
import gurux.dlms.enums.InterfaceType;
import gurux.dlms.objects.GXDLMSClock;
import gurux.dlms.objects.GXDLMSData;
import gurux.dlms.objects.GXDLMSProfileGeneric;
import gurux.dlms.objects.GXDLMSRegister;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Gurux's client reads all of the meter's own object model, sets its clock and writes a number: as the public
/// client, as a module with a password and as a management client that ciphers, over the wrapper and over HDLC on
/// one port.
class GuruxOwnModelTest {

    private static final PeerKeys KEYS =
            new PeerKeys("4755520000000001", "000102030405060708090A0B0C0D0E0F", "D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF");

    private static final String LOAD_PROFILE = "1.1.99.1.0.255";
    private static final int CAPTURED_IN_A_WEEK = 7 * 24 * 4;
    private static final int IMPORTED = 4;

    /// Who reads, and how.
    enum Reader {
        PUBLIC_OVER_WRAPPER(PeerMeter.PUBLIC_CLIENT, InterfaceType.WRAPPER),
        PUBLIC_OVER_HDLC(PeerMeter.PUBLIC_CLIENT, InterfaceType.HDLC),
        MODULE_OVER_WRAPPER(PeerMeter.READING_CLIENT, InterfaceType.WRAPPER),
        MODULE_OVER_HDLC(PeerMeter.READING_CLIENT, InterfaceType.HDLC),
        MANAGEMENT_OVER_WRAPPER(PeerMeter.MANAGEMENT_CLIENT, InterfaceType.WRAPPER),
        MANAGEMENT_OVER_HDLC(PeerMeter.MANAGEMENT_CLIENT, InterfaceType.HDLC);

        private final int client;
        private final InterfaceType carrier;

        Reader(int client, InterfaceType carrier) {
            this.client = client;
            this.carrier = carrier;
        }

        GuruxLine open() throws Exception {
            return switch (client) {
                case PeerMeter.PUBLIC_CLIENT ->
                    GuruxLine.open(meter.port(), carrier, client, PeerMeter.MANAGEMENT_DEVICE, Optional.empty());
                case PeerMeter.MANAGEMENT_CLIENT ->
                    GuruxLine.ciphered(meter.port(), carrier, client, PeerMeter.MANAGEMENT_DEVICE, KEYS);
                default ->
                    GuruxLine.open(
                            meter.port(), carrier, client, PeerMeter.METER_DEVICE, Optional.of(PeerMeter.PASSWORD));
            };
        }

        /// Attributes at least; the exact number is the business of the model's own test.
        int attributesMin() {
            return client == PeerMeter.PUBLIC_CLIENT ? 40 : 240;
        }
    }

    @TempDir
    static Path folder;

    private static PeerMeter meter;

    @BeforeAll
    static void replayTheWeek() throws Exception {
        meter = PeerMeter.replayTheWeek(folder, "own", KEYS);
    }

    @AfterAll
    static void stopTheMeter() {
        meter.close();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void everyAttributeTheListPromisesCanBeRead(Reader reader) throws Exception {
        GuruxReading reading;
        try (var line = reader.open()) {
            reading = GuruxReading.of(line);
        }

        assertEquals(List.of(), reading.problems());
        assertEquals(List.of(), reading.misfits());
        assertTrue(
                reading.values().size() >= reader.attributesMin(),
                () -> reading.values().size() + " attributes");
    }

    @Test
    void whoReadsAndOverWhatMakesNoDifference() throws Exception {
        Map<String, String> asModule = measured(Reader.MODULE_OVER_WRAPPER);

        assertEquals(asModule, measured(Reader.MODULE_OVER_HDLC));
        assertEquals(asModule, measured(Reader.MANAGEMENT_OVER_WRAPPER));
        assertEquals(asModule, measured(Reader.MANAGEMENT_OVER_HDLC));
    }

    /// Registers and the load profile; the association, the only other thing there is for all of them, tells of
    /// itself.
    private static Map<String, String> measured(Reader reader) throws Exception {
        try (var line = reader.open()) {
            var values = new TreeMap<>(GuruxReading.of(line).values());
            values.keySet().removeIf(name -> !name.startsWith("3/") && !name.startsWith("7/"));
            return values;
        }
    }

    @Test
    void everyRegisterMeansTheSameToGuruxAndToUs() throws Exception {
        var names = new ArrayList<String>();
        var foreign = new ArrayList<Double>();
        try (var line = Reader.MANAGEMENT_OVER_WRAPPER.open()) {
            for (var object : line.objects()) {
                if (object instanceof GXDLMSRegister register) {
                    line.read(register, 3);
                    line.read(register, 2);
                    names.add(fullName(register));
                    foreign.add(((Number) register.getValue()).doubleValue());
                }
            }
        }
        var asking = new ArrayList<String>(List.of("--client", "18"));
        asking.addAll(names);

        List<String> ours = meter.readByOurselves(asking);

        assertEquals(names.size(), ours.size());
        for (int register = 0; register < names.size(); register++) {
            double value = Double.parseDouble(ours.get(register).split(",", -1)[1]);
            assertEquals(foreign.get(register), value, 1e-9, names.get(register));
        }
    }

    /// `1.1.1.8.0.255` as `3/1-1:1.8.0*255:2`; an extended register is a register of class 4.
    private static String fullName(GXDLMSRegister register) {
        String[] groups = register.getLogicalName().split("\\.", -1);
        return register.getObjectType().getValue() + "/%s-%s:%s.%s.%s*%s:2".formatted((Object[]) groups);
    }

    @Test
    void ourOwnCipheredClientReadsTheSame() throws Exception {
        var asking = new ArrayList<String>(List.of("--client", "1", "--server", "1"));
        asking.addAll(List.of(KEYS.arguments()));
        asking.add("1.8.0");

        assertEquals("305290", meter.readByOurselves(asking).getFirst().split(",", -1)[1]);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"MODULE_OVER_WRAPPER", "MODULE_OVER_HDLC", "MANAGEMENT_OVER_WRAPPER", "MANAGEMENT_OVER_HDLC"})
    void theLoadProfileByRangeAndByEntry(Reader reader) throws Exception {
        try (var line = reader.open()) {
            var profile = new GXDLMSProfileGeneric(LOAD_PROFILE);
            line.read(profile, 3);

            // 672 rows are some 25 kB: blocks, and over HDLC segments too.
            List<Object[]> all = line.readAll(profile);
            assertEquals(CAPTURED_IN_A_WEEK, all.size());
            assertEquals(30_529, ((Number) all.getLast()[IMPORTED]).longValue());

            List<Object[]> aQuarterOfAnHour = line.readRange(profile, at(21, 12, 15), at(21, 12, 30));
            assertEquals(2, aQuarterOfAnHour.size());

            // Entry 0 is the newest row, and rising numbers walk back in time (dossier 10.6).
            List<Object[]> entries = line.readEntries(profile, 2, 3);
            int newest = all.size() - 1;
            assertEquals(imported(all.subList(newest - 4, newest - 1).reversed()), imported(entries));
        }
    }

    private static List<Long> imported(List<Object[]> rows) {
        return rows.stream().map(row -> ((Number) row[IMPORTED]).longValue()).toList();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"MODULE_OVER_WRAPPER", "MANAGEMENT_OVER_HDLC"})
    void theClockIsSetAndReadBack(Reader reader) throws Exception {
        var clock = new GXDLMSClock("0.1.1.0.0.255");
        try (var line = reader.open()) {
            GXDateTime before = (GXDateTime) line.read(clock, 2);

            clock.setTime(at(25, 10, 30));
            line.write(clock, 2);

            assertEquals(LocalDateTime.of(2006, 12, 25, 10, 30), shown(line, clock));
            clock.setTime(before);
            line.write(clock, 2);
            assertEquals(LocalDateTime.of(2006, 12, 24, 0, 0), shown(line, clock));
        }
    }

    /// What the meter's wall shows; this meter tells no deviation with it.
    private static LocalDateTime shown(GuruxLine line, GXDLMSClock clock) throws Exception {
        Calendar shown = ((GXDateTime) line.read(clock, 2)).getMeterCalendar();
        return LocalDateTime.ofInstant(shown.toInstant(), shown.getTimeZone().toZoneId());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"MODULE_OVER_HDLC", "MANAGEMENT_OVER_WRAPPER"})
    void aMeterNumberIsWritten(Reader reader) throws Exception {
        var number = new GXDLMSData("1.1.0.0.1.255");
        number.setDataType(2, DataType.UINT32);
        long written = 4_711L + reader.client;
        try (var line = reader.open()) {
            number.setValue(written);
            line.write(number, 2);

            assertEquals(written, ((Number) line.readRaw(number, 2)).longValue());
        }
        String ours = meter.readByOurselves(List.of("--client", "18", "1/1-1:0.0.1*255:2"))
                .getFirst();
        assertEquals(String.valueOf(written), ours.split(",", -1)[1]);
    }

    /// A time of the recorded December as the meter's wall shows it.
    private static GXDateTime at(int day, int hour, int minute) {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone("GMT+1"), Locale.ROOT);
        calendar.clear();
        calendar.set(2006, Calendar.DECEMBER, day, hour, minute, 0);
        return new GXDateTime(calendar);
    }
}
