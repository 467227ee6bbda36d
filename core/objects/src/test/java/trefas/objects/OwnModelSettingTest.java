package trefas.objects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.ActionResult;
import trefas.cosem.Axdr;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Bool;
import trefas.cosem.CosemData.DoubleLongUnsigned;
import trefas.cosem.CosemData.Int16;
import trefas.cosem.CosemData.Int8;
import trefas.cosem.CosemData.NullData;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.DataAccessResult;
import trefas.cosem.Decoded;

/// Everything that can be set on the meter's own model: it is read back as it was set, and what is refused leaves
/// the meter as it was (dossier 7, 10.2, 20).
@DisplayName("own model: setting")
class OwnModelSettingTest {

    private static final String CLOCK = "0-1:1.0.0*255";
    private static final String PROFILE = "1-1:99.1.0*255";
    private static final String ASSOCIATION = "0-0:40.0.0*255";
    private static final int QUARTER = 900;

    private final DeviceOnBench bench = new DeviceOnBench();

    @BeforeEach
    void liveAnHour() {
        for (int quarter = 0; quarter <= 4; quarter++) {
            bench.second(DeviceOnBench.START + (long) quarter * QUARTER);
        }
    }

    // A value as A-XDR, what comes of it, and whether the meter keeps it.
    @ParameterizedTest(name = "class {0} {1} attribute {2} := {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            1 | 1-1:0.0.0*255   | 2 | 09 05 3734353433       | SUCCESS
            1 | 1-1:0.0.0*255   | 2 | 09 00                  | SUCCESS
            1 | 1-1:0.0.0*255   | 2 | 0A 05 3734353433       | TYPE_UNMATCHED
            1 | 1-1:0.0.1*255   | 2 | 06 00000001            | SUCCESS
            1 | 1-1:0.0.1*255   | 2 | 06 FFFFFFFF            | SUCCESS
            1 | 1-1:0.0.1*255   | 2 | 12 0001                | TYPE_UNMATCHED
            1 | 1-1:0.0.1*255   | 2 | 05 00000001            | TYPE_UNMATCHED
            1 | 1-1:0.0.1*255   | 1 | 09 06 0101000001FF     | READ_WRITE_DENIED
            1 | 1-1:0.0.2*255   | 2 | 06 12345678            | SUCCESS
            1 | 1-1:0.0.3*255   | 2 | 06 12345678            | SUCCESS
            1 | 1-1:0.0.4*255   | 2 | 0A 01 31               | READ_WRITE_DENIED
            1 | 1-1:0.2.0*255   | 2 | 0A 01 31               | READ_WRITE_DENIED
            1 | 1-1:0.130.1*255 | 2 | 06 00000007            | SUCCESS
            1 | 1-1:0.130.2*255 | 2 | 06 00000008            | SUCCESS
            1 | 1-1:96.1.0*255  | 2 | 06 00000008            | READ_WRITE_DENIED
            1 | 1-1:96.1.2*255  | 2 | 09 03 00FF41           | SUCCESS
            3 | 1-1:1.8.0*255   | 2 | 06 00000000            | READ_WRITE_DENIED
            7 | 1-1:99.1.0*255  | 2 | 01 00                  | READ_WRITE_DENIED
            7 | 1-1:99.1.0*255  | 4 | 06 0000012C            | SUCCESS
            7 | 1-1:99.1.0*255  | 4 | 06 00000384            | SUCCESS
            7 | 1-1:99.1.0*255  | 4 | 06 00000E10            | SUCCESS
            7 | 1-1:99.1.0*255  | 4 | 06 00000000            | OTHER_REASON
            7 | 1-1:99.1.0*255  | 4 | 06 0000003C            | OTHER_REASON
            7 | 1-1:99.1.0*255  | 4 | 06 00000385            | OTHER_REASON
            7 | 1-1:99.1.0*255  | 4 | 06 00001C20            | OTHER_REASON
            7 | 1-1:99.1.0*255  | 4 | 06 FFFFFFFF            | OTHER_REASON
            7 | 1-1:99.1.0*255  | 4 | 12 0384                | TYPE_UNMATCHED
            8 | 0-1:1.0.0*255   | 8 | 03 00                  | SUCCESS
            8 | 0-1:1.0.0*255   | 8 | 11 00                  | TYPE_UNMATCHED
            8 | 0-1:1.0.0*255   | 3 | 10 0000                | READ_WRITE_DENIED
            8 | 0-1:1.0.0*255   | 7 | 0F 3C                  | READ_WRITE_DENIED
            8 | 0-1:1.0.0*255   | 0 | 02 01 00               | SCOPE_OF_ACCESS_VIOLATED
            8 | 0-1:1.0.0*255   | 10 | 00                    | READ_WRITE_DENIED
            1 | 1-1:99.9.9*255  | 2 | 00                     | OBJECT_UNDEFINED
            3 | 1-1:0.0.1*255   | 2 | 06 00000001            | OBJECT_CLASS_INCONSISTENT
            """)
    void whatIsSetIsReadBackAndWhatIsRefusedChangesNothing(
            int classId, String name, int attribute, String axdr, DataAccessResult result) {
        String before = bench.get(classId, name, attribute).octets();
        byte[] registers = bench.meter.registers();

        assertEquals(result, bench.set(DeviceOnBench.PRIMARY, classId, name, attribute, data(axdr)));

        if (result == DataAccessResult.SUCCESS) {
            assertEquals(
                    axdr.replace(" ", ""), bench.get(classId, name, attribute).hex());
            assertTrue(bench.settingsSaved > 0);
        } else {
            assertEquals(before, bench.get(classId, name, attribute).octets());
            assertArrayEquals(registers, bench.meter.registers());
            assertEquals(0, bench.settingsSaved);
        }
    }

    @Test
    void aTextLongerThanItsFieldIsRefused() {
        var tooLong = new OctetString(Octets.of(new byte[33]));

        assertEquals(DataAccessResult.OTHER_REASON, bench.set(18, 1, "1-1:0.0.0*255", 2, tooLong));
        assertEquals(DataAccessResult.OTHER_REASON, bench.set(18, 1, "1-1:96.1.2*255", 2, tooLong));
        assertEquals("0900", bench.get(1, "1-1:96.1.2*255", 2).hex());
    }

    @Test
    void meterNumberOneIsTheSerialNumberUntilItIsWritten() {
        assertEquals(
                new DoubleLongUnsigned(DeviceOnBench.SERIAL),
                bench.get(1, "1-1:0.0.1*255", 2).data());
    }

    // 1 January 2026 is a Thursday; the last Sundays are 29 March and 25 October.
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # date-time                         | result       | clock afterwards
            07EA 01 01 04 0C 00 00 00 8000 00   | SUCCESS      | 07EA 01 01 04 0C 00 00 FF 8000 00
            07EA 01 01 FF 0C 00 00 FF 8000 00   | SUCCESS      | 07EA 01 01 04 0C 00 00 FF 8000 00
            07EA 01 01 FF 0C 00 00 FF 8000 FF   | SUCCESS      | 07EA 01 01 04 0C 00 00 FF 8000 00
            07EA 01 01 05 0C 00 00 00 8000 00   | OTHER_REASON |
            07EA 01 01 04 0C 00 00 00 8000 01   | OTHER_REASON |
            07EA 01 01 04 0C 00 00 00 8000 80   | OTHER_REASON |
            07EA 07 01 03 0C 00 00 00 8000 80   | SUCCESS      | 07EA 07 01 03 0C 00 00 FF 8000 80
            07EA 07 01 03 0C 00 00 00 8000 00   | OTHER_REASON |
            07EA 07 01 03 0C 00 00 00 8000 FF   | SUCCESS      | 07EA 07 01 03 0C 00 00 FF 8000 80
            07EA 07 01 03 0C 00 00 00 FF88 80   | SUCCESS      | 07EA 07 01 03 0C 00 00 FF 8000 80
            07EA 07 01 03 0A 00 00 00 0000 00   | SUCCESS      | 07EA 07 01 03 0C 00 00 FF 8000 80
            07EA 03 1D 07 01 3B 3B 00 8000 00   | SUCCESS      | 07EA 03 1D 07 01 3B 3B FF 8000 00
            07EA 03 1D 07 02 1E 00 00 8000 00   | OTHER_REASON |
            07EA 03 1D 07 02 1E 00 00 8000 80   | OTHER_REASON |
            07EA 03 1D 07 02 1E 00 00 8000 FF   | OTHER_REASON |
            07EA 03 1D 07 03 00 00 00 8000 80   | SUCCESS      | 07EA 03 1D 07 03 00 00 FF 8000 80
            07EA 0A 19 07 02 1E 00 00 8000 80   | SUCCESS      | 07EA 0A 19 07 02 1E 00 FF 8000 80
            07EA 0A 19 07 02 1E 00 00 8000 00   | SUCCESS      | 07EA 0A 19 07 02 1E 00 FF 8000 00
            07EA 02 1F FF 0C 00 00 00 8000 00   | OTHER_REASON |
            07EA 02 1D FF 0C 00 00 00 8000 00   | OTHER_REASON |
            07E8 02 1D FF 0C 00 00 00 8000 00   | SUCCESS      | 07E8 02 1D 04 0C 00 00 FF 8000 00
            07EA 0D 01 FF 0C 00 00 00 8000 00   | OTHER_REASON |
            07EA 01 01 FF 18 00 00 00 8000 00   | OTHER_REASON |
            FFFF 01 01 FF 0C 00 00 00 8000 00   | OTHER_REASON |
            07EA FF 01 FF 0C 00 00 00 8000 00   | OTHER_REASON |
            07EA 01 FE FF 0C 00 00 00 8000 00   | OTHER_REASON |
            07EA 01 01 FF FF 00 00 00 8000 00   | OTHER_REASON |
            07EA 01 01 FF 0C FF 00 00 8000 00   | OTHER_REASON |
            07EA 01 01 FF 0C 00 FF 00 8000 00   | OTHER_REASON |
            07CF 0C 1F FF 0C 00 00 00 8000 00   | OTHER_REASON |
            07D0 01 02 FF 0C 00 00 00 8000 00   | SUCCESS      | 07D0 01 02 07 0C 00 00 FF 8000 00
            0833 0C 1F FF 0C 00 00 00 8000 00   | SUCCESS      | 0833 0C 1F 04 0C 00 00 FF 8000 00
            0834 01 02 FF 0C 00 00 00 8000 00   | OTHER_REASON |
            07EA 01 01 FF 0C 00                 | TYPE_UNMATCHED |
            """)
    void theClockIsSetToOneTimeThatExists(String time, DataAccessResult result, String afterwards) {
        String before = bench.get(8, CLOCK, 2).hex();
        CosemData value = new OctetString(Octets.ofHex(time));

        assertEquals(result, bench.set(DeviceOnBench.PRIMARY, 8, CLOCK, 2, value));

        String expected = result == DataAccessResult.SUCCESS ? "090C" + afterwards.replace(" ", "") : before;
        assertEquals(expected, bench.get(8, CLOCK, 2).hex());
    }

