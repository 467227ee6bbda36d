package trefas.device.log;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import trefas.device.clock.MeterClock;

/// How often a logger of days takes a row, always at 00:00:00 normal time (dossier 11, 14.3; object 1-1:0.1.6.128 and
/// configuration number Z25).
public enum LogInterval {
    DAILY(0),
    /// On Mondays.
    WEEKLY(1),
    /// On the first of the month.
    MONTHLY(2);

    private final int code;

    private final List<CaptureMoments> inZone;

    LogInterval(int code) {
        this.code = code;
        this.inZone = inAllZones();
    }

    /// The number in the object.
    public int code() {
        return code;
    }

    public static Optional<LogInterval> ofCode(int code) {
        for (LogInterval interval : values()) {
            if (interval.code == code) {
                return Optional.of(interval);
            }
        }
        return Optional.empty();
    }

    /// For the digit in the configuration numbers, which counts from 1.
    public static Optional<LogInterval> ofZ25(int digit) {
        return ofCode(digit - 1);
    }

    /// The digit in the configuration numbers.
    public int z25() {
        return code + 1;
    }

    public String words() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The moments of this interval in a zone.
    ///
    /// @param zoneHours normal time east of UTC
    public CaptureMoments in(int zoneHours) {
        return inZone.get(zoneHours - MeterClock.ZONE_HOURS_MIN);
    }

    /// The same for all meters in a zone, so they exist once.
    private List<CaptureMoments> inAllZones() {
        var all = new ArrayList<CaptureMoments>();
        for (int hours = MeterClock.ZONE_HOURS_MIN; hours <= MeterClock.ZONE_HOURS_MAX; hours++) {
            ZoneOffset zone = ZoneOffset.ofHours(hours);
            all.add(time -> firstDayAfter(CaptureMoments.dateOf(time, zone))
                    .atStartOfDay()
                    .toEpochSecond(zone));
        }
        return List.copyOf(all);
    }

    private LocalDate firstDayAfter(LocalDate day) {
        return switch (this) {
            case DAILY -> day.plusDays(1);
            case WEEKLY -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case MONTHLY -> day.with(TemporalAdjusters.firstDayOfNextMonth());
        };
    }
}
