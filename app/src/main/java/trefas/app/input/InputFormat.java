package trefas.app.input;

import trefas.recording.RecordingFormat;

/// What an input is written in.
public enum InputFormat {
    /// By the name's ending and the first octets.
    AUTO,
    /// A configuration and its data file.
    COMTRADE,
    /// COMTRADE in one file.
    CFF,
    /// Waveforms, a row for each instant.
    CSV,
    /// A load, a row for each minute.
    LOAD,
    /// Waveforms as sound.
    WAV,
    /// Bare samples.
    PCM;

    static InputFormat of(RecordingFormat format) {
        return switch (format) {
            case COMTRADE -> COMTRADE;
            case COMTRADE_CFF -> CFF;
            case WAVEFORM_CSV -> CSV;
            case LOAD_CSV -> LOAD;
            case WAV -> WAV;
            case RAW -> PCM;
        };
    }
}
