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

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.recording.Recordings.Segment;

/// Waveforms in CSV, of many makers.
class CsvDecoderTest {

    private static final String THREE_PHASES = "waveform_csv/threephase_50kHz_60Hz.csv";

    private static List<Segment> read(String text, RecordingOptions options) throws UnusableRecordingException {
        return Recordings.read(new CsvDecoder(options), text.replace('~', '\n').getBytes(StandardCharsets.UTF_8));
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

    // The README of the recordings: fundamental rms by least squares, power of an export. 9 cycles of 59.961 Hz are
    // 7505 samples; rms and fundamental differ by the distortion, 0.02 %. The power was taken over all rows.
    @Test
    void theMediumVoltageRecordingHasItsKnownValues() throws Exception {
        var decoder = new CsvDecoder(RecordingOptions.USUAL);
        List<Segment> segments = Recordings.read(decoder, Recordings.octets(THREE_PHASES));
        Segment all = segments.getFirst();
        int cycles = (int) Math.rint(9 * all.samplesPerSecond / 59.961);

        assertEquals(1, segments.size());
        assertEquals(8000, all.rows.size());
        assertEquals(50_000, all.samplesPerSecond, 2);
        assertArrayEquals(
                new double[] {8038.4, 7829.2, 8073.1},
                new double[] {all.rms(U1, 0, cycles), all.rms(U2, 0, cycles), all.rms(U3, 0, cycles)},
                8);
        assertArrayEquals(
                new double[] {17.665, 17.662, 17.588},
                new double[] {all.rms(I1, 0, cycles), all.rms(I2, 0, cycles), all.rms(I3, 0, cycles)},
                0.03);
        assertArrayEquals(
                new double[] {-143_200, -137_700, -141_000},
                new double[] {all.mean(U1, I1, 0, 8000), all.mean(U2, I2, 0, 8000), all.mean(U3, I3, 0, 8000)},
                300);
        assertEquals(
                LocalDateTime.parse("2020-02-24T18:15:21.499998208"),
                decoder.description().orElseThrow().start().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 127, 4096})
    void anyCuttingOfTheOctetsGivesTheSameSamples(int piece) throws Exception {
        byte[] octets = Recordings.octets(THREE_PHASES);
        Segment whole =
                Recordings.read(new CsvDecoder(RecordingOptions.USUAL), octets).getFirst();
        Segment cut = Recordings.read(new CsvDecoder(RecordingOptions.USUAL), octets, piece, 77)
                .getFirst();

        assertEquals(whole.samplesPerSecond, cut.samplesPerSecond);
        assertEquals(whole.rows.size(), cut.rows.size());
        for (int i = 0; i < whole.rows.size(); i++) {
            assertArrayEquals(whole.rows.get(i), cut.rows.get(i));
        }
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            time,U1~0,1~0.001,2~0.002,3                                     | 1000: 1 2 3;         | seconds
            time;U1 [kV]~0,000;1,5~0,001;2~0,002;3                          | 1000: 1500 2000 3000; | decimal comma and unit
            t (ms),Ua (mV)~0,1000~0.5,2000~1.0,3000                         | 2000: 1 2 3;         | milliseconds and millivolts
            Time,Channel A~(us),(V)~~0.0,1~50.0,2~100.0,3                   | 20000: 1 2 3;        | a line of units
            0,1~0.001,2~0.002,3                                             | 1000: 1 2 3;         | no header
            time,U1~10:00:00.0,1~10:00:00.5,2~10:00:01.0,3                  | 2: 1 2 3;            | time of day
            time,U1~23:59:59.5,1~00:00:00.0,2~00:00:00.5,3                  | 2: 1 2 3;            | across midnight
            when,U1~2026-06-01T12:00:00.00Z,1~2026-06-01T12:00:00.02Z,2     | 50: 1 2;             | a date by its look
            "time","U1"~"0","1"~"0.001","2"                                 | 1000: 1 2;           | quoted
            # comment~time,U1~0,1~0.001,2~~                                 | 1000: 1 2;           | comment and blank lines
            time,U1,~0,1,~0.001,2,                                          | 1000: 1 2;           | delimiter at the end
            time,U1~0,1~0.001,2~0.002,3~0.007,4~0.008,5                     | 1000: 1 2 3; 1000: 4 5; | a gap
            time,U1~0,1~0.001,2~0.002,~0.003,4~0.004,NaN~0.005,6            | 1000: 1 2; 1000: 4; 1000: 6; | missing values
            time,U1~0.0000,1~0.0003,2~0.0007,3~0.0010,4                     | 3000: 1 2 3 4;       | rounded times
            time,U1~0,1~1e-3,2~2e-3,3                                       | 1000: 1 2 3;         | exponents
            time,P,U1~0,9,1~0.001,9,2                                       | 1000: 1 2;           | other columns
            """)
    void manyWritingsOfTheSameAreRead(String text, String expected, String what) throws Exception {
        var options = what.equals("a line of units") || what.equals("no header")
                ? RecordingOptions.USUAL.with(ChannelMapping.parse("U1=1"))
                : RecordingOptions.USUAL;
        assertEquals(expected, shape(read(text, options)), what);
    }

    private static String rows(int count, int gapBefore, int gapRows) {
        var text = new StringBuilder("time,U1\n");
        for (int i = 0; i < count; i++) {
            int at = i < gapBefore ? i : i + gapRows;
            text.append(BigDecimal.valueOf(at, 4)).append(",230\n");
        }
        return text.toString();
    }

    @Test
    void aGapFarBehindTheRowsThatDecidedTheRateIsFound() throws Exception {
        List<Segment> segments = read(rows(9_000, 6_000, 1), RecordingOptions.USUAL);

        assertEquals(
                List.of(6_000, 3_000),
                segments.stream().map(one -> one.rows.size()).toList());
        assertEquals(10_000, segments.getLast().samplesPerSecond);
    }

    @Test
    void timeThatGoesBackIsRefusedWithItsLine() {
        var refused = assertThrows(
                UnusableRecordingException.class, () -> read(rows(9_000, 6_000, -2), RecordingOptions.USUAL));

        assertEquals(
                "line 6002: found a time -100 us after the row before, expected 100 us or, after a gap, more",
                refused.getMessage());
    }

    // A clock 30 ppm fast against the rate given, over 20 000 rows: six tenths of a step, but never at once.
    @Test
    void aClockThatIsSlightlyOffMakesNoGap() throws Exception {
        assertEquals(
                1,
                read(rows(20_000, 0, 0), RecordingOptions.USUAL.withRate(10_000.3))
                        .size());
    }

    @Test
    void withoutTimesTheRateIsGiven() throws Exception {
        assertEquals("8000: 1 2 3;", shape(read("U1\tI1~1\t4~2\t5~3\t6", RecordingOptions.USUAL.withRate(8000))));
    }

    @Test
    void voltageAndCurrentOfPhaseAAreNoUnits() throws Exception {
        Segment rows = read("time,V_A,I_A~0,1,2~1,3,4", RecordingOptions.USUAL).getFirst();

        assertArrayEquals(new double[] {1, 0, 0, 2, 0, 0}, rows.rows.getFirst());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            time,U1~0,1~0.001       | line 3: found 1 column, expected 2 as in the header
            time,U1~0,1~0.001,x     | line 3, column "U1": found "x", expected a number such as 230.5
            time,U1~0,1~y,2         | line 3, column "time": found "y", expected a time, in seconds or such as 2026-06-01 12:00:00.000100
            time,U1~0,1~0,2         | found 2 rows whose times do not advance, expected at least two rows at equal distances, or a rate given beside the recording
            time,U1~0,1             | found 1 row whose times do not advance, expected at least two rows at equal distances, or a rate given beside the recording
            time,U1~0,1~1,2~2,3~1,4 | row 4: found a time -1000000 us after the row before, expected 1000000 us or, after a gap, more
            time,U1                 | line 2: found the end of the file, expected a header and rows of numbers
            U1,U2~1,2               | header: found no column of times among 2 columns, expected one named time, or a sampling rate given
            time,x~0,1              | found no voltage or current of one phase among 1 "x", expected names such as UL1 or IA, or a channel mapping
            """)
    void whatCannotBeSamplesIsSaidInOneSentence(String text, String sentence) {
        var refused = assertThrows(UnusableRecordingException.class, () -> read(text, RecordingOptions.USUAL));

        assertEquals(sentence, refused.getMessage());
    }
}
