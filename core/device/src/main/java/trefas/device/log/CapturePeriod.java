package trefas.device.log;

import java.util.Optional;

/// How often the load profile takes a row, on the wall-clock grid (dossier 10.2; Z4 offers 15, 30 and 60 minutes, the
/// capture_period attribute 5 as well).
public enum CapturePeriod {
    MINUTES_5(5),
    MINUTES_15(15),
    MINUTES_30(30),
    MINUTES_60(60);

    private static final int SECONDS_PER_MINUTE = 60;

    private final int minutes;

    CapturePeriod(int minutes) {
        this.minutes = minutes;
    }

    public int minutes() {
        return minutes;
    }

    public int seconds() {
        return minutes * SECONDS_PER_MINUTE;
    }

    public static Optional<CapturePeriod> ofMinutes(int minutes) {
        for (CapturePeriod period : values()) {
            if (period.minutes == minutes) {
                return Optional.of(period);
            }
        }
        return Optional.empty();
    }
}
