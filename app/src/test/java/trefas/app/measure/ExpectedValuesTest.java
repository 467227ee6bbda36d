package trefas.app.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.app.input.UnusableInputException;

/// Every value of the examples against the exact answers that came with them. The samples have 16 bits of 800 V and
/// 120 A, so a value may differ by 60 ppm (dossier metrology 12) and by what a single step of a sample is worth.
class ExpectedValuesTest {

    private static final double PPM_60 = 60e-6;
    private static final double CYCLE = 0.02;

    private static final List<String> POWERS = List.of("P", "Q1", "Q_budeanu", "P1", "S");
    private static final List<String> PERCENTS = List.of("THD_U", "THD_I", "THDS_U", "THDS_I");

    @ParameterizedTest
    @ValueSource(strings = {"ex_balanced", "ex_harmonics_49p8", "ex_unbalanced", "ex_export_QIII"})
    void everyValueOfAPhaseIsTheOneExpected(String example) throws Exception {
        List<?> expected = list(expected(example), "phase");
        List<?> measured = list(measured(example), "phase");

        assertEquals(3, measured.size());
        for (int phase = 0; phase < 3; phase++) {
            Map<?, ?> exact = (Map<?, ?>) Objects.requireNonNull(expected.get(phase));
            Map<?, ?> found = (Map<?, ?>) Objects.requireNonNull(measured.get(phase));
            assertEquals(exact.keySet(), found.keySet(), "the keys are exactly those agreed");
            double apparent = number(exact, "S");
            for (Object key : exact.keySet()) {
                String name = (String) key;
                double allowed = POWERS.contains(name)
                        ? apparent * PPM_60
                        : PERCENTS.contains(name) ? 0.02 : Math.abs(number(exact, name)) * PPM_60;
                assertEquals(
                        number(exact, name), number(found, name), allowed, example + " L" + (phase + 1) + " " + name);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ex_balanced", "ex_harmonics_49p8", "ex_unbalanced", "ex_export_QIII"})
    void everyTotalIsTheOneExpected(String example) throws Exception {
        Map<?, ?> exact = map(expected(example), "total");
        Map<?, ?> found = map(measured(example), "total");

        assertEquals(exact.keySet(), found.keySet(), "the keys are exactly those agreed");
        double apparent = number(exact, "S_arith");
        for (String power : List.of("P", "Q1", "S_arith", "S_vector")) {
            assertEquals(number(exact, power), number(found, power), apparent * PPM_60, power);
        }
        for (String voltage : List.of("U12", "U23", "U31")) {
            assertEquals(number(exact, voltage), number(found, voltage), 400 * PPM_60, voltage);
        }
        assertEquals(number(exact, "f"), number(found, "f"), 0.001, "f");
        assertEquals(number(exact, "u2_percent"), number(found, "u2_percent"), 0.005, "u2");
        assertEquals(number(exact, "u0_percent"), number(found, "u0_percent"), 0.005, "u0");
        assertEquals(number(exact, "IN"), number(found, "IN"), 0.003, "a step of a current sample is 3.7 mA");
        assertEquals(exact.get("sequence"), found.get("sequence"));
    }

    @Test
    void theDipIsFoundWithinOneCycle() throws Exception {
        List<?> expected = list(root(), "ex_dip_L2_55", "expect");
        List<?> measured = list(measured("ex_dip_L2_55"), "events");

        assertEquals(expected.size(), measured.size(), "none missed, none invented");
        Map<?, ?> exact = (Map<?, ?>) Objects.requireNonNull(expected.getFirst());
        Map<?, ?> found = (Map<?, ?>) Objects.requireNonNull(measured.getFirst());
        assertTrue(found.keySet().containsAll(exact.keySet()), () -> "keys " + found.keySet());
        assertEquals(exact.get("kind"), found.get("kind"));
        assertEquals(number(exact, "start"), number(found, "start"), CYCLE);
        assertEquals(number(exact, "end"), number(found, "end"), CYCLE);
        assertEquals(number(exact, "duration"), number(found, "duration"), CYCLE);
        assertEquals(exact.get("phases"), found.get("phases"), "counted from zero");
        assertEquals(number(exact, "extreme_percent"), number(found, "extreme_percent"), 0.2);
        List<?> extremes = list(found, "extreme_per_phase");
        assertEquals(1, extremes.size());
        assertEquals(exact.get("cell"), found.get("cell"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ex_balanced", "ex_harmonics_49p8", "ex_unbalanced", "ex_export_QIII"})
    void energyIsPowerTimesTheWholeLengthOfTheRecord(String example) throws Exception {
        Map<?, ?> json = measured(example);
        Map<?, ?> exact = map(expected(example), "total");
        Map<?, ?> total = map(map(json, "energy"), "total");
        double hours = number(json, "seconds") / 3_600;
        double allowed = number(exact, "S_arith") * hours * 2 * PPM_60;

        assertEquals(number(exact, "P") * hours, number(total, "A+") - number(total, "A-"), allowed);
        assertEquals(number(exact, "Q1") * hours, number(total, "R+") - number(total, "R-"), allowed);
        assertEquals(number(total, "R+"), number(total, "R1") + number(total, "R2"), 1e-12);
        assertEquals(number(total, "R-"), number(total, "R3") + number(total, "R4"), 1e-12);
    }

    @Test
    void aShortRecordHasNoEventNoFlickerAndNoVerdict() throws Exception {
        Map<?, ?> json = measured("ex_balanced");

        assertEquals(List.of(), json.get("events"));
        assertEquals(Map.of("Pst", List.of(), "Plt", List.of()), json.get("flicker"));
        for (Object verdict : list(json, "verdicts")) {
            assertEquals("open", ((Map<?, ?>) Objects.requireNonNull(verdict)).get("verdict"));
        }
        assertNotNull(json.get("fs"));
        assertNull(json.get("events_dropped"));
    }

    private static Map<?, ?> measured(String example) throws UnusableInputException {
        return object(JsonText.read(MeasureOnBench.json(MeasureOnBench.measure(example + ".cfg"))));
    }

    private static Map<?, ?> expected(String example) throws IOException {
        return map(map(root(), example), "expect");
    }

    private static Map<?, ?> root() throws IOException {
        return object(JsonText.read(Files.readString(MeasureOnBench.file("expected.json"))));
    }

    private static Map<?, ?> object(@Nullable Object json) {
        return (Map<?, ?>) Objects.requireNonNull(json);
    }

    private static Map<?, ?> map(Map<?, ?> of, String name) {
        return (Map<?, ?>) Objects.requireNonNull(of.get(name), name);
    }

    private static List<?> list(Map<?, ?> of, String... path) {
        Object at = of;
        for (String name : path) {
            at = Objects.requireNonNull(((Map<?, ?>) at).get(name), name);
        }
        return (List<?>) at;
    }

    private static double number(Map<?, ?> of, String name) {
        return (Double) Objects.requireNonNull(of.get(name), name);
    }
}
