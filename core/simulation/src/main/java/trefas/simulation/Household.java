package trefas.simulation;

import java.time.DayOfWeek;
import java.util.Set;

/// Who lives in a house and what they own.
///
/// @param people 1 to [#PEOPLE_MAX]
/// @param solarWattsPeak of the solar plant, 0 for none, to [GridControls#WATTS_MAX]
/// @param carDays days on whose evening the electric car is charged; empty for no car
/// @param heatPumpWatts electric power of the heat pump at full load, 0 for none, to [#HEAT_PUMP_WATTS_MAX]
/// @param place where it all stands
public record Household(int people, int solarWattsPeak, Set<DayOfWeek> carDays, int heatPumpWatts, Place place) {

    public static final int PEOPLE_MAX = 12;
    public static final int HEAT_PUMP_WATTS_MAX = 12_000;

    public Household {
        requireWithin("people", people, 1, PEOPLE_MAX);
        requireWithin("solar plant, W", solarWattsPeak, 0, GridControls.WATTS_MAX);
        requireWithin("heat pump, W", heatPumpWatts, 0, HEAT_PUMP_WATTS_MAX);
        carDays = Set.copyOf(carDays);
    }

    private static void requireWithin(String what, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(what + ": " + value + " is not " + min + " to " + max);
        }
    }
}
