package trefas.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static trefas.recording.MeterChannel.I1;
import static trefas.recording.MeterChannel.I2;
import static trefas.recording.MeterChannel.I3;
import static trefas.recording.MeterChannel.U1;
import static trefas.recording.MeterChannel.U2;
import static trefas.recording.MeterChannel.U3;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.recording.Recordings.Segment;

/// COMTRADE data in all its writings, against the facts known of the example recordings.
class ComtradeDecoderTest {

    private static final String FAULT = "comtrade/line_fault_reclose_800Hz";
    private static final int SAMPLES_PER_CYCLE = 16;

    private static List<Segment> read(String name, RecordingOptions options) throws UnusableRecordingException {
        return Recordings.read(
                new ComtradeDecoder(Recordings.configuration(name), options), Recordings.octets(name + ".dat"));
    }

    // The README of the recordings: one-cycle rms before the fault, energy flows out.
    @Test
    void theLineFaultBeginsWithItsKnownValues() throws Exception {
        Segment fault = read(FAULT, RecordingOptions.USUAL).getFirst();

        assertEquals(1360, fault.rows.size());
        assertEquals(800.21, fault.samplesPerSecond, 0.01);
        assertEquals(58.73, fault.rms(U1, 0, SAMPLES_PER_CYCLE), 0.02);
        assertEquals(58.91, fault.rms(U2, 0, SAMPLES_PER_CYCLE), 0.02);
        assertEquals(58.53, fault.rms(U3, 0, SAMPLES_PER_CYCLE), 0.03);
        assertEquals(0.130, fault.rms(I1, 0, SAMPLES_PER_CYCLE), 0.002);
        assertEquals(0.129, fault.rms(I2, 0, SAMPLES_PER_CYCLE), 0.002);
        assertEquals(0.124, fault.rms(I3, 0, SAMPLES_PER_CYCLE), 0.002);
        assertEquals(-7.62, fault.mean(U1, I1, 0, SAMPLES_PER_CYCLE), 0.05);
        assertEquals(-7.56, fault.mean(U2, I2, 0, SAMPLES_PER_CYCLE), 0.05);
        assertEquals(-7.24, fault.mean(U3, I3, 0, SAMPLES_PER_CYCLE), 0.05);
    }

    @Test
    void phaseBFallsBelowNinetyPercentAtFourHundredFiftyMilliseconds() throws Exception {
        Segment fault = read(FAULT, RecordingOptions.USUAL).getFirst();

        int at = 0;
        while (fault.rms(U2, at, at + SAMPLES_PER_CYCLE) > 0.9 * 58.74) {
            at++;
        }

        assertEquals(0.45, (at + SAMPLES_PER_CYCLE) / fault.samplesPerSecond, 0.02);
        assertEquals(0, fault.rms(U2, 1300, 1316), 1.0);
    }

    @Test
    void aScanOfTheTimeStampsGivesTheMeanRateOfTheRecord() throws Exception {
        var scan = new ComtradeTimeScan(Recordings.configuration(FAULT));
        byte[] data = Recordings.octets(FAULT + ".dat");
        for (int at = 0; at < data.length; at += 1000) {
            scan.scan(ByteBuffer.wrap(data, at, Math.min(1000, data.length - at)), at + 1000 >= data.length);
        }

        assertEquals(1359 / 1.698295, scan.samplesPerSecond(), 1e-3);
        Segment scanned = read(FAULT, RecordingOptions.USUAL.withRate(scan.samplesPerSecond()))
                .getFirst();
        assertEquals(scan.samplesPerSecond(), scanned.samplesPerSecond);
    }

    // 190740 V to 57.8 V, 1000 A to 1 A.
    @Test
    void primaryValuesAreTheSecondaryTimesTheRatio() throws Exception {
        Segment secondary = read(FAULT, RecordingOptions.USUAL.with(ComtradeScaling.SECONDARY))
                .getFirst();
        Segment primary = read(FAULT, RecordingOptions.USUAL.with(ComtradeScaling.PRIMARY))
                .getFirst();

        assertEquals(secondary.rms(U1, 0, 16) * 190_740 / 57.8, primary.rms(U1, 0, 16), 1e-6);
        assertEquals(secondary.rms(I1, 0, 16) * 1000, primary.rms(I1, 0, 16), 1e-9);
    }

