package trefas.device.load;

/// Whether an input of the module synchronises load and tariff (Z3 18 to 23, decision 0038). The papers name the
/// function and don't explain it.
public enum TariffSync {
    /// It does not: relays follow the tariff after a random delay.
    NONE,
    /// Relays that follow the tariff do it at once, because the signal itself comes to each meter at its own time.
    AT_ONCE,
    /// The same, active where the mask says inactive.
    AT_ONCE_INVERTED;

    boolean isAtOnce() {
        return this != NONE;
    }
}
