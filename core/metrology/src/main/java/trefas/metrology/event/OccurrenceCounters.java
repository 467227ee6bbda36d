package trefas.metrology.event;

import java.util.Arrays;
import trefas.metrology.OneSecondValues;
import trefas.metrology.VoltageEvent.Dip;
import trefas.metrology.VoltageEvent.Interruption;
import trefas.metrology.VoltageEvent.RapidVoltageChange;
import trefas.metrology.VoltageEvent.Swell;
import trefas.quantity.Phase;

/// Counts what befell the supply since the last row of the occurrence logger (dossier 14.3). One bad value counts in
/// every limit it exceeds. A count stops at the largest number its register holds.
///
/// | counters | fed by           | counts                                                                        |
/// |----------|------------------|-------------------------------------------------------------------------------|
/// | 1 to 8   | 10-s frequency   | each value outside the limit                                                  |
/// | 9 to 11  | 10-min values    | each interval in which any phase is outside                                   |
/// | 12       | one-second values | each second in which a phase has changed by 5 % of 230 V, inside the limits  |
/// | 13       | 10-min values    | each interval with u2 above 2 %                                               |
/// | 14, 15   | events           | interruptions of all phases, above 3 min and up to 3 min                      |
/// | 16 to 18 | 10-min values    | each interval with THDU above 8 %                                             |
/// | 19, 20   | events           | dips to 184 V and swells to 276 V of 100 ms to 1 s, at most one a second each |
/// | 21 to 23 | 10-min values    | each interval with THDI above 8 %                                             |
public final class OccurrenceCounters {

    /// Largest count: the registers are unsigned16.
    public static final int COUNT_MAX = 0xFFFF;

    /// Length of the interval whose mean frequency is judged.
    public static final int FREQUENCY_SECONDS = 10;

    /// An interruption longer than this is long, s.
    public static final double SHORT_INTERRUPTION_SECONDS_MAX = 180;

    /// Below this a phase is not judged, V (successor).
    public static final double JUDGED_VOLTS_MIN = 50;

    private static final double NOMINAL_HERTZ = 50;

    /// Frequencies are sums of binary fractions: 49.5 Hz must not be below 49.5 Hz.
    private static final double ROUNDING_HERTZ = 1e-9;

    private static final double FIXED_UNDERVOLTAGE_VOLTS = 207;
    private static final int RAPID_CHANGE_MILLIVOLTS = 11_500;
    private static final double UNBALANCE_PERCENT_MAX = 2;
    private static final double DISTORTION_PERCENT_MAX = 8;
    private static final double DIP_PERCENT = 80;
    private static final double SWELL_PERCENT = 120;
    private static final double EVENT_SECONDS_MIN = 0.1;
    private static final double EVENT_SECONDS_MAX = 1;
    private static final double ROUNDING_SECONDS = 1e-6;

    private static final OccurrenceCounter[] VOLTAGE_DISTORTION = {
        OccurrenceCounter.VOLTAGE_DISTORTION_L1,
        OccurrenceCounter.VOLTAGE_DISTORTION_L2,
        OccurrenceCounter.VOLTAGE_DISTORTION_L3
    };
    private static final OccurrenceCounter[] CURRENT_DISTORTION = {
        OccurrenceCounter.CURRENT_DISTORTION_L1,
        OccurrenceCounter.CURRENT_DISTORTION_L2,
        OccurrenceCounter.CURRENT_DISTORTION_L3
    };

    private final VoltageQualitySettings settings;
    private final int[] counts = new int[OccurrenceCounter.COUNT + 1];
    private final int[] lastMillivolts = new int[Phase.COUNT];
    private boolean hasLast;
    private double lastDipSecond = Double.NaN;
    private double lastSwellSecond = Double.NaN;

    /// Starts with nothing counted.
    public OccurrenceCounters(VoltageQualitySettings settings) {
        this.settings = settings;
    }

    /// The thresholds with which [VoltageEvents] finds the events for these counters, which are not those of EN 50160:
    /// dips 20 % below and swells 20 % above 230 V, interruptions below the outage level.
    public EventSettings eventSettings() {
        double nominal = VoltageQualitySettings.NOMINAL_MILLIVOLTS;
        EventSettings usual = EventSettings.of(nominal / 1_000);
        return new EventSettings(
                usual.declaredVolts(),
                NOMINAL_HERTZ,
                DIP_PERCENT,
                SWELL_PERCENT,
                100 * settings.outageMillivolts() / nominal,
                usual.hysteresisPercent(),
                usual.rapidChangePercent(),
                usual.measured());
    }

    /// A count since the last restart, 0 to [#COUNT_MAX].
    public int count(OccurrenceCounter counter) {
        return counts[counter.number()];
    }

    /// All registers begin anew, after the occurrence logger has taken its row.
    public void restart() {
        Arrays.fill(counts, 0);
    }

    /// Takes over a count from the permanent memory.
    public void restore(OccurrenceCounter counter, int count) {
        if (count < 0 || count > COUNT_MAX) {
            throw new IllegalArgumentException("a count is 0 to " + COUNT_MAX + ": " + count);
        }
        counts[counter.number()] = count;
    }

