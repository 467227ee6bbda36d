package trefas.objects;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import trefas.cosem.ClockStatus;
import trefas.cosem.CosemDateTime;
import trefas.device.clock.MeterClock;

/// The one second that somebody means who sets the clock (dossier 7, decision 0022).
///
/// Nothing may be left open but weekday and hundredths. With a deviation the time is told already; without one the
/// meter's zone holds, and bit 7 of the status must be set inside summer time and clear outside of it.
final class ClockSetting {

    private static final int SECONDS_PER_MINUTE = 60;
    private static final int MONTHS = 12;
    private static final int SECONDS_PER_HOUR = 3_600;

    private ClockSetting() {}

    /// Empty when these fields are no time, no time of this clock, or more than one.
    static OptionalLong epochSecond(CosemDateTime time, MeterClock clock) {
        if (!time.isOnePoint() || time.month() > MONTHS || ClockStatus.INVALID_VALUE.isSetIn(time.status())) {
            return OptionalLong.empty();
        }
        LocalDateTime local;
        try {
            local = LocalDateTime.of(time.year(), time.month(), time.day(), time.hour(), time.minute(), time.second());
        } catch (DateTimeException noSuchDay) {
            return OptionalLong.empty();
        }
        boolean isOtherWeekday = time.weekday() != CosemDateTime.NOT_SPECIFIED
                && time.weekday() != local.getDayOfWeek().getValue();
        if (isOtherWeekday) {
            return OptionalLong.empty();
        }
        OptionalLong second = time.deviationMinutes() == CosemDateTime.DEVIATION_NOT_SPECIFIED
                ? onOurWall(local, time.status(), clock)
                : OptionalLong.of(
                        local.toEpochSecond(ZoneOffset.UTC) + (long) time.deviationMinutes() * SECONDS_PER_MINUTE);
        return second.isPresent() && MeterClock.isSettable(second.getAsLong()) ? second : OptionalLong.empty();
    }

    private static OptionalLong onOurWall(LocalDateTime local, int status, MeterClock clock) {
        long asNormal = local.toEpochSecond(ZoneOffset.ofHours(clock.zoneHours()));
        if (status == CosemDateTime.STATUS_NOT_SPECIFIED) {
            long either = clock.epochSecond(local);
            return clock.local(either).equals(local) ? OptionalLong.of(either) : OptionalLong.empty();
        }
        boolean saysSummer = ClockStatus.DAYLIGHT_SAVING_ACTIVE.isSetIn(status);
        long said = saysSummer ? asNormal - SECONDS_PER_HOUR : asNormal;
        return clock.isSummerTime(said) == saysSummer ? OptionalLong.of(said) : OptionalLong.empty();
    }
}
