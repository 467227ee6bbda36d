package trefas.simulation;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import trefas.quantity.Phase;

/// What a household switches on and off. The plan of a day is made when a second of that day is first asked for, from
/// the seed and the date alone; runs that pass midnight come from the day before.
///
/// | on | what                                                            |
/// |----|-----------------------------------------------------------------|
/// | L1 | standby, half of the lamps, screens, first hob zone             |
/// | L2 | fridge, kettle, half of the lamps, washing, second hob zone     |
/// | L3 | ventilation, freezer, oven, dishwasher, water heater at night   |
/// | L1-L3 | heat pump, car (11 kW)                                       |
final class HouseLoads {

    private static final int DAY = Place.SECONDS_PER_DAY;
    private static final int HOUR = Place.SECONDS_PER_HOUR;
    private static final int MINUTE = 60;

    private static final CosPhi HEATER = CosPhi.UNITY;
    private static final CosPhi ELECTRONICS = CosPhi.capacitive(0.92);
    private static final CosPhi COMPRESSOR = CosPhi.inductive(0.75);
    private static final CosPhi MOTOR = CosPhi.inductive(0.65);
    private static final CosPhi FAN = CosPhi.inductive(0.8);
    private static final CosPhi INVERTER_DRIVE = CosPhi.inductive(0.93);
    private static final CosPhi CHARGER = CosPhi.inductive(0.99);

    private static final int CAR_WATTS_PER_PHASE = 3_680;
    private static final int FRIDGE = 1;
    private static final int FREEZER = 2;
    private static final int LAMPS = 3;
    private static final int SCREENS = 4;
    private static final int KETTLE = 5;
    private static final int KITCHEN = 6;
    private static final int WASHING = 7;
    private static final int DISHES = 8;
    private static final int WATER_HEATER = 9;
    private static final int CAR = 10;
    private static final int HEAT_PUMP = 11;

    /// Lamps burn while the sun is lower than four degrees.
    private static final double DARK_SINE = 0.07;

    private static final double HEATED_TO_CELSIUS = 14;
    private static final double FULL_LOAD_BELOW_BY_KELVIN = 24;

    private final long seed;
    private final Household household;
    private final Sun sun;
    private final DayPlan plan = new DayPlan();
    private long planned = Long.MIN_VALUE;

    HouseLoads(long seed, Household household, Sun sun) {
        this.seed = seed;
        this.household = household;
        this.sun = sun;
    }

    /// Turns to the second that begins at this time.
    void at(long epochSecond) {
        long local = household.place().localSecond(epochSecond);
        long day = Math.floorDiv(local, DAY);
        if (day != planned) {
            plan.clear();
            appliances(day - 1, -DAY);
            appliances(day, 0);
            plan.fold();
            planned = day;
        }
        plan.at((int) (local - (day * DAY)));
    }

    int milliwatts(int phase) {
        return plan.milliwatts(phase);
    }

    int millivars(int phase) {
        return plan.millivars(phase);
    }

    private void appliances(long day, int shift) {
        DayOfWeek weekday = LocalDate.ofEpochDay(day).getDayOfWeek();
        boolean isWeekend = weekday == SATURDAY || weekday == SUNDAY;
        int people = household.people();
        plan.run(shift, shift + DAY, Phase.L1, 45 + (12 * people), ELECTRONICS);
        plan.run(shift, shift + DAY, Phase.L3, 30, FAN);
        cold(new Dice(seed, FRIDGE, day), shift, Phase.L2, 85);
        cold(new Dice(seed, FREEZER, day), shift, Phase.L3, 95);
        lamps(new Dice(seed, LAMPS, day), day, shift, people);
        screens(new Dice(seed, SCREENS, day), shift, isWeekend);
        kettle(new Dice(seed, KETTLE, day), shift, people);
        kitchen(new Dice(seed, KITCHEN, day), shift, people, isWeekend);
        washing(new Dice(seed, WASHING, day), shift, people, isWeekend);
        dishes(new Dice(seed, DISHES, day), shift, people);
        int heated = people * new Dice(seed, WATER_HEATER, day).between(25, 45);
        plan.run(shift + (2 * HOUR), shift + (2 * HOUR) + (heated * MINUTE), Phase.L3, 2_000, HEATER);
        if (household.carDays().contains(weekday)) {
            car(new Dice(seed, CAR, day), shift);
        }
        if (household.heatPumpWatts() > 0) {
            heatPump(new Dice(seed, HEAT_PUMP, day), day, shift);
        }
    }

    /// A compressor that runs for a quarter of an hour to twenty minutes and rests for half an hour or more.
    private void cold(Dice dice, int shift, Phase phase, int watts) {
        int at = dice.between(0, 40 * MINUTE);
        while (at < DAY) {
            int rest = at + dice.between(15 * MINUTE, 20 * MINUTE);
            plan.run(shift + at, shift + Math.min(rest, DAY), phase, watts, COMPRESSOR);
            at = rest + dice.between(28 * MINUTE, 45 * MINUTE);
        }
    }

    private void lamps(Dice dice, long day, int shift, int people) {
        int up = dice.between(6 * HOUR, 7 * HOUR);
        int down = dice.between(22 * HOUR, (23 * HOUR) + (30 * MINUTE));
        for (int at = up; at < down; at += 15 * MINUTE) {
            int watts = dice.between(8, 30) * people;
            long utc = (day * DAY) + at - ((long) household.place().utcOffsetHours() * HOUR);
            if (sun.sineOfElevation(utc) < DARK_SINE) {
                int end = Math.min(at + (15 * MINUTE), down);
                plan.run(shift + at, shift + end, Phase.L1, watts / 2.0, ELECTRONICS);
                plan.run(shift + at, shift + end, Phase.L2, watts / 2.0, ELECTRONICS);
            }
        }
    }

