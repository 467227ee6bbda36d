package trefas.metrology.interval;

import java.util.function.DoubleUnaryOperator;
import trefas.metrology.PhaseValues;
import trefas.metrology.Phasor;
import trefas.metrology.TenCycleValues;

/// Basic intervals made from numbers instead of samples.
final class BasicIntervals {

    private BasicIntervals() {}

    /// An interval of 10 cycles with the same voltage on all phases, 1 A and cos phi 0.8 inductive.
    static TenCycleValues of(double startSeconds, double endSeconds, double volts) {
        return new TenCycleValues(
                startSeconds,
                endSeconds,
                10,
                10 / (endSeconds - startSeconds),
                phase(volts, 0),
                phase(volts, -120),
                phase(volts, 120),
                volts * Math.sqrt(3),
                volts * Math.sqrt(3),
                volts * Math.sqrt(3),
                0.5);
    }

    /// The same interval without a voltage that told a frequency.
    static TenCycleValues dead(double startSeconds, double endSeconds) {
        PhaseValues nothing = new PhaseValues(0, 0, 0, Phasor.ZERO, Phasor.ZERO);
        return new TenCycleValues(startSeconds, endSeconds, 0, 0, nothing, nothing, nothing, 0, 0, 0, 0);
    }

    /// When a cycle ends in a supply whose phase, in cycles, is a rising function of time.
    static double secondsAt(DoubleUnaryOperator cyclesAt, double cycles, double from, double to) {
        double low = from;
        double high = to;
        for (int i = 0; i < 80; i++) {
            double middle = (low + high) / 2;
            if (cyclesAt.applyAsDouble(middle) < cycles) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static PhaseValues phase(double volts, double degrees) {
        return new PhaseValues(volts, 1, 0.8 * volts, Phasor.polar(volts, degrees), Phasor.polar(1, degrees - ANGLE));
    }

    private static final double ANGLE = Math.toDegrees(Math.acos(0.8));
}
