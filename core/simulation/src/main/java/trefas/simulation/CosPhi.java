package trefas.simulation;

/// The displacement factor of a load and the side its current leans to.
///
/// @param value cos φ, from [#VALUE_MIN] to 1
/// @param kind which way the current is displaced; at 1 it makes no difference
public record CosPhi(double value, Kind kind) {

    /// The lowest cos φ a load may have here; below it the current would be out of all proportion to the power.
    public static final double VALUE_MIN = 0.1;

    /// No displacement.
    public static final CosPhi UNITY = new CosPhi(1, Kind.INDUCTIVE);

    /// The side of the displacement.
    public enum Kind {
        /// The current lags: positive reactive power.
        INDUCTIVE,
        /// The current leads: negative reactive power.
        CAPACITIVE
    }

    public CosPhi {
        if (!(value >= VALUE_MIN && value <= 1)) {
            throw new IllegalArgumentException("cos phi is " + VALUE_MIN + " to 1: " + value);
        }
    }

    public static CosPhi inductive(double value) {
        return new CosPhi(value, Kind.INDUCTIVE);
    }

    public static CosPhi capacitive(double value) {
        return new CosPhi(value, Kind.CAPACITIVE);
    }

    /// Reactive power for each unit of active power: tan φ, positive when inductive.
    public double tangent() {
        double tangent = Math.sqrt(1 - (value * value)) / value;
        return switch (kind) {
            case INDUCTIVE -> tangent;
            case CAPACITIVE -> -tangent;
        };
    }
}
