package trefas.metrology.accuracy;

import java.util.List;
import java.util.OptionalDouble;
import trefas.quantity.AccuracyClass;
import trefas.quantity.RatedCurrents;

/// The bands of temperature of Directive 2014/32/EU, Annex V, table 2, and the maximum permissible error in each,
/// percent, all influences together.
///
/// | temperature, C          | Imin <= I < Itr: A B C | Itr <= I <= Imax: A B C | one phase: A B C |
/// |-------------------------|------------------------|-------------------------|------------------|
/// | +5 to +30               | 3.5 2 1                | 3.5 2 0.7               | 4 2.5 1          |
/// | -10 to +5, +30 to +40   | 5 2.5 1.3              | 4.5 2.5 1               | 5 3 1.3          |
/// | -25 to -10, +40 to +55  | 7 3.5 1.7              | 7 3.5 1.3               | 7 4 1.7          |
/// | -40 to -25, +55 to +70  | 9 4 2                  | 9 4 1.5                 | 9 4.5 2          |
public enum TemperatureBand {
    TEMPERATE(5, 30, new double[] {3.5, 2, 1}, new double[] {3.5, 2, 0.7}, new double[] {4, 2.5, 1}),
    COOL_OR_WARM(-10, 40, new double[] {5, 2.5, 1.3}, new double[] {4.5, 2.5, 1}, new double[] {5, 3, 1.3}),
    COLD_OR_HOT(-25, 55, new double[] {7, 3.5, 1.7}, new double[] {7, 3.5, 1.3}, new double[] {7, 4, 1.7}),
    /// The meter is built for -40 to +55 C, so only the cold end of this band is its own.
    EXTREME(-40, 70, new double[] {9, 4, 2}, new double[] {9, 4, 1.5}, new double[] {9, 4.5, 2});

    private final double lowestCelsius;
    private final double highestCelsius;
    private final double[] lowCurrent;
    private final double[] balanced;
    private final double[] onePhase;

    TemperatureBand(
            double lowestCelsius, double highestCelsius, double[] lowCurrent, double[] balanced, double[] onePhase) {
        this.lowestCelsius = lowestCelsius;
        this.highestCelsius = highestCelsius;
        this.lowCurrent = lowCurrent;
        this.balanced = balanced;
        this.onePhase = onePhase;
    }

    /// The outer ends of the band, C: where a drift with temperature is largest.
    public List<Double> ends() {
        return List.of(lowestCelsius, highestCelsius);
    }

    /// The outer ends in words.
    public String title() {
        return String.format(java.util.Locale.ROOT, "%+.0f..%+.0f C", lowestCelsius, highestCelsius);
    }

    /// The maximum permissible error; empty where the table has none.
    ///
    /// @param amperes current of the loaded phases
    public OptionalDouble limitPercent(
            AccuracyClass accuracyClass, RatedCurrents rated, Loading loading, double amperes) {
        if (amperes < rated.minimum() || amperes > rated.maximum()) {
            return OptionalDouble.empty();
        }
        int column = accuracyClass.index();
        if (amperes >= rated.transitional()) {
            return OptionalDouble.of(loading.isSingle() ? onePhase[column] : balanced[column]);
        }
        return loading.isSingle() ? OptionalDouble.empty() : OptionalDouble.of(lowCurrent[column]);
    }
}
