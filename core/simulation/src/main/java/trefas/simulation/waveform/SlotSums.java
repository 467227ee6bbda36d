package trefas.simulation.waveform;

import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.Phasor;
import trefas.quantity.Phase;

/// The sums over all orders of one state of the grid. A current is m F + H where m is the factor of the
/// flicker, so that its square is m² FF + 2 m FH + HH and its power m² UF + m UH.
final class SlotSums {

    final double[] voltageSquare = new double[Phase.COUNT];
    final double[] voltageDistortion = new double[Phase.COUNT];
    final double[] lineSquare = new double[Phase.COUNT];
    final double[] activeFollowing = new double[Phase.COUNT];
    final double[] activeHolding = new double[Phase.COUNT];
    final double[] reactiveFollowing = new double[Phase.COUNT];
    final double[] reactiveHolding = new double[Phase.COUNT];
    final double[] budeanuFollowing = new double[Phase.COUNT];
    final double[] budeanuHolding = new double[Phase.COUNT];

    /// Three phases and the neutral, of every order.
    final double[] followingSquare = new double[Phase.COUNT + 1];

    final double[] mixedProduct = new double[Phase.COUNT + 1];
    final double[] holdingSquare = new double[Phase.COUNT + 1];

    /// The same of orders 2 to 40 alone, for the distortion.
    final double[] followingDistortion = new double[Phase.COUNT];

    final double[] mixedDistortion = new double[Phase.COUNT];
    final double[] holdingDistortion = new double[Phase.COUNT];

    private final GridState state;
    private final WaveformModel model;

    SlotSums(GridState state, WaveformModel model) {
        this.state = state;
        this.model = model;
    }

    void fill() {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            clear(phase);
            for (int order = 0; order <= model.orders(); order++) {
                voltage(phase, order);
                power(phase, order);
                current(phase, order);
            }
            interharmonics(phase);
        }
        neutral();
    }

    private void clear(int phase) {
        for (double[] sums : new double[][] {
            voltageSquare, voltageDistortion, lineSquare, activeFollowing, activeHolding, budeanuFollowing,
            budeanuHolding, followingSquare, mixedProduct, holdingSquare, followingDistortion, mixedDistortion,
            holdingDistortion
        }) {
            sums[phase] = 0;
        }
    }

    private void voltage(int phase, int order) {
        OrderPhasors voltage = state.voltage();
        double square = voltage.square(phase, order);
        voltageSquare[phase] += square;
        if (order >= 2 && order <= HarmonicSpectrum.ORDERS) {
            voltageDistortion[phase] += square;
        }
        int next = next(phase);
        double real = voltage.real(phase, order) - voltage.real(next, order);
        double imaginary = voltage.imaginary(phase, order) - voltage.imaginary(next, order);
        lineSquare[phase] += (real * real) + (imaginary * imaginary);
    }

    private void power(int phase, int order) {
        activeFollowing[phase] += state.voltage().inner(phase, order, state.following());
        activeHolding[phase] += state.voltage().inner(phase, order, state.holding());
        double following = state.voltage().outer(phase, order, state.following());
        double holding = state.voltage().outer(phase, order, state.holding());
        budeanuFollowing[phase] += following;
        budeanuHolding[phase] += holding;
        if (order == 1) {
            reactiveFollowing[phase] = following;
            reactiveHolding[phase] = holding;
        }
    }

    private void current(int phase, int order) {
        double following = state.following().square(phase, order);
        double mixed = state.following().inner(phase, order, state.holding());
        double holding = state.holding().square(phase, order);
        followingSquare[phase] += following;
        mixedProduct[phase] += mixed;
        holdingSquare[phase] += holding;
        if (order >= 2 && order <= HarmonicSpectrum.ORDERS) {
            followingDistortion[phase] += following;
            mixedDistortion[phase] += mixed;
            holdingDistortion[phase] += holding;
        }
    }

    private void interharmonics(int phase) {
        int next = next(phase);
        for (GridHarmonic harmonic : model.grid().harmonics()) {
            if (!harmonic.isHarmonic()) {
                double rms = model.grid().declaredVolts() * harmonic.percent() / 100;
                double own = rms * state.factor(phase);
                double other = rms * state.factor(next);
                double apart = harmonic.ratio() * (state.angle(phase) - state.angle(next));
                voltageSquare[phase] += own * own;
                lineSquare[phase] += (own * own) + (other * other) - (2 * own * other * StrictMath.cos(apart));
            }
        }
    }

    private void neutral() {
        double following = 0;
        double mixed = 0;
        double holding = 0;
        for (int order = 0; order <= model.orders(); order++) {
            Phasor follows = sum(state.following(), order);
            Phasor holds = sum(state.holding(), order);
            following += follows.activePower(follows);
            mixed += follows.activePower(holds);
            holding += holds.activePower(holds);
        }
        followingSquare[Phase.COUNT] = following;
        mixedProduct[Phase.COUNT] = mixed;
        holdingSquare[Phase.COUNT] = holding;
    }

    private static Phasor sum(OrderPhasors current, int order) {
        double real = 0;
        double imaginary = 0;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            real += current.real(phase, order);
            imaginary += current.imaginary(phase, order);
        }
        return new Phasor(real, imaginary);
    }

    private static int next(int phase) {
        return phase == Phase.COUNT - 1 ? 0 : phase + 1;
    }
}
