package trefas.device;

import trefas.metrology.OneSecondValues;

/// Everything that can happen to a meter. Time is part of what happens: the world's, in seconds since
/// 1970-01-01T00:00:00Z. What the meter's own clock shows is another matter.
public sealed interface MeterInput {

    /// A second has passed.
    ///
    /// @param at the end of that second; it must come after every earlier one and after the year 1970 began, and
    ///     seconds left out were seconds without supply
    /// @param values what was measured in it; read before the call returns, not kept
    record SecondElapsed(long at, OneSecondValues values) implements MeterInput {}

    /// The left button was pressed and let go.
    record LeftButtonPressed(long at) implements MeterInput {}

    long at();
}
