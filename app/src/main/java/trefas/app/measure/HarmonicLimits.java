package trefas.app.measure;

/// Voltage harmonics that EN 50160:2010 allows in 95 % of a week, percent of the fundamental (dossier metrology 4).
final class HarmonicLimits {

    private static final double[] PERCENT = {
        2.0, 5.0, 1.0, 6.0, 0.5, 5.0, 0.5, 1.5, 0.5, 3.5, 0.5, 3.0, 0.5, 0.5, 0.5, 2.0, 0.5, 1.5, 0.5, 0.5, 0.5, 1.5,
        0.5, 1.5
    };

    private HarmonicLimits() {}

    /// The limit of an order; not a number where there is none.
    static double percent(int order) {
        return order >= 2 && order < PERCENT.length + 2 ? PERCENT[order - 2] : Double.NaN;
    }
}
