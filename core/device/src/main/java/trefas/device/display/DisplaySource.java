package trefas.device.display;

import trefas.device.register.EnergyRegister;
import trefas.device.register.MeasuredEnergies;
import trefas.device.register.Quantity;

/// Where an item's value comes from, and what a meter must measure to have it (X9, dossier 4.1).
///
/// @param needs the least that has it; what measures more has it too
record DisplaySource(MeasuredEnergies needs, DisplayValue value) {

    static DisplaySource of(Quantity quantity, DisplayValue value) {
        return of(quantity.energy(), value);
    }

    static DisplaySource of(EnergyRegister register, DisplayValue value) {
        for (MeasuredEnergies measured : MeasuredEnergies.values()) {
            if (measured.has(register)) {
                return new DisplaySource(measured, value);
            }
        }
        throw new IllegalArgumentException("no meter measures " + register);
    }

    /// Whether a meter that measures this has the item.
    boolean isMeasured(MeasuredEnergies measured) {
        return measured.code() >= needs.code();
    }
}
