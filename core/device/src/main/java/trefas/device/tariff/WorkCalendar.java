package trefas.device.tariff;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/// Which kind of day a date is. Shared by tariff and load control plans.
///
/// @param workingDays weekdays people work on; the others are non-working days
/// @param exceptionDays holidays, which win over weekdays
public record WorkCalendar(Set<DayOfWeek> workingDays, ExceptionDays exceptionDays) {

    /// Monday to Friday, no exception days.
    public static final WorkCalendar DEFAULT = new WorkCalendar(
            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
            ExceptionDays.NONE);

    public WorkCalendar {
        workingDays = Set.copyOf(workingDays);
    }

    public DayType dayType(LocalDate day) {
        if (exceptionDays.contains(day)) {
            return DayType.HOLIDAY;
        }
        return workingDays.contains(day.getDayOfWeek()) ? DayType.WORKING : DayType.NON_WORKING;
    }
}
