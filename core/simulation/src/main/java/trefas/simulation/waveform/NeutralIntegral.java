package trefas.simulation.waveform;

import trefas.quantity.Phase;

/// The square of the neutral current over a stretch of any angle. Where bursts are switched, slots are
/// shorter than a cycle: each phase adds whole cycles in the end, but the products between phases do not,
/// so here the integral is taken as it stands, every order with every other.
final class NeutralIntegral {

    private static final int ORDERS = HarmonicSignature.ORDERS;

    private final double[] real = new double[ORDERS + 1];
    private final double[] imaginary = new double[ORDERS + 1];

    /// Integrals of cos(n a) and sin(n a) from one angle to the other.
    private final double[] cosines = new double[(2 * ORDERS) + 1];

    private final double[] sines = new double[(2 * ORDERS) + 1];

    NeutralIntegral() {}

    /// The mean square over the slot, A².
    ///
    /// @param factor of the part that follows the voltage
    double meanSquare(SlotWalk walk, double factor) {
        int orders = walk.model().orders();
        double from = 2 * Math.PI * walk.turns();
        double to = from + (2 * Math.PI * walk.turnsGained());
        for (int n = 0; n <= 2 * orders; n++) {
            cosines[n] = n == 0 ? to - from : (StrictMath.sin(n * to) - StrictMath.sin(n * from)) / n;
            sines[n] = n == 0 ? 0 : (StrictMath.cos(n * from) - StrictMath.cos(n * to)) / n;
        }
        for (int order = 0; order <= orders; order++) {
            sum(walk.state(), order, factor);
        }
        double square = real[0] * real[0] * cosines[0];
        for (int one = 1; one <= orders; one++) {
            if (real[one] != 0 || imaginary[one] != 0) {
                square += 2 * real[0] * Math.sqrt(2) * ((real[one] * sines[one]) + (imaginary[one] * cosines[one]));
                for (int other = 1; other <= orders; other++) {
                    square += product(one, other);
                }
            }
        }
        return square / (to - from);
    }

    private void sum(GridState state, int order, double factor) {
        real[order] = 0;
        imaginary[order] = 0;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            real[order] += (factor * state.following().real(phase, order))
                    + state.holding().real(phase, order);
            imaginary[order] += (factor * state.following().imaginary(phase, order))
                    + state.holding().imaginary(phase, order);
        }
    }

    /// 2 sin(h a + x) sin(k a + y) is cos((h - k) a + x - y) - cos((h + k) a + x + y).
    private double product(int h, int k) {
        int apart = Math.abs(h - k);
        double sign = h >= k ? 1 : -1;
        double apartReal = (real[h] * real[k]) + (imaginary[h] * imaginary[k]);
        double apartImaginary = (imaginary[h] * real[k]) - (real[h] * imaginary[k]);
        double sumReal = (real[h] * real[k]) - (imaginary[h] * imaginary[k]);
        double sumImaginary = (imaginary[h] * real[k]) + (real[h] * imaginary[k]);
        return (apartReal * cosines[apart])
                - (sign * apartImaginary * sines[apart])
                - (sumReal * cosines[h + k])
                + (sumImaginary * sines[h + k]);
    }
}
