package trefas.app.measure;

import trefas.metrology.measurement.PhaseMeans;

/// Sums the rows of a recorded load for one system, or for the total.
final class LoadSums {

    private static final double SECONDS_PER_ROW = 60;
    private static final double ROWS_PER_HOUR = 60;

    private double importWatts;
    private double exportWatts;
    private final double[] vars = new double[4];
    private double importVoltAmperes;
    private double exportVoltAmperes;
    private double voltageSquares;
    private double currentSquares;
    private double apparent;
    private int rows;

    LoadSums() {}

    /// A power of a row, in the quadrant it lies in.
    void count(double watts, double reactive) {
        double voltAmperes = Math.hypot(watts, reactive);
        boolean isImport = watts >= 0;
        importWatts += isImport ? watts : 0;
        exportWatts -= isImport ? 0 : watts;
        importVoltAmperes += isImport ? voltAmperes : 0;
        exportVoltAmperes += isImport ? 0 : voltAmperes;
        int quadrant;
        if (reactive >= 0) {
            quadrant = isImport ? 0 : 1;
        } else {
            quadrant = isImport ? 3 : 2;
        }
        vars[quadrant] += Math.abs(reactive);
    }

    /// Voltage and current of a row.
    void measure(double volts, double amperes) {
        voltageSquares += volts * volts;
        currentSquares += amperes * amperes;
        apparent += volts * amperes;
        rows++;
    }

    /// What the rows have advanced the registers, each row lasting a minute.
    EnergyReading reading() {
        return new EnergyReading(
                importWatts / ROWS_PER_HOUR,
                exportWatts / ROWS_PER_HOUR,
                vars[0] / ROWS_PER_HOUR,
                vars[1] / ROWS_PER_HOUR,
                vars[2] / ROWS_PER_HOUR,
                vars[3] / ROWS_PER_HOUR,
                importVoltAmperes / ROWS_PER_HOUR,
                exportVoltAmperes / ROWS_PER_HOUR);
    }

    /// The means; what would need waveforms is not a number.
    PhaseMeans means() {
        return new PhaseMeans(
                Math.sqrt(voltageSquares / rows),
                Math.sqrt(currentSquares / rows),
                (importWatts - exportWatts) / rows,
                (vars[0] + vars[1] - vars[2] - vars[3]) / rows,
                Double.NaN,
                apparent / rows,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }

    /// Length of the rows, s.
    static double seconds(int rows) {
        return rows * SECONDS_PER_ROW;
    }
}
