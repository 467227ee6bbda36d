package trefas.device.module;

import java.util.Optional;

/// How long an output pulse is, and whether the alarm input is in use: Z8 (dossier 17 and 26). That 1 and 2 are the
/// short pulses is our choice (decision 0038).
public enum PulseWidth {
    MILLIS_30(1, 30, false),
    MILLIS_30_WITH_ALARM(2, 30, true),
    MILLIS_80(3, 80, false),
    MILLIS_80_WITH_ALARM(4, 80, true);

    private final int code;
    private final int millis;
    private final boolean isAlarmEnabled;

    PulseWidth(int code, int millis, boolean isAlarmEnabled) {
        this.code = code;
        this.millis = millis;
        this.isAlarmEnabled = isAlarmEnabled;
    }

    public int code() {
        return code;
    }

    public static Optional<PulseWidth> ofCode(int code) {
        for (PulseWidth width : values()) {
            if (width.code == code) {
                return Optional.of(width);
            }
        }
        return Optional.empty();
    }

    public int millis() {
        return millis;
    }

    public boolean isAlarmEnabled() {
        return isAlarmEnabled;
    }

    public String words() {
        return "pulses of " + millis + " ms, alarm input " + (isAlarmEnabled ? "enabled" : "disabled");
    }

    /// Whether it is the longer of the two.
    public boolean isLong() {
        return millis > MILLIS_30.millis;
    }

    /// Least time from the beginning of a pulse to that of the next: the pause is as long as the pulse.
    public int periodMillis() {
        return 2 * millis;
    }

    /// The highest power whose pulses an output can keep up with: 60 kW for 1 000 imp/kWh and 30 ms, which is 86 A at
    /// 3 × 230 V (TD p59).
    ///
    /// @param pulsesPerKilowattHour 1 to 1000
    public long usableToWatts(int pulsesPerKilowattHour) {
        return 3_600_000_000L / ((long) periodMillis() * pulsesPerKilowattHour);
    }
}
