package trefas.device.demand;

import trefas.device.log.CapturePeriod;

/// What can be set about demand (dossier 4.3, 4.5).
///
/// @param period over which power is averaged, on the clock's grid (Z4)
/// @param thresholdWatts a mean P+ above it is counted (1-1:96.51.1), [#isThreshold]
public record DemandSettings(CapturePeriod period, int thresholdWatts) {

    public static final int THRESHOLD_WATTS_MIN = 0;

    /// 99.999 kW, the most that the power format 2.3 shows.
    public static final int THRESHOLD_WATTS_MAX = 99_999;

    /// 15 minutes and 99 000 W.
    public static final DemandSettings DEFAULT = new DemandSettings(CapturePeriod.MINUTES_15, 99_000);

    public DemandSettings {
        if (!isThreshold(thresholdWatts)) {
            throw new IllegalArgumentException("power threshold " + thresholdWatts + " W");
        }
    }

    /// Whether the threshold can be set to so many W, unsigned 32 bit as it comes.
    public static boolean isThreshold(long watts) {
        return watts >= THRESHOLD_WATTS_MIN && watts <= THRESHOLD_WATTS_MAX;
    }

    public DemandSettings withPeriod(CapturePeriod other) {
        return new DemandSettings(other, thresholdWatts);
    }

    public DemandSettings withThresholdWatts(int other) {
        return new DemandSettings(period, other);
    }
}
