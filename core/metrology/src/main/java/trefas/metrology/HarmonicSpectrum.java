package trefas.metrology;

import trefas.quantity.Phase;

/// Harmonics of the six channels over one window or as the root mean square over several (IEC 61000-4-7).
/// Orders count from 1, the fundamental, to [#orders]; order 0 is the direct component. All values are rms,
/// V or A.
///
/// | value                    | bins it holds, 5 Hz apart                    |
/// |--------------------------|----------------------------------------------|
/// | harmonic                 | the bin of the harmonic alone                |
/// | sub-group                | that bin and one on either side              |
/// | group                    | all up to half way to the next harmonics     |
/// | interharmonic sub-group  | between two harmonics, without the sub-groups |
///
/// Windows of fewer than 10 cycles have no bins between that could be told apart: there all four are the
/// harmonic (and the interharmonic sub-group is zero). Of order 0 harmonic, sub-group and group are the
/// direct component alone, which has the sign of the harmonic's real part. Orders beyond half the sampling
/// rate are zero.
public final class HarmonicSpectrum {

    /// Orders the meter's papers ask for (dossier 3.10).
    public static final int ORDERS = 40;

    /// Highest order that can be asked for (class A of IEC 61000-4-30).
    public static final int ORDERS_MAX = 50;

    private static final double FULL_TURN_DEGREES = 360;

    private final int orders;
    private final double[] real;
    private final double[] imaginary;
    private final double[] subgroups;
    private final double[] groups;
    private final double[] interharmonics;
    private final double[] activePowers;
    private final double[] reactivePowers;
    private boolean hasMeanPowers;

    /// A spectrum of nothing, to be filled by its analyser in this package's modules.
    ///
    /// @param orders 1 to [#ORDERS_MAX]
    public HarmonicSpectrum(int orders) {
        if (orders < 1 || orders > ORDERS_MAX) {
            throw new IllegalArgumentException("orders are 1 to " + ORDERS_MAX + ": " + orders);
        }
        this.orders = orders;
        int places = SampleBlock.CHANNELS * (orders + 1);
        real = new double[places];
        imaginary = new double[places];
        subgroups = new double[places];
        groups = new double[places];
        interharmonics = new double[places];
        activePowers = new double[Phase.COUNT * (orders + 1)];
        reactivePowers = new double[Phase.COUNT * (orders + 1)];
    }

    /// Highest order inside.
    public int orders() {
        return orders;
    }

    /// Sets one order of one channel.
    public void set(
            int channel,
            int order,
            double real,
            double imaginary,
            double subgroup,
            double group,
            double interharmonicSubgroup) {
        int place = place(channel, order);
        this.real[place] = real;
        this.imaginary[place] = imaginary;
        this.subgroups[place] = subgroup;
        this.groups[place] = group;
        this.interharmonics[place] = interharmonicSubgroup;
    }

    /// Rms and angle of a harmonic; the angle counts from the start of the window, in degrees of the
    /// harmonic itself.
    public Phasor harmonic(int channel, int order) {
        int place = place(channel, order);
        return new Phasor(real[place], imaginary[place]);
    }

    /// Sets the mean powers of one order, where they are more than the product of the two phasors: in a
    /// mean over several windows. From then on every order's powers are the ones set.
    ///
    /// @param watts mean active power of the order
    /// @param vars mean reactive power of the order
    public void powers(int phase, int order, double watts, double vars) {
        int place = place(SampleBlock.voltage(phase), order);
        activePowers[place] = watts;
        reactivePowers[place] = vars;
        hasMeanPowers = true;
    }

    /// Rms of a harmonic.
    public double rms(int channel, int order) {
        return harmonic(channel, order).magnitude();
    }

    /// Rms of a harmonic sub-group.
    public double subgroup(int channel, int order) {
        return subgroups[place(channel, order)];
    }

    /// Rms of a harmonic group.
    public double group(int channel, int order) {
        return groups[place(channel, order)];
    }

    /// Rms of the interharmonic centred sub-group above an order.
    public double interharmonicSubgroup(int channel, int order) {
        return interharmonics[place(channel, order)];
    }

    /// Angle of a harmonic against the fundamental voltage of its phase, degrees of the harmonic itself,
    /// above -180 to 180: its angle at the instant that voltage rises through zero. Unlike the angle of
    /// [#harmonic] it does not depend on where the window starts. Without voltage the fundamental of the
    /// channel itself is the reference; without either, or for order 0, the angle is 0.
    public double angleToFundamental(int channel, int order) {
        Phasor harmonic = harmonic(channel, order);
        if (order == 0 || harmonic.magnitude() == 0) {
            return 0;
        }
        double degrees = harmonic.degrees() - order * referenceOf(channel).degrees();
        double wrapped = Math.IEEEremainder(degrees, FULL_TURN_DEGREES);
        return wrapped <= -FULL_TURN_DEGREES / 2 ? wrapped + FULL_TURN_DEGREES : wrapped;
    }

    /// Active power of one order, W; the sign tells which way that harmonic flows.
    public double activePower(int phase, int order) {
        if (hasMeanPowers) {
            return activePowers[place(SampleBlock.voltage(phase), order)];
        }
        return harmonic(SampleBlock.voltage(phase), order).activePower(harmonic(SampleBlock.current(phase), order));
    }

    /// Reactive power of one order, var; positive when that harmonic of the current lags. Order 0 has none.
    public double reactivePower(int phase, int order) {
        if (hasMeanPowers) {
            return reactivePowers[place(SampleBlock.voltage(phase), order)];
        }
        return harmonic(SampleBlock.voltage(phase), order).reactivePower(harmonic(SampleBlock.current(phase), order));
    }

    /// Total harmonic distortion by harmonics, percent of the fundamental; 0 without a fundamental.
    public double thd(int channel) {
        double squares = 0;
        for (int order = 2; order <= orders; order++) {
            double rms = rms(channel, order);
            squares += rms * rms;
        }
        return percent(squares, rms(channel, 1));
    }

    /// Total distortion by sub-groups (THDS), percent of the fundamental's sub-group; 0 without one.
    public double thdSubgroups(int channel) {
        double squares = 0;
        for (int order = 2; order <= orders; order++) {
            double rms = subgroup(channel, order);
            squares += rms * rms;
        }
        return percent(squares, subgroup(channel, 1));
    }

    /// Reactive power by Budeanu, var: the sum over the orders. An extra value only; no register counts it.
    public double budeanu(int phase) {
        double vars = 0;
        for (int order = 1; order <= orders; order++) {
            vars += reactivePower(phase, order);
        }
        return vars;
    }

    /// The fundamental that angles of a channel count from: the voltage of its phase, or its own without
    /// one.
    private Phasor referenceOf(int channel) {
        Phasor voltage = harmonic(SampleBlock.voltage(channel % Phase.COUNT), 1);
        return voltage.magnitude() == 0 ? harmonic(channel, 1) : voltage;
    }

    private static double percent(double squares, double fundamental) {
        return fundamental == 0 ? 0 : 100 * Math.sqrt(squares) / fundamental;
    }

    private int place(int channel, int order) {
        if (order < 0 || order > orders) {
            throw new IllegalArgumentException("an order is 0 to " + orders + ": " + order);
        }
        return channel * (orders + 1) + order;
    }
}
