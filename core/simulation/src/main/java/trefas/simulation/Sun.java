package trefas.simulation;

import java.time.LocalDate;

/// Where the sun stands over a place: declination and equation of time once a day (P. I. Cooper 1969, good to half a
/// degree), the hour angle each second. Mean refraction is left out.
final class Sun {

    private static final double DECLINATION_DEGREES_MAX = 23.45;
    private static final double DAYS_PER_YEAR = 365;
    private static final double DEGREES_PER_SECOND = 360.0 / Place.SECONDS_PER_DAY;
    private static final int NOON = Place.SECONDS_PER_DAY / 2;
    private static final int SECONDS_PER_MINUTE = 60;

    private final Place place;
    private long day = Long.MIN_VALUE;
    private double constantPart;
    private double turningPart;
    private double equationSeconds;

    Sun(Place place) {
        this.place = place;
    }

    /// Sine of the sun's height above the horizon, negative at night.
    double sineOfElevation(long epochSecond) {
        long today = Math.floorDiv(epochSecond, Place.SECONDS_PER_DAY);
        if (today != day) {
            turnTo(today);
        }
        double solarSecond = (epochSecond - (today * Place.SECONDS_PER_DAY))
                + equationSeconds
                + (place.longitudeDegrees() / DEGREES_PER_SECOND);
        double hourAngle = Math.toRadians((solarSecond - NOON) * DEGREES_PER_SECOND);
        return constantPart + (turningPart * StrictMath.cos(hourAngle));
    }

    private void turnTo(long today) {
        day = today;
        int dayOfYear = LocalDate.ofEpochDay(today).getDayOfYear();
        double declination = Math.toRadians(
                DECLINATION_DEGREES_MAX * StrictMath.sin(2 * Math.PI * (284 + dayOfYear) / DAYS_PER_YEAR));
        double latitude = Math.toRadians(place.latitudeDegrees());
        constantPart = StrictMath.sin(latitude) * StrictMath.sin(declination);
        turningPart = StrictMath.cos(latitude) * StrictMath.cos(declination);
        double b = 2 * Math.PI * (dayOfYear - 81) / (DAYS_PER_YEAR - 1);
        equationSeconds = SECONDS_PER_MINUTE
                * ((9.87 * StrictMath.sin(2 * b)) - (7.53 * StrictMath.cos(b)) - (1.5 * StrictMath.sin(b)));
    }
}
