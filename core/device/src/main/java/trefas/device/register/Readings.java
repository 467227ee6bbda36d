package trefas.device.register;

import trefas.device.clock.MeterClock;
import trefas.metrology.OneSecondValues;

/// What can be read off a meter at this moment. The display, the COSEM objects and the pages all read through this,
/// so they can't disagree.
public interface Readings {

    /// Unsigned, 8 decimal digits (dossier 2.2).
    int serialNumber();

    /// The type number of 18 characters (dossier 2.1).
    String typeNumber();

    /// Whether the processor runs: some phase had 160 V (dossier 5).
    boolean isPowered();

    /// The meter's time, in seconds since 1970-01-01T00:00:00Z.
    long now();

    /// Turns the meter's time into the time on its wall.
    MeterClock clock();

    EnergyFormat energyFormat();

    /// A register as the display and every protocol show it: whole steps of [EnergyFormat], cut, rolled over.
    long reading(EnergyRegister register);

    /// A register as it is counted, in mW s or mvar s, never rounded.
    long milliwattSeconds(EnergyRegister register);

    /// The last second of the three measuring systems. Read only; it is filled again each second.
    OneSecondValues values();

    /// Sum of the phases that import, under the meter's summation method, mW, never negative.
    long importMilliwatts();

    /// Sum of the phases that export, under the meter's summation method, mW, never negative.
    long exportMilliwatts();

    /// Positive reactive power under the meter's summation method, mvar, never negative.
    long importMillivars();

    /// Negative reactive power under the meter's summation method, mvar, never negative.
    long exportMillivars();

    /// Pulses the optical LED has given for A+ since the meter was new: 1 000 for each kWh (dossier 4.7).
    long pulses();
}
