package trefas.metrology.event;

/// Whether the voltage of one phase has been steady over the last second: all its Urms(1/2) within a band around
/// their mean (IEC 61000-4-30, rapid voltage changes). The band is the threshold while steady and half of it before
/// the voltage counts as steady again. All voltages are percent of the declared.
final class SteadyVoltage {

    private final double threshold;
    private final double[] values;
    private final double[] ends;
    private int count;
    private int next;
    private double sum;
    private double lowest;
    private double highest;
    private boolean isSteady;

    SteadyVoltage(int halfCycles, double threshold) {
        this.values = new double[halfCycles];
        this.ends = new double[halfCycles];
        this.threshold = threshold;
    }

    void forget() {
        count = 0;
        next = 0;
        isSteady = false;
    }

    /// The next value. The mean of before is in [#mean] until this is called.
    void add(double percent, double end) {
        boolean isOff = isSteady && Math.abs(percent - mean()) > threshold;
        double gone = values[next];
        values[next] = percent;
        ends[next] = end;
        next = next + 1 == values.length ? 0 : next + 1;
        count = Math.min(count + 1, values.length);
        if (next == 0) {
            scan();
        } else {
            sum += percent - gone;
            lowest = Math.min(lowest, percent);
            highest = Math.max(highest, percent);
        }
        isSteady = count == values.length && !isOff && isWithin(isSteady ? threshold : threshold / 2);
    }

    /// Whether all values lie in the band. The bounds may be those of values that have gone, so only where they do not
    /// do all values have to be looked at.
    private boolean isWithin(double band) {
        if (highest - mean() <= band && mean() - lowest <= band) {
            return true;
        }
        scan();
        return highest - mean() <= band && mean() - lowest <= band;
    }

    /// Sums afresh, so that rounding cannot pile up.
    private void scan() {
        sum = 0;
        lowest = Double.POSITIVE_INFINITY;
        highest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            sum += value;
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
    }

    boolean isSteady() {
        return isSteady;
    }

    double mean() {
        return sum / values.length;
    }

    /// End of the oldest value: by then the voltage had come to what it is now, s.
    double settledSeconds() {
        return ends[next];
    }
}
