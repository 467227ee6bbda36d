package trefas.metrology.interval;

import java.util.Arrays;
import java.util.Optional;
import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.SampleBlock;

/// Mean squares of spectra.
final class SpectrumSums {

    private static final int KINDS = 4;

    private final double[] squares = new double[SampleBlock.CHANNELS * (HarmonicSpectrum.ORDERS_MAX + 1) * KINDS];
    private int orders;
    private int count;

    void add(HarmonicSpectrum spectrum) {
        orders = spectrum.orders();
        count++;
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            for (int order = 0; order <= orders; order++) {
                int place = place(channel, order);
                squares[place] += square(spectrum.rms(channel, order));
                squares[place + 1] += square(spectrum.subgroup(channel, order));
                squares[place + 2] += square(spectrum.group(channel, order));
                squares[place + 3] += square(spectrum.interharmonicSubgroup(channel, order));
            }
        }
    }

    Optional<HarmonicSpectrum> mean() {
        if (count == 0) {
            return Optional.empty();
        }
        HarmonicSpectrum spectrum = new HarmonicSpectrum(orders);
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            for (int order = 0; order <= orders; order++) {
                int place = place(channel, order);
                spectrum.set(channel, order, root(place), 0, root(place + 1), root(place + 2), root(place + 3));
            }
        }
        return Optional.of(spectrum);
    }

    void clear() {
        Arrays.fill(squares, 0);
        count = 0;
    }

    private double root(int place) {
        return Math.sqrt(squares[place] / count);
    }

    private static double square(double value) {
        return value * value;
    }

    private static int place(int channel, int order) {
        return (channel * (HarmonicSpectrum.ORDERS_MAX + 1) + order) * KINDS;
    }
}
