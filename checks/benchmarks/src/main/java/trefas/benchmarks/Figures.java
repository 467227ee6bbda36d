package trefas.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;

/// The table that is printed: each figure at once, so that a long run shows where it is.
public final class Figures {

    private static final String LINE = "%-66s %14s   %-24s %s%n";

    private final List<String> missed = new ArrayList<>();
    private final List<String> notMeasured = new ArrayList<>();

    public Figures() {}

    public void head(String title) {
        System.out.printf(Locale.ROOT, "%n" + LINE, title, "measured", "goal", "");
    }

    public void row(String what, String measured) {
        System.out.printf(Locale.ROOT, LINE, what, measured, "", "");
    }

    /// What could not be measured, with the first line of the reason below it.
    public void failed(String what, Exception why) {
        notMeasured.add(what);
        row(what, "failed");
        row("  " + why.toString().lines().findFirst().orElse(""), "");
    }

    /// A figure with a goal that is an upper bound.
    public void atMost(double goal, String what, double measured, String unit) {
        judged(what, measured, unit, "at most " + number(goal) + " " + unit, value -> value <= goal);
    }

    public void atLeast(double goal, String what, double measured, String unit) {
        judged(what, measured, unit, "at least " + number(goal) + " " + unit, value -> value >= goal);
    }

    private void judged(String what, double measured, String unit, String goal, DoublePredicate isMet) {
        String verdict = isMet.test(measured) ? "met" : "MISSED";
        if (!isMet.test(measured)) {
            missed.add(what);
        }
        System.out.printf(Locale.ROOT, LINE, what, number(measured) + " " + unit, goal, verdict);
    }

    public static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    public void end() {
        if (!notMeasured.isEmpty()) {
            System.out.println("\nnot measured: " + String.join("; ", notMeasured));
        }
        System.out.println(missed.isEmpty() ? "\nall goals met" : "\nmissed: " + String.join("; ", missed));
    }
}
