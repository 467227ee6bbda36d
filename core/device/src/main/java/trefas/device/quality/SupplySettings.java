package trefas.device.quality;

import trefas.device.log.LogInterval;
import trefas.metrology.event.VoltageQualitySettings;

/// What is judged of the supply, and how (dossier 14.1, 15; 1-1:134.0.9 to .15).
///
/// @param voltageQuality the parameters of table 23
/// @param neutralVolts VN, 1-1:134.0.9: a phase this far below 230 V is low
/// @param neutralHighVolts VLhi, 1-1:134.0.10: two phases above it and a low one are a neutral fault
/// @param neutralSeconds 1-1:134.0.11: for longer than this
/// @param highVolts VoltageLimitHighThreshold, 1-1:134.0.12
/// @param lowVolts VoltageLimitLowThreshold, 1-1:134.0.13
/// @param limitSeconds VoltageLimitTimeThreshold, 1-1:134.0.14: a voltage beyond a limit for longer counts
/// @param powerFaultSeconds PowerFaultTime, 1-1:134.0.15: a phase out for longer is a power fault
/// @param interval how often the occurrence counters are logged
public record SupplySettings(
        VoltageQualitySettings voltageQuality,
        int neutralVolts,
        int neutralHighVolts,
        int neutralSeconds,
        int highVolts,
        int lowVolts,
        int limitSeconds,
        int powerFaultSeconds,
        LogInterval interval) {

    /// As the meter leaves the factory.
    public static final SupplySettings DEFAULT =
            new SupplySettings(VoltageQualitySettings.DEFAULT, 40, 253, 60, 253, 207, 600, 180, LogInterval.DAILY);

    private static final int NOMINAL_VOLTS = 230;

    /// Table 23's ranges in whole volts; VN leaves 50 V, below which a phase is missing.
    private static final int HIGH_MIN = 233;

    private static final int HIGH_MAX = 276;
    private static final int LOW_MIN = 184;
    private static final int LOW_MAX = 227;
    private static final int NEUTRAL_MAX = 180;
    private static final int SECONDS_MAX = 0xFFFF;

    public SupplySettings {
        require(isNeutral(neutralVolts), "VN is 1 to 180 V", neutralVolts);
        require(isHigh(neutralHighVolts), "VLhi is 233 to 276 V", neutralHighVolts);
        require(isHigh(highVolts), "the high voltage limit is 233 to 276 V", highVolts);
        require(isLow(lowVolts), "the low voltage limit is 184 to 227 V", lowVolts);
        require(isSeconds(neutralSeconds), "the neutral fault time is 0 to 65535 s", neutralSeconds);
        require(isSeconds(limitSeconds), "the voltage limit time is 0 to 65535 s", limitSeconds);
        require(isSeconds(powerFaultSeconds), "the power fault time is 0 to 65535 s", powerFaultSeconds);
    }

    private static void require(boolean isPossible, String expected, int found) {
        if (!isPossible) {
            throw new IllegalArgumentException(expected + ": " + found);
        }
    }

    public static boolean isNeutral(long volts) {
        return volts >= 1 && volts <= NEUTRAL_MAX;
    }

    public static boolean isHigh(long volts) {
        return volts >= HIGH_MIN && volts <= HIGH_MAX;
    }

    public static boolean isLow(long volts) {
        return volts >= LOW_MIN && volts <= LOW_MAX;
    }

    public static boolean isSeconds(long seconds) {
        return seconds >= 0 && seconds <= SECONDS_MAX;
    }

    /// VLlo: below this a phase is low enough for a neutral fault, V.
    public int neutralLowVolts() {
        return NOMINAL_VOLTS - neutralVolts;
    }

    public SupplySettings withVoltageQuality(VoltageQualitySettings other) {
        return new SupplySettings(
                other,
                neutralVolts,
                neutralHighVolts,
                neutralSeconds,
                highVolts,
                lowVolts,
                limitSeconds,
                powerFaultSeconds,
                interval);
    }

    public SupplySettings withNeutralVolts(int other) {
        return new SupplySettings(
                voltageQuality,
                other,
                neutralHighVolts,
                neutralSeconds,
                highVolts,
                lowVolts,
                limitSeconds,
                powerFaultSeconds,
                interval);
    }

    public SupplySettings withNeutralHighVolts(int other) {
        return new SupplySettings(
                voltageQuality,
                neutralVolts,
                other,
                neutralSeconds,
                highVolts,
                lowVolts,
                limitSeconds,
                powerFaultSeconds,
                interval);
    }

    public SupplySettings withNeutralSeconds(int other) {
        return new SupplySettings(
                voltageQuality,
                neutralVolts,
                neutralHighVolts,
                other,
                highVolts,
                lowVolts,
                limitSeconds,
                powerFaultSeconds,
                interval);
    }

    public SupplySettings withHighVolts(int other) {
        return new SupplySettings(
                voltageQuality,
                neutralVolts,
                neutralHighVolts,
                neutralSeconds,
                other,
                lowVolts,
                limitSeconds,
                powerFaultSeconds,
                interval);
    }

    public SupplySettings withLowVolts(int other) {
        return new SupplySettings(
                voltageQuality,
                neutralVolts,
                neutralHighVolts,
                neutralSeconds,
                highVolts,
                other,
                limitSeconds,
                powerFaultSeconds,
                interval);
    }

    public SupplySettings withLimitSeconds(int other) {
        return new SupplySettings(
                voltageQuality,
                neutralVolts,
                neutralHighVolts,
                neutralSeconds,
                highVolts,
                lowVolts,
                other,
                powerFaultSeconds,
                interval);
    }

    public SupplySettings withPowerFaultSeconds(int other) {
        return new SupplySettings(
                voltageQuality,
                neutralVolts,
                neutralHighVolts,
                neutralSeconds,
                highVolts,
                lowVolts,
                limitSeconds,
                other,
                interval);
    }

    public SupplySettings withInterval(LogInterval other) {
        return new SupplySettings(
                voltageQuality,
                neutralVolts,
                neutralHighVolts,
                neutralSeconds,
                highVolts,
                lowVolts,
                limitSeconds,
                powerFaultSeconds,
                other);
    }
}
