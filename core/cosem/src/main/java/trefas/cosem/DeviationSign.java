package trefas.cosem;

/// Which way the deviation of a date-time counts. Profiles disagree, so a head-end that shows times two zones off
/// usually needs the other one.
public enum DeviationSign {
    /// As the Blue Book defines it: what is added to local time to give UTC, -60 for Central European Time.
    UTC_MINUS_LOCAL,
    /// As some national profiles have it: what is added to UTC to give local time, +60 for Central European Time.
    LOCAL_MINUS_UTC;

    /// A deviation from one way of counting to the other, if this is the other; not specified stays so.
    ///
    /// @param deviationMinutes as the Blue Book counts, or as received
    public int applyTo(int deviationMinutes) {
        return switch (this) {
            case UTC_MINUS_LOCAL -> deviationMinutes;
            case LOCAL_MINUS_UTC ->
                deviationMinutes == CosemDateTime.DEVIATION_NOT_SPECIFIED ? deviationMinutes : -deviationMinutes;
        };
    }
}
