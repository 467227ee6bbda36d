package trefas.device.configuration;

import trefas.device.clock.MeterClock;
import trefas.device.display.DisplayLists;
import trefas.device.display.FrontPanel;
import trefas.device.log.CapturePeriod;
import trefas.device.log.LoadProfileContent;
import trefas.device.log.LoadProfileValues;
import trefas.device.register.EnergyFormat;
import trefas.device.register.MeasuredEnergies;
import trefas.device.settings.FunctionSettings;
import trefas.device.settings.MeterNumbers;
import trefas.device.settings.MeterSettings;
import trefas.metrology.SummationMethod;

/// What a meter was ordered and set up as (dossier 26). One instance serves all meters that are set up alike; a
/// meter adds only its serial number and its state.
///
/// @param typeNumber what it answers when asked what it is
/// @param energyFormat Z1, fixed at order
/// @param summation how three phases become one total, fixed at order
/// @param loadProfileContent Z29
/// @param profileValues Z27: what a load profile says over DLMS
/// @param front Z5, Z17 and the software
/// @param idleLed Z2
/// @param settings what may be set later, as the meter is made: Z4, Z11, Z15 and its numbers
public record MeterConfiguration(
        TypeNumber typeNumber,
        EnergyFormat energyFormat,
        SummationMethod summation,
        LoadProfileContent loadProfileContent,
        LoadProfileValues profileValues,
        FrontPanel front,
        IdleLed idleLed,
        MeterSettings settings) {

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

    /// A meter whose numbers nobody has written yet, whose load profile gives absolute values and whose LED is dark
    /// without consumption.
    ///
    /// @param capturePeriod Z4
    /// @param clock Z11 and Z15
    public MeterConfiguration(
            TypeNumber typeNumber,
            EnergyFormat energyFormat,
            SummationMethod summation,
            LoadProfileContent loadProfileContent,
            CapturePeriod capturePeriod,
            MeterClock clock,
            DisplayLists displayLists) {
        this(
                typeNumber,
                energyFormat,
                summation,
                loadProfileContent,
                LoadProfileValues.ABSOLUTE,
                FrontPanel.DEFAULT.withLists(displayLists),
                IdleLed.DARK,
                MeterSettings.asMade(capturePeriod, clock));
    }

    /// Z5.
    public DisplayLists displayLists() {
        return front.lists();
    }

    /// Z4.
    public CapturePeriod capturePeriod() {
        return settings.capturePeriod();
    }

    /// Z11 and Z15.
    public MeterClock clock() {
        return settings.clock();
    }

    /// X9: what the meter was ordered to measure.
    public MeasuredEnergies measured() {
        return typeNumber.measured();
    }

    public MeterConfiguration withProfileValues(LoadProfileValues other) {
        return new MeterConfiguration(
                typeNumber, energyFormat, summation, loadProfileContent, other, front, idleLed, settings);
    }

    public MeterConfiguration withIdleLed(IdleLed other) {
        return new MeterConfiguration(
                typeNumber, energyFormat, summation, loadProfileContent, profileValues, front, other, settings);
    }

    public MeterConfiguration withNumbers(MeterNumbers numbers) {
        return with(settings.withNumbers(numbers));
    }

    /// How the functions are set up.
    public MeterConfiguration withFunctions(FunctionSettings functions) {
        return with(settings.withFunctions(functions));
    }

    /// What its front shows and does.
    public MeterConfiguration withFront(FrontPanel other) {
        return new MeterConfiguration(
                typeNumber, energyFormat, summation, loadProfileContent, profileValues, other, idleLed, settings);
    }

    private MeterConfiguration with(MeterSettings other) {
        return new MeterConfiguration(
                typeNumber, energyFormat, summation, loadProfileContent, profileValues, front, idleLed, other);
    }
}
