package trefas.metrology.measurement;

import trefas.metrology.quality.PowerQualityVerdict;

/// The verdict on one week of a long record.
///
/// @param number 1 for the first
/// @param startSeconds beginning, since the first sample
/// @param verdict on as much of it as was seen
public record WeekVerdict(int number, double startSeconds, PowerQualityVerdict verdict) {}
