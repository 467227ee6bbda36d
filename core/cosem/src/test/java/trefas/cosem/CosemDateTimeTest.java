package trefas.cosem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.cosem.Decoded.Malformed;

class CosemDateTimeTest {

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            07E80701010E051E00FF8880 | 2024-07-01 14:05:30 UTC+02:00 dst
            FFFFFF01FF000000008000FF | *-*-01 00:00:00
            FFFF03FE0702000000800000 | *-03-last 02:00:00
            FFFFFEFE0702000000800000 | *-dst-begin-last 02:00:00
            FFFFFDFD0702000000800000 | *-dst-end-2nd-last 02:00:00
            07E8020FFF0000FFFF003C01 | 2024-02-15 00:00:* UTC-01:00 invalid
            """)
    void octetsReadAndWriteBack(String hex, String text) {
        byte[] octets = HexFormat.of().parseHex(hex);

        var time = complete(CosemDateTime.decode(octets, 0));

        assertEquals(text, time.toString());
        assertArrayEquals(octets, time.octets());
    }

    // To the second: the first and the last moment each date-time can mean, as UTC.
    @ParameterizedTest(name = "{0}: {1} to {2}")
    @CsvSource(delimiter = '|', textBlock = """
            07E80701010E051E00FF8880 | 2024-07-01T12:05:30 | 2024-07-01T12:05:30
            07E80701FF0E051E00800000 | 2024-07-01T13:05:30 | 2024-07-01T13:05:30
            07E80701FFFFFFFFFF800000 | 2024-06-30T23:00:00 | 2024-07-01T22:59:59
            07E8FFFFFFFFFFFFFF000000 | 2024-01-01T00:00:00 | 2024-12-31T23:59:59
            07E802FEFF00000000000000 | 2024-02-29T00:00:00 | 2024-02-29T00:00:00
            07E702FDFF00000000000000 | 2023-02-27T00:00:00 | 2023-02-27T00:00:00
            07E7021FFF00000000000000 | 2023-02-28T00:00:00 | 2023-02-28T00:00:00
            07E701FFFF0AFFFFFF000000 | 2023-01-01T10:00:00 | 2023-01-31T10:59:59
            """)
    void boundsOfARange(String hex, LocalDateTime earliest, LocalDateTime latest) {
        var time = complete(CosemDateTime.decode(HexFormat.of().parseHex(hex), 0));

        assertEquals(earliest.toEpochSecond(ZoneOffset.UTC), time.earliestSeconds(CosemDateTimeTest::atUtcPlus1));
        assertEquals(latest.toEpochSecond(ZoneOffset.UTC), time.latestSeconds(CosemDateTimeTest::atUtcPlus1));
    }

    @Test
    void anOpenYearReachesFurtherThanAnyMeterLives() {
        var open = complete(CosemDateTime.decode(HexFormat.of().parseHex("FFFFFFFFFFFFFFFFFF8000FF"), 0));

        assertTrue(open.earliestSeconds(CosemDateTimeTest::atUtcPlus1)
                < LocalDateTime.of(1970, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC));
        assertTrue(open.latestSeconds(CosemDateTimeTest::atUtcPlus1)
                > LocalDateTime.of(9999, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC));
        assertFalse(open.isOnePoint());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            month 13      | 07E80D01010E051E00FF8880
            month 0       | 07E80001010E051E00FF8880
            day 0         | 07E80700010E051E00FF8880
            day 32        | 07E80720010E051E00FF8880
            weekday 8     | 07E80701080E051E00FF8880
            hour 24       | 07E807010118051E00FF8880
            minute 60     | 07E80701010E3C1E00FF8880
            second 60     | 07E80701010E053C00FF8880
            hundredths 100| 07E80701010E051E64FF8880
            deviation 841 min | 07E80701010E051E00034980
            """)
    void aFieldOutOfRangeIsMalformed(String field, String hex) {
        var wrong = assertInstanceOf(
                Malformed.class, CosemDateTime.decode(HexFormat.of().parseHex(hex), 0));

        assertEquals(field, wrong.reason());
    }

    @Test
    void elevenOctetsAreNotYetADateTime() {
        assertEquals(new Incomplete<>(1), CosemDateTime.decode(new byte[11], 0));
    }

    @Test
    void theMetersOwnTimeIsCutToTheSecond() {
        int status = ClockStatus.encode(EnumSet.of(ClockStatus.INVALID_VALUE, ClockStatus.DAYLIGHT_SAVING_ACTIVE));
        var time = CosemDateTime.of(
                LocalDateTime.of(2026, 11, 22, 15, 26, 45, 999_999_999), CosemDateTime.DEVIATION_NOT_SPECIFIED, status);

        assertEquals("07EA0B16070F1A2DFF800081", HexFormat.of().withUpperCase().formatHex(time.octets()));
    }

    @Test
    void anAttributeCarriesItAsAnOctetString() {
        var time = CosemDateTime.of(LocalDateTime.of(2024, 1, 15, 10, 30), -60, 0);
        var writer = new AxdrWriter(20);

        time.write(writer);

        assertEquals(
                "090C07E8010F010A1E00FFFFC400", HexFormat.of().withUpperCase().formatHex(writer.toOctets()));
        assertEquals(new Complete<>(time, 12), CosemDateTime.of(new CosemData.OctetString(Octets.of(time.octets()))));
        assertEquals(new Complete<>(time, 12), CosemDateTime.of(new CosemData.DateTime(Octets.of(time.octets()))));
        assertInstanceOf(Malformed.class, CosemDateTime.of(new CosemData.Unsigned(1)));
    }

    @Test
    void aWrongFieldOfOurOwnIsABug() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new CosemDateTime(2024, 13, 1, 1, 0, 0, 0, 0, CosemDateTime.DEVIATION_NOT_SPECIFIED, 0));
    }

    @Test
    void anUnspecifiedStatusHasNoBits() {
        assertTrue(ClockStatus.INVALID_VALUE.isSetIn(0x81));
        assertFalse(ClockStatus.DOUBTFUL_VALUE.isSetIn(0x81));
        assertFalse(ClockStatus.INVALID_VALUE.isSetIn(CosemDateTime.STATUS_NOT_SPECIFIED));
    }

    private static CosemDateTime complete(Decoded<CosemDateTime> decoded) {
        return assertInstanceOf(Complete.class, decoded).value() instanceof CosemDateTime time
                ? time
                : throwUp(decoded);
    }

    /// A meter one hour ahead of UTC all year.
    private static long atUtcPlus1(LocalDateTime local) {
        return local.toEpochSecond(ZoneOffset.ofHours(1));
    }

    private static CosemDateTime throwUp(Decoded<CosemDateTime> decoded) {
        throw new AssertionError(decoded);
    }
}
