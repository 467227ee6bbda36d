package trefas.device.tariff;

import java.util.Optional;

/// What chooses the tariff: ModeSelector_TariffCtrl (1-1:96.52.21), Z13. The code is that of the object.
public enum TariffSource {
    /// The default tariff, always.
    DISABLED(0),
    /// The inputs of the module.
    MODULE_PORT(1),
    /// Whoever writes ActualTariff.
    REGISTER(2),
    /// The meter's own plan.
    PLAN(3);

    private final int code;

    TariffSource(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static Optional<TariffSource> ofCode(int code) {
        for (TariffSource source : values()) {
            if (source.code == code) {
                return Optional.of(source);
            }
        }
        return Optional.empty();
    }
}
