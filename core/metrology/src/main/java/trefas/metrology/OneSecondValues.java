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

    private final int[] millivolts = new int[Phase.COUNT];
    private final int[] milliamperes = new int[Phase.COUNT];
    private final int[] milliwatts = new int[Phase.COUNT];
    private final int[] millivars = new int[Phase.COUNT];
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
        this.millivolts[phase] = millivolts;
        this.milliamperes[phase] = milliamperes;
        this.milliwatts[phase] = milliwatts;
        this.millivars[phase] = millivars;
    }

    public void supply(int millihertz, PhaseSequence sequence) {
        this.millihertz = millihertz;
        this.sequence = sequence;
    }

    /// Takes over every value of another second.
    public void copy(OneSecondValues other) {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            phase(
                    phase,
                    other.millivolts[phase],
                    other.milliamperes[phase],
                    other.milliwatts[phase],
                    other.millivars[phase]);
        }
        supply(other.millihertz, other.sequence);
    }

    public int millivolts(int phase) {
        return millivolts[phase];
    }

    public int milliamperes(int phase) {
        return milliamperes[phase];
    }

    public int milliwatts(int phase) {
        return milliwatts[phase];
    }

    public int millivars(int phase) {
        return millivars[phase];
    }

    public int millihertz() {
        return millihertz;
    }

    public PhaseSequence sequence() {
        return sequence;
    }
}
