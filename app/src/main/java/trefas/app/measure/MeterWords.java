package trefas.app.measure;

import trefas.metrology.event.OccurrenceCounter;
import trefas.metrology.event.VoltageQualityEntry;
import trefas.metrology.event.VoltageQualityEvent;

/// What the meter counts and logs of its supply, in words (dossier 14).
final class MeterWords {

    private MeterWords() {}

    /// What a counter counts.
    static String of(OccurrenceCounter counter) {
        return switch (counter) {
            case FREQUENCY_BELOW_1_PERCENT -> "frequency below 49.5 Hz";
            case FREQUENCY_ABOVE_1_PERCENT -> "frequency above 50.5 Hz";
            case FREQUENCY_BELOW_6_PERCENT -> "frequency below 47 Hz";
            case FREQUENCY_ABOVE_4_PERCENT -> "frequency above 52 Hz";
            case FREQUENCY_BELOW_2_PERCENT -> "frequency below 49 Hz";
            case FREQUENCY_ABOVE_2_PERCENT -> "frequency above 51 Hz";
            case FREQUENCY_BELOW_15_PERCENT -> "frequency below 42.5 Hz";
            case FREQUENCY_ABOVE_15_PERCENT -> "frequency above 57.5 Hz";
            case UNDERVOLTAGE_10_PERCENT -> "undervoltage, below 207 V";
            case UNDERVOLTAGE_AS_CONFIGURED -> "undervoltage, as configured";
            case OVERVOLTAGE -> "overvoltage";
            case RAPID_VOLTAGE_CHANGE -> "rapid voltage change";
            case UNBALANCE -> "unbalance";
            case LONG_INTERRUPTION -> "long interruption";
            case SHORT_INTERRUPTION -> "short interruption";
            case VOLTAGE_DISTORTION_L1 -> "THD-U L1";
            case VOLTAGE_DISTORTION_L2 -> "THD-U L2";
            case VOLTAGE_DISTORTION_L3 -> "THD-U L3";
            case DIP -> "dip";
            case SWELL -> "swell";
            case CURRENT_DISTORTION_L1 -> "THD-I L1";
            case CURRENT_DISTORTION_L2 -> "THD-I L2";
            case CURRENT_DISTORTION_L3 -> "THD-I L3";
        };
    }

    /// What is counted, each time it is outside.
    static String unit(OccurrenceCounter counter) {
        return switch (counter) {
            case FREQUENCY_BELOW_1_PERCENT,
                    FREQUENCY_ABOVE_1_PERCENT,
                    FREQUENCY_BELOW_6_PERCENT,
                    FREQUENCY_ABOVE_4_PERCENT,
                    FREQUENCY_BELOW_2_PERCENT,
                    FREQUENCY_ABOVE_2_PERCENT,
                    FREQUENCY_BELOW_15_PERCENT,
                    FREQUENCY_ABOVE_15_PERCENT -> "10 s";
            case UNDERVOLTAGE_10_PERCENT,
                    UNDERVOLTAGE_AS_CONFIGURED,
                    OVERVOLTAGE,
                    UNBALANCE,
                    VOLTAGE_DISTORTION_L1,
                    VOLTAGE_DISTORTION_L2,
                    VOLTAGE_DISTORTION_L3,
                    CURRENT_DISTORTION_L1,
                    CURRENT_DISTORTION_L2,
                    CURRENT_DISTORTION_L3 -> "10 min";
            case RAPID_VOLTAGE_CHANGE -> "1 s";
            case LONG_INTERRUPTION, SHORT_INTERRUPTION, DIP, SWELL -> "event";
        };
    }

    /// What a row of the voltage quality log tells.
    static String of(VoltageQualityEvent event) {
        return switch (event) {
            case UNDERVOLTAGE_MEAN -> "undervoltage, mean";
            case OVERVOLTAGE_MEAN -> "overvoltage, mean";
            case MINIMUM_PEAK -> "minimum, peak";
            case MAXIMUM_PEAK -> "maximum, peak";
            case OUTAGE -> "outage";
            case REESTABLISHED -> "re-established";
            case MINIMUM_START -> "minimum, start";
            case MINIMUM_STOP -> "minimum, stop";
            case MAXIMUM_START -> "maximum, start";
            case MAXIMUM_STOP -> "maximum, stop";
        };
    }

    /// The phase of a row, or `all`.
    static String phase(VoltageQualityEntry entry) {
        return entry.phase() == VoltageQualityEntry.ALL_PHASES ? "all" : "L" + entry.phase();
    }
}
