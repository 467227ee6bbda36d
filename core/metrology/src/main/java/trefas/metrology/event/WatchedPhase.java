package trefas.metrology.event;

import static trefas.metrology.event.VoltageQualityEvent.MAXIMUM_PEAK;
import static trefas.metrology.event.VoltageQualityEvent.MAXIMUM_START;
import static trefas.metrology.event.VoltageQualityEvent.MAXIMUM_STOP;
import static trefas.metrology.event.VoltageQualityEvent.MINIMUM_PEAK;
import static trefas.metrology.event.VoltageQualityEvent.MINIMUM_START;
import static trefas.metrology.event.VoltageQualityEvent.MINIMUM_STOP;
import static trefas.metrology.event.VoltageQualityEvent.OUTAGE;
import static trefas.metrology.event.VoltageQualityEvent.OVERVOLTAGE_MEAN;
import static trefas.metrology.event.VoltageQualityEvent.REESTABLISHED;
import static trefas.metrology.event.VoltageQualityEvent.UNDERVOLTAGE_MEAN;

import java.util.function.Consumer;

/// One phase as the voltage quality logger sees it: its mean period, its deviation and its outage. Voltages are mV.
final class WatchedPhase {

    /// Below this a second is no part of a mean: an outage is no undervoltage.
    private static final int MEAN_MILLIVOLTS_MIN = 50_000;

    private static final int MILLI = 1_000;

    private final int phase;
    private final VoltageQualitySettings settings;
    private final Consumer<VoltageQualityEntry> sink;

    private long sum;
    private int count;
    private int highest;
    private int lowest;

    /// -1 below the limit, 1 above it, 0 inside.
    private int side;

    private int deviationSeconds;
    private int peak;
    private long peakSecond;
    private int last;
    private long lastSecond;

    private boolean hasBeenAlive;
    private boolean isBelowOutage;
    private long outageSince;
    private boolean isOut;

    /// @param phase 1 to 3
    WatchedPhase(int phase, VoltageQualitySettings settings, Consumer<VoltageQualityEntry> sink) {
        this.phase = phase;
        this.settings = settings;
        this.sink = sink;
    }

    /// A phase that has never had voltage is not connected, and nothing is told of it.
    void second(long second, int millivolts) {
        hasBeenAlive |= millivolts >= settings.outageMillivolts();
        if (!hasBeenAlive) {
            return;
        }
        addToMean(millivolts);
        watchDeviation(second, millivolts);
        watchOutage(second, millivolts);
    }

    boolean hasBeenAlive() {
        return hasBeenAlive;
    }

    private void addToMean(int millivolts) {
        if (millivolts >= MEAN_MILLIVOLTS_MIN) {
            highest = count == 0 ? millivolts : Math.max(highest, millivolts);
            lowest = count == 0 ? millivolts : Math.min(lowest, millivolts);
            sum += millivolts;
            count++;
        }
    }

    /// A mean period is over. With less than half of its seconds it is not judged.
    void endPeriod(long startSecond) {
        if (2 * count >= settings.meanPeriodSeconds() && count > 0) {
            long low = (long) settings.lowMeanMillivolts() * count;
            long high = (long) settings.highMeanMillivolts() * count;
            if (sum < low || sum > high) {
                VoltageQualityEvent event = sum < low ? UNDERVOLTAGE_MEAN : OVERVOLTAGE_MEAN;
                int mean = (int) (sum / count / MILLI);
                sink.accept(new VoltageQualityEntry(startSecond, phase, event, mean, highest / MILLI, lowest / MILLI));
            }
        }
        sum = 0;
        count = 0;
    }

    private void watchDeviation(long second, int millivolts) {
        int now = sideOf(millivolts);
        if (now != side) {
            endDeviation();
            if (now != 0) {
                tell(now < 0 ? MINIMUM_START : MAXIMUM_START, second, millivolts);
                side = now;
                peak = millivolts;
                peakSecond = second;
            }
        }
        if (now != 0) {
            if (now * (millivolts - peak) > 0) {
                peak = millivolts;
                peakSecond = second;
            }
            last = millivolts;
            lastSecond = second;
            deviationSeconds++;
        }
    }

    private int sideOf(int millivolts) {
        if (millivolts < settings.lowSingleMillivolts()) {
            return -1;
        }
        return millivolts > settings.highSingleMillivolts() ? 1 : 0;
    }

    /// A deviation is over; one of a single second has had its only entry at its start.
    void endDeviation() {
        if (deviationSeconds > 1) {
            tell(side < 0 ? MINIMUM_PEAK : MAXIMUM_PEAK, peakSecond, peak);
            tell(side < 0 ? MINIMUM_STOP : MAXIMUM_STOP, lastSecond, last);
        }
        side = 0;
        deviationSeconds = 0;
    }

    private void watchOutage(long second, int millivolts) {
        if (millivolts >= settings.outageMillivolts()) {
            if (isOut) {
                sink.accept(new VoltageQualityEntry(second, phase, REESTABLISHED, 0, 0, 0));
            }
            isOut = false;
            isBelowOutage = false;
            return;
        }
        if (!isBelowOutage) {
            isBelowOutage = true;
            outageSince = second;
        }
        if (!isOut && second - outageSince + 1 >= settings.outageSeconds()) {
            isOut = true;
            sink.accept(new VoltageQualityEntry(outageSince, phase, OUTAGE, 0, 0, 0));
        }
    }

    /// Seconds are missing. An outage that has been told goes on; one that has not begins to count anew.
    void pause() {
        endDeviation();
        isBelowOutage = isOut;
    }

    private void tell(VoltageQualityEvent event, long second, int millivolts) {
        boolean isHigh = event == MAXIMUM_START || event == MAXIMUM_PEAK || event == MAXIMUM_STOP;
        int volts = millivolts / MILLI;
        sink.accept(new VoltageQualityEntry(second, phase, event, 0, isHigh ? volts : 0, isHigh ? 0 : volts));
    }
}
