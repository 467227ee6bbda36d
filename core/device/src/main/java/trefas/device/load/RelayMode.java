package trefas.device.load;

import java.util.Optional;

/// What a load relay follows: ModeSelector_LoadCtrl1 and 2 (1-1:96.52.31, .41), Z14. The code is that of the object.
public enum RelayMode {
    /// Its default state, always.
    DISABLED(0),
    /// The active tariff, by a mask.
    TARIFF(1),
    /// Whoever writes Load1Active or Load2Active.
    REGISTER(2),
    /// A plan of its own.
    PLAN(3);

    private final int code;

    RelayMode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Optional<RelayMode> ofCode(int code) {
        for (RelayMode mode : values()) {
            if (mode.code == code) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}
