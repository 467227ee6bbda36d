package trefas.recording;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Formats of recordings, and how to tell them apart by the name of the file and its first octets.
///
/// | format         | told by                                                                       |
/// |----------------|-------------------------------------------------------------------------------|
/// | `WAV`          | `RIFF....WAVE`, `RF64....WAVE` or `BW64....WAVE`                              |
/// | `COMTRADE_CFF` | the first line `--- file type: CFG ---`                                       |
/// | `COMTRADE`     | the name ends with `.cfg` or `.dat`: a pair of files                          |
/// | `LOAD_CSV`     | a header with `P_kW`: load, minute by minute, not waveforms                   |
/// | `WAVEFORM_CSV` | the name ends with `.csv`, `.tsv` or `.txt`, or lines with delimiters         |
/// | `RAW`          | the name ends with `.pcm` or `.raw`; standard input has no name, so is told   |
public enum RecordingFormat {
    /// A configuration and a data file, `.cfg` and `.dat`.
    COMTRADE,
    /// Both in one file, `.cff`.
    COMTRADE_CFF,
    /// Voltages and currents, a row for each instant.
    WAVEFORM_CSV,
    /// Power, voltage and current as means of a minute; no waveforms.
    LOAD_CSV,
    /// RIFF or RF64.
    WAV,
    /// Bare samples of a converter.
    RAW;

    /// Octets of the beginning that are enough to tell.
    public static final int OCTETS = 1_024;

    private static final Pattern WAV_HEAD = Pattern.compile("(?:RIFF|RF64|BW64).{4}WAVE", Pattern.DOTALL);
    private static final Pattern CFF_HEAD =
            Pattern.compile("\\s*-{2,}\\s*file\\s+type\\s*:?\\s*CFG", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOAD_HEAD = Pattern.compile("(?:^|[;,\"])P(?:[123])?_kW(?:$|[;,\"\\r])");
    private static final Pattern ROW = Pattern.compile("[^\\p{Cntrl}]*[;,\\t][^\\p{Cntrl}]*\\r?");

    /// Recognises a recording; empty when nothing fits.
    ///
    /// @param name of the file, its path doesn't matter; empty when it has none
    /// @param first up to [#OCTETS] octets of its beginning
    public static Optional<RecordingFormat> recognise(String name, byte[] first) {
        String head = new String(first, 0, Math.min(first.length, OCTETS), StandardCharsets.ISO_8859_1);
        String lower = name.toLowerCase(Locale.ROOT);
        if (WAV_HEAD.matcher(head).lookingAt()) {
            return Optional.of(WAV);
        }
        if (CFF_HEAD.matcher(head).find()
                && CFF_HEAD.matcher(head.replace("\u00EF\u00BB\u00BF", "")).lookingAt()) {
            return Optional.of(COMTRADE_CFF);
        }
        if (lower.endsWith(".cfg") || lower.endsWith(".dat")) {
            return Optional.of(COMTRADE);
        }
        if (lower.endsWith(".pcm") || lower.endsWith(".raw")) {
            return Optional.of(RAW);
        }
        int end = head.indexOf('\n');
        String line = end < 0 ? head : head.substring(0, end);
        if (LOAD_HEAD.matcher(line.strip()).find()) {
            return Optional.of(LOAD_CSV);
        }
        boolean isNamedText = lower.endsWith(".csv") || lower.endsWith(".tsv") || lower.endsWith(".txt");
        return isNamedText || ROW.matcher(line).matches() ? Optional.of(WAVEFORM_CSV) : Optional.empty();
    }

    /// A decoder for a recording that lies in one file, by what it says itself.
    ///
    /// @throws UnusableRecordingException for formats that need more: COMTRADE its configuration
    ///     ([ComtradeDecoder]), raw samples their format ([RawDecoder]), load has no waveforms
    public WaveformDecoder decoder(RecordingOptions options) throws UnusableRecordingException {
        return switch (this) {
            case COMTRADE_CFF -> new CffDecoder(options);
            case WAVEFORM_CSV -> new CsvDecoder(options);
            case WAV -> new WavDecoder(options);
            case COMTRADE ->
                throw new UnusableRecordingException(
                        "found one file, expected a .cfg file and the .dat file beside it");
            case RAW ->
                throw new UnusableRecordingException(
                        "found raw samples, expected their format, number of channels and sampling rate with them");
            case LOAD_CSV -> throw new UnusableRecordingException("found load in one-minute means, expected waveforms");
        };
    }
}
