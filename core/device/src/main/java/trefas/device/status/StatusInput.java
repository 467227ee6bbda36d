package trefas.device.status;

/// What comes and goes at the meter's case and terminals.
public enum StatusInput {
    /// A magnetic field near the meter.
    MAGNET(StatusFlag.MAGNET),
    /// The terminal cover is off.
    COVER_OPEN(StatusFlag.COVER_OPEN),
    /// Voltage at the module's alarm input, where Z3 and Z8 give it one.
    ALARM(StatusFlag.ALARM_INPUT);

    private final StatusFlag flag;

    StatusInput(StatusFlag flag) {
        this.flag = flag;
    }

    public StatusFlag flag() {
        return flag;
    }
}
