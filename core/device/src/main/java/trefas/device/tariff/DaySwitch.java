package trefas.device.tariff;

/// One switching time of a day plan: from this minute on the value holds.
///
/// @param minuteOfDay minutes after midnight on the wall, 0 to 1439
/// @param value what the plan's [PlanValue] counts in
public record DaySwitch(int minuteOfDay, int value) {

    public static final int MINUTES_PER_DAY = 1_440;

    private static final int MINUTES_PER_HOUR = 60;

    /// The time as a clock on the wall shows it, such as 06:00.
    public String time() {
        int hour = minuteOfDay / MINUTES_PER_HOUR;
        int minute = minuteOfDay % MINUTES_PER_HOUR;
        return (hour < 10 ? "0" : "") + hour + ":" + (minute < 10 ? "0" : "") + minute;
    }
}
