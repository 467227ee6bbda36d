package trefas.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.register.EnergyFormat;
import trefas.device.status.Firmware;

/// Attribute values, octet for octet (IEC 62056-6-2; forms of dossier 7, 10.1 and 19). A-XDR: a tag, then the
/// value.
class GoldenOctetsTest {

    private final DeviceOnBench bench = new DeviceOnBench();

    // Structure of integer scaler and enumerated unit: Wh 1E, varh 20, W 1B, var 1D, V 23, A 21, Hz 2C, none FF.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                1-1:1.8.0*255  | 02 02 0F 01 16 1E
                1-1:62.8.0*255 | 02 02 0F 01 16 1E
                1-1:3.8.0*255  | 02 02 0F 01 16 20
                1-1:5.8.0*255  | 02 02 0F 01 16 20
                1-1:1.7.0*255  | 02 02 0F 00 16 1B
                1-1:61.7.0*255 | 02 02 0F 00 16 1B
                1-1:3.7.0*255  | 02 02 0F 00 16 1D
                1-1:64.7.0*255 | 02 02 0F 00 16 1D
                1-1:31.7.0*255 | 02 02 0F FE 16 21
                1-1:72.7.0*255 | 02 02 0F 00 16 23
                1-1:14.7.0*255 | 02 02 0F FE 16 2C
                1-1:13.7.0*255 | 02 02 0F FE 16 FF
                1-1:53.7.0*255 | 02 02 0F FE 16 FF
                """)
    void scalerAndUnit(String register, String octets) {
        assertOctets(octets, bench.get(3, register, 3));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                F70 | 02 02 0F 03 16 1E
                F61 | 02 02 0F 02 16 1E
                F72 | 02 02 0F 01 16 1E
                F63 | 02 02 0F 00 16 1E
                """)
    void theScalerOfEnergiesFollowsTheDecimals(EnergyFormat format, String octets) {
        MeterConfiguration as = MeterConfiguration.DEFAULT;
        var configuration = new MeterConfiguration(
                as.typeNumber(),
                format,
                as.summation(),
                as.loadProfileContent(),
                as.capturePeriod(),
                as.clock(),
                as.displayLists());

        assertOctets(octets, new DeviceOnBench(configuration).get(3, "1-1:1.8.0*255", 3));
    }

    // L1 imports, L2 exports, L3 has a current and no power; units are cut, never rounded.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                1-1:1.7.0*255  | 06 00 00 03 E7
                1-1:2.7.0*255  | 06 00 00 00 00
                1-1:3.7.0*255  | 06 00 00 00 00
                1-1:4.7.0*255  | 06 00 00 00 64
                1-1:21.7.0*255 | 06 00 00 07 CF
                1-1:22.7.0*255 | 06 00 00 00 00
                1-1:41.7.0*255 | 06 00 00 00 00
                1-1:42.7.0*255 | 06 00 00 03 E8
                1-1:23.7.0*255 | 06 00 00 00 00
                1-1:24.7.0*255 | 06 00 00 00 96
                1-1:43.7.0*255 | 06 00 00 00 32
                1-1:31.7.0*255 | 06 00 00 03 67
                1-1:71.7.0*255 | 06 00 00 00 01
                1-1:32.7.0*255 | 12 00 E6
                1-1:52.7.0*255 | 12 00 E5
                1-1:33.7.0*255 | 12 00 63
                1-1:73.7.0*255 | 12 00 64
                1-1:13.7.0*255 | 12 00 63
                1-1:14.7.0*255 | 12 13 89
                """)
    void momentaryValues(String register, String octets) {
        bench.values.phase(0, 230_999, 8_719, 1_999_999, -150_000);
        bench.values.phase(1, 229_999, 4_360, -1_000_000, 50_000);
        bench.values.phase(2, 230_000, 19, 0, 0);
        bench.values.supply(50_019, bench.values.sequence());
        bench.second(DeviceOnBench.START);

        assertOctets(octets, bench.get(3, register, 2));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                2026-01-15T12:34:56Z | 09 0C 07EA 01 0F 04 0D 22 38 FF 8000 00 | 11 00
                2026-07-01T12:00:00Z | 09 0C 07EA 07 01 03 0E 00 00 FF 8000 80 | 11 80
                2026-03-29T00:59:59Z | 09 0C 07EA 03 1D 07 01 3B 3B FF 8000 00 | 11 00
                2026-03-29T01:00:00Z | 09 0C 07EA 03 1D 07 03 00 00 FF 8000 80 | 11 80
                2026-10-25T00:30:00Z | 09 0C 07EA 0A 19 07 02 1E 00 FF 8000 80 | 11 80
                2026-10-25T01:30:00Z | 09 0C 07EA 0A 19 07 02 1E 00 FF 8000 00 | 11 00
                """)
    void theClockShowsTheWallAndSaysWhenItIsSummer(Instant at, String time, String status) {
        bench.second(at.getEpochSecond());

        assertOctets(time, bench.get(8, "0-1:1.0.0*255", 2));
        assertOctets(status, bench.get(8, "0-1:1.0.0*255", 4));
    }

    // Last Sunday of March at 02:00 and of October at 03:00 on the wall; 60 minutes; kept; internal crystal.
    @ParameterizedTest(name = "attribute {0}")
    @CsvSource(delimiter = '|', textBlock = """
                5 | 09 0C FFFF 03 FE 07 02 00 00 00 8000 00
                6 | 09 0C FFFF 0A FE 07 03 00 00 00 8000 00
                7 | 0F 3C
                8 | 03 01
                9 | 16 01
                """)
    void theClockTellsItsSummerTimeRule(int attribute, String octets) {
        assertOctets(octets, bench.get(8, "0-1:1.0.0*255", attribute));
    }

    @ParameterizedTest(name = "client {0}, attribute {1}")
    @CsvSource(delimiter = '|', textBlock = """
                16 | 3 | 02 02 0F 10 12 00 01
                18 | 3 | 02 02 0F 12 12 00 10
                20 | 3 | 02 02 0F 14 12 00 10
                16 | 4 | 09 07 60 85 74 05 08 01 01
                16 | 6 | 09 07 60 85 74 05 08 02 00
                18 | 6 | 09 07 60 85 74 05 08 02 01
                1  | 3 | 02 02 0F 01 12 00 01
                1  | 6 | 09 07 60 85 74 05 08 02 05
                18 | 5 | 02 06 04 18 00 10 1D 12 04 00 12 01 F4 11 06 0F 00 09 00
                18 | 8 | 16 02
                """)
    void theAssociationSpeaksOfWhoAsks(int client, int attribute, String octets) {
        assertOctets(octets, bench.get(client, 15, "0-0:40.0.0*255", attribute));
    }

    // Attributes 1 to 9 read only, the time zone (3) not at all; six methods, none to be called.
    @Test
    void theClockInTheObjectListOfThePublicClient() {
        String list = bench.get(DeviceOnBench.PUBLIC, 15, "0-0:40.0.0*255", 2).hex();

        assertEquals("0110", list.substring(0, 4), "16 objects");
        String element = """
                0204 120008 1100 09060001010000FF 0202 0109
                0203 0F01 1601 00  0203 0F02 1601 00  0203 0F03 1600 00  0203 0F04 1601 00  0203 0F05 1601 00
                0203 0F06 1601 00  0203 0F07 1601 00  0203 0F08 1601 00  0203 0F09 1601 00
                0106 0202 0F01 0300  0202 0F02 0300  0202 0F03 0300  0202 0F04 0300  0202 0F05 0300  0202 0F06 0300""";
        assertEquals(1, list.split(plain(element), -1).length - 1);
    }

    @Test
    void theLoadProfileInTheObjectListHasTwoSelectors() {
        String list = bench.get(15, "0-0:40.0.0*255", 2).hex();

        String begin = "0204 120007 1101 09060101630100FF 0202 0108 0203 0F01 1601 00 0203 0F02 1601 0102 0F01 0F02";
        assertEquals(1, list.split(plain(begin), -1).length - 1);
    }

    // TRF and the serial number in thirteen digits.
    @Test
    void bothLogicalDevicesBearTheNameOfTheMeter() {
        String name = "09 10 54 52 46 30 30 30 30 30 31 38 33 30 34 31 31 37";

        assertOctets(name, bench.get(1, "0-0:42.0.0*255", 2));
        assertOctets("01 02  02 02 12 00 01 " + name + "  02 02 12 00 10 " + name, bench.get(17, "0-0:41.0.0*255", 2));
    }

    @Test
    void numbersOfTheMeter() {
        assertOctets("06 01 17 4C 75", bench.get(1, "1-1:96.1.0*255", 2));
        assertOctets("0A 12 36 38 34 31 34 33 39 42 4E 32 34 34 31 30 30 30 31 30", bench.get(1, "1-1:96.1.1*255", 2));
    }

    // The example of the technical description, which shows as 27032 on the display (dossier 5).
    @Test
    void theChecksumOfTheRomIsWhole() {
        var firmware = new Firmware("5098736", "A1", 0x7252_6998L);
        MeterConfiguration as = MeterConfiguration.DEFAULT;
        var asked = new DeviceOnBench(as.withFront(as.front().withFirmware(firmware)));

        assertOctets("06 72 52 69 98", asked.get(1, "1-1:96.54.1*255", 2));
        assertEquals(27_032, firmware.displayedChecksum());
    }

    @Test
    void theColumnsOfTheLoadProfile() {
        assertOctets("""
                01 08
                02 04 12 0008 09 06 0001010000FF 0F 02 12 0000
                02 04 12 0007 09 06 0101630100FF 0F FF 12 0000
                02 04 12 0007 09 06 0101630100FF 0F FE 12 0000
                02 04 12 0001 09 06 0101860001FF 0F 02 12 0000
                02 04 12 0003 09 06 0101010800FF 0F 02 12 0000
                02 04 12 0003 09 06 0101020800FF 0F 02 12 0000
                02 04 12 0003 09 06 0101030800FF 0F 02 12 0000
                02 04 12 0003 09 06 0101040800FF 0F 02 12 0000
                """, bench.get(7, "1-1:99.1.0*255", 3));
    }

    // 15 minutes, FIFO, sorted by the clock, one row in use of 17 284.
    @ParameterizedTest(name = "attribute {0}")
    @CsvSource(delimiter = '|', textBlock = """
                4 | 06 00 00 03 84
                5 | 16 01
                6 | 02 04 12 0008 09 06 0001010000FF 0F 02 12 0000
                7 | 06 00 00 00 01
                8 | 06 00 00 43 84
                """)
    void theSetUpOfTheLoadProfile(int attribute, String octets) {
        bench.second(DeviceOnBench.START);

        assertOctets(octets, bench.get(7, "1-1:99.1.0*255", attribute));
    }

    // 36 kW for one second is one step of 10 Wh. The second row was filled after an outage.
    @Test
    void twoRowsOfTheLoadProfile() {
        bench.values.phase(0, 230_000, 0, 36_000_000, -36_000_000);
        bench.second(DeviceOnBench.START).second(DeviceOnBench.START + 901);

        assertOctets("""
                01 02
                02 08 09 0C 07EA 01 01 04 01 00 00 FF 8000 00 12 0000 06 00000000 0F 01
                      06 00000001 06 00000000 06 00000000 06 00000001
                02 08 09 0C 07EA 01 01 04 01 0F 00 FF 8000 00 12 0000 06 00000400 0F 01
                      06 00000001 06 00000000 06 00000000 06 00000001
                """, bench.get(7, "1-1:99.1.0*255", 2));
    }

    @Test
    void anEmptyLoadProfile() {
        assertOctets("01 00", bench.get(7, "1-1:99.1.0*255", 2));
    }

    private static void assertOctets(String expected, DeviceOnBench.Answer answer) {
        assertEquals(plain(expected), answer.hex());
    }

    private static String plain(String hex) {
        return hex.replaceAll("\\s", "");
    }
}
