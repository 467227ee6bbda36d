package trefas.simulation.waveform;

import java.util.Arrays;
import trefas.metrology.Phasor;
import trefas.quantity.Phase;

/// Voltages and currents while nothing changes: their orders as phasors in a frame that turns with the
/// grid.
///
/// The current has two parts, because the voltage may be modulated from sample to sample: one that follows
/// it and one that holds.
final class GridState {

    /// Below this the loads of a broken neutral are no loads, S: 1 mA at 230 V is 4e-6.
    private static final double ADMITTANCE_MIN = 1e-9;

    private final WaveformModel model;
    private final OrderPhasors base = new OrderPhasors();
    private final OrderPhasors voltage = new OrderPhasors();
    private final OrderPhasors following = new OrderPhasors();
    private final OrderPhasors holding = new OrderPhasors();
    private final double[] angles = new double[Phase.COUNT];
    private final double[] factors = new double[Phase.COUNT];
    private final double[] found;
    private final double[] before;
    private boolean isNeutralLost;
    private boolean isFilled;

    GridState(WaveformModel model) {
        this.model = model;
        this.found =
                new double[Phase.COUNT + 1 + (2 * Phase.COUNT * model.loads().size())];
        this.before = new double[found.length];
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            Phasor fundamental = model.grid().fundamental(phase);
            angles[phase] = fundamental.radians();
            base.set(phase, 1, fundamental.real(), fundamental.imaginary());
            if (fundamental.magnitude() > 0) {
                addHarmonics(phase);
            }
        }
    }

    private void addHarmonics(int phase) {
        for (GridHarmonic harmonic : model.grid().harmonics()) {
            if (harmonic.isHarmonic() && harmonic.ratio() <= model.orders()) {
                double rms = model.grid().declaredVolts() * harmonic.percent() / 100;
                double angle = (harmonic.ratio() * angles[phase]) + Math.toRadians(harmonic.degrees());
                int order = (int) harmonic.ratio();
                base.add(phase, order, rms * StrictMath.cos(angle), rms * StrictMath.sin(angle));
            }
        }
    }

    OrderPhasors voltage() {
        return voltage;
    }

    OrderPhasors following() {
        return following;
    }

    OrderPhasors holding() {
        return holding;
    }

    /// Angle of a phase's undisturbed fundamental, radians.
    double angle(int phase) {
        return angles[phase];
    }

    /// What a disturbance leaves of a phase; 0 for a phase that is missing.
    double factor(int phase) {
        return base.square(phase, 1) > 0 ? factors[phase] : 0;
    }

    /// Turns to an instant.
    ///
    /// @param cycles the cycle each phase is in
    /// @return whether anything differs from the instant before
    boolean at(double seconds, long[] cycles) {
        int place = 0;
        for (Phase phase : Phase.values()) {
            found[place++] = factorOf(phase, seconds);
        }
        isNeutralLost = model.grid().neutralLoss().covers(seconds);
        found[place++] = isNeutralLost ? 1 : 0;
        for (WaveformLoad load : model.loads()) {
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                boolean isOn = load.gate().isOn(cycles[phase]);
                found[place++] = isOn ? load.profile().amperes(phase, seconds) : 0;
                found[place++] = load.profile().lagDegrees(phase, seconds);
            }
        }
        if (isFilled && Arrays.equals(found, before)) {
            return false;
        }
        System.arraycopy(found, 0, before, 0, found.length);
        isFilled = true;
        fill();
        return true;
    }

    private double factorOf(Phase phase, double seconds) {
        double factor = model.grid().voltageWander().factor(model.seed(), phase.index(), (long) Math.floor(seconds));
        for (VoltageDisturbance disturbance : model.grid().disturbances()) {
            if (disturbance.covers(seconds) && disturbance.covers(phase)) {
                factor *= disturbance.factor();
            }
        }
        return factor;
    }

    private void fill() {
        voltage.clear();
        following.clear();
        holding.clear();
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            factors[phase] = found[phase];
            for (int order = 1; order <= model.orders(); order++) {
                voltage.set(
                        phase,
                        order,
                        base.real(phase, order) * factors[phase],
                        base.imaginary(phase, order) * factors[phase]);
            }
        }
        if (isNeutralLost) {
            floatStarPoint();
            return;
        }
        for (int index = 0; index < model.loads().size(); index++) {
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                double amperes = amperes(index, phase);
                if (amperes > 0) {
                    draw(model.loads().get(index), phase, amperes, lag(index, phase));
                }
            }
        }
    }

    private double amperes(int load, int phase) {
        return found[Phase.COUNT + 1 + (2 * ((load * Phase.COUNT) + phase))];
    }

    private double lag(int load, int phase) {
        return Math.toRadians(found[Phase.COUNT + 2 + (2 * ((load * Phase.COUNT) + phase))]);
    }

    private void draw(WaveformLoad load, int phase, double amperes, double lag) {
        double part = Math.sqrt(voltage.square(phase, 1)) / model.grid().declaredVolts();
        switch (load.response()) {
            case LINEAR -> linear(phase, model.grid().declaredVolts() / amperes, lag);
            case FOLLOWS -> shaped(following, load.signature(), phase, amperes * part, angles[phase] - lag);
            case HOLDS -> {
                if (part >= WaveformLoad.HOLDING_PART_MIN) {
                    shaped(holding, load.signature(), phase, amperes, angles[phase] - lag);
                }
            }
        }
    }

    /// R + j X of an inductance, R - j X of a capacitance, each order by itself.
    private void linear(int phase, double ohms, double lag) {
        double resistance = ohms * StrictMath.cos(lag);
        double reactance = ohms * StrictMath.sin(lag);
        for (int order = 1; order <= model.orders(); order++) {
            double x = reactance >= 0 ? reactance * order : reactance / order;
            double square = (resistance * resistance) + (x * x);
            double real = voltage.real(phase, order);
            double imaginary = voltage.imaginary(phase, order);
            following.add(
                    phase,
                    order,
                    ((real * resistance) + (imaginary * x)) / square,
                    ((imaginary * resistance) - (real * x)) / square);
        }
    }

    private void shaped(OrderPhasors current, HarmonicSignature shape, int phase, double amperes, double angle) {
        double cosine = StrictMath.cos(angle);
        double sine = StrictMath.sin(angle);
        double real = amperes;
        double imaginary = 0;
        for (int order = 0; order <= model.orders(); order++) {
            double a = shape.real(order);
            double b = shape.imaginary(order);
            current.add(phase, order, (a * real) - (b * imaginary), (a * imaginary) + (b * real));
            double turned = (real * cosine) - (imaginary * sine);
            imaginary = (real * sine) + (imaginary * cosine);
            real = turned;
        }
    }

    /// Millman: the star point lies where the currents add up to nothing.
    private void floatStarPoint() {
        Phasor[] admittances = new Phasor[Phase.COUNT];
        Phasor sum = Phasor.ZERO;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            admittances[phase] = admittance(phase);
            sum = sum.plus(admittances[phase]);
        }
        if (sum.magnitude() < ADMITTANCE_MIN) {
            return;
        }
        Phasor inverse = sum.conjugate().scaled(1 / (sum.magnitude() * sum.magnitude()));
        for (int order = 1; order <= model.orders(); order++) {
            Phasor star = Phasor.ZERO;
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                star = star.plus(of(voltage, phase, order).times(admittances[phase]));
            }
            star = star.times(inverse);
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                Phasor across = of(voltage, phase, order).minus(star);
                Phasor current = across.times(admittances[phase]);
                voltage.set(phase, order, across.real(), across.imaginary());
                following.add(phase, order, current.real(), current.imaginary());
            }
        }
    }

    private Phasor admittance(int phase) {
        Phasor sum = Phasor.ZERO;
        for (int index = 0; index < model.loads().size(); index++) {
            WaveformLoad load = model.loads().get(index);
            Phasor shape = load.response() == WaveformLoad.Response.LINEAR
                    ? HarmonicSignature.SINE.order(1)
                    : load.signature().order(1);
            double lag = lag(index, phase);
            sum = sum.plus(shape.times(new Phasor(StrictMath.cos(lag), -StrictMath.sin(lag)))
                    .scaled(amperes(index, phase) / model.grid().declaredVolts()));
        }
        return sum;
    }

    private static Phasor of(OrderPhasors phasors, int phase, int order) {
        return new Phasor(phasors.real(phase, order), phasors.imaginary(phase, order));
    }
}
