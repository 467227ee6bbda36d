package trefas.device.clock;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// From the meter's seconds to the time on its wall and back: a whole-hour zone (Z11) and a plan of summer time
/// (Z15; dossier 7). Shared by all meters of a configuration.
///
/// @param zoneHours normal time east of UTC, -11 to 12
/// @param plan when summer time is kept
public record MeterClock(int zoneHours, DaylightSavingPlan plan) {

    public static final int ZONE_HOURS_MIN = -11;
    public static final int ZONE_HOURS_MAX = 12;

    /// 2000-01-01T00:00:00Z, the first year the meter's two digits can tell.
    public static final long SETTABLE_MIN = 946_684_800L;

    /// 2099-12-31T23:59:59Z, the last year the meter's two digits can tell.
    public static final long SETTABLE_MAX = 4_102_444_799L;

    private static final int SECONDS_PER_HOUR = 3_600;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int MINUTES_PER_HOUR = 60;

    /// Both changes, UTC.
    private static final int CHANGE_HOUR = 1;

    public MeterClock {
        if (zoneHours < ZONE_HOURS_MIN || zoneHours > ZONE_HOURS_MAX) {
            throw new IllegalArgumentException("time zone " + zoneHours + " h, expected -11 to 12");
        }
    }

    /// A clock with the summer time of the EU, or with none.
    public MeterClock(int zoneHours, boolean daylightSaving) {
        this(zoneHours, daylightSaving ? DaylightSavingPlan.Rule.EUROPEAN : DaylightSavingPlan.Rule.NONE);
    }

    /// Whether summer time is kept at all.
    public boolean daylightSaving() {
        return plan != DaylightSavingPlan.Rule.NONE;
    }

    /// Whether a clock can be set to this time.
    public static boolean isSettable(long epochSecond) {
        return epochSecond >= SETTABLE_MIN && epochSecond <= SETTABLE_MAX;
    }

    /// The time on the wall, summer time included.
    public LocalDateTime local(long epochSecond) {
        return local(epochSecond, isSummerTime(epochSecond));
    }

    /// The same for whoever has asked already whether it is summer time.
    public LocalDateTime local(long epochSecond, boolean isSummerTime) {
        return LocalDateTime.ofEpochSecond(
                epochSecond + (isSummerTime ? SECONDS_PER_HOUR : 0), 0, ZoneOffset.ofHours(zoneHours));
    }

    /// Normal time, which logs are kept in: no hour occurs twice.
    public LocalDateTime normal(long epochSecond) {
        return LocalDateTime.ofEpochSecond(epochSecond, 0, ZoneOffset.ofHours(zoneHours));
    }

    /// The second at which a wall shows this time. An hour that occurs twice means its first pass; an hour that is
    /// left out means the time that much later.
    public long epochSecond(LocalDateTime local) {
        long asNormal = local.toEpochSecond(ZoneOffset.ofHours(zoneHours));
        long asSummer = asNormal - SECONDS_PER_HOUR;
        return isSummerTime(asSummer) ? asSummer : asNormal;
    }

    /// Like [#epochSecond], for the second pass of an hour that occurs twice. An hour that is left out means the
    /// time that much earlier, so a span inside that hour is empty.
    public long lastEpochSecond(LocalDateTime local) {
        long asNormal = local.toEpochSecond(ZoneOffset.ofHours(zoneHours));
        return isSummerTime(asNormal) ? asNormal - SECONDS_PER_HOUR : asNormal;
    }

    public boolean isSummerTime(long epochSecond) {
        return plan.isSummerDay(steadyDay(epochSecond));
    }

    /// Number of the 24 hours around this second in which summer time neither begins nor ends: they go from 01:00
    /// UTC to 01:00 UTC.
    public static long steadyDay(long epochSecond) {
        return Math.floorDiv(epochSecond - (long) CHANGE_HOUR * SECONDS_PER_HOUR, SECONDS_PER_DAY);
    }

    /// Minutes that UTC differs from the wall, as COSEM counts them: UTC = local + deviation, so -60 for UTC+1.
    public int deviationMinutes(long epochSecond) {
        return -(zoneHours + (isSummerTime(epochSecond) ? 1 : 0)) * MINUTES_PER_HOUR;
    }
}
