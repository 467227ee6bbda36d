package trefas.device.tariff;

/// How the two tariff inputs of a module choose a tariff (dossier 8). An input is active with 230 V on it.
///
/// | port 1 | port 2 | four tariffs | inverted | two tariffs | inverted |
/// |--------|--------|--------------|----------|-------------|----------|
/// | 0      | 0      | T1           | T4       | T1          | T2       |
/// | 1      | 0      | T2           | T3       | T2          | T1       |
/// | 0      | 1      | T3           | T2       |             |          |
/// | 1      | 1      | T4           | T1       |             |          |
public enum PortTariff {
    FOUR_TARIFFS,
    FOUR_TARIFFS_INVERTED,
    /// Only the first input counts.
    TWO_TARIFFS,
    TWO_TARIFFS_INVERTED;

    /// The tariff, 1 to 4.
    public int tariff(boolean first, boolean second) {
        int four = 1 + (first ? 1 : 0) + (second ? 2 : 0);
        int two = 1 + (first ? 1 : 0);
        return switch (this) {
            case FOUR_TARIFFS -> four;
            case FOUR_TARIFFS_INVERTED -> 5 - four;
            case TWO_TARIFFS -> two;
            case TWO_TARIFFS_INVERTED -> 3 - two;
        };
    }
}
