package trefas.device.quality;

import static trefas.metrology.event.VoltageQualityEvent.MAXIMUM_PEAK;
import static trefas.metrology.event.VoltageQualityEvent.MAXIMUM_START;
import static trefas.metrology.event.VoltageQualityEvent.MAXIMUM_STOP;
import static trefas.metrology.event.VoltageQualityEvent.MINIMUM_PEAK;
import static trefas.metrology.event.VoltageQualityEvent.MINIMUM_START;
import static trefas.metrology.event.VoltageQualityEvent.MINIMUM_STOP;
import static trefas.metrology.event.VoltageQualityEvent.OUTAGE;
import static trefas.metrology.event.VoltageQualityEvent.REESTABLISHED;

import java.nio.ByteBuffer;
import trefas.device.log.LogSink;
import trefas.metrology.OneSecondValues;
import trefas.metrology.event.VoltageQualitySettings;
import trefas.quantity.Phase;

/// What is wrong with the voltages of one meter now: phases beyond a limit, phases that are out, a supply that is
/// going.
/// It lasts as long as this does, so a meter has one only then (decision 0043). Its rows are those of its log.
final class VoltageTroubles {

    /// Dark seconds that make an outage of all phases; a single one is a dip.
    static final int OUTAGE_SECONDS_MIN = 2;

    // Of each phase. Times are seconds since 1970, unsigned.
    /// Seconds beyond a limit, negative below the lower one.
    private static final int DEVIATION = 0;
    private static final int PEAK = 1;
    private static final int PEAK_AT = 2;
    /// The voltage of the last second that was watched.
    private static final int LAST = 3;
    private static final int OUTAGE_STATE = 4;
    private static final int OUTAGE_SINCE = 5;
    /// The voltage of the first dark second.
    private static final int FIRST_DARK = 6;
    private static final int SLOTS = 7;

    // Of all phases, behind them.
    /// The last second that was watched.
    private static final int WATCHED = SLOTS * Phase.COUNT;
    private static final int DARK_SINCE = WATCHED + 1;
    private static final int DARK_SECONDS = WATCHED + 2;
    private static final int NUMBERS = WATCHED + 3;

    // States of an outage.
    private static final int UP = 0;
    private static final int BELOW = 1;
    private static final int TOLD = 2;

    private static final int MILLI = 1_000;

    private final int[] numbers = new int[NUMBERS];

    /// Nothing yet.
    VoltageTroubles() {}

    /// Whether nothing is wrong any more.
    boolean isOver() {
        int wrong = numbers[DARK_SECONDS];
        for (int at = 0; at < WATCHED; at += SLOTS) {
            wrong |= numbers[at + DEVIATION] | numbers[at + OUTAGE_STATE];
        }
        return wrong == 0;
    }

    /// Seconds without supply, 0 to [#OUTAGE_SECONDS_MIN].
    int darkSeconds() {
        return numbers[DARK_SECONDS];
    }

    long darkSince() {
        return time(DARK_SINCE);
    }

    /// What a phase had in the first dark second, mV.
    int firstDark(int phase) {
        return numbers[phase * SLOTS + FIRST_DARK];
    }

