package trefas.app.accuracy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import trefas.metrology.accuracy.CurrentShape;
import trefas.metrology.accuracy.TestCondition;
import trefas.simulation.bench.AccuracyResult;
import trefas.simulation.bench.AccuracyRun;
import trefas.simulation.bench.CompositeError;
import trefas.simulation.bench.RegistrationResult;

/// How the results of an accuracy run read.
final class PointText {

    private static final double EQUAL = 1e-9;
    private static final double LAST_DIGIT = 1e-5;

    private PointText() {}

    /// What of a condition is not as usual; empty for a plain load point.
    static String change(TestCondition condition) {
        if (condition.shape() != CurrentShape.SINE) {
            return condition.shape().title();
        }
        if (condition.missing() != TestCondition.NONE) {
            return "without L" + (condition.missing() + 1);
        }
        if (condition.isReversed()) {
            return "L1 L3 L2";
        }
        if (Math.abs(condition.volts() - AccuracyRun.VOLTS) > EQUAL) {
            return String.format(Locale.ROOT, "%.0f V", condition.volts());
        }
        if (Math.abs(condition.hertz() - AccuracyRun.HERTZ) > EQUAL) {
            return String.format(Locale.ROOT, "%.0f Hz", condition.hertz());
        }
        return condition.celsius() == TestCondition.REFERENCE_CELSIUS
                ? ""
                : String.format(Locale.ROOT, "%+.0f C", condition.celsius());
    }

    static String amperes(double amperes) {
        String text = String.format(Locale.ROOT, "%.3f", amperes);
        return text.replaceFirst("[.]?0+$", "") + " A";
    }

    /// With a sign, but for what the last digit cannot show.
    static String error(double percent) {
        return Math.abs(percent) < LAST_DIGIT / 2 ? "0.00000" : String.format(Locale.ROOT, "%+.5f", percent);
    }

    static String limit(double percent) {
        return String.format(Locale.ROOT, "%.2f", percent);
    }

    static String verdict(boolean isInside) {
        return isInside ? "ok" : "OUT";
    }

    static String pulses(RegistrationResult test) {
        String allowed = test.leastPulses() == 0 ? "at most " + test.mostPulses() : "at least " + test.leastPulses();
        String first = Double.isNaN(test.firstSeconds())
                ? ""
                : String.format(Locale.ROOT, ", first after %.2f s (due %.2f)", test.firstSeconds(), test.dueSeconds());
        return String.format(Locale.ROOT, "%d in %.1f min, %s%s", test.pulses(), test.seconds() / 60, allowed, first);
    }

    /// The composite error that comes closest to its limit, for each band and kind of load.
    static List<CompositeError> closest(AccuracyResult result) {
        Map<String, List<CompositeError>> groups = new LinkedHashMap<>();
        for (CompositeError composite : result.composites()) {
            boolean isLow = composite.amperes() < result.rated().transitional();
            String group = composite.band() + " " + composite.loading().isSingle() + isLow;
            groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(composite);
        }
        return groups.values().stream()
                .map(group -> group.stream()
                        .max(Comparator.comparingDouble(CompositeError::limitShare))
                        .orElseThrow())
                .toList();
    }

    /// The last word: how many are inside, and how large the largest error was.
    static String summary(AccuracyResult result) {
        String counted = result.isInside()
                ? "All " + result.count() + " points are inside their limits"
                : result.outside() + " of " + result.count() + " points are outside their limits";
        return counted + String.format(Locale.ROOT, "; largest error %.2g %%.", result.largestErrorPercent());
    }

    /// What a computed accuracy is worth, said wherever one is shown.
    static String caveat() {
        return "Computes to the limits of EN 50470-3, IEC 62053-23 class 2 and Directive 2014/32/EU; "
                + "shows nothing about any real meter.";
    }
}
