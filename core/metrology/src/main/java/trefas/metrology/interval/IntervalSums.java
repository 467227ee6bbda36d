package trefas.metrology.interval;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.SampleBlock;
import trefas.metrology.TenCycleValues;
import trefas.quantity.Phase;

/// What has been collected of one long interval.
final class IntervalSums {

    private final IntervalLength length;
    private final double[] sums = new double[IntervalQuantity.COUNT];
    private final double[] minima = new double[IntervalQuantity.COUNT];
    private final double[] maxima = new double[IntervalQuantity.COUNT];
    private final int[] counts = new int[IntervalQuantity.COUNT];
    private final SpectrumSums spectra = new SpectrumSums();
    private int count;
    private double startSeconds;
    private double endSeconds;
    private double measuredSeconds;
    private boolean isFlagged;

    IntervalSums(IntervalLength length) {
        this.length = length;
        clear();
    }

    int count() {
        return count;
    }

    /// A basic interval.
    void add(TenCycleValues values, Optional<HarmonicSpectrum> spectrum, boolean isFlagged) {
        stretch(values.startSeconds(), values.endSeconds(), values.seconds(), isFlagged);
        for (IntervalQuantity quantity : QUANTITIES) {
            double value = quantity.of(values);
            if (!Double.isNaN(value)) {
                add(quantity, value, value, value);
            }
        }
        spectrum.ifPresent(this::add);
    }

    /// An interval of ten minutes, as a part of two hours: each counts as one, whatever it holds.
    void add(AggregatedInterval part) {
        stretch(part.startSeconds(), part.endSeconds(), part.measuredSeconds(), part.isFlagged());
        part.statistics()
                .forEach((quantity, statistic) ->
                        add(quantity, statistic.mean(), statistic.minimum(), statistic.maximum()));
        part.spectrum().ifPresent(spectra::add);
    }

    /// The interval, and starts again.
    AggregatedInterval close(boolean isTouched) {
        Map<IntervalQuantity, Statistic> statistics = new EnumMap<>(IntervalQuantity.class);
        for (IntervalQuantity quantity : QUANTITIES) {
            int place = quantity.index();
            if (counts[place] > 0) {
                double mean = sums[place] / counts[place];
                statistics.put(
                        quantity,
                        new Statistic(
                                quantity.isMagnitude() ? Math.sqrt(mean) : mean,
                                minima[place],
                                maxima[place],
                                counts[place]));
            }
        }
        AggregatedInterval interval = new AggregatedInterval(
                length,
                startSeconds,
                endSeconds,
                count,
                measuredSeconds,
                isWhole(),
                isFlagged || isTouched,
                statistics,
                spectra.mean());
        clear();
        return interval;
    }

    double startSeconds() {
        return startSeconds;
    }

    double endSeconds() {
        return endSeconds;
    }

    private boolean isWhole() {
        return length == IntervalLength.FIFTEEN_BASIC
                ? count == IntervalAggregator.BASIC_IN_GROUP
                : measuredSeconds >= length.wholeShare() * length.clockSeconds();
    }

    private void add(HarmonicSpectrum spectrum) {
        spectra.add(spectrum);
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            double voltage = spectrum.thd(SampleBlock.voltage(phase));
            double current = spectrum.thd(SampleBlock.current(phase));
            add(IntervalQuantity.voltageThd(phase), voltage, voltage, voltage);
            add(IntervalQuantity.currentThd(phase), current, current, current);
        }
    }

    private void add(IntervalQuantity quantity, double value, double minimum, double maximum) {
        int place = quantity.index();
        sums[place] += quantity.isMagnitude() ? value * value : value;
        minima[place] = Math.min(minima[place], minimum);
        maxima[place] = Math.max(maxima[place], maximum);
        counts[place]++;
    }

    private void stretch(double start, double end, double seconds, boolean flagged) {
        if (count == 0) {
            startSeconds = start;
        }
        endSeconds = end;
        measuredSeconds += seconds;
        isFlagged |= flagged;
        count++;
    }

    private void clear() {
        Arrays.fill(sums, 0);
        Arrays.fill(minima, Double.POSITIVE_INFINITY);
        Arrays.fill(maxima, Double.NEGATIVE_INFINITY);
        Arrays.fill(counts, 0);
        spectra.clear();
        count = 0;
        measuredSeconds = 0;
        isFlagged = false;
    }

    private static final IntervalQuantity[] QUANTITIES = IntervalQuantity.values();
}
