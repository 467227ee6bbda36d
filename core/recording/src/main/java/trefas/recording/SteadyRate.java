package trefas.recording;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;

/// The rate of equidistant samples from the distances of their times, which may be rounded, jitter and have gaps.
final class SteadyRate {

    private static final double GAP_STEPS = 1.5;
    private static final int DIGITS_MAX = 12;

    private SteadyRate() {}

    /// Finds the rate: the mean of the steps that are no gaps, where a step is a gap when it is more than half longer
    /// than the median. The times being rounded, a whole range of rates fits them; the one with the fewest digits,
    /// as a rate or as a step, is taken.
    ///
    /// @param steps from time to time, seconds
    /// @param resolutionSeconds what the times are rounded to, 0 when they are not
    /// @return samples per second, or 0 when the times don't advance
    static double of(double[] steps, double resolutionSeconds) {
        if (steps.length == 0) {
            return 0;
        }
        double longest = longestStep(steps, steps.length, resolutionSeconds);
        double sum = 0;
        int count = 0;
        for (double step : steps) {
            if (step >= 0 && step <= longest) {
                sum += step;
                count++;
            }
        }
        return of(sum, count, resolutionSeconds);
    }

    /// The longest step that is no gap.
    ///
    /// @param count of the steps that count
    static double longestStep(double[] steps, int count, double resolutionSeconds) {
        double[] sorted = Arrays.copyOf(steps, count);
        Arrays.sort(sorted);
        double median = count == 0 ? 0 : sorted[count / 2];
        return Math.max(GAP_STEPS * median, median + (2 * resolutionSeconds));
    }

    /// The rate of so many steps with that sum; 0 when there is none.
    static double of(double sum, long count, double resolutionSeconds) {
        if (count == 0 || !(sum > 0) || !Double.isFinite(sum)) {
            return 0;
        }
        double doubt = Math.min(resolutionSeconds, sum / 2);
        return roundest(count / sum, count / (sum + doubt), count / (sum - doubt));
    }

    /// The rate that is the likeliest rounded, stays between two and has the fewest digits, or whose step has still
    /// fewer.
    private static double roundest(double likeliest, double least, double most) {
        BigDecimal rate = roundestBetween(likeliest, least, most);
        BigDecimal step = roundestBetween(1 / likeliest, 1 / most, 1 / least);
        return step.precision() < rate.precision() ? 1 / step.doubleValue() : rate.doubleValue();
    }

    private static BigDecimal roundestBetween(double likeliest, double least, double most) {
        var exact = new BigDecimal(likeliest);
        for (int digits = 1; digits <= DIGITS_MAX; digits++) {
            BigDecimal candidate = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (candidate.doubleValue() >= least && candidate.doubleValue() <= most) {
                return candidate.stripTrailingZeros();
            }
        }
        return exact;
    }

    /// A number without exponent and needless digits, for sentences.
    static String plain(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value)
                        .round(new MathContext(DIGITS_MAX))
                        .stripTrailingZeros()
                        .toPlainString()
                : Double.toString(value);
    }
}
