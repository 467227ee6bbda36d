package trefas.metrology.interval;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.spectrum.SpectrumMean;

/// What has been collected of one long interval. Everything counts by its length: whole basic intervals are as good as
/// equal, and the short one at the end of a record must not count like a whole one.
final class IntervalSums {

    private static final IntervalQuantity[] QUANTITIES = IntervalQuantity.values();

    private final IntervalLength length;
    private final double[] sums = new double[IntervalQuantity.COUNT];
    private final double[] weights = new double[IntervalQuantity.COUNT];
    private final double[] minima = new double[IntervalQuantity.COUNT];
    private final double[] maxima = new double[IntervalQuantity.COUNT];
    private final int[] counts = new int[IntervalQuantity.COUNT];
    private @Nullable SpectrumMean spectra;
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

    double startSeconds() {
        return startSeconds;
    }

    double endSeconds() {
        return endSeconds;
    }

    /// A basic interval.
    ///
    /// @param numbers the quantities by their places; no number for what was not told
    void add(double startSeconds, double endSeconds, double[] numbers, boolean isFlagged) {
        double seconds = endSeconds - startSeconds;
        stretch(startSeconds, endSeconds, seconds, isFlagged);
        for (IntervalQuantity quantity : QUANTITIES) {
            double number = numbers[quantity.index()];
            if (!Double.isNaN(number)) {
                add(quantity, number, number, number, seconds);
            }
        }
    }

    /// An interval of ten minutes, as a part of two hours.
    void add(AggregatedInterval part) {
        double seconds = part.measuredSeconds();
        stretch(part.startSeconds(), part.endSeconds(), seconds, part.isFlagged());
        part.statistics()
                .forEach((quantity, statistic) ->
                        add(quantity, statistic.mean(), statistic.minimum(), statistic.maximum(), seconds));
        part.spectrum().ifPresent(spectrum -> add(spectrum, seconds));
    }

    /// The spectrum of a part.
    void add(HarmonicSpectrum spectrum, double seconds) {
        SpectrumMean mean = spectra;
        if (mean == null) {
            mean = new SpectrumMean(spectrum.orders());
            spectra = mean;
        }
        mean.add(spectrum, seconds);
    }

    /// The interval, and starts again.
    AggregatedInterval close(boolean isTouched) {
        AggregatedInterval interval = new AggregatedInterval(
                length,
                startSeconds,
                endSeconds,
                count,
                measuredSeconds,
                isWhole(),
                isFlagged || isTouched,
                statistics(),
                spectrum());
        clear();
        return interval;
    }

    private Map<IntervalQuantity, Statistic> statistics() {
        Map<IntervalQuantity, Statistic> statistics = new EnumMap<>(IntervalQuantity.class);
        for (IntervalQuantity quantity : QUANTITIES) {
            int place = quantity.index();
            if (counts[place] > 0) {
                double mean = sums[place] / weights[place];
                statistics.put(
                        quantity,
                        new Statistic(
                                quantity.isMagnitude() ? Math.sqrt(mean) : mean,
                                minima[place],
                                maxima[place],
                                counts[place]));
            }
        }
        return statistics;
    }

    private Optional<HarmonicSpectrum> spectrum() {
        SpectrumMean mean = spectra;
        return mean == null || mean.spectra() == 0 ? Optional.empty() : Optional.of(mean.mean());
    }

    private boolean isWhole() {
        return length == IntervalLength.FIFTEEN_BASIC
                ? count == IntervalAggregator.BASIC_IN_GROUP
                : measuredSeconds >= length.wholeShare() * length.clockSeconds();
    }

    private void add(IntervalQuantity quantity, double value, double minimum, double maximum, double weight) {
        int place = quantity.index();
        sums[place] += weight * (quantity.isMagnitude() ? value * value : value);
        weights[place] += weight;
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
        Arrays.fill(weights, 0);
        Arrays.fill(minima, Double.POSITIVE_INFINITY);
        Arrays.fill(maxima, Double.NEGATIVE_INFINITY);
        Arrays.fill(counts, 0);
        SpectrumMean mean = spectra;
        if (mean != null) {
            mean.clear();
        }
        count = 0;
        measuredSeconds = 0;
        isFlagged = false;
    }
}
