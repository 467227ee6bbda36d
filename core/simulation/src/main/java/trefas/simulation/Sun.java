package trefas.simulation;

import java.time.LocalDate;

/// Where the sun stands over a place: declination and equation of time once a day (the series of J. W. Spencer,
/// 1971), the hour angle each second. Refraction is left out.
final class Sun {

    private static final double DAYS_PER_YEAR = 365;
    private static final double DEGREES_PER_SECOND = 360.0 / Place.SECONDS_PER_DAY;
    private static final int NOON = Place.SECONDS_PER_DAY / 2;
    private static final double SECONDS_PER_RADIAN = Place.SECONDS_PER_DAY / (2 * Math.PI);

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
        double g = 2 * Math.PI * (dayOfYear - 1) / DAYS_PER_YEAR;
        double cosine = StrictMath.cos(g);
        double sine = StrictMath.sin(g);
        double cosine2 = StrictMath.cos(2 * g);
        double sine2 = StrictMath.sin(2 * g);
        double declination = 0.006918
                - (0.399912 * cosine)
                + (0.070257 * sine)
                - (0.006758 * cosine2)
                + (0.000907 * sine2)
                - (0.002697 * StrictMath.cos(3 * g))
                + (0.00148 * StrictMath.sin(3 * g));
        double latitude = Math.toRadians(place.latitudeDegrees());
        constantPart = StrictMath.sin(latitude) * StrictMath.sin(declination);
        turningPart = StrictMath.cos(latitude) * StrictMath.cos(declination);
        equationSeconds = SECONDS_PER_RADIAN
                * (0.000075 + (0.001868 * cosine) - (0.032077 * sine) - (0.014615 * cosine2) - (0.04089 * sine2));
    }
}