    private void screens(Dice dice, int shift, boolean isWeekend) {
        int on = isWeekend ? dice.between(14 * HOUR, 17 * HOUR) : dice.between(17 * HOUR, 19 * HOUR);
        int off = dice.between(21 * HOUR, 23 * HOUR);
        plan.run(shift + on, shift + off, Phase.L1, dice.between(80, 180), ELECTRONICS);
    }

    private void kettle(Dice dice, int shift, int people) {
        for (int i = 0; i < 2 + people; i++) {
            int at = i == 0 ? dice.between(6 * HOUR, 8 * HOUR) : dice.between(8 * HOUR, 21 * HOUR);
            plan.run(shift + at, shift + at + dice.between(100, 240), Phase.L2, 2_000, HEATER);
        }
    }

    private void kitchen(Dice dice, int shift, int people, boolean isWeekend) {
        if (isWeekend) {
            meal(dice, shift + dice.between(11 * HOUR, 13 * HOUR), people);
        }
        meal(dice, shift + dice.between(17 * HOUR, 19 * HOUR), people);
    }

    /// Two zones of the hob, switched by their thermostats, and on some days the oven.
    private void meal(Dice dice, int start, int people) {
        int minutes = dice.between(20, 30 + (4 * people));
        thermostat(dice, start, minutes, Phase.L1, 1_800);
        if (people > 1) {
            thermostat(dice, start + dice.between(0, 10 * MINUTE), minutes / 2, Phase.L2, 1_200);
        }
        if (dice.comesUp(0.35)) {
            thermostat(dice, start - (10 * MINUTE), dice.between(30, 70), Phase.L3, 2_400);
        }
    }

    private void thermostat(Dice dice, int start, int minutes, Phase phase, int watts) {
        int end = start + (minutes * MINUTE);
        int heatUp = Math.min(end, start + dice.between(4 * MINUTE, 8 * MINUTE));
        plan.run(start, heatUp, phase, watts, HEATER);
        int at = heatUp + 40;
        while (at < end) {
            int off = at + dice.between(20, 50);
            plan.run(at, Math.min(off, end), phase, watts, HEATER);
            at = off + dice.between(40, 80);
        }
    }

    private void washing(Dice dice, int shift, int people, boolean isWeekend) {
        if (!dice.comesUp(Math.min(0.95, (isWeekend ? 0.3 : 0.1) + (0.12 * people)))) {
            return;
        }
        int start = shift + dice.between((isWeekend ? 9 : 16) * HOUR, 19 * HOUR);
        int heated = start + dice.between(12 * MINUTE, 20 * MINUTE);
        plan.run(start, heated, Phase.L2, 2_000, HEATER);
        for (int at = heated; at < heated + (40 * MINUTE); at += 90) {
            plan.run(at, at + 60, Phase.L2, 220, MOTOR);
        }
        int spin = heated + (41 * MINUTE);
        plan.run(spin, spin + (8 * MINUTE), Phase.L2, 480, MOTOR);
    }

    private void dishes(Dice dice, int shift, int people) {
        if (!dice.comesUp(Math.min(0.95, 0.2 + (0.2 * people)))) {
            return;
        }
        int start = shift + dice.between((19 * HOUR) + (30 * MINUTE), 22 * HOUR);
        int end = start + dice.between(75 * MINUTE, 110 * MINUTE);
        plan.run(start, end, Phase.L3, 60, MOTOR);
        plan.run(start + (5 * MINUTE), start + (18 * MINUTE), Phase.L3, 1_900, HEATER);
        plan.run(end - (25 * MINUTE), end - (14 * MINUTE), Phase.L3, 1_900, HEATER);
    }

    private void car(Dice dice, int shift) {
        int start = shift + dice.between((17 * HOUR) + (15 * MINUTE), 19 * HOUR);
        int end = start + dice.between(55 * MINUTE, 165 * MINUTE);
        for (Phase phase : Phase.values()) {
            plan.run(start, end, phase, CAR_WATTS_PER_PHASE, CHARGER);
        }
    }

    /// Follows the temperature outside: coldest in the last third of January and before dawn, the other way round in
    /// the south. Little demand is met by running now and then.
    private void heatPump(Dice dice, long day, int shift) {
        double season = StrictMath.cos(2 * Math.PI * (LocalDate.ofEpochDay(day).getDayOfYear() - 20) / 365.0);
        double mean =
                (household.place().latitudeDegrees() < 0 ? 8 + (9 * season) : 8 - (9 * season)) + dice.between(-4, 4);
        for (int at = 0; at < DAY; at += 20 * MINUTE) {
            double celsius = mean - (3 * StrictMath.cos(2 * Math.PI * (at - (4 * HOUR)) / DAY));
            double demand = Math.clamp((HEATED_TO_CELSIUS - celsius) / FULL_LOAD_BELOW_BY_KELVIN, 0.0, 1.0);
            double part = demand >= 0.25 ? demand : 0.25;
            if (demand > 0 && dice.comesUp(demand / part)) {
                for (Phase phase : Phase.values()) {
                    plan.run(
                            shift + at,
                            shift + at + (20 * MINUTE),
                            phase,
                            household.heatPumpWatts() * part / Phase.COUNT,
                            INVERTER_DRIVE);
                }
            }
        }
    }
}
