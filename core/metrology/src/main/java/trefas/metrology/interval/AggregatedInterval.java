package trefas.metrology.interval;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import trefas.metrology.HarmonicSpectrum;

/// Values over a long interval of IEC 61000-4-30.
///
/// @param length which kind of interval
/// @param startSeconds beginning of the first basic interval inside, since the first sample of the record
/// @param endSeconds end of the last
/// @param count intervals put together: basic ones, of [IntervalLength#TWO_HOURS] those of ten minutes
/// @param measuredSeconds length of the basic intervals together
/// @param isWhole whether enough of it was measured to stand for the whole interval
/// @param isFlagged whether a dip, swell or interruption fell into it
/// @param statistics the quantities that were told at least once
/// @param spectrum harmonics and their groups as the root of the mean square, see
///     [trefas.metrology.spectrum.SpectrumMean]; only with spectra, and not of single seconds
public record AggregatedInterval(
        IntervalLength length,
        double startSeconds,
        double endSeconds,
        int count,
        double measuredSeconds,
        boolean isWhole,
        boolean isFlagged,
        Map<IntervalQuantity, Statistic> statistics,
        Optional<HarmonicSpectrum> spectrum) {

    public AggregatedInterval {
        statistics = Map.copyOf(statistics);
    }

    /// Everything known of a quantity.
    public Optional<Statistic> statistic(IntervalQuantity quantity) {
        return Optional.ofNullable(statistics.get(quantity));
    }

    /// Mean of a quantity, if it was told.
    public OptionalDouble mean(IntervalQuantity quantity) {
        Statistic statistic = statistics.get(quantity);
        return statistic == null ? OptionalDouble.empty() : OptionalDouble.of(statistic.mean());
    }
}
