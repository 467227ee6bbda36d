package trefas.metrology;

import trefas.quantity.PhaseSequence;

/// Zero, positive and negative sequence of three fundamentals (dossier metrology 3).
public record SymmetricalComponents(Phasor zero, Phasor positive, Phasor negative) {

    private static final double THIRD_TURN = 2 * Math.PI / 3;

    /// The components of three phasors of one frequency.
    public static SymmetricalComponents of(Phasor l1, Phasor l2, Phasor l3) {
        Phasor zero = l1.plus(l2).plus(l3).scaled(1 / 3.0);
        Phasor positive =
                l1.plus(l2.turned(THIRD_TURN)).plus(l3.turned(-THIRD_TURN)).scaled(1 / 3.0);
        Phasor negative =
                l1.plus(l2.turned(-THIRD_TURN)).plus(l3.turned(THIRD_TURN)).scaled(1 / 3.0);
        return new SymmetricalComponents(zero, positive, negative);
    }

    /// Unbalance u2, percent: the smaller of positive and negative sequence by the larger, so that a supply connected
    /// in reversed order is not called unbalanced; 0 without voltage.
    public double negativePercent() {
        double larger = Math.max(positive.magnitude(), negative.magnitude());
        double smaller = Math.min(positive.magnitude(), negative.magnitude());
        return larger == 0 ? 0 : 100 * smaller / larger;
    }

    /// Unbalance u0, percent of the larger of positive and negative sequence; 0 without voltage.
    public double zeroPercent() {
        double larger = Math.max(positive.magnitude(), negative.magnitude());
        return larger == 0 ? 0 : 100 * zero.magnitude() / larger;
    }

    /// Which of the two sequences prevails; undecided when neither does by a hundredth of the mean square.
    public PhaseSequence sequence() {
        double plus = square(positive);
        double minus = square(negative);
        double difference = plus - minus;
        if (Math.abs(difference) <= SEQUENCE_DIFFERENCE_MIN * (plus + minus + square(zero))) {
            return PhaseSequence.UNDECIDED;
        }
        return difference > 0 ? PhaseSequence.L1L2L3 : PhaseSequence.L1L3L2;
    }

    private static final double SEQUENCE_DIFFERENCE_MIN = 0.01;

    private static double square(Phasor phasor) {
        return phasor.real() * phasor.real() + phasor.imaginary() * phasor.imaginary();
    }
}
