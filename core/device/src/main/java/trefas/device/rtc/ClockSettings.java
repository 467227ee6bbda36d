package trefas.device.rtc;

/// How exact a meter's clock is and which corrections it writes down.
///
/// @param driftPartsPerBillion how much too fast the quartz is at 23 degC; 5 000 are the data sheet's 5 ppm
/// @param loggedFromSeconds a clock set by less than this makes no row of the RTC logger (TD p22)
public record ClockSettings(int driftPartsPerBillion, int loggedFromSeconds) {

    /// 1 000 ppm: no quartz is worse.
    public static final int DRIFT_MAX = 1_000_000;

    public static final int LOGGED_FROM_SECONDS_MAX = 60;

    /// An ideal quartz; corrections below 7 s are not logged.
    public static final ClockSettings DEFAULT = new ClockSettings(0, 7);

    public ClockSettings {
        if (!isDrift(driftPartsPerBillion)) {
            throw new IllegalArgumentException(
                    "a quartz drifts by -" + DRIFT_MAX + " to " + DRIFT_MAX + " ppb: " + driftPartsPerBillion);
        }
        if (!isLoggedFrom(loggedFromSeconds)) {
            throw new IllegalArgumentException(
                    "corrections are logged from 0 to " + LOGGED_FROM_SECONDS_MAX + " s: " + loggedFromSeconds);
        }
    }

    public static boolean isDrift(int partsPerBillion) {
        return Math.abs((long) partsPerBillion) <= DRIFT_MAX;
    }

    public static boolean isLoggedFrom(int seconds) {
        return seconds >= 0 && seconds <= LOGGED_FROM_SECONDS_MAX;
    }

    public ClockSettings withDriftPartsPerBillion(int other) {
        return new ClockSettings(other, loggedFromSeconds);
    }

    public ClockSettings withLoggedFromSeconds(int other) {
        return new ClockSettings(driftPartsPerBillion, other);
    }
}
