package trefas.app.measure;

import java.io.PrintWriter;
import java.util.List;

/// Prints measurements for people and for programs.
public final class MeasuredPrinter {

    private MeasuredPrinter() {}

    /// A summary of each.
    ///
    /// @param hasHarmonics whether every order follows
    /// @param hasMeter whether the meter's own counters and log follow
    public static void summary(List<Measured> measured, boolean hasHarmonics, boolean hasMeter, PrintWriter out) {
        for (Measured one : measured) {
            MeasurementSummary.of(one).forEach(out::println);
            if (hasMeter) {
                one.meter().ifPresent(findings -> {
                    MeterTables.of(findings).forEach(line -> out.println(line.isEmpty() ? "" : "  " + line));
                    out.println();
                });
            }
            if (hasHarmonics) {
                one.spectrum().ifPresent(spectrum -> {
                    HarmonicTable.of(one.subject(), spectrum)
                            .forEach(line -> out.println(line.isEmpty() ? "" : "  " + line));
                    out.println();
                });
            }
        }
    }

    /// One object, or an array of several.
    ///
    /// @param hasHarmonics whether every order is in it
    public static void json(List<Measured> measured, boolean hasHarmonics, PrintWriter out) {
        try (var json = new MeasurementJson(out, measured.size() > 1, hasHarmonics)) {
            measured.forEach(json::write);
        }
        out.println();
    }
}
