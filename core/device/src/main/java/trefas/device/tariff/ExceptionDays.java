package trefas.device.tariff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/// Up to 200 dates within 20 years that are holidays whatever weekday they are (dossier 8; Z20).
///
/// @param days in their order
public record ExceptionDays(List<LocalDate> days) {

    public static final int DAYS_MAX = 200;

    /// The last day is at most so many years after the first.
    public static final int YEARS_MAX = 20;

    /// Z20 000.
    public static final ExceptionDays NONE = new ExceptionDays(List.of());

    /// Days that break a rule are our bug here; ask [#check] first about those somebody else wrote.
    public ExceptionDays {
        List<String> problems = check(days);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
        days = days.stream().sorted().toList();
    }

    /// Everything wrong with these days, each in one line; empty if they may be used.
    public static List<String> check(List<LocalDate> days) {
        var problems = new ArrayList<String>();
        if (days.size() > DAYS_MAX) {
            problems.add(days.size() + " exception days, expected at most " + DAYS_MAX);
        }
        var seen = new HashSet<LocalDate>();
        for (LocalDate day : days) {
            if (!seen.add(day)) {
                problems.add("the exception day " + day + " stands there twice");
            }
        }
        if (!days.isEmpty()) {
            LocalDate first = Collections.min(days);
            LocalDate last = Collections.max(days);
            if (last.isAfter(first.plusYears(YEARS_MAX))) {
                problems.add("the exception days go from " + first + " to " + last + ", expected at most " + YEARS_MAX
                        + " years");
            }
        }
        return List.copyOf(problems);
    }

    public boolean contains(LocalDate day) {
        return Collections.binarySearch(days, day) >= 0;
    }

    /// ExceptionDayInfo (1-1:129.0.40): how many there are and from when to when (decision 0037).
    public String info() {
        return switch (days.size()) {
            case 0 -> "none";
            case 1 -> "1 day " + days.getFirst();
            default -> days.size() + " days " + days.getFirst() + " to " + days.getLast();
        };
    }
}
