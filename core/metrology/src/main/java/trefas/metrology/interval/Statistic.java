package trefas.metrology.interval;

/// One quantity over one long interval.
///
/// @param mean mean, or root of the mean square, see [IntervalQuantity#isMagnitude]
/// @param minimum smallest basic interval
/// @param maximum greatest basic interval
/// @param count basic intervals that told it
public record Statistic(double mean, double minimum, double maximum, int count) {}
