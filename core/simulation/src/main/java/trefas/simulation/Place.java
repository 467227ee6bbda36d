package trefas.simulation;

/// Where a house stands and what time its people live by.
///
/// @param latitudeDegrees -90 to 90, north positive
/// @param longitudeDegrees -180 to 180, east positive
/// @param utcOffsetHours local normal time minus UTC, [#UTC_OFFSET_HOURS_MIN] to [#UTC_OFFSET_HOURS_MAX]; the people
///     of this house keep normal time all year
public record Place(double latitudeDegrees, double longitudeDegrees, int utcOffsetHours) {

    public static final int UTC_OFFSET_HOURS_MIN = -12;
    public static final int UTC_OFFSET_HOURS_MAX = 14;

    /// 55.7° N, 12.6° E, one hour before UTC.
    public static final Place COPENHAGEN = new Place(55.7, 12.6, 1);

    static final int SECONDS_PER_HOUR = 3_600;
    static final int SECONDS_PER_DAY = 86_400;

    public Place {
        if (!(Math.abs(latitudeDegrees) <= 90 && Math.abs(longitudeDegrees) <= 180)) {
            throw new IllegalArgumentException("not on earth: " + latitudeDegrees + ", " + longitudeDegrees);
        }
        if (utcOffsetHours < UTC_OFFSET_HOURS_MIN || utcOffsetHours > UTC_OFFSET_HOURS_MAX) {
            throw new IllegalArgumentException("a UTC offset is " + UTC_OFFSET_HOURS_MIN + " to " + UTC_OFFSET_HOURS_MAX
                    + " hours: " + utcOffsetHours);
        }
    }

    /// Seconds since 1970-01-01T00:00 on the clock of this place.
    long localSecond(long epochSecond) {
        return epochSecond + ((long) utcOffsetHours * SECONDS_PER_HOUR);
    }
}
