package trefas.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openmuc.jdlms.AccessResultCode;
import org.openmuc.jdlms.AttributeAddress;
import org.openmuc.jdlms.datatypes.CosemDateTime;
import org.openmuc.jdlms.datatypes.DataObject;
import trefas.verification.JdlmsLine.Carrier;

/// jDLMS's client, of a second house and independent of Gurux, reads all of the meter's own object model, the load
/// profile by range, and sets the clock: with no proof, with a password and with HLS-5 and ciphering.
class JdlmsClientTest {

    private static final PeerKeys KEYS =
            new PeerKeys("4F4D5500000003E9", "000102030405060708090A0B0C0D0E0F", "D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF");

    private static final String CLOCK = "0.1.1.0.0.255";
    private static final String LOAD_PROFILE = "1.1.99.1.0.255";
    private static final int REGISTER = 3;
    private static final int PROFILE = 7;
    private static final int CLOCK_CLASS = 8;
    private static final int BY_RANGE = 1;
    private static final int BY_ENTRY = 2;
    private static final int EAST_OF_UTC = -60;

    /// Who reads, and how.
    enum Reader {
        PUBLIC_OVER_WRAPPER(PeerMeter.PUBLIC_CLIENT, Carrier.WRAPPER),
        PUBLIC_OVER_HDLC(PeerMeter.PUBLIC_CLIENT, Carrier.HDLC),
        MODULE_OVER_WRAPPER(PeerMeter.READING_CLIENT, Carrier.WRAPPER),
        MODULE_OVER_HDLC(PeerMeter.READING_CLIENT, Carrier.HDLC),
        MANAGEMENT_OVER_WRAPPER(PeerMeter.MANAGEMENT_CLIENT, Carrier.WRAPPER),
        MANAGEMENT_OVER_HDLC(PeerMeter.MANAGEMENT_CLIENT, Carrier.HDLC);

        private final int client;
        private final Carrier carrier;

        Reader(int client, Carrier carrier) {
            this.client = client;
            this.carrier = carrier;
        }

        JdlmsLine open() throws IOException {
            return switch (client) {
                case PeerMeter.PUBLIC_CLIENT ->
                    JdlmsLine.open(meter.port(), carrier, client, PeerMeter.MANAGEMENT_DEVICE);
                case PeerMeter.MANAGEMENT_CLIENT ->
                    JdlmsLine.ciphered(meter.port(), carrier, client, PeerMeter.MANAGEMENT_DEVICE, KEYS);
                default -> JdlmsLine.open(meter.port(), carrier, client, PeerMeter.METER_DEVICE, PeerMeter.PASSWORD);
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
        JdlmsReading reading;
        try (var line = reader.open()) {
            reading = JdlmsReading.of(line);
        }

        assertEquals(List.of(), reading.problems());
        assertTrue(
                reading.values().size() >= reader.attributesMin(),
                () -> reading.values().size() + " attributes");
    }

    @Test
    void aWrongPasswordIsRejected() {
        assertThrows(
                IOException.class,
                () -> JdlmsLine.open(
                                meter.port(),
                                Carrier.WRAPPER,
                                PeerMeter.READING_CLIENT,
                                PeerMeter.METER_DEVICE,
                                "12346")
                        .close());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"MODULE_OVER_WRAPPER", "MODULE_OVER_HDLC", "MANAGEMENT_OVER_WRAPPER", "MANAGEMENT_OVER_HDLC"})
    void theLoadProfileByRangeAndByEntry(Reader reader) throws Exception {
        try (var line = reader.open()) {
            List<DataObject> all = JdlmsReading.items(line.read(PROFILE, LOAD_PROFILE, 2));
            assertEquals(7 * 24 * 4, all.size());

            List<DataObject> twoRows = JdlmsReading.items(
                    line.read(PROFILE, LOAD_PROFILE, 2, BY_RANGE, range(at(21, 12, 15), at(21, 12, 30))));
            assertEquals(2, twoRows.size());

            // Entry 0 is the newest row, and rising numbers walk back in time (dossier 10.6).
            List<DataObject> entries = JdlmsReading.items(line.read(PROFILE, LOAD_PROFILE, 2, BY_ENTRY, entries(2, 4)));
            int newest = all.size() - 1;
            assertEquals(texts(all.subList(newest - 4, newest - 1).reversed()), texts(entries));
        }
    }

    private static List<String> texts(List<DataObject> rows) {
        return rows.stream().map(JdlmsReading::text).toList();
    }

    /// From one time of the clock to another, all columns (dossier D9).
    private static DataObject range(CosemDateTime from, CosemDateTime to) {
        var clock = DataObject.newStructureData(
                DataObject.newUInteger16Data(CLOCK_CLASS),
                DataObject.newOctetStringData(JdlmsLine.obis(CLOCK).bytes()),
                DataObject.newInteger8Data((byte) 2),
                DataObject.newUInteger16Data(0));
        return DataObject.newStructureData(
                clock,
                DataObject.newOctetStringData(from.encode()),
                DataObject.newOctetStringData(to.encode()),
                DataObject.newArrayData(List.of()));
    }

    private static DataObject entries(long first, long last) {
        return DataObject.newStructureData(
                DataObject.newUInteger32Data(first),
                DataObject.newUInteger32Data(last),
                DataObject.newUInteger16Data(1),
                DataObject.newUInteger16Data(0));
    }

    @Test
    void severalValuesComeInOneRequest() throws Exception {
        try (var line = Reader.MODULE_OVER_WRAPPER.open()) {
            var results = line.get(List.of(
                    new AttributeAddress(REGISTER, JdlmsLine.obis("1.1.1.8.0.255"), 2),
                    new AttributeAddress(REGISTER, JdlmsLine.obis("1.1.99.99.0.255"), 2),
                    new AttributeAddress(REGISTER, JdlmsLine.obis("1.1.32.7.0.255"), 2)));

            assertEquals(
                    30_529L, results.get(0).getResultData().<Number>getValue().longValue());
            assertEquals(AccessResultCode.OBJECT_UNDEFINED, results.get(1).getResultCode());
            assertEquals(239, results.get(2).getResultData().<Number>getValue().intValue());
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"MODULE_OVER_WRAPPER", "MODULE_OVER_HDLC", "MANAGEMENT_OVER_WRAPPER"})
    void theClockIsSetAndReadBack(Reader reader) throws Exception {
        try (var line = reader.open()) {
            DataObject before = line.read(CLOCK_CLASS, CLOCK, 2);
            byte[] set = at(25, 10, 30).encode();

            assertEquals(
                    AccessResultCode.SUCCESS, line.write(CLOCK_CLASS, CLOCK, 2, DataObject.newOctetStringData(set)));

            byte[] shown = line.read(CLOCK_CLASS, CLOCK, 2).getValue();
            assertEquals(wall(set), wall(shown));
            assertEquals(AccessResultCode.SUCCESS, line.write(CLOCK_CLASS, CLOCK, 2, before));
            assertArrayEquals(
                    before.<byte[]>getValue(), line.read(CLOCK_CLASS, CLOCK, 2).<byte[]>getValue());
        }
    }

    /// Year, month, day, hour, minute and second; this meter tells no deviation with its time.
    private static String wall(byte[] time) {
        String hex = HexFormat.of().formatHex(time);
        return hex.substring(0, 8) + " " + hex.substring(10, 16);
    }

    /// A time of the recorded December as the meter's wall shows it. The weekday is left to jDLMS, which leaves it
    /// open.
    private static CosemDateTime at(int day, int hour, int minute) {
        return new CosemDateTime(2006, 12, day, hour, minute, 0, EAST_OF_UTC);
    }
}
