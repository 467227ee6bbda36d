package trefas.recording;

/// Which side of the instrument transformers the values of a COMTRADE recording are wanted of (IEEE C37.111, fields
/// primary, secondary and PS of a channel).
public enum ComtradeScaling {
    /// As the recording has them.
    AS_RECORDED,
    /// Of the line: secondary values are multiplied by the ratio.
    PRIMARY,
    /// Of the meter's terminals: primary values are divided by the ratio.
    SECONDARY
}
