package trefas.device.register;

import java.util.List;

/// The six three-phase quantities that have tariff registers, trip counters, means and peaks (dossier 4). The order
/// stands in the permanent memory, and a meter that measures less has the first one or the first two.
public enum Quantity {
    A_PLUS(0, EnergyRegister.A_PLUS, "P+", 8, 2),
    A_MINUS(1, EnergyRegister.A_MINUS, "P-", 2, 2),
    R_PLUS(2, EnergyRegister.R_PLUS, "Q+", 2, 0),
    R_MINUS(3, EnergyRegister.R_MINUS, "Q-", 0, 0),
    E_PLUS(4, EnergyRegister.E_PLUS, "S+", 8, Quantity.NONE),
    E_MINUS(5, EnergyRegister.E_MINUS, "S-", 0, Quantity.NONE);

    /// All quantities in order; `values()` would copy them at each call.
    public static final List<Quantity> ALL = List.of(values());

    /// Not even the total has accumulated peaks.
    private static final int NONE = -1;

    private final int place;
    private final EnergyRegister energy;
    private final String powerTitle;
    private final int peakTariffs;
    private final int accumulatedTariffs;

    Quantity(int place, EnergyRegister energy, String powerTitle, int peakTariffs, int accumulatedTariffs) {
        this.place = place;
        this.energy = energy;
        this.powerTitle = powerTitle;
        this.peakTariffs = peakTariffs;
        this.accumulatedTariffs = accumulatedTariffs;
    }

    /// The place in arrays and records, from 0 without gaps, the same as in [#ALL].
    public int place() {
        return place;
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
