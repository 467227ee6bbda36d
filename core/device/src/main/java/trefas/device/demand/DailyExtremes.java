package trefas.device.demand;

import java.nio.ByteBuffer;

/// Greatest and least mean P+ of the day (1-1:1.16.0, 1-1:1.13.0, dossier 4.4), each with the end of its period. A day
/// is one of normal time, and its values stand until the first period of another day has ended.
public final class DailyExtremes {

    private static final int SECONDS_PER_HOUR = 3_600;
    private static final int SECONDS_PER_DAY = 86_400;

    private int maximumMilliwatts;
    private int minimumMilliwatts;
    /// Minutes since 1970-01-01T00:00:00Z, 0 when there is none.
    private int maximumMinutes;

    private int minimumMinutes;

    /// No period has ended yet.
    DailyExtremes() {}

    /// A period has ended.
    ///
    /// @param isWhole whether each of its seconds was measured: a period with less says nothing about the least
    /// @param zoneHours normal time east of UTC
    /// @return whether anything changed
    boolean compare(int mean, int periodEndMinutes, boolean isWhole, int zoneHours) {
        boolean isFirst = maximumMinutes == 0 || day(periodEndMinutes, zoneHours) != day(maximumMinutes, zoneHours);
        if (isFirst) {
            minimumMilliwatts = 0;
            minimumMinutes = 0;
        }
        boolean isGreatest = isFirst || mean > maximumMilliwatts;
        if (isGreatest) {
            maximumMilliwatts = mean;
            maximumMinutes = periodEndMinutes;
        }
        boolean isLeast = isWhole && (minimumMinutes == 0 || mean < minimumMilliwatts);
        if (isLeast) {
            minimumMilliwatts = mean;
            minimumMinutes = periodEndMinutes;
        }
        return isGreatest || isLeast;
    }

    /// The day a period lies in: the one that ends at midnight belongs to the day that ends there.
    private static long day(int periodEndMinutes, int zoneHours) {
        long onTheWall = Demand.seconds(periodEndMinutes) + (long) zoneHours * SECONDS_PER_HOUR;
        return Math.floorDiv(onTheWall - 1, SECONDS_PER_DAY);
    }

    /// The greatest mean of the day so far, mW.
    public int maximumMilliwatts() {
        return maximumMilliwatts;
    }

    /// End of its period, seconds since 1970-01-01T00:00:00Z; 0 if no period has ended yet.
    public long maximumStamp() {
        return Demand.seconds(maximumMinutes);
    }

    /// The least mean of the day so far, mW.
    public int minimumMilliwatts() {
        return minimumMilliwatts;
    }

    /// End of its period, seconds since 1970-01-01T00:00:00Z; 0 if no period of the day was measured whole yet.
    public long minimumStamp() {
        return Demand.seconds(minimumMinutes);
    }

    static int recordLength() {
        return 4 * Integer.BYTES;
    }

    void write(ByteBuffer into) {
        into.putInt(maximumMilliwatts)
                .putInt(maximumMinutes)
                .putInt(minimumMilliwatts)
                .putInt(minimumMinutes);
    }

    /// Reads what [#write] wrote.
    ///
    /// @return whether the record makes sense; if not, nothing has changed
    boolean read(ByteBuffer from) {
        if (from.remaining() < recordLength()) {
            return false;
        }
        int maximum = from.getInt();
        int maximumAt = from.getInt();
        int minimum = from.getInt();
        int minimumAt = from.getInt();
        boolean isPossible = maximum >= 0 && maximumAt >= 0 && minimum >= 0 && minimum <= maximum && minimumAt >= 0;
        if (!isPossible || (minimumAt > 0 && maximumAt == 0)) {
            return false;
        }
        maximumMilliwatts = maximum;
        maximumMinutes = maximumAt;
        minimumMilliwatts = minimum;
        minimumMinutes = minimumAt;
        return true;
    }
}
