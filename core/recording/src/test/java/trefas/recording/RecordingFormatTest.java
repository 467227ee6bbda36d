package trefas.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A recording is recognised by its name and its first octets.
class RecordingFormatTest {

    @ParameterizedTest
    @CsvSource({
        "comtrade/line_fault_reclose_800Hz.cfg, COMTRADE",
        "comtrade/line_fault_reclose_800Hz.dat, COMTRADE",
        "comtrade/ascii_2013.cff, COMTRADE_CFF",
        "comtrade/sample_float32.cff, COMTRADE_CFF",
        "waveform_csv/threephase_50kHz_60Hz.csv, WAVEFORM_CSV",
    })
    void theExamplesAreRecognised(String name, RecordingFormat expected) {
        byte[] octets = Recordings.octets(name);

        assertEquals(
                expected,
                RecordingFormat.recognise(name, Arrays.copyOf(octets, RecordingFormat.OCTETS))
                        .orElseThrow());
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(delimiter = '|', textBlock = """
            x.wav    | RIFF0000WAVEfmt                        | WAV
            no name  | RF640000WAVEds64                       | WAV
            load.csv | time;P_kW;Q_kvar;U_V;I_A               | LOAD_CSV
            load     | time,P_kW                              | LOAD_CSV
            w.CSV    | anything                               | WAVEFORM_CSV
            w        | time,U1                                | WAVEFORM_CSV
            adc.pcm  | anything                               | RAW
            x        | -- file type  CFG --                   | COMTRADE_CFF
            x        | no delimiters here                     | none
            """)
    void theFirstOctetsDecideBeforeTheName(String name, String first, String expected) {
        assertEquals(
                expected,
                RecordingFormat.recognise(name, first.getBytes(StandardCharsets.UTF_8))
                        .map(RecordingFormat::name)
                        .orElse("none"));
    }
}
