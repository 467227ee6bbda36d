package trefas.recording;

/// A stretch of a recording with one rate.
///
/// @param samplesPerSecond above 0
/// @param lastSample number of the last sample at that rate, from 1; [Long#MAX_VALUE] when not stated
public record SampleRateSpan(double samplesPerSecond, long lastSample) {}
