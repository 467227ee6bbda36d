package trefas.simulation;

import java.util.List;
import java.util.stream.IntStream;
import trefas.metrology.SupplyPhasors;
import trefas.quantity.Phase;
import trefas.quantity.PhaseSequence;

/// A three-phase 230/400 V supply as a meter in one house sees it: a source that wanders, and an impedance on each
/// phase. Sine waves only; a phase's load moves its own voltage and not its neighbours'.
///
/// | what                  | off its nominal value by at most | moves within      |
/// |-----------------------|----------------------------------|-------------------|
/// | voltage of all phases | 2 %                              | half an hour      |
/// | voltage of each phase | 0.8 %                            | five minutes      |
/// | voltage, restless     | 0.1 %                            | five seconds      |
/// | angle of L2 and L3    | 0.5 degrees                      | fixed by the seed |
/// | frequency             | 35 mHz, 15 mHz rms               | two minutes       |
public final class SimulatedGrid {

    public static final double NOMINAL_VOLTS = 230;
    public static final double NOMINAL_HERTZ = 50;

    private static final double SLOW_PART = 0.02;
    private static final double PHASE_PART = 0.008;
    private static final double RESTLESS_PART = 0.001;
    private static final double ANGLE_DEGREES_MAX = 0.5;
    private static final double FREQUENCY_HERTZ = 0.035;

    private static final int SLOW_SECONDS = 1_800;
    private static final int PHASE_SECONDS = 300;
    private static final int RESTLESS_SECONDS = 5;
    private static final int FREQUENCY_SECONDS = 120;

    private static final int SLOW = 100;
    private static final int FREQUENCY = 101;
    private static final int PHASE = 110;
    private static final int RESTLESS = 120;
    private static final int ANGLE = 130;

    private final SourceImpedance impedance;
    private final Wander slow;
    private final Wander frequency;
    private final List<Wander> phases;
    private final List<Wander> restless;
    private final double[] cosines = new double[Phase.COUNT];
    private final double[] sines = new double[Phase.COUNT];

    /// @param seed everything that is left to chance
    /// @param impedance of each phase
    public SimulatedGrid(long seed, SourceImpedance impedance) {
        this.impedance = impedance;
        this.slow = new Wander(Noise.key(seed, SLOW), SLOW_SECONDS);
        this.frequency = new Wander(Noise.key(seed, FREQUENCY), FREQUENCY_SECONDS);
        this.phases = wanderers(seed, PHASE, PHASE_SECONDS);
        this.restless = wanderers(seed, RESTLESS, RESTLESS_SECONDS);
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            double off = phase == 0 ? 0 : (2 * Noise.uniform(Noise.key(seed, ANGLE), phase)) - 1;
            double radians = Math.toRadians((-120 * phase) + (off * ANGLE_DEGREES_MAX));
            cosines[phase] = StrictMath.cos(radians);
            sines[phase] = StrictMath.sin(radians);
        }
    }

    private static List<Wander> wanderers(long seed, int purpose, int slotSeconds) {
        return IntStream.range(0, Phase.COUNT)
                .mapToObj(phase -> new Wander(Noise.key(seed, purpose + phase), slotSeconds))
                .toList();
    }

    /// Frequency of the grid, Hz.
    public double hertz(long epochSecond) {
        return NOMINAL_HERTZ + (FREQUENCY_HERTZ * frequency.at(epochSecond));
    }

    /// Voltages behind the impedances when nobody sets them, V rms.
    ///
    /// @param volts filled phase by phase
    public void sourceVolts(long epochSecond, double[] volts) {
        double ofAll = SLOW_PART * slow.at(epochSecond);
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            volts[phase] = volts(phase, epochSecond, ofAll);
        }
    }

    /// The same for one phase.
    public double sourceVolts(int phase, long epochSecond) {
        return volts(phase, epochSecond, SLOW_PART * slow.at(epochSecond));
    }

    private double volts(int phase, long epochSecond, double ofAll) {
        return NOMINAL_VOLTS
                * (1
                        + ofAll
                        + (PHASE_PART * phases.get(phase).at(epochSecond))
                        + (RESTLESS_PART * restless.get(phase).at(epochSecond)));
    }

    /// Connects a load to a phase and gives the voltage and current the meter sees.
    ///
    /// @param sourceVolts voltage behind the impedance, V rms; 0 when the phase is lost
    /// @param sequence order of the phases; L1L3L2 turns L2 and L3 round
    /// @param watts drawn by the load, negative when it generates
    /// @param vars drawn by the load, positive when inductive
    public void connect(
            int phase, double sourceVolts, PhaseSequence sequence, double watts, double vars, SupplyPhasors phasors) {
        if (sourceVolts <= 0) {
            phasors.complex(phase, 0, 0, 0, 0);
            return;
        }
        double volts = impedance.voltsAt(sourceVolts, watts, vars);
        double part = SourceImpedance.partDrawn(volts);
        // Seen from the meter's voltage: I = S*/U, E = U + Z I.
        double real = watts * part / volts;
        double imaginary = -vars * part / volts;
        double sourceReal = volts + (impedance.ohms() * real) - (impedance.reactanceOhms() * imaginary);
        double sourceImaginary = (impedance.ohms() * imaginary) + (impedance.reactanceOhms() * real);
        double sine = sequence == PhaseSequence.L1L3L2 ? -sines[phase] : sines[phase];
        // Turned so that E stands where the grid's phase stands.
        double turnReal = ((cosines[phase] * sourceReal) + (sine * sourceImaginary)) / sourceVolts;
        double turnImaginary = ((sine * sourceReal) - (cosines[phase] * sourceImaginary)) / sourceVolts;
        phasors.complex(
                phase,
                volts * turnReal,
                volts * turnImaginary,
                (real * turnReal) - (imaginary * turnImaginary),
                (real * turnImaginary) + (imaginary * turnReal));
    }
}
