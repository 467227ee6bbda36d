package trefas.recording;

/// Formats of recordings.
public enum RecordingFormat {
    COMTRADE,
    COMTRADE_CFF,
    WAVEFORM_CSV,
    WAV,
    RAW
}
