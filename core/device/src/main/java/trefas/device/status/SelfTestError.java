package trefas.device.status;

/// What can be wrong inside the meter. Nothing clears it (dossier 5, 16).
public enum SelfTestError {
    EEPROM(StatusFlag.EEPROM),
    RAM(StatusFlag.RAM),
    ROM(StatusFlag.ROM);

    private final StatusFlag flag;

    SelfTestError(StatusFlag flag) {
        this.flag = flag;
    }

    public StatusFlag flag() {
        return flag;
    }
}
