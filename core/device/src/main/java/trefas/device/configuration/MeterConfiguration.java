package trefas.device.configuration;

import trefas.device.clock.MeterClock;
import trefas.device.display.DisplayLists;
import trefas.device.log.CapturePeriod;
import trefas.device.log.LoadProfileContent;
import trefas.device.register.EnergyFormat;
import trefas.metrology.SummationMethod;

/// What a meter was ordered and set up as (dossier 26). One instance serves all meters that are set up alike; a meter
/// adds only its serial number and its state.
///
/// @param typeNumber what it answers when asked what it is
/// @param energyFormat Z1, fixed at order
/// @param summation how three phases become one total, fixed at order
/// @param loadProfileContent Z29
/// @param capturePeriod Z4
/// @param clock Z11 and Z15
/// @param displayLists Z5
public record MeterConfiguration(
        TypeNumber typeNumber,
        EnergyFormat energyFormat,
        SummationMethod summation,
        LoadProfileContent loadProfileContent,
        CapturePeriod capturePeriod,
        MeterClock clock,
        DisplayLists displayLists) {

    /// The four-quadrant meter as the data sheet delivers it: 7.2, vector summation (decision 0006), 15 minutes,
    /// A+ A- R+ R-, Central European time.
    public static final MeterConfiguration DEFAULT = new MeterConfiguration(
            TypeNumber.DIN_RAIL_FOUR_QUADRANT,
            EnergyFormat.F72,
            SummationMethod.VECTOR,
            LoadProfileContent.FOUR_QUADRANT,
            CapturePeriod.MINUTES_15,
            new MeterClock(1, true),
            DisplayLists.DEFAULT);
}
