package trefas.app.settings;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Simulated seconds per second.
///
/// @param factor 0 stops the clock, 1 is real time, infinity is as fast as the machine can
public record Speed(double factor) {

    public static final Speed REAL_TIME = new Speed(1);
    public static final Speed STOPPED = new Speed(0);
    public static final Speed MAX = new Speed(Double.POSITIVE_INFINITY);

    /// The fastest speed that can be asked for by number; beyond it `max` is meant.
    public static final double FACTOR_MAX = 1_000_000;

    private static final Pattern NUMBER = Pattern.compile("[x×]?(\\d{1,7}(?:\\.\\d{1,9})?)");

    public Speed {
        if (!(factor >= 0)) {
            throw new IllegalArgumentException("speed " + factor);
        }
    }

    /// `max`, or a number such as `1`, `60`, `0.5` or `x3600`.
    public static Optional<Speed> parse(String text) {
        if (text.equalsIgnoreCase("max")) {
            return Optional.of(MAX);
        }
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            return Optional.empty();
        }
        double factor = Double.parseDouble(number.group(1));
        return factor <= FACTOR_MAX ? Optional.of(new Speed(factor)) : Optional.empty();
    }

    public boolean isMax() {
        return Double.isInfinite(factor);
    }

    /// As people write it: `×1`, `×60`, `max`, `stopped`.
    @Override
    public String toString() {
        if (isMax()) {
            return "max";
        }
        if (factor == 0) {
            return "stopped";
        }
        return "×"
                + (factor == Math.rint(factor)
                        ? String.valueOf((long) factor)
                        : BigDecimal.valueOf(factor).stripTrailingZeros().toPlainString());
    }
}
