package trefas.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseholdTest {

    @ParameterizedTest(name = "{0} people, {1} Wp, {2} W: {3}")
    @CsvSource(delimiter = '|', textBlock = """
                     0 |     0 |     0 | people: 0 is not 1 to 12
                    13 |     0 |     0 | people: 13 is not 1 to 12
                     1 |    -1 |     0 | solar plant, W: -1 is not 0 to 43470
                     1 | 43471 |     0 | solar plant, W: 43471 is not 0 to 43470
                     1 |     0 |    -1 | heat pump, W: -1 is not 0 to 12000
                     1 |     0 | 12001 | heat pump, W: 12001 is not 0 to 12000
                    """)
    void aHouseholdOutOfRangeThrowsAndSaysWhy(int people, int solarWattsPeak, int heatPumpWatts, String reason) {
        var thrown = assertThrows(
                IllegalArgumentException.class,
                () -> new Household(people, solarWattsPeak, Set.of(), heatPumpWatts, Place.COPENHAGEN));

        assertEquals(reason, thrown.getMessage());
    }

    @ParameterizedTest(name = "{0}, {1}, UTC{2}")
    @CsvSource({"90.1, 0, 0", "-90.1, 0, 0", "0, 180.1, 0", "0, -180.1, 0", "NaN, 0, 0", "0, 0, -13", "0, 0, 15"})
    void aPlaceThatIsNotOnEarthThrows(double latitude, double longitude, int utcOffsetHours) {
        assertThrows(IllegalArgumentException.class, () -> new Place(latitude, longitude, utcOffsetHours));
    }

    // The largest household there can be still fits in the plan of a day.
    @ParameterizedTest(name = "seed {0}")
    @CsvSource({"1", "2", "3", "4"})
    void theLargestHouseholdFitsInADay(long seed) {
        var everyDay = Set.of(DayOfWeek.values());
        var largest = new Household(
                Household.PEOPLE_MAX,
                GridControls.WATTS_MAX,
                everyDay,
                Household.HEAT_PUMP_WATTS_MAX,
                Place.COPENHAGEN);
        var loads = new HouseLoads(seed, largest, new Sun(largest.place()));
        int lowest = Integer.MAX_VALUE;
        for (long day = 0; day < 3_653; day++) {
            loads.at(day * Place.SECONDS_PER_DAY);
            lowest = Math.min(lowest, loads.milliwatts(0));
        }

        // Standby of twelve people is always there: 45 W and 12 W each.
        assertEquals(189_000, lowest);
    }
}