    // expected.json; whole cycles are in each example, so sums over the record are exact but for the rounding to 16
    // bit.
    @ParameterizedTest
    @CsvSource({
        "ex_balanced, 10000, 231, 231, 231, 4.2, 4.2, 4.2, 922.715, 0.3",
        "ex_export_QIII, 10000, 230, 230, 230, 12, 12, 12, -2501.41, 0.3",
    })
    void theSyntheticExamplesHaveTheirKnownValues(
            String name,
            double rate,
            double u1,
            double u2,
            double u3,
            double i1,
            double i2,
            double i3,
            double p1,
            double tolerance)
            throws Exception {
        Segment all = read("synthetic/" + name, RecordingOptions.USUAL).getFirst();
        int rows = all.rows.size();

        assertEquals(rate, all.samplesPerSecond);
        assertArrayEquals(
                new double[] {u1, u2, u3},
                new double[] {all.rms(U1, 0, rows), all.rms(U2, 0, rows), all.rms(U3, 0, rows)},
                0.01);
        assertArrayEquals(
                new double[] {i1, i2, i3},
                new double[] {all.rms(I1, 0, rows), all.rms(I2, 0, rows), all.rms(I3, 0, rows)},
                0.001);
        assertEquals(p1, all.mean(U1, I1, 0, rows), tolerance);
    }

    @Test
    void asciiSamplesAreMultipliedAndShifted() throws Exception {
        Segment ascii = read("comtrade/sample_ascii", RecordingOptions.USUAL).getFirst();

        assertEquals(40, ascii.rows.size());
        assertEquals(1200, ascii.samplesPerSecond);
        assertEquals((-83 * 0.1138916015625) + 0.05694580078125, ascii.rows.getFirst()[I1.index()], 1e-12);
        assertEquals((68 * 0.1138916015625) + 0.05694580078125, ascii.rows.getFirst()[I2.index()], 1e-12);
    }

    @Test
    void binarySamplesInKilovoltsAreVolts() throws Exception {
        Segment binary = read("comtrade/sample_bin", RecordingOptions.USUAL).getFirst();

        assertEquals(5, binary.rows.size());
        assertEquals(15_360, binary.samplesPerSecond);
        assertEquals((short) 0x9E6D * 0.361849, binary.rows.getFirst()[U1.index()], 1e-9);
    }

    @Test
    void binary32SamplesAreRead() throws Exception {
        Segment binary = read("comtrade/binary32_2013", RecordingOptions.USUAL).getFirst();
        byte[] data = Recordings.octets("comtrade/binary32_2013.dat");
        int first = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getInt(8);

        assertEquals(202, binary.rows.size());
        assertEquals(2000, binary.samplesPerSecond);
        assertEquals(first * 1e-6, binary.rows.getFirst()[I1.index()], 1e-15);
    }

    @Test
    void floatSamplesInOneFileAreRead() throws Exception {
        var options = RecordingOptions.USUAL.with(ChannelMapping.parse("U1=1"));
        Segment floats = Recordings.read(new CffDecoder(options), Recordings.octets("comtrade/sample_float32.cff"))
                .getFirst();

        assertEquals(301, floats.rows.size());
        // The channel has a skew of 1 us, a ten-thousandth of a sample.
        assertEquals(Float.intBitsToFloat(0x4033D203), floats.rows.get(1)[0], 1e-4);
    }

    @Test
    void oneFileWithAsciiIsTheTwoFiles() throws Exception {
        List<Segment> two = read("comtrade/sample_ascii", RecordingOptions.USUAL);
        List<Segment> one =
                Recordings.read(new CffDecoder(RecordingOptions.USUAL), Recordings.octets("comtrade/sample_ascii.cff"));

        assertSame(two, one);
    }

    @Test
    void irregularSeparatorsAndChineseNamesAreRead() throws Exception {
        var options =
                RecordingOptions.USUAL.with(ChannelMapping.parse("U1=220kV母线_Ua,U2=220kV母线_Ub,U3=220kV母线_Uc,I1=17"));
        var decoder = new CffDecoder(options);
        Segment data = Recordings.read(decoder, Recordings.octets("comtrade/ascii_2013.cff"))
                .getFirst();

        assertEquals(186, data.rows.size());
        assertEquals(-2611 * 0.007854353, data.rows.getFirst()[0], 1e-9);
        WaveformDescription description = decoder.description().orElseThrow();
        assertEquals("GHBZ 220kV线路故障", description.station());
        assertEquals(List.of("found 186 samples, the configuration states 45600"), description.notices());
        assertEquals("220kV母线_Ua", description.mapped().getFirst().source().name());
    }

