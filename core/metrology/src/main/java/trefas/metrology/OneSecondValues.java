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

    private static final int VOLTS = 0;
    private static final int AMPERES = Phase.COUNT;
    private static final int WATTS = 2 * Phase.COUNT;
    private static final int VARS = 3 * Phase.COUNT;

    /// All phases' voltages, then currents, active and reactive powers: one array, for there is one in each meter.
    private final int[] milli = new int[4 * Phase.COUNT];

    private int millihertz;
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
        milli[VOLTS + phase] = millivolts;
        milli[AMPERES + phase] = milliamperes;
        milli[WATTS + phase] = milliwatts;
        milli[VARS + phase] = millivars;
    }

    public void supply(int millihertz, PhaseSequence sequence) {
        this.millihertz = millihertz;
        this.sequence = sequence;
    }

    /// Takes over every value of another second.
    public void copy(OneSecondValues other) {
        System.arraycopy(other.milli, 0, milli, 0, milli.length);
        supply(other.millihertz, other.sequence);
    }

    public int millivolts(int phase) {
        return milli[VOLTS + phase];
    }

    public int milliamperes(int phase) {
        return milli[AMPERES + phase];
    }

    public int milliwatts(int phase) {
        return milli[WATTS + phase];
    }

    public int millivars(int phase) {
        return milli[VARS + phase];
    }

    public int millihertz() {
        return millihertz;
    }

    public PhaseSequence sequence() {
        return sequence;
    }
}
