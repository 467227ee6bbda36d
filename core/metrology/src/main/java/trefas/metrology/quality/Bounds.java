package trefas.metrology.quality;

/// The range a value must lie in, both ends included.
///
/// @param lower smallest value allowed; 0 when only an upper limit is given
/// @param upper greatest value allowed
/// @param nominal value that would be best: 0 when only an upper limit is given
public record Bounds(double lower, double upper, double nominal) {

    /// From nothing up to a limit.
    static Bounds upTo(double upper) {
        return new Bounds(0, upper, 0);
    }

    /// Around a nominal value, by two deviations in percent of it.
    static Bounds around(double nominal, double lowPercent, double highPercent) {
        return new Bounds(nominal * (1 + lowPercent / 100), nominal * (1 + highPercent / 100), nominal);
    }

    /// Whether a value is allowed. Exactly on the limit, but for rounding, is allowed.
    boolean hold(double value) {
        double rounding = 1e-9 * upper;
        return value >= lower - rounding && value <= upper + rounding;
    }

    /// How far a value is from the best, as a share of what is allowed in that direction; above 1 is outside.
    double strain(double value) {
        double allowed = value < nominal ? nominal - lower : upper - nominal;
        return allowed == 0 ? 0 : Math.abs(value - nominal) / allowed;
    }
}