    /// No phase has voltage enough in this second.
    void keepDark(long now, OneSecondValues values) {
        if (numbers[DARK_SECONDS] == 0) {
            numbers[DARK_SINCE] = (int) now;
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                numbers[phase * SLOTS + FIRST_DARK] = values.millivolts(phase);
            }
        }
        numbers[DARK_SECONDS] = Math.min(numbers[DARK_SECONDS] + 1, OUTAGE_SECONDS_MIN);
    }

    void endDark() {
        numbers[DARK_SECONDS] = 0;
    }

    /// All phases of a second were watched.
    void watched(long now) {
        numbers[WATCHED] = (int) now;
    }

    /// Watches a phase that has ever had voltage.
    void watch(
            int phase, long now, int millivolts, VoltageQualitySettings settings, VoltageQualityLog log, LogSink sink) {
        watchDeviation(phase, now, millivolts, settings, log, sink);
        numbers[phase * SLOTS + LAST] = millivolts;
        boolean isUp = millivolts >= settings.outageMillivolts();
        if (!isUp || numbers[phase * SLOTS + OUTAGE_STATE] != UP) {
            watchOutage(phase, now, isUp, settings, log, sink);
        }
    }

    private void watchDeviation(
            int phase, long now, int millivolts, VoltageQualitySettings settings, VoltageQualityLog log, LogSink sink) {
        int at = phase * SLOTS;
        int side = Integer.signum(numbers[at + DEVIATION]);
        int newSide = millivolts < settings.lowSingleMillivolts()
                ? -1
                : (millivolts > settings.highSingleMillivolts() ? 1 : 0);
        if (newSide != side) {
            endDeviation(phase, log, sink);
            if (newSide < 0) {
                log.minimum(now, phase, MINIMUM_START, millivolts / MILLI, sink);
            } else if (newSide > 0) {
                log.maximum(now, phase, MAXIMUM_START, millivolts / MILLI, sink);
            }
        }
        if (newSide != 0) {
            boolean isFurthest = newSide != side || newSide * (millivolts - numbers[at + PEAK]) > 0;
            if (isFurthest) {
                numbers[at + PEAK] = millivolts;
                numbers[at + PEAK_AT] = (int) now;
            }
            numbers[at + DEVIATION] += newSide;
        }
    }

    /// A deviation is over; one of a single second has had its only entry at its start.
    private void endDeviation(int phase, VoltageQualityLog log, LogSink sink) {
        int at = phase * SLOTS;
        int deviation = numbers[at + DEVIATION];
        int peak = numbers[at + PEAK] / MILLI;
        int last = numbers[at + LAST] / MILLI;
        if (deviation < -1) {
            log.minimum(time(at + PEAK_AT), phase, MINIMUM_PEAK, peak, sink);
            log.minimum(time(WATCHED), phase, MINIMUM_STOP, last, sink);
        } else if (deviation > 1) {
            log.maximum(time(at + PEAK_AT), phase, MAXIMUM_PEAK, peak, sink);
            log.maximum(time(WATCHED), phase, MAXIMUM_STOP, last, sink);
        }
        numbers[at + DEVIATION] = 0;
    }

    private void watchOutage(
            int phase, long now, boolean isUp, VoltageQualitySettings settings, VoltageQualityLog log, LogSink sink) {
        int at = phase * SLOTS;
        if (isUp) {
            if (numbers[at + OUTAGE_STATE] == TOLD) {
                log.outage(now, phase + 1, REESTABLISHED, sink);
            }
            numbers[at + OUTAGE_STATE] = UP;
            return;
        }
        if (numbers[at + OUTAGE_STATE] == UP) {
            numbers[at + OUTAGE_STATE] = BELOW;
            numbers[at + OUTAGE_SINCE] = (int) now;
        }
        long since = time(at + OUTAGE_SINCE);
        if (numbers[at + OUTAGE_STATE] == BELOW && now - since + 1 >= settings.outageSeconds()) {
            numbers[at + OUTAGE_STATE] = TOLD;
            log.outage(since, phase + 1, OUTAGE, sink);
        }
    }

    /// Seconds are missing. An outage that has been told goes on; one that has not begins to count anew.
    void pause(VoltageQualityLog log, LogSink sink) {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            endDeviation(phase, log, sink);
            int at = phase * SLOTS + OUTAGE_STATE;
            numbers[at] = numbers[at] == TOLD ? TOLD : UP;
        }
    }

    private long time(int slot) {
        return Integer.toUnsignedLong(numbers[slot]);
    }

    static int recordLength() {
        return NUMBERS * Integer.BYTES;
    }

    void write(ByteBuffer into) {
        for (int number : numbers) {
            into.putInt(number);
        }
    }

    /// Reads what [#write] wrote; only into new ones.
    ///
    /// @return whether it makes sense
    boolean read(ByteBuffer from) {
        for (int slot = 0; slot < NUMBERS; slot++) {
            numbers[slot] = from.getInt();
        }
        boolean makesSense = numbers[DARK_SECONDS] >= 0 && numbers[DARK_SECONDS] <= OUTAGE_SECONDS_MIN;
        for (int at = OUTAGE_STATE; at < WATCHED; at += SLOTS) {
            makesSense &= numbers[at] >= UP && numbers[at] <= TOLD;
        }
        return makesSense;
    }
}
