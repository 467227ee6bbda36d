package trefas.readout;

/// Which seconds something is sent at: all that a whole number of periods lies before, counted from the full hour. A
/// meter's zone is whole hours, so its wall shows round times then: hh:mm:s0 for 10 s.
///
/// @param periodSeconds divides an hour
public record PushSchedule(int periodSeconds) {

    private static final int SECONDS_PER_HOUR = 3_600;

    /// Every 10 s, as OMNIPOWER sends its telegram (dossier 22).
    public static final PushSchedule P1 = new PushSchedule(10);

    public PushSchedule {
        if (periodSeconds < 1 || SECONDS_PER_HOUR % periodSeconds != 0) {
            throw new IllegalArgumentException("period of " + periodSeconds + " s does not divide an hour");
        }
    }

    public boolean isDue(long epochSecond) {
        return Math.floorMod(epochSecond, periodSeconds) == 0;
    }

    /// This second if it is due, else the first due one after it.
    public long nextDue(long epochSecond) {
        return epochSecond + Math.floorMod(-epochSecond, periodSeconds);
    }
}
