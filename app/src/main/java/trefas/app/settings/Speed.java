package trefas.app.settings;

import java.util.Optional;

/// Simulated seconds per second.
///
/// @param factor 0 stops the clock, 1 is real time, infinity is as fast as the machine can
public record Speed(double factor) {

    public static final Speed REAL_TIME = new Speed(1);
    public static final Speed STOPPED = new Speed(0);
    public static final Speed MAX = new Speed(Double.POSITIVE_INFINITY);

    /// The fastest speed that can be asked for by number; beyond it `max` is meant.
    public static final double FACTOR_MAX = 1_000_000;

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
        String number = text.startsWith("x") || text.startsWith("×") ? text.substring(1) : text;
        try {
            double factor = Double.parseDouble(number);
            return factor >= 0 && factor <= FACTOR_MAX ? Optional.of(new Speed(factor)) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
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
        return "×" + (factor == Math.rint(factor) ? String.valueOf((long) factor) : String.valueOf(factor));
    }
}
