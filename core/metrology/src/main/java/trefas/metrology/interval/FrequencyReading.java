package trefas.metrology.interval;

/// Mean frequency of ten seconds of the clock (IEC 61000-4-30).
///
/// @param startSeconds tick at which the ten seconds begin, since the first sample of the record
/// @param hertz whole cycles inside by their duration
/// @param cycles how many whole cycles that are
/// @param isFlagged whether a dip, swell or interruption fell into them
public record FrequencyReading(double startSeconds, double hertz, int cycles, boolean isFlagged) {}
