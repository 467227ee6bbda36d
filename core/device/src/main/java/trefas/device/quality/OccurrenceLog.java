package trefas.device.quality;

import java.nio.ByteBuffer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import trefas.device.clock.MeterClock;
import trefas.device.log.DataLogger;
import trefas.device.log.LogRing;
import trefas.device.log.LogSink;
import trefas.device.log.LoggerStatus;
import trefas.device.rtc.RealTimeClock;
import trefas.metrology.OneSecondValues;
import trefas.metrology.event.OccurrenceCounter;
import trefas.metrology.event.OccurrenceCounters;
import trefas.metrology.event.VoltageQualitySettings;
import trefas.quantity.Phase;

/// The occurrence counters, 1-1:133.0.1 to 23, fed with one-second values, and their logger, 1-1:99.98.17: the rules of
/// [OccurrenceCounters] in a form a million meters have room for (dossier 14.3; decision 0036). A test holds the two
/// against each other.
///
/// | counters           | fed by                                                                       |
/// |--------------------|------------------------------------------------------------------------------|
/// | 1 to 8             | means of the frequency over 10 s of the clock                                |
/// | 9 to 11, 13        | means of the voltages over 10 min of the clock; phases are 120 degrees apart |
/// | 12                 | two seconds that follow each other                                           |
/// | 14, 15             | outages, and seconds in which no phase reaches the outage level              |
/// | 16 to 18, 21 to 23 | [#count], by whoever knows harmonics                                         |
/// | 19, 20             | [#count], by whoever knows half cycles                                       |
///
/// At midnight of each day, Monday or first of a month, normal time, a row takes all 23 and they begin anew.
public final class OccurrenceLog extends LogRing {

    /// Rows of the logger: 60 days (successor).
    public static final int LOG_CAPACITY = 60;

    private static final int TEN_SECONDS = 10;
    private static final int TEN_MINUTES = 600;
    private static final int SECONDS_PER_HOUR = 3_600;
    private static final int SECONDS_PER_DAY = 86_400;

    /// A midnight a row is due at comes at least once in so many days.
    private static final int LONGEST_INTERVAL_DAYS = 31;

    private static final int NOMINAL_MILLIHERTZ = 50_000;
    private static final int MILLIVOLTS_MAX = 1_000_000;
    private static final int JUDGED_MILLIVOLTS_MIN = 50_000;
    private static final int FIXED_UNDERVOLTAGE_MILLIVOLTS = 207_000;
    private static final int RAPID_CHANGE_MILLIVOLTS = 11_500;
    private static final double UNBALANCE_PERCENT_MAX = 2;
    private static final int NO_DAY = Integer.MIN_VALUE;

    private static final int LAST = 0;
    private static final int SUM = 3;
    private static final int SLOTS = 6;

    /// Nothing has been counted since the last row.
    private static final char[] NONE = {};

    private static final int RECORD_LENGTH = 2 + Short.BYTES + Integer.BYTES * (SLOTS + 4);
    private static final int COUNTS_LENGTH = Character.BYTES * OccurrenceCounter.COUNT;

    // In the first octet of the record.
    private static final int HAS_LAST = 1;
    private static final int COUNTED = 2;

    private SupplySettings settings;

    /// Of each counter from the first on, unsigned; made when one counts, for in most meters nothing happens all day.
    private char[] counts = NONE;

    private final int[] phases = new int[SLOTS];
    private int last;

    /// Day of normal time in which the last second began.
    private int day = NO_DAY;

    private int millihertzSum;
    private int darkSeconds;
    private short voltageCount;
    private byte millihertzCount;
    private boolean hasLast;

    /// Starts with nothing counted.
    public OccurrenceLog(SupplySettings settings) {
        this.settings = settings;
    }

    /// The values of a second with supply.
    ///
    /// @param now its end, the meter's time
    /// @param wall whose normal time the days are of
    public void secondElapsed(long now, OneSecondValues values, MeterClock wall, LogSink sink) {
        if (day == NO_DAY || !RealTimeClock.follows(Integer.toUnsignedLong(last), now)) {
            jump(now, wall, sink);
        }
        last = (int) now;
        addFrequency(values.millihertz());
        addVoltages(values);
        if (now % TEN_SECONDS == 0) {
            endTenSeconds();
            if (now % TEN_MINUTES == 0) {
                endTenMinutes();
                endDay(now, wall, sink);
            }
        }
    }

    private void addFrequency(int millihertz) {
        if (millihertz > 0) {
            millihertzSum += Math.min(millihertz, 2 * NOMINAL_MILLIHERTZ);
            millihertzCount++;
        }
    }

