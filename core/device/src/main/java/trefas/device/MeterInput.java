package trefas.device;

import trefas.device.status.StatusInput;
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

    /// Somebody is at the buttons.
    sealed interface AtButtons extends MeterInput {}

    /// The left button was pressed and let go.
    record LeftButtonPressed(long at) implements AtButtons {}

    /// The left button was held for [MeterButtons#LONG_PRESS_SECONDS].
    record LeftButtonHeld(long at) implements AtButtons {}

    /// The right button was pressed and let go.
    record RightButtonPressed(long at) implements AtButtons {}

    /// The right button was held for [MeterButtons#LONG_PRESS_SECONDS].
    record RightButtonHeld(long at) implements AtButtons {}

    /// The slot of the right button was turned (dossier 6.5).
    ///
    /// @param isVertical true unseals the button, false seals it
    record RightButtonTurned(long at, boolean isVertical) implements AtButtons {}

    /// A magnet or the terminal cover has come or gone (dossier 16).
    record StatusChanged(long at, StatusInput input, boolean isThere) implements MeterInput {}

    /// The voltage on a port of the module has come or gone (dossier 17).
    ///
    /// @param atMillis milliseconds since 1970-01-01T00:00:00Z, for pulses come up to 25 times a second
    /// @param port 1 or 2
    record PortChanged(long atMillis, int port, boolean isHigh) implements MeterInput {
        private static final int MILLIS_PER_SECOND = 1_000;

        @Override
        public long at() {
            return atMillis / MILLIS_PER_SECOND;
        }
    }

    /// The meter has become warmer or colder, which its quartz feels.
    ///
    /// @param tenthsCelsius -400 to 850
    record Temperature(long at, int tenthsCelsius) implements MeterInput {}

    long at();
}
