package trefas.metrology.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.quantity.AccuracyClass;
import trefas.quantity.RatedCurrents;

/// The tables of limits, cell by cell (metrology reference 1.2, 1.3 and 2).
class LimitTablesTest {

    private static List<Double> columns(String cells) {
        return Arrays.stream(cells.split(" ", -1)).map(Double::valueOf).toList();
    }

    @ParameterizedTest(name = "{0} {1} at {2} A: {3}")
    @CsvSource({
        "BALANCED, UNITY,                    0.25, 2.5 1.5 1.0",
        "BALANCED, UNITY,                    0.49, 2.5 1.5 1.0",
        "BALANCED, UNITY,                    0.5,  2.0 1.0 0.5",
        "BALANCED, HALF_INDUCTIVE,           63,   2.0 1.0 0.5",
        "BALANCED, EIGHT_TENTHS_CAPACITIVE,  5,    2.0 1.0 0.5",
        "L2,       UNITY,                    0.5,  3.0 2.0 1.0",
        "L3,       HALF_INDUCTIVE,           63,   3.0 2.0 1.0"
    })
    void loadPointsHaveTheLimitsOfTheirClass(Loading loading, LoadAngle angle, double amperes, String limits) {
        for (AccuracyClass accuracyClass : AccuracyClass.values()) {
            assertEquals(
                    OptionalDouble.of(columns(limits).get(accuracyClass.index())),
                    ReferenceLimits.limitPercent(
                            accuracyClass, RatedCurrents.of63Amperes(accuracyClass), loading, angle, amperes));
        }
    }

