package trefas.device.demand;

import trefas.device.register.EnergyRegister;

/// What a register's number counts.
public enum RegisterUnit {
    WATT_HOUR("Wh"),
    VAR_HOUR("varh"),
    VOLT_AMPERE_HOUR("VAh"),
    WATT("W"),
    VAR("var"),
    VOLT_AMPERE("VA"),
    HOUR("h"),
    HERTZ("Hz"),
    NONE("");

    private final String symbol;

    RegisterUnit(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    static RegisterUnit ofEnergy(EnergyRegister register) {
        return switch (register.kind()) {
            case ACTIVE -> WATT_HOUR;
            case REACTIVE -> VAR_HOUR;
            case APPARENT -> VOLT_AMPERE_HOUR;
        };
    }

    /// Unit of the power whose energy a register counts.
    static RegisterUnit ofPower(EnergyRegister register) {
        return switch (register.kind()) {
            case ACTIVE -> WATT;
            case REACTIVE -> VAR;
            case APPARENT -> VOLT_AMPERE;
        };
    }
}
