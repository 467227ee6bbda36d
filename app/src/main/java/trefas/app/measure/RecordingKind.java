package trefas.app.measure;

import java.util.stream.Collectors;
import trefas.recording.MappedChannel;
import trefas.recording.WaveformDescription;

/// What a recording is, in a line for people.
final class RecordingKind {

    private RecordingKind() {}

    /// Format and station.
    static String inWords(WaveformDescription description) {
        String format = switch (description.format()) {
            case COMTRADE -> "COMTRADE";
            case COMTRADE_CFF -> "COMTRADE CFF";
            case WAVEFORM_CSV -> "waveform CSV";
            case WAV -> "WAV";
            case LOAD_CSV -> "load";
            case RAW -> "samples";
        };
        String station = description.station().isBlank() ? "" : " of " + description.station();
        return format + station;
    }

    /// Which channels were taken for which.
    static String channels(WaveformDescription description) {
        return description.mapped().stream().map(RecordingKind::channel).collect(Collectors.joining(", "));
    }

    private static String channel(MappedChannel mapped) {
        String name = mapped.source().name();
        String source = name.isEmpty() ? "channel " + mapped.source().number() : name;
        String factor = mapped.factor() == 1 ? "" : "*" + Plain.shortest(mapped.factor());
        return mapped.channel() + "=" + source + factor;
    }
}