    @ParameterizedTest(name = "{0} {1} at {2} A has no limit")
    @CsvSource({
        "BALANCED, UNITY, 0.2",
        "BALANCED, UNITY, 63.1",
        "BALANCED, HALF_INDUCTIVE, 0.25",
        "L1, UNITY, 0.25",
        "BALANCED, SINE_ONE_INDUCTIVE, 5"
    })
    void whereTheTableIsEmptyThereIsNoLimit(Loading loading, LoadAngle angle, double amperes) {
        assertEquals(
                OptionalDouble.empty(),
                ReferenceLimits.limitPercent(
                        AccuracyClass.B, RatedCurrents.of63Amperes(AccuracyClass.B), loading, angle, amperes));
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "VOLTAGE,        UNITY,          1.0 0.7 0.2",
        "VOLTAGE,        HALF_INDUCTIVE, 1.5 1.0 0.4",
        "FREQUENCY,      UNITY,          0.8 0.5 0.2",
        "FREQUENCY,      HALF_INDUCTIVE, 1.0 0.7 0.2",
        "TEMPERATURE,    UNITY,          0.10 0.05 0.03",
        "TEMPERATURE,    HALF_INDUCTIVE, 0.15 0.07 0.05",
        "SEQUENCE,       UNITY,          1.5 1.5 0.3",
        "MISSING_PHASE,  UNITY,          4 2 1",
        "FIFTH_HARMONIC, UNITY,          1.0 0.8 0.5",
        "DIRECT_CURRENT, UNITY,          6 3 1.5",
        "ODD_HARMONICS,  UNITY,          6 3 1.5",
        "SUB_HARMONICS,  UNITY,          6 3 1.5"
    })
    void influencesHaveTheLimitsOfTheirClass(Influence influence, LoadAngle angle, String limits) {
        for (AccuracyClass accuracyClass : AccuracyClass.values()) {
            assertEquals(
                    OptionalDouble.of(columns(limits).get(accuracyClass.index())),
                    influence.limitPercent(accuracyClass, angle));
        }
    }

    @ParameterizedTest(name = "{0} {1} at {2} A: {3}")
    @CsvSource({
        "TEMPERATE,    BALANCED, 0.25, 3.5 2 1",
        "TEMPERATE,    BALANCED, 5,    3.5 2 0.7",
        "TEMPERATE,    L1,       63,   4 2.5 1",
        "COOL_OR_WARM, BALANCED, 0.25, 5 2.5 1.3",
        "COOL_OR_WARM, BALANCED, 5,    4.5 2.5 1",
        "COOL_OR_WARM, L2,       5,    5 3 1.3",
        "COLD_OR_HOT,  BALANCED, 0.25, 7 3.5 1.7",
        "COLD_OR_HOT,  BALANCED, 5,    7 3.5 1.3",
        "COLD_OR_HOT,  L3,       5,    7 4 1.7",
        "EXTREME,      BALANCED, 0.25, 9 4 2",
        "EXTREME,      BALANCED, 5,    9 4 1.5",
        "EXTREME,      L1,       5,    9 4.5 2"
    })
    void permissibleErrorsGrowWithTheDistanceFromRoomTemperature(
            TemperatureBand band, Loading loading, double amperes, String limits) {
        for (AccuracyClass accuracyClass : AccuracyClass.values()) {
            assertEquals(
                    OptionalDouble.of(columns(limits).get(accuracyClass.index())),
                    band.limitPercent(accuracyClass, RatedCurrents.of63Amperes(accuracyClass), loading, amperes));
        }
    }

    @Test
    void registrationTestsLastAsLongAsTheStandardsSay() {
        assertEquals(15.1, RegistrationTests.noLoadSeconds(1_000, 1.15 * 230, 0.020) / 60, 0.05);
        assertEquals(12.1, RegistrationTests.noLoadSeconds(1_000, 1.15 * 230, 0.025) / 60, 0.05);
        assertEquals(11.04, RegistrationTests.reactiveNoLoadSeconds(1_000, 230, 63) / 60, 0.005);
        assertEquals(260.9, RegistrationTests.secondsPerPulse(1_000, 13.8), 0.05);
        assertEquals(208.7, RegistrationTests.secondsPerPulse(1_000, 17.25), 0.05);
    }

    @Test
    void activePointsHoldEveryInfluenceAndEveryPhase() {
        List<AccuracyPoint> points =
                ActivePoints.of(AccuracyClass.B, RatedCurrents.of63Amperes(AccuracyClass.B), 230, 50);
        for (Influence influence : Influence.values()) {
            assertTrue(points.stream().anyMatch(point -> point.group().equals(influence.title())), influence.title());
        }
        for (Loading loading : Loading.values()) {
            assertTrue(points.stream().anyMatch(point -> point.condition().loading() == loading), loading.title());
        }
        // balanced: Imin at PF 1, four more currents at three power factors; one phase: four currents, three, three
        assertEquals(
                13,
                points.stream()
                        .filter(point -> point.group().equals("balanced"))
                        .count());
        assertEquals(
                36,
                points.stream()
                        .filter(point -> point.group().equals("one phase"))
                        .count());
        AccuracyPoint coldest = points.stream()
                .filter(point ->
                        point.condition().celsius() == -40 && point.condition().angle() == LoadAngle.UNITY)
                .findFirst()
                .orElseThrow();
        assertEquals(63 * 0.05, coldest.limitPercent(), 1e-12);
    }

    @ParameterizedTest(name = "reactive {0} {1} at {2} A: {3} %")
    @CsvSource({
        "BALANCED, SINE_ONE_INDUCTIVE,      0.25, 2.5",
        "BALANCED, SINE_ONE_CAPACITIVE,     0.5,  2.0",
        "BALANCED, SINE_HALF_INDUCTIVE,     0.5,  2.5",
        "BALANCED, SINE_HALF_INDUCTIVE,     1,    2.0",
        "BALANCED, SINE_QUARTER_CAPACITIVE, 63,   2.5",
        "L2,       SINE_ONE_INDUCTIVE,      0.5,  3.0",
        "L3,       SINE_HALF_CAPACITIVE,    1,    3.0"
    })
    void reactivePointsHaveTheLimitsOfClassTwo(Loading loading, LoadAngle angle, double amperes, double limit) {
        AccuracyPoint point = ReactivePoints.ofClassTwo(RatedCurrents.of63Amperes(AccuracyClass.B), 230, 50).stream()
                .filter(candidate -> candidate.reference().isEmpty())
                .filter(candidate -> candidate.condition().loading() == loading)
                .filter(candidate -> candidate.condition().angle() == angle)
                .filter(candidate -> candidate.condition().amperes() == amperes)
                .findFirst()
                .orElseThrow();
        assertEquals(limit, point.limitPercent());
    }
}
