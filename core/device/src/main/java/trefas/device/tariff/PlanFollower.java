package trefas.device.tariff;

import java.time.LocalDate;
import trefas.device.clock.MeterClock;

/// Where one meter stands in a plan. It remembers until when its answer holds, so most seconds cost a comparison; a
/// clock set to anywhere outside that span makes it look again. What it answers depends on the time on the wall
/// alone, never on how the meter came there, so there is nothing to keep in the permanent memory.
///
/// The time on the wall has summer time in it: a switch inside the hour that is left out in March holds from the end
/// of that hour on, one inside the hour that comes twice in October switches twice (decision 0037).
public final class PlanFollower {

    private static final int SECONDS_PER_MINUTE = 60;
    private static final int SECONDS_PER_HOUR = 3_600;
    private static final int SECONDS_PER_DAY = 86_400;

    private static final MeterClock NO_CLOCK_YET = new MeterClock(0, false);

    private MeterClock clock = NO_CLOCK_YET;
    private long heldSince;
    /// 0 when it must look again.
    private long heldSeconds;
    private int value;
    private int season;

    /// It has not looked yet.
    public PlanFollower() {}

    /// What holds now.
    ///
    /// @param now the meter's time, seconds since 1970-01-01T00:00:00Z
    public int value(long now, MeterClock clock, SwitchingPlan plan, WorkCalendar calendar) {
        if (Long.compareUnsigned(now - heldSince, heldSeconds) >= 0 || !clock.equals(this.clock)) {
            look(now, clock, plan, calendar);
        }
        return value;
    }

    /// Looks again in any case, because the plan or the calendar is another.
    public void forget() {
        heldSeconds = 0;
        season = 0;
    }

    /// Number of the season, from 1; 0 until it has looked.
    public int season() {
        return season;
    }

    /// The first second at which something may change.
    public long heldUntil() {
        return heldSince + heldSeconds;
    }

    private void look(long now, MeterClock clock, SwitchingPlan plan, WorkCalendar calendar) {
        boolean isSummerTime = clock.isSummerTime(now);
        long onTheWall = now + (long) clock.zoneHours() * SECONDS_PER_HOUR + (isSummerTime ? SECONDS_PER_HOUR : 0);
        var day = LocalDate.ofEpochDay(Math.floorDiv(onTheWall, SECONDS_PER_DAY));
        int secondOfDay = Math.floorMod(onTheWall, SECONDS_PER_DAY);
        int minuteOfDay = secondOfDay / SECONDS_PER_MINUTE;
        season = plan.seasonOn(day);
        DayPlan times = plan.season(season).day(calendar.dayType(day));
        value = times.valueAt(minuteOfDay);
        long until = now - secondOfDay + (long) times.nextSwitchAfter(minuteOfDay) * SECONDS_PER_MINUTE;
        if (clock.isSummerTime(until) != isSummerTime) {
            // Summer time begins or ends before then, at a full hour.
            until = Math.min(until, now - Math.floorMod(now, SECONDS_PER_HOUR) + SECONDS_PER_HOUR);
        }
        this.clock = clock;
        heldSince = now;
        heldSeconds = until - now;
    }
}
