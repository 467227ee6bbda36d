package trefas.device.display;

/// One thing the glass can show: a reading, or what the right button can do.
public sealed interface DisplayView permits DisplayItem, RightDeed {

    /// Whether this meter has it; what it has not is passed over.
    boolean isThere(Displayed meter);

    /// What the fields say in this second.
    ///
    /// @param pulses the pulse input as the display took it last (dossier 6.1)
    DisplayText words(Displayed meter, long pulses);

    /// The unit beside the value.
    DisplayUnit unit(Displayed meter);
}
