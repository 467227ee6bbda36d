package trefas.device.module;

import trefas.device.load.LoadRelay;
import trefas.device.register.MeasuredEnergies;

/// What one of the two ports of a module is wired for (data sheet, Z3; dossier 17). Where its wording leaves open what
/// a
/// port does, decisions 0038 and 0048 say how we read it.
public enum PortUse {
    NONE("not used"),
    /// Input: one of the signals that choose the tariff.
    TARIFF("tariff"),
    /// Input: external alarm.
    ALARM("alarm"),
    /// Input: pulses of another meter.
    PULSE("pulses"),
    /// Input: a pulse makes a debiting stop.
    DEBITING("debiting stop"),
    /// Input: what the switched load answers.
    LOAD_STATUS("state of the load"),
    /// Output: pulses of imported active energy.
    A_PLUS_PULSES("pulses of A+"),
    /// Output: pulses of exported active energy.
    A_MINUS_PULSES("pulses of A-"),
    /// Output: pulses of positive reactive energy.
    R_PLUS_PULSES("pulses of R+"),
    /// Output: load relay 1.
    LOAD_1("load control 1"),
    /// Output: load relay 2.
    LOAD_2("load control 2"),
    /// Output: load relay 1, which follows the active tariff.
    LOAD_TARIFF("load control that follows the tariff"),
    /// Output: load relay 1 as a changeover, one load while it is active and the other while it is not.
    LOAD_CHANGE("change between load control 1 and 2");

    private final String words;

    PortUse(String words) {
        this.words = words;
    }

    /// In plain language, without the direction.
    String words() {
        return words;
    }

    public boolean isInput() {
        return switch (this) {
            case TARIFF, ALARM, PULSE, DEBITING, LOAD_STATUS -> true;
            case NONE, A_PLUS_PULSES, A_MINUS_PULSES, R_PLUS_PULSES, LOAD_1, LOAD_2, LOAD_TARIFF, LOAD_CHANGE -> false;
        };
    }

    /// Whether a meter that measures these energies (X9) has what it gives pulses of; true where it gives none.
    public boolean isMeasured(MeasuredEnergies measured) {
        return switch (this) {
            case A_MINUS_PULSES -> measured.hasExport();
            case R_PLUS_PULSES -> measured.hasReactive();
            case A_PLUS_PULSES,
                    NONE,
                    TARIFF,
                    ALARM,
                    PULSE,
                    DEBITING,
                    LOAD_STATUS,
                    LOAD_1,
                    LOAD_2,
                    LOAD_TARIFF,
                    LOAD_CHANGE -> true;
        };
    }

    /// Whether it gives pulses of a register.
    public boolean isPulseOutput() {
        return switch (this) {
            case A_PLUS_PULSES, A_MINUS_PULSES, R_PLUS_PULSES -> true;
            case NONE, TARIFF, ALARM, PULSE, DEBITING, LOAD_STATUS, LOAD_1, LOAD_2, LOAD_TARIFF, LOAD_CHANGE -> false;
        };
    }

    /// Whether it switches a load as load control (Z14) says.
    public boolean isLoadOutput() {
        return this != LOAD_TARIFF && (drives(LoadRelay.LOAD_1) || drives(LoadRelay.LOAD_2));
    }

    /// Whether it is the output of a load relay.
    public boolean drives(LoadRelay relay) {
        return switch (this) {
            case LOAD_1, LOAD_TARIFF, LOAD_CHANGE -> relay == LoadRelay.LOAD_1;
            case LOAD_2 -> relay == LoadRelay.LOAD_2;
            case NONE, TARIFF, ALARM, PULSE, DEBITING, LOAD_STATUS, A_PLUS_PULSES, A_MINUS_PULSES, R_PLUS_PULSES ->
                false;
        };
    }
}
