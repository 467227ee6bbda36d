package trefas.device.settings;

import trefas.device.clock.DaylightSavingPlan;
import trefas.device.clock.DaylightSavingPlan.Rule;
import trefas.device.clock.MeterClock;
import trefas.device.log.CapturePeriod;

/// What can be set on a meter while it lives. One instance serves all meters of a configuration until somebody
/// sets something; only then does a meter have its own.
///
/// @param numbers how the utility knows the meter
/// @param capturePeriod how often the load profile takes a row (dossier 10.2)
/// @param clock zone, and when summer time is kept
/// @param clockOffsetSeconds the meter's time minus the world's when the clock was last set
/// @param functions how the meter's functions are set up
public record MeterSettings(
        MeterNumbers numbers,
        CapturePeriod capturePeriod,
        MeterClock clock,
        long clockOffsetSeconds,
        FunctionSettings functions) {

    public static MeterSettings asMade(CapturePeriod capturePeriod, MeterClock clock) {
        return new MeterSettings(MeterNumbers.AS_MADE, capturePeriod, clock, 0, FunctionSettings.DEFAULT);
    }

    public MeterSettings withNumbers(MeterNumbers other) {
        return new MeterSettings(other, capturePeriod, clock, clockOffsetSeconds, functions);
    }

    public MeterSettings withCapturePeriod(CapturePeriod other) {
        return new MeterSettings(numbers, other, clock, clockOffsetSeconds, functions);
    }

    /// With summer time or without.
    ///
    /// @param made the plan the meter was made with, kept again; of a meter made with none, that of the EU
    public MeterSettings withDaylightSaving(boolean kept, DaylightSavingPlan made) {
        DaylightSavingPlan ownPlan = made == Rule.NONE ? Rule.EUROPEAN : made;
        return new MeterSettings(
                numbers,
                capturePeriod,
                new MeterClock(clock.zoneHours(), kept ? ownPlan : Rule.NONE),
                clockOffsetSeconds,
                functions);
    }

    public MeterSettings withClockOffsetSeconds(long other) {
        return new MeterSettings(numbers, capturePeriod, clock, other, functions);
    }

    public MeterSettings withFunctions(FunctionSettings other) {
        return new MeterSettings(numbers, capturePeriod, clock, clockOffsetSeconds, other);
    }
}
