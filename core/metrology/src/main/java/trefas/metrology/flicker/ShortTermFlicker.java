package trefas.metrology.flicker;

import java.util.OptionalDouble;

/// Short-term flicker severity Pst of one interval of ten minutes, aligned to the clock.
///
/// A phase that was watched for less than [FlickerMeter#WATCHED_MIN] of the interval, because the record began, the
/// filters settled or the voltage was gone, has none.
///
/// @param startSeconds tick at which the interval begins, since the first sample of the record; may be before it
/// @param endSeconds tick at which it ends
/// @param l1 Pst of the first phase
/// @param l2 Pst of the second phase
/// @param l3 Pst of the third phase
/// @param watchedSeconds of the phase watched longest, 0 to 600
/// @param isFlagged whether a dip, swell or interruption fell into it
public record ShortTermFlicker(
        double startSeconds,
        double endSeconds,
        OptionalDouble l1,
        OptionalDouble l2,
        OptionalDouble l3,
        double watchedSeconds,
        boolean isFlagged) {

    /// Pst of a phase, 0 to 2.
    public OptionalDouble phase(int phase) {
        return switch (phase) {
            case 0 -> l1;
            case 1 -> l2;
            case 2 -> l3;
            default -> throw new IllegalArgumentException("a phase is 0 to 2: " + phase);
        };
    }
}
