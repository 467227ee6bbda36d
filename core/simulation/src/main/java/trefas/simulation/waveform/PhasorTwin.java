package trefas.simulation.waveform;

import trefas.metrology.OneSecondValues;
import trefas.metrology.Phasor;
import trefas.metrology.SupplyPhasors;
import trefas.quantity.Phase;

/// A model without its samples: the exact values of second after second, some hundred times faster. Powers
/// hold the harmonics, Q is that of the fundamentals, rms values are of everything. What a second of
/// samples shows besides is the unfinished cycle at its ends; over minutes both come to the same energy.
public final class PhasorTwin {

    private static final double MILLI = 1_000;

    private final SlotWalk walk;
    private final IntervalMeans means;
    private final SupplyPhasors fundamentals = new SupplyPhasors();

    PhasorTwin(WaveformModel model) {
        this.walk = new SlotWalk(model);
        this.means = new IntervalMeans(walk, false);
    }

    /// Goes on to the next second; needed before the first as well.
    public void next() {
        double limit = Math.floor(walk.end()) + 1;
        means.clear();
        do {
            walk.next(limit);
            means.add();
        } while (walk.end() < limit);
    }

    /// Fills the values of the second. A phase whose voltage or current rounds to nothing has no power, as
    /// [SupplyPhasors#measure] has it.
    public void fill(OneSecondValues values) {
        fill(fundamentals);
        boolean isAlive = false;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            int millivolts = rounded(volts(phase));
            int milliamperes = rounded(amperes(phase));
            isAlive |= millivolts > 0;
            boolean hasPower = millivolts > 0 && milliamperes > 0;
            values.phase(
                    phase,
                    millivolts,
                    milliamperes,
                    hasPower ? rounded(watts(phase)) : 0,
                    hasPower ? rounded(vars(phase)) : 0);
        }
        values.supply(isAlive ? rounded(hertz()) : 0, fundamentals.sequence());
    }

    /// Fills the mean fundamentals of the second.
    public void fill(SupplyPhasors phasors) {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            Phasor voltage = means.fundamentalVoltage(phase);
            Phasor current = means.fundamentalCurrent(phase);
            phasors.complex(phase, voltage.real(), voltage.imaginary(), current.real(), current.imaginary());
        }
    }

    /// Rms with harmonics and noise, V.
    public double volts(int phase) {
        return means.voltage(phase);
    }

    /// Rms with harmonics and noise, A.
    public double amperes(int phase) {
        return means.current(phase);
    }

    /// Active power of all orders, W; import positive.
    public double watts(int phase) {
        return means.activePower(phase);
    }

    /// Reactive power of the fundamentals, var; positive when inductive.
    public double vars(int phase) {
        return means.reactivePower(phase);
    }

    /// Distortion of the voltage, orders 2 to 40, percent of the fundamental.
    public double voltageThd(int phase) {
        return means.voltageThd(phase);
    }

    /// Distortion of the current, orders 2 to 40, percent of the fundamental.
    public double currentThd(int phase) {
        return means.currentThd(phase);
    }

    /// Mean frequency, Hz.
    public double hertz() {
        return means.frequency();
    }

    private static int rounded(double value) {
        return (int) Math.rint(value * MILLI);
    }
}