    @Test
    void theClockTakesADateTimeAsWellAsAnOctetString() {
        CosemData value = new CosemData.DateTime(Octets.ofHex("07EA 07 01 03 0C 00 00 00 8000 80"));

        assertEquals(DataAccessResult.SUCCESS, bench.set(DeviceOnBench.PRIMARY, 8, CLOCK, 2, value));
        assertEquals("090C07EA0701030C0000FF800080", bench.get(8, CLOCK, 2).hex());
    }

    // The clock stands at 02:00:00 on its wall.
    @ParameterizedTest(name = "shift by {0} s: {1}")
    @CsvSource(textBlock = """
            0,    SUCCESS,      02 00 00
            1,    SUCCESS,      02 00 01
            900,  SUCCESS,      02 0F 00
            -900, SUCCESS,      01 2D 00
            901,  OTHER_REASON, 02 00 00
            -901, OTHER_REASON, 02 00 00
            """)
    void aShiftGoesAQuarterAtMost(int seconds, ActionResult result, String time) {
        assertEquals(result, bench.invoke(18, 8, CLOCK, 6, Optional.of(new Int16(seconds))));
        assertEquals(
                "090C07EA010104" + time.replace(" ", "") + "FF800000",
                bench.get(8, CLOCK, 2).hex());
    }

