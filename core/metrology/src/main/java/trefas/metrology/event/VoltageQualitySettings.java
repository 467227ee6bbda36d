package trefas.metrology.event;

/// The parameters of the meter's voltage quality (dossier 14.1, table 23).
///
/// | parameter                    | default | range           |
/// |------------------------------|---------|-----------------|
/// | Uhigh,mean                   | 253 V   | 232.3 to 276 V  |
/// | Ulow,mean                    | 207 V   | 184 to 227.7 V  |
/// | Utime-period,mean            | 600 s   | 10 to 1800 s    |
/// | Uhigh,sv                     | 253 V   | 232.3 to 276 V  |
/// | Ulow,sv                      | 207 V   | 184 to 227.7 V  |
/// | Uoutage level, 1 or 2 phases | 50 V    | 50 to 160 V     |
/// | Uoutage time threshold       | 10 s    | 0 to 1800 s     |
///
/// @param highMeanMillivolts Uhigh,mean
/// @param lowMeanMillivolts Ulow,mean
/// @param meanPeriodSeconds Utime-period,mean
/// @param highSingleMillivolts Uhigh,sv, for one-second values
/// @param lowSingleMillivolts Ulow,sv, for one-second values
/// @param outageMillivolts below this a phase is out
/// @param outageSeconds an outage shorter than this makes no entry
public record VoltageQualitySettings(
        int highMeanMillivolts,
        int lowMeanMillivolts,
        int meanPeriodSeconds,
        int highSingleMillivolts,
        int lowSingleMillivolts,
        int outageMillivolts,
        int outageSeconds) {

    /// Nominal voltage of the meter, mV.
    public static final int NOMINAL_MILLIVOLTS = 230_000;

    /// As the meter leaves the factory.
    public static final VoltageQualitySettings DEFAULT =
            new VoltageQualitySettings(253_000, 207_000, 600, 253_000, 207_000, 50_000, 10);

    private static final int HIGH_MIN = 232_300;
    private static final int HIGH_MAX = 276_000;
    private static final int LOW_MIN = 184_000;
    private static final int LOW_MAX = 227_700;
    private static final int PERIOD_SECONDS_MIN = 10;
    private static final int PERIOD_SECONDS_MAX = 1_800;
    private static final int OUTAGE_MIN = 50_000;
    private static final int OUTAGE_MAX = 160_000;

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException naming the parameter, its range and what was found
    public VoltageQualitySettings {
        require("Uhigh,mean", "mV", highMeanMillivolts, HIGH_MIN, HIGH_MAX);
        require("Ulow,mean", "mV", lowMeanMillivolts, LOW_MIN, LOW_MAX);
        require("Utime-period,mean", "s", meanPeriodSeconds, PERIOD_SECONDS_MIN, PERIOD_SECONDS_MAX);
        require("Uhigh,sv", "mV", highSingleMillivolts, HIGH_MIN, HIGH_MAX);
        require("Ulow,sv", "mV", lowSingleMillivolts, LOW_MIN, LOW_MAX);
        require("Uoutage level", "mV", outageMillivolts, OUTAGE_MIN, OUTAGE_MAX);
        require("Uoutage time threshold", "s", outageSeconds, 0, PERIOD_SECONDS_MAX);
    }

    /// Whether a voltage can be an upper limit, of means or of one-second values.
    public static boolean isHigh(long millivolts) {
        return millivolts >= HIGH_MIN && millivolts <= HIGH_MAX;
    }

    /// Whether a voltage can be a lower limit.
    public static boolean isLow(long millivolts) {
        return millivolts >= LOW_MIN && millivolts <= LOW_MAX;
    }

    public static boolean isMeanPeriod(long seconds) {
        return seconds >= PERIOD_SECONDS_MIN && seconds <= PERIOD_SECONDS_MAX;
    }

    /// Whether a voltage can be the outage level.
    public static boolean isOutage(long millivolts) {
        return millivolts >= OUTAGE_MIN && millivolts <= OUTAGE_MAX;
    }

    public static boolean isOutageSeconds(long seconds) {
        return seconds >= 0 && seconds <= PERIOD_SECONDS_MAX;
    }

    private static void require(String parameter, String unit, int found, int min, int max) {
        if (found < min || found > max) {
            throw new IllegalArgumentException(parameter + " is " + min + " to " + max + " " + unit + ": " + found);
        }
    }

    public VoltageQualitySettings withHighMeanMillivolts(int other) {
        return new VoltageQualitySettings(
                other,
                lowMeanMillivolts,
                meanPeriodSeconds,
                highSingleMillivolts,
                lowSingleMillivolts,
                outageMillivolts,
                outageSeconds);
    }

    public VoltageQualitySettings withLowMeanMillivolts(int other) {
        return new VoltageQualitySettings(
                highMeanMillivolts,
                other,
                meanPeriodSeconds,
                highSingleMillivolts,
                lowSingleMillivolts,
                outageMillivolts,
                outageSeconds);
    }

    public VoltageQualitySettings withMeanPeriodSeconds(int other) {
        return new VoltageQualitySettings(
                highMeanMillivolts,
                lowMeanMillivolts,
                other,
                highSingleMillivolts,
                lowSingleMillivolts,
                outageMillivolts,
                outageSeconds);
    }

    public VoltageQualitySettings withHighSingleMillivolts(int other) {
        return new VoltageQualitySettings(
                highMeanMillivolts,
                lowMeanMillivolts,
                meanPeriodSeconds,
                other,
                lowSingleMillivolts,
                outageMillivolts,
                outageSeconds);
    }

    public VoltageQualitySettings withLowSingleMillivolts(int other) {
        return new VoltageQualitySettings(
                highMeanMillivolts,
                lowMeanMillivolts,
                meanPeriodSeconds,
                highSingleMillivolts,
                other,
                outageMillivolts,
                outageSeconds);
    }

    public VoltageQualitySettings withOutageMillivolts(int other) {
        return new VoltageQualitySettings(
                highMeanMillivolts,
                lowMeanMillivolts,
                meanPeriodSeconds,
                highSingleMillivolts,
                lowSingleMillivolts,
                other,
                outageSeconds);
    }

    public VoltageQualitySettings withOutageSeconds(int other) {
        return new VoltageQualitySettings(
                highMeanMillivolts,
                lowMeanMillivolts,
                meanPeriodSeconds,
                highSingleMillivolts,
                lowSingleMillivolts,
                outageMillivolts,
                other);
    }
}
