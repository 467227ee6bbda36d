package trefas.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SunTest {

    // The highest sun of the day is 90 degrees less latitude plus declination (0 at the equinoxes, 23.4 at the
    // solstices); the day lengths are those of almanacs for the sun's centre without refraction.
    @ParameterizedTest(name = "{1} at {0} degrees north: {2} degrees, {3} h")
    @CsvSource(textBlock = """
                    55.7, 2026-06-21, 57.7, 17.25
                    55.7, 2026-12-21, 10.9,  6.75
                    55.7, 2026-03-20, 34.3, 12.0
                    0,    2026-03-20, 90,   12.0
                    -33.9, 2026-12-21, 79.5, 14.2
                    70,   2026-12-21,  0,    0
                    70,   2026-06-21, 43.4, 24
                    """)
    void theSunClimbsAndShinesAsTheYearHasIt(double latitude, String date, double highest, double hours) {
        var sun = new Sun(new Place(latitude, 0, 0));
        long midnight = LocalDate.parse(date).toEpochDay() * Place.SECONDS_PER_DAY;

        double sine = 0;
        int minutesOfSun = 0;
        for (int minute = 0; minute < 1_440; minute++) {
            double now = sun.sineOfElevation(midnight + (minute * 60L));
            sine = Math.max(sine, now);
            minutesOfSun += now > 0 ? 1 : 0;
        }

        assertEquals(highest, Math.toDegrees(Math.asin(sine)), 0.6);
        assertEquals(hours, minutesOfSun / 60.0, 0.15);
    }

    // True noon in UTC: 12:00 less four minutes a degree east, and 16 minutes early in November, 14 late in February.
    @ParameterizedTest(name = "{0} at {1} degrees east: minute {2}")
    @CsvSource(textBlock = """
                    2026-11-03,    0, 704
                    2026-02-11,    0, 734
                    2026-04-15,    0, 720
                    2026-04-15,   15, 660
                    2026-04-15,  -75, 1020
                    """)
    void noonIsWhenTheSunIsHighest(String date, double longitude, int minuteOfNoon) {
        var sun = new Sun(new Place(50, longitude, 0));
        long midnight = LocalDate.parse(date).toEpochDay() * Place.SECONDS_PER_DAY;

        int highest = 0;
        for (int minute = 0; minute < 1_440; minute++) {
            if (sun.sineOfElevation(midnight + (minute * 60L)) > sun.sineOfElevation(midnight + (highest * 60L))) {
                highest = minute;
            }
        }

        assertEquals(minuteOfNoon, highest, 1.5);
    }
}