    @ParameterizedTest(name = "method {0} at second {1} of the hour: {2}")
    @CsvSource(textBlock = """
            1,  449, 0
            1,  450, 900
            1, 1349, 900
            2,  449, 0
            2,  451, 900
            3,   29, 0
            3,   30, 60
            3,   90, 120
            """)
    void adjustingGoesToTheNearest(int method, long second, long adjusted) {
        long hour = DeviceOnBench.START + 4L * QUARTER;
        bench.second(hour + second);

        assertEquals(ActionResult.SUCCESS, bench.invoke(18, 8, CLOCK, method, Optional.of(new Int8(0))));

        assertEquals(hour + adjusted, bench.meter.now());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 5, 7, -1})
    void presetTimesAreNotOffered(int method) {
        assertEquals(ActionResult.READ_WRITE_DENIED, bench.invoke(18, 8, CLOCK, method, Optional.empty()));
    }

    @Test
    void aMethodWithAWrongParameterDoesNothing() {
        assertEquals(ActionResult.TYPE_UNMATCHED, bench.invoke(18, 8, CLOCK, 6, Optional.empty()));
        assertEquals(ActionResult.TYPE_UNMATCHED, bench.invoke(18, 8, CLOCK, 6, Optional.of(new Int8(5))));
        assertEquals(ActionResult.TYPE_UNMATCHED, bench.invoke(18, 8, CLOCK, 3, Optional.of(new Int16(5))));
        assertEquals(DeviceOnBench.START + 4L * QUARTER, bench.meter.now());
        assertEquals(0, bench.settingsSaved);
    }

    // Dossier 10.2.
    @Test
    void anotherCapturePeriodEmptiesTheProfile() {
        assertEquals(new DoubleLongUnsigned(5), bench.get(7, PROFILE, 7).data());

        bench.set(18, 7, PROFILE, 4, new DoubleLongUnsigned(300));

        assertEquals(new DoubleLongUnsigned(0), bench.get(7, PROFILE, 7).data());
        assertEquals(List.of(), bench.get(7, PROFILE, 2).rows());
    }

    @Test
    void theProfileIsResetByItsMethodAndCapturesByItsClockOnly() {
        assertEquals(ActionResult.READ_WRITE_DENIED, bench.invoke(18, 7, PROFILE, 2, Optional.of(new Int8(0))));
        assertEquals(new DoubleLongUnsigned(5), bench.get(7, PROFILE, 7).data());

        assertEquals(ActionResult.SUCCESS, bench.invoke(18, 7, PROFILE, 1, Optional.of(new Int8(0))));

        assertEquals(List.of(), bench.get(7, PROFILE, 2).rows());
        bench.second(DeviceOnBench.START + 5L * QUARTER);
        assertEquals(1, bench.get(7, PROFILE, 2).rows().size());
    }

    @Test
    void theClockSetForwardFillsTheProfile() {
        bench.invoke(18, 8, CLOCK, 6, Optional.of(new Int16(900)));
        List<List<CosemData>> rows = bench.get(7, PROFILE, 2).rows();

        assertEquals(6, rows.size());
        assertEquals(new DoubleLongUnsigned(0x18), rows.getLast().get(2));
    }

    @ParameterizedTest(name = "client {0}")
    @ValueSource(ints = {18, 19, 20})
    void eachModuleChangesItsOwnPassword(int client) {
        var password = new OctetString(Octets.of("new one".getBytes(StandardCharsets.US_ASCII)));

        assertEquals(DataAccessResult.SUCCESS, bench.set(client, 15, ASSOCIATION, 7, password));

        assertArrayEquals(
                "new one".getBytes(StandardCharsets.US_ASCII),
                bench.secrets.secret(client, 16).orElseThrow().octets());
        for (int other : new int[] {18, 19, 20}) {
            assertEquals(other == client, bench.secrets.secret(other, 16).isPresent());
        }
        assertEquals(
                DataAccessResult.READ_WRITE_DENIED,
                bench.get(client, 15, ASSOCIATION, 7).result());
    }

    @Test
    void aPasswordIsAnOctetStringOfOneToSixtyFour() {
        assertEquals(DataAccessResult.OTHER_REASON, bench.set(18, 15, ASSOCIATION, 7, data("09 00")));
        assertEquals(
                DataAccessResult.OTHER_REASON,
                bench.set(18, 15, ASSOCIATION, 7, new OctetString(Octets.of(new byte[65]))));
        assertEquals(DataAccessResult.TYPE_UNMATCHED, bench.set(18, 15, ASSOCIATION, 7, data("0A 01 31")));
        assertEquals(DataAccessResult.READ_WRITE_DENIED, bench.set(1, 15, ASSOCIATION, 7, data("09 01 31")));
        assertEquals(DataAccessResult.READ_WRITE_DENIED, bench.set(16, 15, ASSOCIATION, 7, data("09 01 31")));
        assertEquals(0, bench.secrets.changes());
    }

    @Test
    void thePublicClientChangesNothing() {
        for (MeterObject object : bench.model.objects()) {
            for (int attribute = 1;
                    attribute <= object.interfaceClass().attributes().size();
                    attribute++) {
                DataAccessResult result = bench.set(
                        DeviceOnBench.PUBLIC,
                        object.interfaceClass().classId(),
                        object.logicalName().toString(),
                        attribute,
                        new NullData());
                assertEquals(
                        object.publicly() ? DataAccessResult.READ_WRITE_DENIED : DataAccessResult.OBJECT_UNDEFINED,
                        result);
            }
        }
        assertEquals(
                ActionResult.READ_WRITE_DENIED,
                bench.invoke(DeviceOnBench.PUBLIC, 8, CLOCK, 6, Optional.of(new Int16(1))));
        assertEquals(
                ActionResult.OBJECT_UNDEFINED, bench.invoke(DeviceOnBench.PUBLIC, 7, PROFILE, 1, Optional.empty()));
    }

    // G35: null-data stands for what may not be read.
    @Test
    void attributeZeroIsAllThatMayBeRead() {
        bench.set(18, 8, CLOCK, 8, new Bool(false));

        assertEquals(
                "0209" + "09060001010000FF" + bench.get(8, CLOCK, 2).hex() + "00"
                        + bench.get(8, CLOCK, 4).hex() + bench.get(8, CLOCK, 5).hex()
                        + bench.get(8, CLOCK, 6).hex() + "0F3C" + "0300" + "1601",
                bench.get(8, CLOCK, 0).hex());
    }

    private static CosemData data(String axdr) {
        if (Axdr.decode(HexFormat.of().parseHex(axdr.replace(" ", "")))
                instanceof Decoded.Complete<CosemData>(CosemData data, int _)) {
            return data;
        }
        throw new AssertionError(axdr);
    }
}
