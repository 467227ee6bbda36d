package trefas.metrology;

import trefas.quantity.Phase;
import trefas.quantity.PhaseSequence;

/// What the three measuring systems report once a second (dossier 3). One mutable instance per source of values,
/// filled again each second and read before the next: a million meters must not leave a million objects behind.
///
/// | value            | unit | range                                   |
/// |------------------|------|-----------------------------------------|
/// | voltage          | mV   | rms, 0 upwards                          |
/// | current          | mA   | rms, unsigned                           |
/// | active power     | mW   | import positive, export negative        |
/// | reactive power   | mvar | fundamental; quadrants I and II positive |
/// | frequency        | mHz  | 0 when no phase has voltage             |
public final class OneSecondValues {

    /// Places of [#at]: the first phase of each value, the other two follow.
    public static final int MILLIVOLTS = 0;

    public static final int MILLIAMPERES = Phase.COUNT;
    public static final int MILLIWATTS = 2 * Phase.COUNT;
    public static final int MILLIVARS = 3 * Phase.COUNT;
    public static final int MILLIHERTZ = 4 * Phase.COUNT;

    /// All phases' voltages, then currents, active and reactive powers, then the frequency: one array, for there is one
    /// in each meter.
    private final int[] milli = new int[MILLIHERTZ + 1];

    private PhaseSequence sequence = PhaseSequence.UNDECIDED;

    /// Starts as an unconnected meter sees the world: no voltage, no current.
    public OneSecondValues() {}

    /// No voltage, no current: what an unconnected meter sees.
    public void clear() {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            phase(phase, 0, 0, 0, 0);
        }
        supply(0, PhaseSequence.UNDECIDED);
    }

    public void phase(int phase, int millivolts, int milliamperes, int milliwatts, int millivars) {
        milli[MILLIVOLTS + phase] = millivolts;
        milli[MILLIAMPERES + phase] = milliamperes;
        milli[MILLIWATTS + phase] = milliwatts;
        milli[MILLIVARS + phase] = millivars;
    }

    public void supply(int millihertz, PhaseSequence sequence) {
        milli[MILLIHERTZ] = millihertz;
        this.sequence = sequence;
    }

    /// Takes over every value of another second.
    public void copy(OneSecondValues other) {
        System.arraycopy(other.milli, 0, milli, 0, milli.length);
        sequence = other.sequence;
    }

    public int millivolts(int phase) {
        return milli[MILLIVOLTS + phase];
    }

    public int milliamperes(int phase) {
        return milli[MILLIAMPERES + phase];
    }

    public int milliwatts(int phase) {
        return milli[MILLIWATTS + phase];
    }

    public int millivars(int phase) {
        return milli[MILLIVARS + phase];
    }

    public int millihertz() {
        return milli[MILLIHERTZ];
    }

    /// Any of the numbers by its place, for whoever adds up a choice of them second by second.
    public int at(int place) {
        return milli[place];
    }

    public PhaseSequence sequence() {
        return sequence;
    }
}