    // Skews of -0.71 and -2.52 us beside none: 0.7 and 2.5 hundredths of a degree at 50 Hz, about 1e-4 and 8e-4 of the
    // amplitude at most.
    @Test
    void skewedChannelsMoveBackToTheInstantOfTheRow() throws Exception {
        String text = new String(Recordings.octets("comtrade/ascii_2013.cff"), StandardCharsets.UTF_8);
        var options = RecordingOptions.USUAL.with(ChannelMapping.parse("U1=1,U2=2,U3=3"));
        Segment skewed = Recordings.read(new CffDecoder(options), text.getBytes(StandardCharsets.UTF_8))
                .getFirst();
        String straightened = text.replace("-2.519094933,", "0,");
        Segment straight = Recordings.read(new CffDecoder(options), straightened.getBytes(StandardCharsets.UTF_8))
                .getFirst();

        for (int i = 1; i < 185; i++) {
            double slope = (straight.rows.get(i + 1)[2] - straight.rows.get(i - 1)[2]) / 2;
            double expected = straight.rows.get(i)[2] + (slope * 2.519094933e-6 * 10_000);
            assertEquals(expected, skewed.rows.get(i)[2], 0.12, "row " + i);
            assertEquals(straight.rows.get(i)[0], skewed.rows.get(i)[0]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 64, 65, 1000, 4096})
    void anyCuttingOfTheOctetsGivesTheSameSamples(int piece) throws Exception {
        for (String name : List.of("comtrade/sample_ascii", "comtrade/sample_bin", "comtrade/binary32_2013", FAULT)) {
            byte[] data = Recordings.octets(name + ".dat");
            ComtradeConfiguration configuration = Recordings.configuration(name);
            assertSame(
                    read(name, RecordingOptions.USUAL),
                    Recordings.read(new ComtradeDecoder(configuration, RecordingOptions.USUAL), data, piece, 100));
        }
        var options = RecordingOptions.USUAL.with(ChannelMapping.parse("U1=1,U2=2,U3=3"));
        for (String name : List.of("comtrade/ascii_2013.cff", "comtrade/sample_float32.cff")) {
            var mapping = name.contains("float") ? RecordingOptions.USUAL.with(ChannelMapping.parse("U1=1")) : options;
            byte[] data = Recordings.octets(name);
            assertSame(
                    Recordings.read(new CffDecoder(mapping), data),
                    Recordings.read(new CffDecoder(mapping), data, piece, 33));
        }
    }

    private static void assertSame(List<Segment> expected, List<Segment> found) {
        assertEquals(expected.size(), found.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i).samplesPerSecond, found.get(i).samplesPerSecond);
            assertEquals(expected.get(i).rows.size(), found.get(i).rows.size());
            for (int row = 0; row < expected.get(i).rows.size(); row++) {
                assertArrayEquals(
                        expected.get(i).rows.get(row), found.get(i).rows.get(row), "row " + row);
            }
        }
    }

    // The same 50 Hz with a fifth harmonic on both channels, the second sampled 43.7 us later: after the correction
    // both
    // are the same within the interpolator's 10 ppm, away from the ends.
    @Test
    void aSkewedChannelComesOutLikeOneWithoutSkew() throws Exception {
        String text = """
                s,r,2013
                2,2A,0D
                1,UL1,A,,V,1,0,0,,,1,1,P
                2,UL2,B,,V,1,0,43.7,,,1,1,P
                50
                1
                8000,2000


                FLOAT32
                1
                """;
        ByteBuffer data = ByteBuffer.allocate(2000 * 16).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 2000; i++) {
            data.putInt(i + 1).putInt(0).putFloat((float) wave(i / 8000.0));
            data.putFloat((float) wave((i / 8000.0) + 43.7e-6));
        }

        ComtradeConfiguration skewed = ComtradeConfiguration.parse(text.getBytes(StandardCharsets.UTF_8));
        Segment rows = Recordings.read(new ComtradeDecoder(skewed, RecordingOptions.USUAL), data.array())
                .getFirst();

        assertEquals(2000, rows.rows.size());
        for (int i = 0; i < 2000; i++) {
            boolean isAtAnEnd = i < 32 || i >= 2000 - 32;
            double[] row = rows.rows.get(i);
            assertEquals(row[0], row[1], isAtAnEnd ? 1.0 : 325e-5, "row " + i);
        }
    }

    private static double wave(double seconds) {
        double angle = 2 * Math.PI * 50 * seconds;
        return (325 * Math.sin(angle)) + (20 * Math.sin((5 * angle) + 1));
    }

    private static final String SMALL = """
            station,recorder,1999
            1,1A,0D
            1,UL1,A,,V,0.5,1,0,-32767,32767,1,1,P
            50
            RATES
            01/06/2026,12:00:00.000000
            01/06/2026,12:00:00.000000
            ASCII
            1
            """;

    private static List<Segment> small(String rates, String rows) throws UnusableRecordingException {
        byte[] text = SMALL.replace("RATES", rates).getBytes(StandardCharsets.UTF_8);
        return Recordings.read(
                new ComtradeDecoder(ComtradeConfiguration.parse(text), RecordingOptions.USUAL),
                rows.getBytes(StandardCharsets.UTF_8));
    }

    private static String shape(List<Segment> segments) {
        var shape = new StringBuilder();
        for (Segment segment : segments) {
            shape.append(SteadyRate.plain(segment.samplesPerSecond)).append(':');
            segment.rows.forEach(row -> shape.append(' ').append(SteadyRate.plain(row[0])));
            shape.append("; ");
        }
        return shape.toString().strip();
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', textBlock = """
            1~1000,4          | 1,0,2~2,0,4~3,0,6~4,0,8            | 1000: 2 3 4 5;                | one rate
            2~1000,2~500,4    | 1,0,2~2,0,4~3,0,6~4,0,8            | 1000: 2 3; 500: 4 5;          | two rates
            2~1000,2~1000,4   | 1,0,2~2,0,4~3,0,6~4,0,8            | 1000: 2 3 4 5;                | the same rate twice
            2~1000,2~500,4    | 0,0,2~1,0,4~2,0,6~3,0,8            | 1000: 2 3; 500: 4 5;          | numbers from 0
            1~1000,4          | 1,,2~2,,4~5,,6~6,,8                | 1000: 2 3; 1000: 4 5;         | numbers left out
            1~1000,4          | 1,,2~2,,99999~3,,6~4,,8            | 1000: 2; 1000: 4 5;           | marked missing
            1~1000,4          | 1,,~2,,4~3,,6~4,,                  | 1000: 3 4;                    | missing at both ends
            0~0,4             | 1,0,2~2,1000,4~3,1999,6~4,3000,8   | 1000: 2 3 4 5;                | time stamps only
            0~0,4             | 1,0,2~2,1000,4~3,2000,6~4,9000,8   | 1000: 2 3 4; 1000: 5;         | a gap in the stamps
            1~0,4             | 1,0,2~2,1000,4~3,2000,6~4,3000,8   | 1000: 2 3 4 5;                | one rate of 0
            """)
    void ratesAndGapsMakeSegments(String rates, String rows, String expected, String why) throws Exception {
        assertEquals(expected, shape(small(rates.replace('~', '\n'), rows.replace('~', '\n'))), why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1~1000,4 | 1,0,2~2,0,4~2,0,6   | data, line 3: found the sample number 2 after 2, expected 3
            1~1000,4 | 1,0,2~2,0           | data, line 2: found 2 fields, expected 3: number, time, 1 analogue and 0 status channels
            1~1000,4 | 1,0,2~2,0,x4        | data, line 2, field 3: found "x4", expected a number
            1~1000,4 | 1.5,0,2             | data, line 1, field 1: found 1.5, expected a whole number from 0
            0~0,4    | 1,0,2~2,,4~3,,6     | data, line 2: found no time stamp, expected one in each row as no sampling rate is stated
            0~0,4    | 1,0,2~2,0,4~3,0,6   | found 3 rows whose times do not advance, expected at least two rows at equal distances, or a rate given beside the recording
            """)
    void whatCannotBeSamplesIsSaidInOneSentence(String rates, String rows, String sentence) {
        var refused = assertThrows(
                UnusableRecordingException.class, () -> small(rates.replace('~', '\n'), rows.replace('~', '\n')));

        assertEquals(sentence, refused.getMessage());
    }

    @Test
    void aTruncatedBinaryFileIsRefusedWithTheRow() throws Exception {
        byte[] data = Arrays.copyOf(Recordings.octets(FAULT + ".dat"), 1359 * 64 + 13);
        var decoder = new ComtradeDecoder(Recordings.configuration(FAULT), RecordingOptions.USUAL);

        var refused = assertThrows(UnusableRecordingException.class, () -> Recordings.read(decoder, data));

        assertEquals("row 1360: found the end after 13 octets, expected 64 octets for each row", refused.getMessage());
    }

    @Test
    void theMostNegativeBinarySampleIsMissing() throws Exception {
        byte[] data = Recordings.octets("synthetic/ex_balanced.dat");
        ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).putShort((500 * 20) + 8, Short.MIN_VALUE);
        var decoder = new ComtradeDecoder(Recordings.configuration("synthetic/ex_balanced"), RecordingOptions.USUAL);

        List<Segment> segments = Recordings.read(decoder, data);

        assertEquals(
                List.of(500, 9499),
                segments.stream().map(one -> one.rows.size()).toList());
        assertEquals(
                List.of("passed over 1 samples marked as missing"),
                decoder.description().orElseThrow().notices());
    }

    @Test
    void aSectionShorterThanItsSeparatorStatesIsRefused() throws Exception {
        byte[] whole = Recordings.octets("comtrade/sample_float32.cff");
        byte[] data = Arrays.copyOf(whole, whole.length - 100);
        var decoder = new CffDecoder(RecordingOptions.USUAL.with(ChannelMapping.parse("U1=1")));

        var refused = assertThrows(UnusableRecordingException.class, () -> Recordings.read(decoder, data));

        assertEquals(
                "DAT section: found the end of the file 100 octets too early, expected the length its separator states",
                refused.getMessage());
    }
}
