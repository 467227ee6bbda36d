package trefas.app.measure;

import java.util.stream.Collectors;
import trefas.recording.MappedChannel;
import trefas.recording.WaveformDescription;

/// What a recording is, in a line for people.
final class RecordingKind {

    private RecordingKind() {}

    /// Format, station and which channels were taken for which.
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
        String channels =
                description.mapped().stream().map(RecordingKind::channel).collect(Collectors.joining(", "));
        return format + station + ", " + channels;
    }

    private static String channel(MappedChannel mapped) {
        String name = mapped.source().name();
        String source = name.isEmpty() ? "channel " + mapped.source().number() : name;
        String factor = mapped.factor() == 1 ? "" : " * " + Plain.shortest(mapped.factor());
        return mapped.channel() + " = " + source + factor;
    }
}
