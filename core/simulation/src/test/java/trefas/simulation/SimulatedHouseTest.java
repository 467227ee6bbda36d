package trefas.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.metrology.OneSecondValues;
import trefas.quantity.Phase;
import trefas.quantity.PhaseSequence;

class SimulatedHouseTest {

    private static final int DAY = 86_400;

    /// A Tuesday in March: some heating, some sun, and the car is charged.
    private static final long BEGIN = midnight("2026-03-17");

    private static final Household FAMILY =
            new Household(3, 6_000, Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY), 2_500, Place.COPENHAGEN);

    private final OneSecondValues values = new OneSecondValues();
    private SimulatedHouse house = house(1);

    @BeforeEach
    void aFreshHouse() {
        house = house(1);
    }

    // Sliders: load W, solar W, cos phi, source V; then P and Q of the three phases together, mW and mvar.
    @ParameterizedTest(name = "{0} W, sun {1} W, cos phi {2}, {3} V")
    @CsvSource(textBlock = """
                     3200,     0,  1,   230,   3200000,       0
                     3200,     0,  1,   207,   3200000,       0
                     3200,     0,  1,   150,   3200000,       0
                     3200,     0,  0.8, 230,   3200000, 2400000
                     3200,     0, -0.8, 230,   3200000, -2400000
                     3200,  6000,  0.8, 230,  -2800000, 2400000
                        0, 10000,  1,   230, -10000000,       0
                        1,     0,  1,   230,      1000,       0
                        0,     1,  1,   230,     -1000,       0
                    15000,  4321,  1,   400,  10679000,       0
                        0,     0,  1,   230,         0,       0
                    """)
    void theMeterMeasuresThePowerAskedFor(
            int load, int solar, double cosPhi, double volts, long milliwatts, long millivars) {
        house.apply(GridControls.AUTOMATIC
                .withLoadWatts(load)
                .withSolarWatts(solar)
                .withCosPhi(cosPhi < 0 ? CosPhi.capacitive(-cosPhi) : CosPhi.inductive(cosPhi))
                .withSourceVolts(volts));

        assertTrue(house.second(BEGIN, values));

        assertEquals(milliwatts, sum(values.milliwatts(0), values.milliwatts(1), values.milliwatts(2)));
        assertEquals(millivars, sum(values.millivars(0), values.millivars(1), values.millivars(2)));
    }

    @Test
    void theControlledLoadIsSharedOutAndLowersTheVoltage() {
        house.apply(
                GridControls.AUTOMATIC.withLoadWatts(10_000).withSolarWatts(0).withSourceVolts(230));

        house.second(BEGIN, values);

        assertEquals(4_500_000, values.milliwatts(0));
        assertEquals(3_000_000, values.milliwatts(1));
        assertEquals(2_500_000, values.milliwatts(2));
        assertTrue(values.millivolts(0) < values.millivolts(1) && values.millivolts(1) < values.millivolts(2));
        assertTrue(values.millivolts(2) < 230_000);
    }

    @Test
    void theSunRaisesTheVoltage() {
        house.apply(
                GridControls.AUTOMATIC.withLoadWatts(0).withSolarWatts(9_000).withSourceVolts(230));

        house.second(BEGIN, values);

        assertTrue(values.millivolts(0) > 230_000);
        assertEquals(-3_000_000, values.milliwatts(0));
    }

    @Test
    void withoutVoltageNothingFlows() {
        house.apply(GridControls.AUTOMATIC
                .withLoadWatts(3_200)
                .withSolarWatts(5_000)
                .withSourceVolts(0));

        house.second(BEGIN, values);

        for (int phase = 0; phase < Phase.COUNT; phase++) {
            assertEquals(0, values.millivolts(phase));
            assertEquals(0, values.milliamperes(phase));
            assertEquals(0, values.milliwatts(phase));
            assertEquals(0, values.millivars(phase));
        }
        assertEquals(0, values.millihertz());
        assertEquals(PhaseSequence.UNDECIDED, values.sequence());
    }

    @Test
    void atLowVoltageTheCurrentStaysBounded() {
        int before = Integer.MAX_VALUE;
        for (int volts = 110; volts > 0; volts -= 10) {
            house.apply(GridControls.AUTOMATIC
                    .withLoadWatts(6_000)
                    .withSolarWatts(0)
                    .withSourceVolts(volts));
            house.second(BEGIN, values);
            assertTrue(values.milliamperes(0) < before);
            before = values.milliamperes(0);
        }
    }

    @Test
    void aLostPhaseIsDeadAndTheOthersGoOn() {
        house.apply(
                GridControls.AUTOMATIC.withLoadWatts(10_000).withSolarWatts(0).withLost(Phase.L2));

        house.second(BEGIN, values);

        assertEquals(0, values.millivolts(1));
        assertEquals(0, values.milliwatts(1));
        assertEquals(4_500_000, values.milliwatts(0));
        assertEquals(2_500_000, values.milliwatts(2));
        assertEquals(PhaseSequence.UNDECIDED, values.sequence());

        house.apply(house.controls().withLost());
        house.second(BEGIN, values);
        assertEquals(3_000_000, values.milliwatts(1));
    }

    @Test
    void swappedPhasesTurnTheSequenceRoundAndNothingElse() {
        house.second(BEGIN, values);
        int milliwatts = values.milliwatts(1);
        assertEquals(PhaseSequence.L1L2L3, values.sequence());

        house.apply(GridControls.AUTOMATIC.withSequence(PhaseSequence.L1L3L2));
        house.second(BEGIN, values);

        assertEquals(PhaseSequence.L1L3L2, values.sequence());
        assertEquals(milliwatts, values.milliwatts(1));
    }

    // Every corner of the sliders, also beyond what the line can carry, is measured without complaint.
    @Test
    void everyCornerOfTheSlidersHasAnAnswer() {
        for (double ohms : new double[] {0, 0.24, SourceImpedance.OHMS_MAX}) {
            for (double reactance : new double[] {0, 0.15, SourceImpedance.OHMS_MAX}) {
                var corner = new SimulatedHouse(1, FAMILY, new SimulatedGrid(1, new SourceImpedance(ohms, reactance)));
                for (int load : new int[] {0, 100, 10_000, GridControls.WATTS_MAX}) {
                    for (int solar : new int[] {0, 100, 10_000, GridControls.WATTS_MAX}) {
                        for (double cosPhi : new double[] {-0.1, -0.5, 1, 0.5, 0.1}) {
                            for (double volts = 0; volts <= GridControls.SOURCE_VOLTS_MAX; volts += 5) {
                                corner.apply(GridControls.AUTOMATIC
                                        .withLoadWatts(load)
                                        .withSolarWatts(solar)
                                        .withCosPhi(cosPhi < 0 ? CosPhi.capacitive(-cosPhi) : CosPhi.inductive(cosPhi))
                                        .withSourceVolts(volts));
                                assertTrue(corner.second(BEGIN, values));
                            }
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_122, -1})
    void aDayOfTheMeterIsWhatLoadsDrewLessWhatTheSunGave(long seed) {
        SimulatedHouse family = house(seed);
        long measured = 0;
        long drawn = 0;
        long given = 0;
        for (long end = BEGIN + 1; end <= BEGIN + DAY; end++) {
            family.second(end, values);
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                measured += values.milliwatts(phase);
                drawn += family.loadMilliwatts(phase);
                given += family.solarMilliwatts(phase);
                int volts = values.millivolts(phase) / 1_000;
                assertTrue(volts >= 207 && volts <= 253, () -> volts + " V");
                assertTrue(values.milliamperes(phase) <= 63_000);
            }
            assertEquals(50_000, values.millihertz(), 50);
            assertEquals(PhaseSequence.L1L2L3, values.sequence());
        }

        assertEquals(drawn - given, measured);
        assertTrue(kilowattHours(drawn) > 20 && kilowattHours(drawn) < 90, "drew " + kilowattHours(drawn));
        assertTrue(kilowattHours(given) > 2 && kilowattHours(given) < 30, "gave " + kilowattHours(given));
    }

    @ParameterizedTest(name = "{0} people: {1} to {2} kWh a day")
    @CsvSource({"1, 4, 9", "3, 9, 17", "6, 15, 32"})
    void aHouseholdUsesWhatHouseholdsUse(int people, double min, double max) {
        var plain = new SimulatedHouse(
                5,
                new Household(people, 0, Set.of(), 0, Place.COPENHAGEN),
                new SimulatedGrid(5, SourceImpedance.REFERENCE));
        long milliwattSeconds = 0;
        for (long end = BEGIN; end < BEGIN + (28L * DAY); end += 10) {
            plain.second(end, values);
            milliwattSeconds += 10 * sum(values.milliwatts(0), values.milliwatts(1), values.milliwatts(2));
        }

        double perDay = kilowattHours(milliwattSeconds) / 28;
        assertTrue(perDay >= min && perDay <= max, () -> perDay + " kWh");
    }

    // kWh of 30 days for each kW; a flat plant in Denmark has about 130 in June and 10 in December.
    @Test
    void theSunGivesMuchInSummerAndLittleInWinter() {
        double summer = solarKilowattHours("2026-06-01");
        double winter = solarKilowattHours("2026-12-01");

        assertTrue(summer > 90 && summer < 190, () -> summer + " kWh per kW in June");
        assertTrue(winter > 3 && winter < 25, () -> winter + " kWh per kW in December");
    }

    @ParameterizedTest(name = "{0}: {1} W or more in the evening")
    @CsvSource({"2026-07-14, 11000", "2026-07-16, 11000"})
    void theCarIsChargedOnItsDays(String date, int watts) {
        assertTrue(highestLoad(date) >= watts * 1_000L);
    }

    @Test
    void theCarIsNotChargedOnOtherDays() {
        assertTrue(highestLoad("2026-07-15") < 11_000_000L);
    }

    @Test
    void sameSeedSameDayDifferentSeedDifferentDay() {
        assertEquals(fingerprint(house(1)), fingerprint(house(1)));
        assertNotEquals(fingerprint(house(1)), fingerprint(house(2)));
    }

    // What the seed makes must never change, or a bug report with a seed loses its meaning.
    @Test
    void theDayOfSeedOneIsTheSameForEver() {
        assertEquals(-1_925_754_925_202_490_628L, fingerprint(house(1)));
    }

    static Stream<Long> secondsOutOfOrder() {
        return Stream.of(0L, 43_200L, 3L * DAY, 40L * DAY, -1L, 86_399L, 86_400L, 86_401L, 400L * DAY);
    }

    @ParameterizedTest(name = "second {0}")
    @MethodSource("secondsOutOfOrder")
    void aSecondDoesNotDependOnTheSecondsBefore(long second) {
        SimulatedHouse wanderer = house(1);
        for (long other = -50_000; other < 300_000; other += 7_919) {
            wanderer.second(BEGIN + other, values);
        }
        wanderer.second(BEGIN + second, values);
        var direct = new OneSecondValues();

        house.second(BEGIN + second, direct);

        assertEquals(described(direct), described(values));
    }

    private long highestLoad(String date) {
        long highest = 0;
        for (long end = midnight(date); end < midnight(date) + DAY; end += 60) {
            house.second(end, values);
            highest = Math.max(highest, sum(house.loadMilliwatts(0), house.loadMilliwatts(1), house.loadMilliwatts(2)));
        }
        return highest;
    }

    private static double solarKilowattHours(String month) {
        double sum = 0;
        var plant = new SolarPlant(9, 1_000, new Sun(Place.COPENHAGEN));
        long begin = midnight(month);
        for (long second = begin; second < begin + (30L * DAY); second += 60) {
            sum += plant.watts(second) * 60;
        }
        return sum / 3.6e6;
    }

    private static long fingerprint(SimulatedHouse house) {
        var values = new OneSecondValues();
        long print = 0;
        for (long end = BEGIN; end < BEGIN + DAY; end += 13) {
            house.second(end, values);
            print = (31 * print) + described(values).hashCode();
        }
        return print;
    }

    private static String described(OneSecondValues values) {
        var text = new StringBuilder();
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            text.append(values.millivolts(phase)).append(' ');
            text.append(values.milliamperes(phase)).append(' ');
            text.append(values.milliwatts(phase)).append(' ');
            text.append(values.millivars(phase)).append(' ');
        }
        return text.append(values.millihertz()).append(values.sequence()).toString();
    }

    private static SimulatedHouse house(long seed) {
        return new SimulatedHouse(seed, FAMILY, new SimulatedGrid(seed, SourceImpedance.REFERENCE));
    }

    private static long midnight(String date) {
        return LocalDate.parse(date).toEpochDay() * DAY;
    }

    private static long sum(long a, long b, long c) {
        return a + b + c;
    }

    private static double kilowattHours(long milliwattSeconds) {
        return milliwattSeconds / 3.6e9;
    }
}
