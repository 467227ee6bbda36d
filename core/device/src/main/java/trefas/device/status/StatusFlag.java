package trefas.device.status;

/// A bit of MeterStatus, 1-1:97.97.0 (dossier 16). The bit numbers are the protocol's; bit 7 is the auxiliary power
/// supply, which this meter has not.
public enum StatusFlag {
    /// The meter has started; it goes when the start-up is over.
    RESET(0),
    EEPROM(1),
    MAGNET(2),
    RAM(3),
    ROM(4),
    ALARM_INPUT(5),
    COVER_OPEN(6);

    private final int mask;

    StatusFlag(int bit) {
        this.mask = 1 << bit;
    }

    /// The flag as the number it is on the wire.
    public int mask() {
        return mask;
    }
}
