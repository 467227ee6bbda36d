package trefas.device.display;

import trefas.device.register.Readings;
import trefas.device.settings.MeterSettings;
import trefas.device.status.Firmware;

/// A meter as its display sees it.
public interface Displayed extends Readings {

    /// Where readings come from that are no totals.
    DisplayedParts parts();

    /// What is set on it now.
    MeterSettings settings();

    /// What it says of its software.
    Firmware firmware();

    /// MeterNo1, unsigned 32 bit: the serial number until another is written (dossier 2.2).
    long meterNumber1();

    /// Magnitude of the imported complex power under the meter's summation method, mVA (dossier 3.7).
    long importMillivoltAmperes();

    /// Magnitude of the exported complex power under the meter's summation method, mVA.
    long exportMillivoltAmperes();
}
