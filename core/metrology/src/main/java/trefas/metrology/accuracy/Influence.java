package trefas.metrology.accuracy;

import java.util.OptionalDouble;
import trefas.quantity.AccuracyClass;

/// The influence quantities of EN 50470-3 and the additional error that each may cause, percent of the energy. From
/// working knowledge of the standard: a table to be changed, not a claim.
///
/// | influence                                         | PF 1: A B C    | PF 0.5 ind: A B C |
/// |---------------------------------------------------|----------------|-------------------|
/// | voltage +-10 %                                    | 1.0 0.7 0.2    | 1.5 1.0 0.4       |
/// | frequency +-2 %                                   | 0.8 0.5 0.2    | 1.0 0.7 0.2       |
/// | temperature, per kelvin                           | 0.10 0.05 0.03 | 0.15 0.07 0.05    |
/// | reversed phase sequence                           | 1.5 1.5 0.3    |                   |
/// | a phase missing                                   | 4 2 1          |                   |
/// | 5th harmonic in voltage and current               | 1.0 0.8 0.5    |                   |
/// | direct current and even harmonics                 | 6 3 1.5        |                   |
/// | odd harmonics                                     | 6 3 1.5        |                   |
/// | sub-harmonics                                     | 6 3 1.5        |                   |
public enum Influence {
    VOLTAGE("voltage", new double[] {1.0, 0.7, 0.2}, new double[] {1.5, 1.0, 0.4}),
    FREQUENCY("frequency", new double[] {0.8, 0.5, 0.2}, new double[] {1.0, 0.7, 0.2}),
    /// Percent per kelvin away from 23 C.
    TEMPERATURE("temperature", new double[] {0.10, 0.05, 0.03}, new double[] {0.15, 0.07, 0.05}),
    SEQUENCE("sequence", new double[] {1.5, 1.5, 0.3}, new double[0]),
    MISSING_PHASE("missing phase", new double[] {4, 2, 1}, new double[0]),
    FIFTH_HARMONIC("5th harmonic", new double[] {1.0, 0.8, 0.5}, new double[0]),
    DIRECT_CURRENT("dc and even", new double[] {6, 3, 1.5}, new double[0]),
    ODD_HARMONICS("odd harmonics", new double[] {6, 3, 1.5}, new double[0]),
    SUB_HARMONICS("sub-harmonics", new double[] {6, 3, 1.5}, new double[0]);

    private final String title;
    private final double[] unity;
    private final double[] halfInductive;

    Influence(String title, double[] unity, double[] halfInductive) {
        this.title = title;
        this.unity = unity;
        this.halfInductive = halfInductive;
    }

    /// As a table names it.
    public String title() {
        return title;
    }

    /// The additional error allowed, percent (per kelvin for the temperature); empty where the table has no limit.
    public OptionalDouble limitPercent(AccuracyClass accuracyClass, LoadAngle angle) {
        double[] row = switch (angle) {
            case UNITY -> unity;
            case HALF_INDUCTIVE -> halfInductive;
            default -> new double[0];
        };
        return row.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(row[accuracyClass.index()]);
    }
}
