package trefas.objects;

import trefas.cosem.AxdrWriter;
import trefas.device.clock.MeterClock;

/// Writes the stamps of many rows, as [ClockObject#writeTime] writes one. Rows that follow each other mostly fall on
/// the same day, so only their time of day is reckoned anew.
final class StampWriter {

    /// Tag and length of the octet-string, year, month, day and weekday come before the hour.
    private static final int HOUR = 7;

    private static final int SECONDS_PER_MINUTE = 60;
    private static final int SECONDS_PER_HOUR = 3_600;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int STAMP_OCTETS = 14;

    private final MeterClock clock;
    private byte[] stamp = {};
    private long steadyDay;
    private long secondsEast;
    private long localDay;

    StampWriter(MeterClock clock) {
        this.clock = clock;
    }

    MeterClock clock() {
        return clock;
    }

    void write(long epochSecond, AxdrWriter out) {
        long local = epochSecond + secondsEast;
        if (stamp.length == 0
                || MeterClock.steadyDay(epochSecond) != steadyDay
                || Math.floorDiv(local, SECONDS_PER_DAY) != localDay) {
            begin(epochSecond);
            local = epochSecond + secondsEast;
        }
        int second = (int) (local - localDay * SECONDS_PER_DAY);
        stamp[HOUR] = (byte) (second / SECONDS_PER_HOUR);
        stamp[HOUR + 1] = (byte) (second % SECONDS_PER_HOUR / SECONDS_PER_MINUTE);
        stamp[HOUR + 2] = (byte) (second % SECONDS_PER_MINUTE);
        out.octets(stamp);
    }

    /// Another day, or another side of the change to or from summer time.
    private void begin(long epochSecond) {
        var whole = new AxdrWriter(STAMP_OCTETS);
        ClockObject.writeTime(clock, epochSecond, whole);
        stamp = whole.toOctets();
        steadyDay = MeterClock.steadyDay(epochSecond);
        secondsEast = -(long) clock.deviationMinutes(epochSecond) * SECONDS_PER_MINUTE;
        localDay = Math.floorDiv(epochSecond + secondsEast, SECONDS_PER_DAY);
    }
}
