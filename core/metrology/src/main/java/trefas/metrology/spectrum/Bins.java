package trefas.metrology.spectrum;

import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.SampleBlock;

/// The bins of one window, rms by real and imaginary part, in rows of the six channels, and how they are
/// gathered into harmonics, sub-groups, groups and interharmonic sub-groups (IEC 61000-4-7; dossier
/// metrology 6).
final class Bins {

    private static final int LANES = RowArithmetic.LANES;

    /// Fewest cycles whose bins lie close enough for groups.
    private static final int GROUPING_CYCLES = 10;

    private final double[] scales;
    private final double[] real;
    private final double[] imaginary;
    private final double[] squares;

    /// Starts empty.
    ///
    /// @param capacity bins, from 0
    Bins(int capacity) {
        scales = new double[capacity];
        real = new double[capacity * LANES];
        imaginary = new double[capacity * LANES];
        squares = new double[capacity * LANES];
    }

    /// Takes the bins from the transformed points. Those within half a bin of half the sampling rate or
    /// beyond are zero.
    ///
    /// @param samples length of the window
    /// @param band bins that are asked for
    void take(
            RowArithmetic arithmetic,
            double[] points,
            FourierPlan plan,
            KaiserKernel kernel,
            double samples,
            int band) {
        int count = Math.clamp((int) Math.floor(samples / 2 + 0.5), 1, band);
        double scale = 0.5 / plan.length();
        for (int bin = 0; bin < count; bin++) {
            scales[bin] = scale * kernel.correction(bin / samples);
            scale = Math.sqrt(0.5) / plan.length();
        }
        arithmetic.split(points, plan, scales, count, real, imaginary);
        int end = count * LANES;
        for (int i = 0; i < end; i++) {
            squares[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
        }
        for (int i = end; i < band * LANES; i++) {
            real[i] = 0;
            imaginary[i] = 0;
            squares[i] = 0;
        }
    }

    /// Fills a spectrum.
    ///
    /// @param cycles of the window: the distance of two harmonics in bins
    void gather(int cycles, HarmonicSpectrum spectrum) {
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            double direct = real[channel];
            double above = cycles < GROUPING_CYCLES ? 0 : sum(2, cycles - 2, channel);
            spectrum.set(channel, 0, direct, 0, Math.abs(direct), Math.abs(direct), Math.sqrt(above));
            for (int order = 1; order <= spectrum.orders(); order++) {
                gather(cycles, spectrum, channel, order);
            }
        }
    }

    private void gather(int cycles, HarmonicSpectrum spectrum, int channel, int order) {
        int bin = order * cycles;
        // A sine that rises at the start has a bin of negative imaginary part: a quarter turn forward makes
        // it real.
        double sine = -imaginary[bin * LANES + channel];
        double cosine = real[bin * LANES + channel];
        if (cycles < GROUPING_CYCLES) {
            double rms = Math.sqrt(squares[bin * LANES + channel]);
            spectrum.set(channel, order, sine, cosine, rms, rms, 0);
            return;
        }
        double subgroup = sum(bin - 1, bin + 1, channel);
        int reach = (cycles - 1) / 2;
        double group = sum(bin - reach, bin - 2, channel) + subgroup + sum(bin + 2, bin + reach, channel);
        if (cycles % 2 == 0) {
            // The bin half way belongs to both neighbours, half to each.
            int half = cycles / 2;
            group += (squares[(bin - half) * LANES + channel] + squares[(bin + half) * LANES + channel]) / 2;
        }
        double between = sum(bin + 2, bin + cycles - 2, channel);
        spectrum.set(channel, order, sine, cosine, Math.sqrt(subgroup), Math.sqrt(group), Math.sqrt(between));
    }

    private double sum(int first, int last, int channel) {
        double sum = 0;
        for (int bin = first; bin <= last; bin++) {
            sum += squares[bin * LANES + channel];
        }
        return sum;
    }
}
