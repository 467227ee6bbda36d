package trefas.device.tariff;

/// What a plan switches, and which values there are.
public enum PlanValue {
    /// One of the tariffs 1 to 8.
    TARIFF("tariff", TariffSettings.TARIFF_MIN, TariffSettings.TARIFF_MAX),
    /// Position of a load relay: 0 inactive, 1 active.
    RELAY_POSITION("relay position", 0, 1);

    private final String title;
    private final int min;
    private final int max;

    PlanValue(String title, int min, int max) {
        this.title = title;
        this.min = min;
        this.max = max;
    }

    public String title() {
        return title;
    }

    public int min() {
        return min;
    }

    public int max() {
        return max;
    }

    public boolean holds(int value) {
        return value >= min && value <= max;
    }
}
