package trefas.device.debiting;

import java.time.LocalDate;
import java.time.ZoneOffset;
import trefas.device.log.CaptureMoments;
import trefas.device.log.LogInterval;

/// When the debiting loggers take their rows and what the second holds (configuration numbers Z6, Z7, Z25 and
/// Z30). One instance serves all meters that are set up alike.
///
/// @param interval Z7: the months in which a debiting period ends by itself
/// @param day Z6: the day of the month, 1 to 28, at whose 00:00:00 normal time it ends
/// @param secondInterval Z25 and object 1-1:0.1.6.128: how often the second debiting logger takes a row
/// @param secondProfile Z30: what such a row holds
public record DebitingSettings(
        DebitingInterval interval, int day, LogInterval secondInterval, DebitingProfile secondProfile) {

    public static final int DAY_MIN = 1;

    /// Every month has this day.
    public static final int DAY_MAX = 28;

    /// Monthly on the first; the second logger daily, with profile 01.
    public static final DebitingSettings DEFAULT =
            new DebitingSettings(DebitingInterval.MONTHLY, DAY_MIN, LogInterval.DAILY, DebitingProfile.PROFILE_01);

    public DebitingSettings {
        if (!isDay(day)) {
            throw new IllegalArgumentException("debiting day " + day + ", expected 1 to 28");
        }
        if (secondProfile == DebitingProfile.FIRST) {
            throw new IllegalArgumentException("the second debiting logger has no content of the first");
        }
    }

    /// Whether a debiting period can end on this day of a month.
    public static boolean isDay(int day) {
        return day >= DAY_MIN && day <= DAY_MAX;
    }

    public DebitingSettings withInterval(DebitingInterval other) {
        return new DebitingSettings(other, day, secondInterval, secondProfile);
    }

    public DebitingSettings withDay(int other) {
        return new DebitingSettings(interval, other, secondInterval, secondProfile);
    }

    public DebitingSettings withSecondInterval(LogInterval other) {
        return new DebitingSettings(interval, day, other, secondProfile);
    }

    public DebitingSettings withSecondProfile(DebitingProfile other) {
        return new DebitingSettings(interval, day, secondInterval, other);
    }

    /// The moments at which a debiting period ends by itself, in a zone.
    ///
    /// @param zoneHours normal time east of UTC
    public CaptureMoments stops(int zoneHours) {
        if (interval == DebitingInterval.NONE) {
            return time -> CaptureMoments.NEVER;
        }
        ZoneOffset zone = ZoneOffset.ofHours(zoneHours);
        return time ->
                stopAfter(CaptureMoments.dateOf(time, zone)).atStartOfDay().toEpochSecond(zone);
    }

    private LocalDate stopAfter(LocalDate today) {
        LocalDate stop = today.withDayOfMonth(day);
        if (!stop.isAfter(today)) {
            stop = stop.plusMonths(1);
        }
        while (!interval.endsIn(stop.getMonthValue())) {
            stop = stop.plusMonths(1);
        }
        return stop;
    }
}
