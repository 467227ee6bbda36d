package trefas.metrology.measurement;

import trefas.metrology.PhaseValues;
import trefas.metrology.Phasor;
import trefas.metrology.SampleBlock;
import trefas.metrology.SymmetricalComponents;
import trefas.metrology.TenCycleValues;
import trefas.quantity.Phase;
import trefas.quantity.PhaseSequence;

/// Sums basic intervals into the values of a record or of a stretch of it. Every interval counts by its length, so
/// that a short one at the end of a record does not count as much as a whole one.
public final class RecordMeans {

    private static final double SEQUENCE_DIFFERENCE_MIN = 0.01;

    private final int measuredChannels;
    private final double[] voltageSquares = new double[Phase.COUNT];
    private final double[] currentSquares = new double[Phase.COUNT];
    private final double[] watts = new double[Phase.COUNT];
    private final double[] vars = new double[Phase.COUNT];
    private final double[] fundamentalWatts = new double[Phase.COUNT];
    private final double[] voltAmperes = new double[Phase.COUNT];
    private final double[] fundamentalSquares = new double[SampleBlock.CHANNELS];
    private final double[] real = new double[SampleBlock.CHANNELS];
    private final double[] imaginary = new double[SampleBlock.CHANNELS];
    private final double[] lineSquares = new double[Phase.COUNT];
    private double neutralSquares;
    private double negativeSquares;
    private double zeroSquares;
    private double positiveSequence;
    private double negativeSequence;
    private double zeroSequence;
    private double seconds;
    private double cycles;
    private double cycleSeconds;

    /// Starts empty.
    ///
    /// @param measuredChannels a bit for each channel of [SampleBlock] that is measured, channel 0 in bit 0
    public RecordMeans(int measuredChannels) {
        this.measuredChannels = measuredChannels;
    }

    /// Whether nothing was added yet.
    public boolean isEmpty() {
        return seconds == 0;
    }

    /// Length of what was added, s.
    public double seconds() {
        return seconds;
    }

    /// Adds an interval.
    public void add(TenCycleValues values) {
        double weight = values.seconds();
        seconds += weight;
        if (values.cycles() > 0 && values.frequency() > 0) {
            // Not the cycles of the window: where an angle jumped they are no frequency of the supply.
            cycles += values.frequency() * weight;
            cycleSeconds += weight;
        }
        Phasor reference = reference(values);
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            add(phase, values.phase(phase), weight, reference);
        }
        lineSquares[0] += weight * square(values.voltage12());
        lineSquares[1] += weight * square(values.voltage23());
        lineSquares[2] += weight * square(values.voltage31());
        neutralSquares += weight * square(values.neutralCurrent());
        SymmetricalComponents components = values.voltageComponents();
        negativeSquares += weight * square(components.negativePercent());
        zeroSquares += weight * square(components.zeroPercent());
        positiveSequence += weight * square(components.positive().magnitude());
        negativeSequence += weight * square(components.negative().magnitude());
        zeroSequence += weight * square(components.zero().magnitude());
    }

    private void add(int phase, PhaseValues values, double weight, Phasor reference) {
        voltageSquares[phase] += weight * square(values.voltage());
        currentSquares[phase] += weight * square(values.current());
        watts[phase] += weight * values.activePower();
        vars[phase] += weight * values.reactivePower();
        fundamentalWatts[phase] += weight * values.fundamentalActivePower();
        voltAmperes[phase] += weight * values.apparentPower();
        addFundamental(SampleBlock.voltage(phase), values.fundamentalVoltage(), weight, reference);
        addFundamental(SampleBlock.current(phase), values.fundamentalCurrent(), weight, reference);
    }

    private void addFundamental(int channel, Phasor fundamental, double weight, Phasor reference) {
        fundamentalSquares[channel] += weight * square(fundamental.magnitude());
        Phasor turned = fundamental.times(reference);
        real[channel] += weight * turned.real();
        imaginary[channel] += weight * turned.imaginary();
    }

    /// The means so far; not a number where nothing is measured or nothing was added.
    public MeanValues values() {
        return new MeanValues(
                seconds,
                phase(0),
                phase(1),
                phase(2),
                cycleSeconds > 0 ? cycles / cycleSeconds : Double.NaN,
                line(0, 1),
                line(1, 2),
                line(2, 0),
                hasAll(0) ? root(negativeSquares) : Double.NaN,
                hasAll(0) ? root(zeroSquares) : Double.NaN,
                sequence(),
                hasAll(Phase.COUNT) ? root(neutralSquares) : Double.NaN);
    }

    private PhaseMeans phase(int phase) {
        int voltage = SampleBlock.voltage(phase);
        int current = SampleBlock.current(phase);
        boolean hasPower = isMeasured(voltage) && isMeasured(current);
        return new PhaseMeans(
                isMeasured(voltage) ? root(voltageSquares[phase]) : Double.NaN,
                isMeasured(current) ? root(currentSquares[phase]) : Double.NaN,
                hasPower ? watts[phase] / seconds : Double.NaN,
                hasPower ? vars[phase] / seconds : Double.NaN,
                hasPower ? fundamentalWatts[phase] / seconds : Double.NaN,
                hasPower ? voltAmperes[phase] / seconds : Double.NaN,
                isMeasured(voltage) ? root(fundamentalSquares[voltage]) : Double.NaN,
                isMeasured(current) ? root(fundamentalSquares[current]) : Double.NaN,
                isMeasured(voltage) ? degrees(voltage) : Double.NaN,
                isMeasured(current) ? degrees(current) : Double.NaN);
    }

    private PhaseSequence sequence() {
        if (!hasAll(0)) {
            return PhaseSequence.UNDECIDED;
        }
        double difference = positiveSequence - negativeSequence;
        if (!(Math.abs(difference) > SEQUENCE_DIFFERENCE_MIN * (positiveSequence + negativeSequence + zeroSequence))) {
            return PhaseSequence.UNDECIDED;
        }
        return difference > 0 ? PhaseSequence.L1L2L3 : PhaseSequence.L1L3L2;
    }

    private double line(int phase, int next) {
        return isMeasured(SampleBlock.voltage(phase)) && isMeasured(SampleBlock.voltage(next))
                ? root(lineSquares[phase])
                : Double.NaN;
    }

    private double degrees(int channel) {
        return Math.toDegrees(Math.atan2(imaginary[channel], real[channel]));
    }

    /// A turn that brings the first fundamental there is to 0 degrees, the first voltage if possible: intervals start
    /// wherever they may, and only what is turned to one reference can be added.
    private static Phasor reference(TenCycleValues values) {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            Phasor fundamental = values.phase(phase).fundamentalVoltage();
            if (fundamental.magnitude() > 0) {
                return fundamental.conjugate().scaled(1 / fundamental.magnitude());
            }
        }
        Phasor current = values.l1().fundamentalCurrent();
        return current.magnitude() > 0 ? current.conjugate().scaled(1 / current.magnitude()) : new Phasor(1, 0);
    }

    private boolean hasAll(int firstChannel) {
        return isMeasured(firstChannel) && isMeasured(firstChannel + 1) && isMeasured(firstChannel + 2);
    }

    private boolean isMeasured(int channel) {
        return ((measuredChannels >> channel) & 1) != 0 && seconds > 0;
    }

    private double root(double squares) {
        return Math.sqrt(squares / seconds);
    }

    private static double square(double value) {
        return value * value;
    }
}