    /// The mean frequency of a 10-second interval, Hz; 0 when no phase had voltage, which counts nothing.
    public void frequency(double hertz) {
        if (!(hertz > 0)) {
            return;
        }
        below(OccurrenceCounter.FREQUENCY_BELOW_1_PERCENT, hertz, -1);
        above(OccurrenceCounter.FREQUENCY_ABOVE_1_PERCENT, hertz, 1);
        below(OccurrenceCounter.FREQUENCY_BELOW_2_PERCENT, hertz, -2);
        above(OccurrenceCounter.FREQUENCY_ABOVE_2_PERCENT, hertz, 2);
        below(OccurrenceCounter.FREQUENCY_BELOW_6_PERCENT, hertz, -6);
        above(OccurrenceCounter.FREQUENCY_ABOVE_4_PERCENT, hertz, 4);
        below(OccurrenceCounter.FREQUENCY_BELOW_15_PERCENT, hertz, -15);
        above(OccurrenceCounter.FREQUENCY_ABOVE_15_PERCENT, hertz, 15);
    }

    /// The values of a 10-minute interval. A phase below [#JUDGED_VOLTS_MIN] is not judged.
    public void tenMinutes(TenMinuteQuality values) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = 0;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            TenMinuteQuality.PhaseQuality quality = values.phase(phase);
            if (quality.volts() >= JUDGED_VOLTS_MIN) {
                lowest = Math.min(lowest, quality.volts());
                highest = Math.max(highest, quality.volts());
                countIf(VOLTAGE_DISTORTION[phase], quality.voltageDistortionPercent() > DISTORTION_PERCENT_MAX);
                countIf(CURRENT_DISTORTION[phase], quality.currentDistortionPercent() > DISTORTION_PERCENT_MAX);
            }
        }
        countIf(OccurrenceCounter.UNDERVOLTAGE_10_PERCENT, lowest < FIXED_UNDERVOLTAGE_VOLTS);
        countIf(OccurrenceCounter.UNDERVOLTAGE_AS_CONFIGURED, lowest < settings.lowMeanMillivolts() / 1_000.0);
        countIf(OccurrenceCounter.OVERVOLTAGE, highest > settings.highMeanMillivolts() / 1_000.0);
        countIf(OccurrenceCounter.UNBALANCE, values.negativePercent() > UNBALANCE_PERCENT_MAX);
    }

    /// The values of the second after the last one told.
    public void second(OneSecondValues values) {
        boolean hasChanged = false;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            int now = values.millivolts(phase);
            int before = lastMillivolts[phase];
            hasChanged |= hasLast
                    && Math.abs(now - before) >= RAPID_CHANGE_MILLIVOLTS
                    && isInsideLimits(now)
                    && isInsideLimits(before);
            lastMillivolts[phase] = now;
        }
        hasLast = true;
        countIf(OccurrenceCounter.RAPID_VOLTAGE_CHANGE, hasChanged);
    }

    /// Seconds are missing: the next one is compared with none.
    public void pause() {
        hasLast = false;
    }

    /// An event found with the [#eventSettings]. An open one counts nothing, for nobody knows how long it will last;
    /// an outage of the meter itself is told by [#interruption] when it is over.
    public void event(ReportedEvent reported) {
        if (reported.isOpen()) {
            return;
        }
        double second = Math.floor(reported.event().endSeconds());
        switch (reported.event()) {
            case Dip dip -> {
                if (isCounted(dip.seconds()) && second != lastDipSecond) {
                    lastDipSecond = second;
                    countIf(OccurrenceCounter.DIP, true);
                }
            }
            case Swell swell -> {
                if (isCounted(swell.seconds()) && second != lastSwellSecond) {
                    lastSwellSecond = second;
                    countIf(OccurrenceCounter.SWELL, true);
                }
            }
            case Interruption _ -> interruption(reported.interruptedSeconds());
            case RapidVoltageChange _ -> {
                // The meter has a rule of its own for these, on one-second values.
            }
        }
    }

    /// An interruption of all phases is over, for example one in which the meter itself had no supply. The time
    /// threshold of the voltage quality logger does not apply here.
    ///
    /// @param seconds how long it lasted
    public void interruption(double seconds) {
        boolean isLong = seconds > SHORT_INTERRUPTION_SECONDS_MAX + ROUNDING_SECONDS;
        countIf(isLong ? OccurrenceCounter.LONG_INTERRUPTION : OccurrenceCounter.SHORT_INTERRUPTION, true);
    }

    private static boolean isCounted(double seconds) {
        return seconds >= EVENT_SECONDS_MIN - ROUNDING_SECONDS && seconds <= EVENT_SECONDS_MAX + ROUNDING_SECONDS;
    }

    private boolean isInsideLimits(int millivolts) {
        return millivolts >= settings.lowSingleMillivolts() && millivolts <= settings.highSingleMillivolts();
    }

    private void below(OccurrenceCounter counter, double hertz, int percent) {
        countIf(counter, hertz < NOMINAL_HERTZ * (100 + percent) / 100 - ROUNDING_HERTZ);
    }

    private void above(OccurrenceCounter counter, double hertz, int percent) {
        countIf(counter, hertz > NOMINAL_HERTZ * (100 + percent) / 100 + ROUNDING_HERTZ);
    }

    private void countIf(OccurrenceCounter counter, boolean isOutside) {
        if (isOutside) {
            counts[counter.number()] = Math.min(counts[counter.number()] + 1, COUNT_MAX);
        }
    }
}
