package trefas.device.module;

/// What one of the two ports of a module is wired for (dossier 17).
public enum PortUse {
    NONE,
    /// Input: one of the signals that choose the tariff.
    TARIFF,
    /// Input: external alarm.
    ALARM,
    /// Input: pulses of another meter.
    PULSE,
    /// Input: a pulse makes a debiting stop.
    DEBITING,
    /// Input: what the switched load answers.
    LOAD_STATUS,
    /// Input: a push turns the load registers round.
    TOGGLE,
    /// Output: pulses of imported active energy.
    A_PLUS_PULSES,
    /// Output: pulses of exported active energy.
    A_MINUS_PULSES,
    /// Output: pulses of positive reactive energy.
    R_PLUS_PULSES,
    /// Output: load relay 1.
    LOAD_1,
    /// Output: load relay 2.
    LOAD_2;

    public boolean isInput() {
        return switch (this) {
            case TARIFF, ALARM, PULSE, DEBITING, LOAD_STATUS, TOGGLE -> true;
            case NONE, A_PLUS_PULSES, A_MINUS_PULSES, R_PLUS_PULSES, LOAD_1, LOAD_2 -> false;
        };
    }
}
