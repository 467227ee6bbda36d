package trefas.metrology.flicker;

import java.util.OptionalDouble;

/// Long-term flicker severity Plt of two hours, aligned to the clock: the cube root of the mean cube of twelve Pst.
/// A phase without all twelve has none.
///
/// @param startSeconds tick at which the interval begins, since the first sample of the record; may be before it
/// @param endSeconds tick at which it ends
/// @param l1 Plt of the first phase
/// @param l2 Plt of the second phase
/// @param l3 Plt of the third phase
/// @param isFlagged whether one of the twelve is
public record LongTermFlicker(
        double startSeconds,
        double endSeconds,
        OptionalDouble l1,
        OptionalDouble l2,
        OptionalDouble l3,
        boolean isFlagged) {

    /// Short-term values in a long-term one.
    public static final int SHORT_TERMS = 12;

    /// Plt of a phase, 0 to 2.
    public OptionalDouble phase(int phase) {
        return switch (phase) {
            case 0 -> l1;
            case 1 -> l2;
            case 2 -> l3;
            default -> throw new IllegalArgumentException("a phase is 0 to 2: " + phase);
        };
    }
}
