package trefas.metrology;

/// Harmonics of the six channels over one window or as the root mean square over several (IEC 61000-4-7). Orders
/// count from 1, the fundamental, to [#orders]; order 0 is the direct component. All values are rms, V or A.
///
/// | value                    | bins it holds, 5 Hz apart                    |
/// |--------------------------|----------------------------------------------|
/// | harmonic                 | the bin of the harmonic alone                |
/// | sub-group                | that bin and one on either side              |
/// | group                    | all up to half way to the next harmonics     |
/// | interharmonic sub-group  | between two harmonics, without the sub-groups |
///
/// Windows of fewer than 10 cycles have no bins between that could be told apart: there all four are the harmonic
/// (and the interharmonic sub-group is zero).
public final class HarmonicSpectrum {

    /// Orders the meter's papers ask for (dossier 3.10).
    public static final int ORDERS = 40;

    /// Highest order that can be asked for (class A of IEC 61000-4-30).
    public static final int ORDERS_MAX = 50;

    private final int orders;
    private final double[] real;
    private final double[] imaginary;
    private final double[] subgroups;
    private final double[] groups;
    private final double[] interharmonics;

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

    /// Rms and angle of a harmonic; the angle counts from the start of the window, in degrees of the harmonic itself.
    public Phasor harmonic(int channel, int order) {
        int place = place(channel, order);
        return new Phasor(real[place], imaginary[place]);
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
            vars += harmonic(SampleBlock.voltage(phase), order)
                    .reactivePower(harmonic(SampleBlock.current(phase), order));
        }
        return vars;
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