    private void addVoltages(OneSecondValues values) {
        VoltageQualitySettings limits = settings.voltageQuality();
        int low = limits.lowSingleMillivolts();
        int high = limits.highSingleMillivolts();
        boolean hasChanged = false;
        boolean isDark = true;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            int millivolts = Math.min(values.millivolts(phase), MILLIVOLTS_MAX);
            int before = phases[LAST + phase];
            hasChanged |= Math.abs(millivolts - before) >= RAPID_CHANGE_MILLIVOLTS
                    && hasLast
                    && Math.min(millivolts, before) >= low
                    && Math.max(millivolts, before) <= high;
            isDark &= millivolts < limits.outageMillivolts();
            phases[LAST + phase] = millivolts;
            phases[SUM + phase] += millivolts;
        }
        voltageCount++;
        hasLast = true;
        if (hasChanged) {
            count(OccurrenceCounter.RAPID_VOLTAGE_CHANGE);
        }
        if (isDark) {
            darkSeconds++;
        } else if (darkSeconds > 0) {
            interruption(darkSeconds);
        }
    }

    private void endTenSeconds() {
        if (2 * millihertzCount >= TEN_SECONDS) {
            judgeFrequency();
        }
        millihertzSum = 0;
        millihertzCount = 0;
    }

    private void judgeFrequency() {
        below(OccurrenceCounter.FREQUENCY_BELOW_1_PERCENT, 99);
        above(OccurrenceCounter.FREQUENCY_ABOVE_1_PERCENT, 101);
        below(OccurrenceCounter.FREQUENCY_BELOW_2_PERCENT, 98);
        above(OccurrenceCounter.FREQUENCY_ABOVE_2_PERCENT, 102);
        below(OccurrenceCounter.FREQUENCY_BELOW_6_PERCENT, 94);
        above(OccurrenceCounter.FREQUENCY_ABOVE_4_PERCENT, 104);
        below(OccurrenceCounter.FREQUENCY_BELOW_15_PERCENT, 85);
        above(OccurrenceCounter.FREQUENCY_ABOVE_15_PERCENT, 115);
    }

    private void below(OccurrenceCounter counter, int percent) {
        if (millihertzSum < NOMINAL_MILLIHERTZ / 100 * percent * millihertzCount) {
            count(counter);
        }
    }

    private void above(OccurrenceCounter counter, int percent) {
        if (millihertzSum > NOMINAL_MILLIHERTZ / 100 * percent * millihertzCount) {
            count(counter);
        }
    }

    /// Ten minutes are over. With less than half of their seconds they are not judged.
    private void endTenMinutes() {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = 0;
        boolean isJudged = 2 * voltageCount >= TEN_MINUTES;
        for (int phase = 0; phase < Phase.COUNT && isJudged; phase++) {
            double mean = (double) phases[SUM + phase] / voltageCount;
            if (mean >= JUDGED_MILLIVOLTS_MIN) {
                lowest = Math.min(lowest, mean);
                highest = Math.max(highest, mean);
            }
        }
        if (isJudged) {
            judgeVoltages(lowest, highest);
        }
        Arrays.fill(phases, SUM, SLOTS, 0);
        voltageCount = 0;
    }

    private void judgeVoltages(double lowest, double highest) {
        VoltageQualitySettings limits = settings.voltageQuality();
        if (lowest < FIXED_UNDERVOLTAGE_MILLIVOLTS) {
            count(OccurrenceCounter.UNDERVOLTAGE_10_PERCENT);
        }
        if (lowest < limits.lowMeanMillivolts()) {
            count(OccurrenceCounter.UNDERVOLTAGE_AS_CONFIGURED);
        }
        if (highest > limits.highMeanMillivolts()) {
            count(OccurrenceCounter.OVERVOLTAGE);
        }
        if (unbalancePercent() > UNBALANCE_PERCENT_MAX) {
            count(OccurrenceCounter.UNBALANCE);
        }
    }

    /// Negative over positive sequence of three voltages 120 degrees apart, %; 0 when a phase is below 50 V.
    private double unbalancePercent() {
        double a = (double) phases[SUM] / voltageCount;
        double b = (double) phases[SUM + 1] / voltageCount;
        double c = (double) phases[SUM + 2] / voltageCount;
        if (Math.min(a, Math.min(b, c)) < JUDGED_MILLIVOLTS_MIN) {
            return 0;
        }
        return 100 * Math.sqrt(Math.max(0, a * a + b * b + c * c - a * b - b * c - c * a)) / (a + b + c);
    }

    /// The time has gone on by another step than a second: what went on is judged as far as it went, and a row is taken
    /// for the last midnight that was passed, if one was due. Others that were passed have no row, which it tells.
    private void jump(long now, MeterClock wall, LogSink sink) {
        endTenSeconds();
        endTenMinutes();
        hasLast = false;
        int today = day(now - 1, wall);
        if (day != NO_DAY && today > day) {
            int due = lastDue(today, day);
            if (due > day) {
                boolean isMore = lastDue(due - 1, day) > day;
                append(midnight(due, wall), isMore ? LoggerStatus.TIME_DISCONTINUITY.mask() : 0, sink);
            }
        }
        day = today;
    }

    /// The last day down from one, and after another, that a row is due at; the other if there is none.
    private int lastDue(int from, int after) {
        for (int due = from; due > after && due >= from - LONGEST_INTERVAL_DAYS; due--) {
            if (isDue(due)) {
                return due;
            }
        }
        return after;
    }

    /// Whether a row is taken at the midnight a day begins with.
    private boolean isDue(int dayBegun) {
        return switch (settings.interval()) {
            case DAILY -> true;
            case WEEKLY -> LocalDate.ofEpochDay(dayBegun).getDayOfWeek() == DayOfWeek.MONDAY;
            case MONTHLY -> LocalDate.ofEpochDay(dayBegun).getDayOfMonth() == 1;
        };
    }

    private void endDay(long now, MeterClock wall, LogSink sink) {
        int tomorrow = day(now, wall);
        if (tomorrow != day) {
            day = tomorrow;
            if (isDue(tomorrow)) {
                append(now, 0, sink);
            }
        }
    }

    private void append(long at, int status, LogSink sink) {
        long[] readings = new long[OccurrenceCounter.COUNT];
        for (int counter = 0; counter < counts.length; counter++) {
            readings[counter] = counts[counter];
        }
        append(at, status, 0, sink, readings);
        counts = NONE;
    }

    private static int day(long second, MeterClock wall) {
        return Math.toIntExact(
                Math.floorDiv(second + (long) wall.zoneHours() * SECONDS_PER_HOUR, (long) SECONDS_PER_DAY));
    }

    private static long midnight(int day, MeterClock wall) {
        return (long) day * SECONDS_PER_DAY - (long) wall.zoneHours() * SECONDS_PER_HOUR;
    }

    /// One more of something.
    public void count(OccurrenceCounter counter) {
        if (counts.length == 0) {
            counts = new char[OccurrenceCounter.COUNT];
        }
        int at = counter.number() - 1;
        counts[at] = (char) Math.min(counts[at] + 1, OccurrenceCounters.COUNT_MAX);
    }

    /// The meter was without supply for so long, the dark second before it stopped included.
    public void outage(long seconds) {
        hasLast = false;
        interruption(seconds);
    }

    private void interruption(long seconds) {
        darkSeconds = 0;
        boolean isLong = seconds > OccurrenceCounters.SHORT_INTERRUPTION_SECONDS_MAX;
        count(isLong ? OccurrenceCounter.LONG_INTERRUPTION : OccurrenceCounter.SHORT_INTERRUPTION);
    }

    /// A count since the last row, 0 to 65 535.
    public int counted(OccurrenceCounter counter) {
        return counts.length == 0 ? 0 : counts[counter.number() - 1];
    }

    public void settings(SupplySettings other) {
        settings = other;
    }

    @Override
    public DataLogger logger() {
        return DataLogger.OCCURRENCES;
    }

    @Override
    public int capacity() {
        return LOG_CAPACITY;
    }

    /// The logger; its rows are in the permanent memory.
    public LogRing log() {
        return this;
    }

    /// Octets [#write] needs now.
    public int recordLength() {
        return RECORD_LENGTH + Character.BYTES * counts.length + idsLength();
    }

    /// The counts only when something was counted.
    public void write(ByteBuffer into) {
        into.put((byte) ((hasLast ? HAS_LAST : 0) | (counts.length > 0 ? COUNTED : 0)));
        into.put(millihertzCount).putShort(voltageCount);
        into.putInt(last).putInt(day).putInt(millihertzSum).putInt(darkSeconds);
        for (int value : phases) {
            into.putInt(value);
        }
        for (char count : counts) {
            into.putChar(count);
        }
        writeIds(into);
    }

    /// Reads what [#write] wrote.
    ///
    /// @return whether it makes sense; if not, nothing has changed
    public boolean read(ByteBuffer from) {
        int head = from.hasRemaining() ? from.get() : -1;
        boolean isCounted = (head & COUNTED) != 0;
        int length = RECORD_LENGTH - 1 + (isCounted ? COUNTS_LENGTH : 0) + idsLength();
        if (head < 0 || head > (HAS_LAST | COUNTED) || from.remaining() < length) {
            return false;
        }
        byte readMillihertzCount = from.get();
        short readVoltageCount = from.getShort();
        int readLast = from.getInt();
        int readDay = from.getInt();
        int readSum = from.getInt();
        int readDark = from.getInt();
        int[] readPhases = new int[SLOTS];
        for (int slot = 0; slot < SLOTS; slot++) {
            readPhases[slot] = from.getInt();
        }
        char[] readCounts = isCounted ? new char[OccurrenceCounter.COUNT] : NONE;
        for (int counter = 0; counter < readCounts.length; counter++) {
            readCounts[counter] = from.getChar();
        }
        boolean makesSense = readMillihertzCount >= 0
                && readMillihertzCount <= TEN_SECONDS + 1
                && readVoltageCount >= 0
                && readVoltageCount <= TEN_MINUTES + TEN_SECONDS
                && readSum >= 0
                && readDark >= 0;
        if (!makesSense || !readIds(from)) {
            return false;
        }
        hasLast = (head & HAS_LAST) != 0;
        millihertzCount = readMillihertzCount;
        voltageCount = readVoltageCount;
        last = readLast;
        day = readDay;
        millihertzSum = readSum;
        darkSeconds = readDark;
        System.arraycopy(readPhases, 0, phases, 0, SLOTS);
        counts = readCounts;
        return true;
    }
}
