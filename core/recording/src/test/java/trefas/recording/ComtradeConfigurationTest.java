package trefas.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a COMTRADE configuration says, in the revisions of 1991, 1999 and 2013.
class ComtradeConfigurationTest {

    private static ComtradeConfiguration parse(String text) throws UnusableRecordingException {
        return ComtradeConfiguration.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theLineFaultIsDescribed() throws Exception {
        ComtradeConfiguration fault = Recordings.configuration("comtrade/line_fault_reclose_800Hz");

        assertEquals("W2D-C60-1", fault.station());
        assertEquals(1999, fault.revision());
        assertEquals(24, fault.channels().size());
        assertEquals(64, fault.statusChannels());
        assertEquals(
                new RecordedChannel(5, "F5-VA", "A", "V"),
                fault.recordedChannels().get(4));
        assertEquals(190_740, fault.channels().get(4).primary());
        assertEquals(false, fault.channels().get(4).isPrimary());
        assertEquals(true, fault.isTimedByStamps());
        assertEquals(1360, fault.declaredSamples());
        assertEquals(64, fault.rowOctets());
        assertEquals(Optional.of(LocalDateTime.parse("2012-04-06T06:42:59.391076")), fault.start());
        assertEquals(1e-6, fault.secondsPerTick());
    }

    @Test
    void theRevisionOf1991HasNoYearAndNoRatio() throws Exception {
        ComtradeConfiguration old = parse("""
                Bay 7,501
                2,1A,1D
                1, Ua ,A,,kV,0.01,0,0,0,4095
                1,Trip,0
                50
                2
                1000,100
                250,150
                03/14/98,15:09:26.535897
                03/14/98,15:09:26.6
                ASCII""");

        assertEquals(1991, old.revision());
        assertEquals(List.of(new SampleRateSpan(1000, 100), new SampleRateSpan(250, 150)), old.rates());
        assertEquals(Optional.of(LocalDateTime.parse("1998-03-14T15:09:26.535897")), old.start());
        assertEquals(ComtradeDataFormat.ASCII, old.format());
        var refused = assertThrows(
                UnusableRecordingException.class,
                () -> old.channels().getFirst().factor(ComtradeScaling.PRIMARY));
        assertEquals(
                "channel 1 \"Ua\": found the transformer ratio NaN to NaN, expected two numbers above 0 to give"
                        + " primary values",
                refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            01/06/2026,12:00:00.000000    | false | 2026-06-01T12:00
            06/01/2026, 12:00:00          | true  | 2026-06-01T12:00
            17/02/2021,17:37:12.422969065 | false | 2021-02-17T17:37:12.422969065
            02/17/2021,17:37:12           | false | 2021-02-17T17:37:12
            17/02/21,17:37:12             | true  | 2021-02-17T17:37:12
            2021-02-17,17:37:12           | false | 2021-02-17T17:37:12
            12/31/71,23:59:59             | true  | 1971-12-31T23:59:59
            """)
    void theDayComesFirstExceptIn1991(String text, boolean isMonthFirst, LocalDateTime expected) {
        assertEquals(Optional.of(expected), ComtradeTime.parse(text, isMonthFirst));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, 母线_Ua", "GBK, 母线_Ua", "ISO-8859-1, Größe_Ua", "UTF-8, Größe_Ua"})
    void namesAreReadInTheEncodingTheyAreIn(String encoding, String name) throws Exception {
        String text = "s,r,1999\n1,1A,0D\n1," + name + ",A,,V,1,0,0,-32767,32767,1,1,P\n50\n1\n1000,5\n\n\nBINARY\n1\n";

        ComtradeConfiguration read = ComtradeConfiguration.parse(text.getBytes(Charset.forName(encoding)));

        assertEquals(name, read.recordedChannels().getFirst().name());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                     | configuration, line 1: found the end of the configuration, expected the station, the recorder and the revision year
            s,r,1999                               | configuration, line 2: found the end of the configuration, expected the numbers of channels, such as 6,6A,0D
            s,r,1999~six                           | configuration, line 2: found "six", expected the numbers of channels, such as 6,6A,0D
            s,r,1999~9999,9999A,0D                 | configuration, line 2: found "9999", expected 0 to 4096 analogue channels
            s,r,1999~2,2A,0D~1,a,A,,V,1,0,0,0,9    | configuration, line 4: found the end of the configuration, expected analogue channel 2
            s,r,1999~1,1A,0D~1,a,A,,V              | configuration, line 3: found "1,a,A,,V", expected the 10 to 13 fields of analogue channel 1
            s,r,1999~1,1A,0D~1,a,A,,V,x,0,0,0,9    | configuration, line 3: found "x,0,0", expected multiplier, offset and skew of channel 1 as numbers
            s,r,1999~0,0A,1D                       | configuration, line 3: found the end of the configuration, expected status channel 1 of 1
            s,r,1999~0,0A,0D~50~1~-5,10            | configuration, line 5: found "-5,10", expected a sampling rate and the number of its last sample, after 0
            s,r,1999~0,0A,0D~50~2~5,10~5,9         | configuration, line 6: found "5,9", expected a sampling rate and the number of its last sample, after 10
            s,r,1999~0,0A,0D~50~1~5,10~~~HEX       | configuration, line 8: found "HEX", expected ASCII, BINARY, BINARY32 or FLOAT32
            """)
    void whatIsNoConfigurationIsSaidInOneSentence(String text, String sentence) {
        var refused = assertThrows(UnusableRecordingException.class, () -> parse(text.replace('~', '\n')));

        assertEquals(sentence, refused.getMessage());
    }
}
