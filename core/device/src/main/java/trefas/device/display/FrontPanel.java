package trefas.device.display;

import trefas.device.status.Firmware;

/// What the front of a meter shows and does. Shared by all meters of a configuration.
///
/// @param lists Z5
/// @param rightButton Z17
/// @param firmware what the meter says of its software
public record FrontPanel(DisplayLists lists, RightButton rightButton, Firmware firmware) {

    /// Lists of our choice, a right button without function, no version.
    public static final FrontPanel DEFAULT =
            new FrontPanel(DisplayLists.DEFAULT, RightButton.NONE, Firmware.UNVERSIONED);

    public FrontPanel withLists(DisplayLists other) {
        return new FrontPanel(other, rightButton, firmware);
    }

    public FrontPanel withRightButton(RightButton other) {
        return new FrontPanel(lists, other, firmware);
    }

    public FrontPanel withFirmware(Firmware other) {
        return new FrontPanel(lists, rightButton, other);
    }
}
