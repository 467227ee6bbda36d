package trefas.device.analysis;

import trefas.device.log.LoggedRegister;
import trefas.quantity.Phase;

/// How one column of the analysis logger comes about.
sealed interface AnalysisColumn {

    /// As the register stands at the end of the interval.
    record Standing(LoggedRegister register) implements AnalysisColumn {}

    /// A sum divided by the seconds measured.
    ///
    /// @param slot of the sum
    /// @param step what the sum is counted in, in steps of the column
    /// @param max the largest number its type holds
    record Mean(int slot, int step, long max) implements AnalysisColumn {}

    /// A sum divided by the seconds that had a value.
    record MeanDistortion(int slot, long max) implements AnalysisColumn {}

    /// A power factor from two sums.
    ///
    /// @param active slot of the magnitudes of active power
    record MeanPowerFactor(int active, int reactive) implements AnalysisColumn {}

    int MILLI = 1_000;

    /// mA to 10 mA, mHz to 10 mHz.
    int MILLI_TO_HUNDREDTHS = 10;

    /// Groups C of L1 (dossier 20); those of L2 and L3 are 20 and 40 more.
    int EXPORT_OF_L1 = 22;

    int NEGATIVE_OF_L1 = 24;
    int APPARENT_EXPORT_OF_L1 = 30;
    int CURRENT_OF_L1 = 31;
    int FIRST_OF_L1 = 21;
    int GROUPS_PER_PHASE = 20;

    /// Gives a sum its slot.
    @FunctionalInterface
    interface Slots {
        int slot(Sum sum, int phase);
    }

    static AnalysisColumn of(LoggedRegister register, Slots slots) {
        int group = register.obis().c();
        int phase = group < FIRST_OF_L1 ? 0 : (group - FIRST_OF_L1) / GROUPS_PER_PHASE % Phase.COUNT;
        boolean isTotal = group < FIRST_OF_L1;
        int ofL1 = group - GROUPS_PER_PHASE * phase;
        long max = register.type().max();
        return switch (register.kind()) {
            case MEAN_ACTIVE_POWER -> {
                Sum sum = ofL1 == EXPORT_OF_L1 ? Sum.ACTIVE_EXPORT : Sum.ACTIVE_IMPORT;
                yield new Mean(slots.slot(sum, phase), MILLI, max);
            }
            case MEAN_REACTIVE_POWER -> {
                Sum sum = ofL1 == NEGATIVE_OF_L1 ? Sum.REACTIVE_NEGATIVE : Sum.REACTIVE_POSITIVE;
                yield new Mean(slots.slot(sum, phase), MILLI, max);
            }
            case MEAN_APPARENT_POWER -> {
                Sum sum = ofL1 == APPARENT_EXPORT_OF_L1 ? Sum.APPARENT_EXPORT : Sum.APPARENT_IMPORT;
                yield new Mean(slots.slot(sum, phase), MILLI, max);
            }
            case MEAN_CURRENT -> new Mean(slots.slot(Sum.CURRENT, phase), MILLI_TO_HUNDREDTHS, max);
            case MEAN_VOLTAGE -> new Mean(slots.slot(Sum.VOLTAGE, phase), MILLI, max);
            case MEAN_FREQUENCY -> new Mean(slots.slot(Sum.FREQUENCY, phase), MILLI_TO_HUNDREDTHS, max);
            case MEAN_DISTORTION -> {
                Sum sum = ofL1 == CURRENT_OF_L1 ? Sum.DISTORTION_OF_CURRENT : Sum.DISTORTION_OF_VOLTAGE;
                yield new MeanDistortion(slots.slot(sum, phase), max);
            }
            case MEAN_POWER_FACTOR ->
                new MeanPowerFactor(
                        slots.slot(isTotal ? Sum.NET_ACTIVE : Sum.ACTIVE, phase),
                        slots.slot(isTotal ? Sum.NET_REACTIVE : Sum.REACTIVE, phase));
            case HOURS,
                    COUNTER,
                    PULSES,
                    STATE,
                    ACTIVE_ENERGY,
                    NET_ENERGY,
                    REACTIVE_ENERGY,
                    APPARENT_ENERGY,
                    ACTIVE_POWER,
                    REACTIVE_POWER,
                    ACTIVE_PEAK,
                    REACTIVE_PEAK,
                    APPARENT_PEAK,
                    PEAK_TIME,
                    ACCUMULATED_ACTIVE_PEAK,
                    ACCUMULATED_REACTIVE_PEAK,
                    DAY_EXTREME,
                    DAY_EXTREME_TIME -> new Standing(register);
        };
    }
}
