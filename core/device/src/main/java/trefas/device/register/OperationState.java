package trefas.device.register;

import java.util.Optional;

/// What the optical LED follows (1-1:96.5.1, dossier 4.6); all but the first are verification. The number is the wire
/// value.
public enum OperationState {
    NORMAL(1, EnergyRegister.A_PLUS),
    VERIFY_A_PLUS(2, EnergyRegister.A_PLUS),
    VERIFY_A_MINUS(3, EnergyRegister.A_MINUS),
    VERIFY_R_PLUS(4, EnergyRegister.R_PLUS),
    VERIFY_R_MINUS(5, EnergyRegister.R_MINUS);

    private final int code;
    private final EnergyRegister followed;

    OperationState(int code, EnergyRegister followed) {
        this.code = code;
        this.followed = followed;
    }

    public int code() {
        return code;
    }

    /// The register whose energy the LED counts off.
    public EnergyRegister followed() {
        return followed;
    }

    public static Optional<OperationState> ofCode(int code) {
        for (OperationState state : values()) {
            if (state.code == code) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
