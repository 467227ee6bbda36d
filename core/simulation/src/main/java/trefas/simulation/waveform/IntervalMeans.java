package trefas.simulation.waveform;

import java.util.Arrays;
import java.util.List;
import trefas.metrology.Phasor;
import trefas.metrology.VoltageEvent;
import trefas.quantity.Phase;

/// The exact means of any number of slots: what an ideal meter would find in samples without end.
final class IntervalMeans {

    private final SlotWalk walk;
    private final Flicker flicker;
    private final SlotSums slot;
    private final boolean isNeutralExact;
    private final NeutralIntegral neutral = new NeutralIntegral();
    private final double[] voltageSquare = new double[Phase.COUNT];
    private final double[] lineSquare = new double[Phase.COUNT];
    private final double[] currentSquare = new double[Phase.COUNT];
    private final double[] active = new double[Phase.COUNT];
    private final double[] reactive = new double[Phase.COUNT];
    private final double[] budeanu = new double[Phase.COUNT];
    private final double[] voltageFundamental = new double[Phase.COUNT];
    private final double[] voltageDistortion = new double[Phase.COUNT];
    private final double[] currentFundamental = new double[Phase.COUNT];
    private final double[] currentDistortion = new double[Phase.COUNT];
    private final OrderPhasors voltage = new OrderPhasors();
    private final OrderPhasors current = new OrderPhasors();
    private double neutralSquare;
    private double seconds;
    private double turns;
    private int states;

    /// @param isNeutralExact whether the neutral current is wanted even where bursts are switched, which
    ///     takes time
    IntervalMeans(SlotWalk walk, boolean isNeutralExact) {
        this.walk = walk;
        this.isNeutralExact = isNeutralExact;
        this.flicker = walk.model().grid().flicker();
        this.slot = new SlotSums(walk.state(), walk.model());
    }

    void clear() {
        for (double[] sums : List.of(
                voltageSquare,
                lineSquare,
                currentSquare,
                active,
                reactive,
                budeanu,
                voltageFundamental,
                voltageDistortion,
                currentFundamental,
                currentDistortion)) {
            Arrays.fill(sums, 0);
        }
        voltage.clear();
        current.clear();
        neutralSquare = 0;
        seconds = 0;
        turns = 0;
        states = 0;
    }

    /// Adds the slot at which the walk stands.
    void add() {
        if (walk.isChanged()) {
            slot.fill();
            states++;
        }
        double length = walk.seconds();
        double once = flicker.isModulating() ? flicker.integral(walk.start(), walk.end()) : length;
        double twice = flicker.isModulating() ? flicker.squareIntegral(walk.start(), walk.end()) : length;
        seconds += length;
        turns += walk.turnsGained();
        GridState state = walk.state();
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            voltageSquare[phase] += slot.voltageSquare[phase] * twice;
            lineSquare[phase] += slot.lineSquare[phase] * twice;
            active[phase] += (slot.activeFollowing[phase] * twice) + (slot.activeHolding[phase] * once);
            reactive[phase] += (slot.reactiveFollowing[phase] * twice) + (slot.reactiveHolding[phase] * once);
            budeanu[phase] += (slot.budeanuFollowing[phase] * twice) + (slot.budeanuHolding[phase] * once);
            currentSquare[phase] += square(phase, length, once, twice);
            voltageFundamental[phase] += state.voltage().square(phase, 1) * twice;
            voltageDistortion[phase] += slot.voltageDistortion[phase] * twice;
            currentFundamental[phase] += (state.following().square(phase, 1) * twice)
                    + (2 * state.following().inner(phase, 1, state.holding()) * once)
                    + (state.holding().square(phase, 1) * length);
            currentDistortion[phase] += (slot.followingDistortion[phase] * twice)
                    + (2 * slot.mixedDistortion[phase] * once)
                    + (slot.holdingDistortion[phase] * length);
            add(voltage, phase, state.voltage(), once);
            add(current, phase, state.following(), once);
            add(current, phase, state.holding(), length);
        }
        neutralSquare += isNeutralExact && walk.hasGates()
                ? neutral.meanSquare(walk, Math.sqrt(twice / length)) * length
                : square(Phase.COUNT, length, once, twice);
    }

    private double square(int place, double length, double once, double twice) {
        return (slot.followingSquare[place] * twice)
                + (2 * slot.mixedProduct[place] * once)
                + (slot.holdingSquare[place] * length);
    }

    private static void add(OrderPhasors sum, int phase, OrderPhasors of, double weight) {
        sum.add(phase, 1, of.real(phase, 1) * weight, of.imaginary(phase, 1) * weight);
    }

    double voltage(int phase) {
        return Math.sqrt(
                (voltageSquare[phase] / seconds) + noise(walk.model().grid().noiseVolts(), 1));
    }

    double current(int phase) {
        return Math.sqrt(
                (currentSquare[phase] / seconds) + noise(walk.model().grid().noiseAmperes(), 1));
    }

    double activePower(int phase) {
        return active[phase] / seconds;
    }

    double reactivePower(int phase) {
        return reactive[phase] / seconds;
    }

    Phasor fundamentalVoltage(int phase) {
        return new Phasor(voltage.real(phase, 1), voltage.imaginary(phase, 1)).scaled(1 / seconds);
    }

    Phasor fundamentalCurrent(int phase) {
        return new Phasor(current.real(phase, 1), current.imaginary(phase, 1)).scaled(1 / seconds);
    }

    double voltageThd(int phase) {
        return percent(voltageDistortion[phase], voltageFundamental[phase]);
    }

    double currentThd(int phase) {
        return percent(currentDistortion[phase], currentFundamental[phase]);
    }

    double frequency() {
        return turns / seconds;
    }

    WaveformFacts facts(List<VoltageEvent> events) {
        WaveformGrid grid = walk.model().grid();
        return new WaveformFacts(
                seconds,
                frequency(),
                phase(0),
                phase(1),
                phase(2),
                Math.sqrt((lineSquare[0] / seconds) + noise(grid.noiseVolts(), 2)),
                Math.sqrt((lineSquare[1] / seconds) + noise(grid.noiseVolts(), 2)),
                Math.sqrt((lineSquare[2] / seconds) + noise(grid.noiseVolts(), 2)),
                Math.sqrt((neutralSquare / seconds) + noise(grid.noiseAmperes(), Phase.COUNT)),
                states <= 1 && !flicker.isModulating(),
                events);
    }

    private WaveformFacts.PhaseFacts phase(int phase) {
        return new WaveformFacts.PhaseFacts(
                voltage(phase),
                current(phase),
                activePower(phase),
                reactivePower(phase),
                budeanu[phase] / seconds,
                fundamentalVoltage(phase),
                fundamentalCurrent(phase),
                voltageThd(phase),
                currentThd(phase));
    }

    /// What independent noise of some channels adds to a square.
    private static double noise(double rms, int channels) {
        return channels * rms * rms;
    }

    private static double percent(double distortion, double fundamental) {
        return fundamental == 0 ? 0 : 100 * Math.sqrt(distortion / fundamental);
    }
}
