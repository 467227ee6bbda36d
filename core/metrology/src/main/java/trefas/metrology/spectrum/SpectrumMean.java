package trefas.metrology.spectrum;

import java.util.Arrays;
import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.Phasor;
import trefas.metrology.SampleBlock;
import trefas.quantity.Phase;

/// The mean of many spectra: of 15 windows for 150 cycles, of 10 minutes, of a whole record. Rms values are
/// root mean squares (IEC 61000-4-30), powers of an order are means. The angle of a harmonic is that of the
/// mean of its phasors, each turned so that the fundamental voltage of its phase rises through zero at the
/// start (the channel's own fundamental where there is no voltage): the windows start wherever they may,
/// the mean starts there.
public final class SpectrumMean {

    private final int orders;
    private final double[] real;
    private final double[] imaginary;
    private final double[] squares;
    private final double[] subgroups;
    private final double[] groups;
    private final double[] interharmonics;
    private final double[] watts;
    private final double[] vars;
    private double weight;
    private long spectra;

    /// Starts empty.
    ///
    /// @param orders as the spectra have
    public SpectrumMean(int orders) {
        this.orders = orders;
        int places = SampleBlock.CHANNELS * (orders + 1);
        real = new double[places];
        imaginary = new double[places];
        squares = new double[places];
        subgroups = new double[places];
        groups = new double[places];
        interharmonics = new double[places];
        watts = new double[Phase.COUNT * (orders + 1)];
        vars = new double[Phase.COUNT * (orders + 1)];
    }

    /// Spectra inside.
    public long spectra() {
        return spectra;
    }

    /// Forgets all.
    public void clear() {
        for (double[] sums :
                new double[][] {real, imaginary, squares, subgroups, groups, interharmonics, watts, vars}) {
            Arrays.fill(sums, 0);
        }
        weight = 0;
        spectra = 0;
    }

    /// Adds a spectrum as IEC 61000-4-30 counts basic intervals: all alike.
    public void add(HarmonicSpectrum spectrum) {
        add(spectrum, 1);
    }

    /// Adds a spectrum that counts by a weight: its length, where windows of other lengths are among them.
    ///
    /// @param weight above 0
    /// @throws IllegalArgumentException for another number of orders, or a weight that is not above 0
    public void add(HarmonicSpectrum spectrum, double weight) {
        if (spectrum.orders() != orders) {
            throw new IllegalArgumentException("spectra of " + orders + " orders: " + spectrum.orders());
        }
        if (!(weight > 0)) {
            throw new IllegalArgumentException("a weight is above 0: " + weight);
        }
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            addChannel(spectrum, channel, weight);
        }
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            for (int order = 0; order <= orders; order++) {
                watts[place(phase, order)] += weight * spectrum.activePower(phase, order);
                vars[place(phase, order)] += weight * spectrum.reactivePower(phase, order);
            }
        }
        this.weight += weight;
        spectra++;
    }

    private void addChannel(HarmonicSpectrum spectrum, int channel, double weight) {
        Phasor step = turnOf(spectrum, channel);
        Phasor turn = new Phasor(1, 0);
        for (int order = 0; order <= orders; order++) {
            int place = place(channel, order);
            Phasor harmonic = spectrum.harmonic(channel, order);
            Phasor turned = harmonic.times(turn);
            real[place] += weight * turned.real();
            imaginary[place] += weight * turned.imaginary();
            squares[place] += weight * square(harmonic.magnitude());
            subgroups[place] += weight * square(spectrum.subgroup(channel, order));
            groups[place] += weight * square(spectrum.group(channel, order));
            interharmonics[place] += weight * square(spectrum.interharmonicSubgroup(channel, order));
            turn = turn.times(step);
        }
    }

    /// A turn by the negative angle of the fundamental.
    private static Phasor turnOf(HarmonicSpectrum spectrum, int channel) {
        Phasor fundamental = spectrum.harmonic(SampleBlock.voltage(channel % Phase.COUNT), 1);
        if (fundamental.magnitude() == 0) {
            fundamental = spectrum.harmonic(channel, 1);
        }
        double magnitude = fundamental.magnitude();
        return magnitude == 0 ? new Phasor(1, 0) : fundamental.conjugate().scaled(1 / magnitude);
    }

    /// The mean so far; all zero when nothing was added.
    public HarmonicSpectrum mean() {
        HarmonicSpectrum mean = new HarmonicSpectrum(orders);
        double total = spectra == 0 ? 1 : weight;
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            for (int order = 0; order <= orders; order++) {
                int place = place(channel, order);
                double length = Math.hypot(real[place], imaginary[place]);
                double rms = Math.sqrt(squares[place] / total);
                mean.set(
                        channel,
                        order,
                        length == 0 ? rms : real[place] * rms / length,
                        length == 0 ? 0 : imaginary[place] * rms / length,
                        Math.sqrt(subgroups[place] / total),
                        Math.sqrt(groups[place] / total),
                        Math.sqrt(interharmonics[place] / total));
            }
        }
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            for (int order = 0; order <= orders; order++) {
                mean.powers(phase, order, watts[place(phase, order)] / total, vars[place(phase, order)] / total);
            }
        }
        return mean;
    }

    private int place(int channel, int order) {
        return channel * (orders + 1) + order;
    }

    private static double square(double value) {
        return value * value;
    }
}
