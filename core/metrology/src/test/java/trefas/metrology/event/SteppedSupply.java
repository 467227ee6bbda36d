package trefas.metrology.event;

import java.util.List;
import trefas.quantity.Phase;

/// Three sines whose magnitudes change in steps, and the exact rms between any two instants.
///
/// @param steps in the order of time; before the first the magnitude is 1
record SteppedSupply(double hertz, List<Step> steps) implements SupplyOnBench.Voltage {

    static final double VOLTS = 230;

    /// New magnitudes from a time on, per unit.
    record Step(double seconds, double l1, double l2, double l3) {
        double of(int phase) {
            return switch (phase) {
                case 0 -> l1;
                case 1 -> l2;
                default -> l3;
            };
        }
    }

    double magnitude(int phase, double time) {
        double magnitude = 1;
        for (Step step : steps) {
            if (time >= step.seconds()) {
                magnitude = step.of(phase);
            }
        }
        return magnitude;
    }

    @Override
    public double at(int phase, double time) {
        return Math.sqrt(2) * VOLTS * magnitude(phase, time) * Math.sin(SupplyOnBench.radians(phase, hertz, time));
    }

    /// Exact rms of a phase from one instant to another, per unit.
    double perUnit(int phase, double from, double to) {
        double sum = 0;
        double start = from;
        double magnitude = magnitude(phase, from);
        for (Step step : steps) {
            if (step.seconds() > from && step.seconds() < to) {
                sum += magnitude * magnitude * (sineSquares(phase, step.seconds()) - sineSquares(phase, start));
                start = step.seconds();
                magnitude = step.of(phase);
            }
        }
        sum += magnitude * magnitude * (sineSquares(phase, to) - sineSquares(phase, start));
        return Math.sqrt(sum / (to - from));
    }

    /// Antiderivative of 2 sin² of the phase's angle.
    private double sineSquares(int phase, double time) {
        return time - Math.sin(2 * SupplyOnBench.radians(phase, hertz, time)) / (4 * Math.PI * hertz);
    }

    /// Begin of the first cycle of a phase at or after 0.
    double firstCrossing(int phase) {
        return ((phase * 2) % Phase.COUNT) / 6.0 / hertz;
    }
}
