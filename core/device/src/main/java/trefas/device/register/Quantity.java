package trefas.device.register;

import java.util.List;

/// The six three-phase quantities that have tariff registers, trip counters, means and peaks (dossier 4). The order
/// stands in the permanent memory, and a meter that measures less has the first one or the first two.
public enum Quantity {
    A_PLUS(EnergyRegister.A_PLUS, "P+", 8, 2),
    A_MINUS(EnergyRegister.A_MINUS, "P-", 2, 2),
    R_PLUS(EnergyRegister.R_PLUS, "Q+", 2, 0),
    R_MINUS(EnergyRegister.R_MINUS, "Q-", 0, 0),
    E_PLUS(EnergyRegister.E_PLUS, "S+", 8, Quantity.NONE),
    E_MINUS(EnergyRegister.E_MINUS, "S-", 0, Quantity.NONE);

    /// All quantities in order; `values()` would copy them at each call.
    public static final List<Quantity> ALL = List.of(values());

    /// Not even the total has accumulated peaks.
    private static final int NONE = -1;

    private final EnergyRegister energy;
    private final String powerTitle;
    private final int peakTariffs;
    private final int accumulatedTariffs;

    Quantity(EnergyRegister energy, String powerTitle, int peakTariffs, int accumulatedTariffs) {
        this.energy = energy;
        this.powerTitle = powerTitle;
        this.peakTariffs = peakTariffs;
        this.accumulatedTariffs = accumulatedTariffs;
    }

    /// The register of its total.
    public EnergyRegister energy() {
        return energy;
    }

    /// The name of its power in the meter's papers.
    public String powerTitle() {
        return powerTitle;
    }

    /// Group C of its OBIS codes: 1 to 4, 9, 10.
    public int groupC() {
        return energy.obis().c();
    }

    /// Peaks it has: one of the total and one of each of the first tariffs (dossier 4.4).
    public int peakCount() {
        return 1 + peakTariffs;
    }

    /// Accumulated peaks it has, for the total and the first tariffs; apparent power has none (dossier 4.4).
    public int accumulatedCount() {
        return 1 + accumulatedTariffs;
    }
}
