package trefas.device.quality;

import java.nio.ByteBuffer;
import trefas.device.log.DataLogger;
import trefas.device.log.DataQuality;
import trefas.device.log.LogRing;
import trefas.device.log.LogSink;
import trefas.device.status.EventB;
import trefas.metrology.OneSecondValues;
import trefas.metrology.PhaseThresholds;
import trefas.metrology.event.VoltageQualitySettings;
import trefas.quantity.Phase;
import trefas.quantity.PhaseSequence;

/// What is wrong with the supply now, as EventStatusB and DataQuality tell it, and the neutral fault logger,
/// 1-1:99.98.12 (dossier 10.1, 15, 16; decisions 0035 and 0036).
///
/// | state               | holds                                                 | for           | gone          |
/// |---------------------|-------------------------------------------------------|---------------|---------------|
/// | over, under         | above or below the voltage limit, 50 V or more        | > limit time  | at once       |
/// | missing             | below the outage level                                | outage time   | at once       |
/// | power fail          | the same                                              | > fault time  | at once       |
/// | no current          | below 10 mA with voltage, another phase above         | > 60 s        | at once       |
/// | reverse current     | 2.3 W or more exported                                | > 60 s        | at once       |
/// | sequence            | L1 L3 L2                                              | > 3 s         | at once       |
/// | neutral fault       | two phases above VLhi and one below VLlo              | > its time    | after as long |
///
/// A phase that never had voltage is not connected and nothing is told of it.
public final class SupplyWatch extends LogRing {

    /// Rows of the neutral fault logger (TD p55).
    public static final int LOG_CAPACITY = 45;

    /// Times after which a state of the currents and the sequence counts, s.
    static final int CURRENT_SECONDS = 60;

    static final int SEQUENCE_SECONDS = 3;

    private static final int NO_CURRENT_MILLIAMPERES = PhaseThresholds.QUADRANT_MILLIAMPERES;
    private static final int MILLI = 1_000;
    private static final int TIMER_MAX = 0x1_0000;

    // Timers of a phase, seconds.
    /// Negative below the lower limit.
    private static final int BEYOND = 0;
    private static final int OUT = 1;
    private static final int IDLE = 2;
    private static final int REVERSE = 3;
    private static final int SLOTS = 4;

    // And behind them two of all phases; the second tells how long the neutral has been other than what is told of it.
    private static final int SEQUENCE = SLOTS * Phase.COUNT;
    private static final int NEUTRAL = SEQUENCE + 1;
    private static final int TIMERS = SEQUENCE + 2;

    /// No time is running.
    private static final int[] NONE = {};

    private static final int[] OVER = {EventB.OVER_L1.mask(), EventB.OVER_L2.mask(), EventB.OVER_L3.mask()};
    private static final int[] UNDER = {EventB.UNDER_L1.mask(), EventB.UNDER_L2.mask(), EventB.UNDER_L3.mask()};
    private static final int[] MISSING = {EventB.MISSING_L1.mask(), EventB.MISSING_L2.mask(), EventB.MISSING_L3.mask()};
    private static final int[] NO_CURRENT = {
        EventB.NO_CURRENT_L1.mask(), EventB.NO_CURRENT_L2.mask(), EventB.NO_CURRENT_L3.mask()
    };
    private static final int[] REVERSE_CURRENT = {
        EventB.REVERSE_CURRENT_L1.mask(), EventB.REVERSE_CURRENT_L2.mask(), EventB.REVERSE_CURRENT_L3.mask()
    };
    private static final int ANY_OVER = OVER[0] | OVER[1] | OVER[2];
    private static final int ANY_UNDER = UNDER[0] | UNDER[1] | UNDER[2];

    private static final int NEUTRAL_FAULT = 1 << Phase.COUNT;
    private static final int FLAGS_MAX = 0xF;
    private static final int RECORD_LENGTH = 1 + Integer.BYTES;

    /// Beside the flags in the record: timers follow.
    private static final int RUNNING = 0x10;

    private SupplySettings settings;

    /// Made when a time begins to run and given up when none does: nearly all meters have nearly always a good supply.
    private int[] timers = NONE;

    /// The phases that ever had voltage, that of L1 lowest, and [#NEUTRAL_FAULT].
    private int flags;

    private int events;

    /// Starts with nothing wrong.
    public SupplyWatch(SupplySettings settings) {
        this.settings = settings;
    }

    /// One second with supply has passed.
    ///
    /// @param now its end, the meter's time
    public void secondElapsed(long now, OneSecondValues values, LogSink sink) {
        if (timers.length > 0 || events != 0 || !isWell(values)) {
            judge(now, values, sink);
        }
    }

    /// Whether a second has nothing to be said of: voltage, current and direction of every phase as usual, and what is
    /// not connected still so.
    private boolean isWell(OneSecondValues values) {
        int low = settings.lowVolts() * MILLI;
        int high = Math.min(settings.highVolts(), settings.neutralHighVolts()) * MILLI;
        int outage = settings.voltageQuality().outageMillivolts();
        boolean isWell = values.sequence() != PhaseSequence.L1L3L2;
        boolean isAnyIdle = false;
        boolean isAnyLoaded = false;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            int millivolts = values.millivolts(phase);
            boolean isLoaded = values.milliamperes(phase) >= NO_CURRENT_MILLIAMPERES;
            isAnyLoaded |= isLoaded;
            if (isConnected(phase)) {
                isAnyIdle |= !isLoaded;
                isWell &= millivolts >= low
                        && millivolts <= high
                        && values.milliwatts(phase) > -PhaseThresholds.REGISTRATION_MILLIWATTS;
            } else {
                isWell &= millivolts < outage;
            }
        }
        return isWell && !(isAnyIdle && isAnyLoaded);
    }

    private boolean isConnected(int phase) {
        return (flags >> phase & 1) != 0;
    }

    private void judge(long now, OneSecondValues values, LogSink sink) {
        if (timers.length == 0) {
            timers = new int[TIMERS];
        }
        VoltageQualitySettings quality = settings.voltageQuality();
        int found = 0;
        int highest = Math.max(values.milliamperes(0), Math.max(values.milliamperes(1), values.milliamperes(2)));
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            int millivolts = values.millivolts(phase);
            if (millivolts >= quality.outageMillivolts()) {
                flags |= 1 << phase;
                timers[phase * SLOTS + OUT] = 0;
                found |= voltage(phase, millivolts) | current(phase, values, highest);
            } else if (isConnected(phase)) {
                found |= outage(phase, quality);
            }
        }
        timers[SEQUENCE] = values.sequence() == PhaseSequence.L1L3L2 ? later(timers[SEQUENCE]) : 0;
        if (timers[SEQUENCE] > SEQUENCE_SECONDS) {
            found |= EventB.PHASE_SEQUENCE.mask();
        }
        neutral(now, values, sink);
        events = found | (isNeutralFault() ? EventB.NEUTRAL_FAULT.mask() : 0);
        forgetStoppedTimers();
    }

    private void forgetStoppedTimers() {
        int running = 0;
        for (int timer : timers) {
            running |= timer;
        }
        if (running == 0) {
            timers = NONE;
        }
    }

    private int voltage(int phase, int millivolts) {
        int at = phase * SLOTS + BEYOND;
        int timer = timers[at];
        if (millivolts > settings.highVolts() * MILLI) {
            timer = later(Math.max(timer, 0));
        } else if (millivolts < settings.lowVolts() * MILLI) {
            timer = -later(-Math.min(timer, 0));
        } else {
            timer = 0;
        }
        timers[at] = timer;
        if (Math.abs(timer) <= settings.limitSeconds()) {
            return 0;
        }
        return timer > 0 ? OVER[phase] : UNDER[phase];
    }

    private int current(int phase, OneSecondValues values, int highest) {
        int at = phase * SLOTS;
        boolean isIdle = values.milliamperes(phase) < NO_CURRENT_MILLIAMPERES
                && highest >= NO_CURRENT_MILLIAMPERES
                && PhaseThresholds.indicatesVoltage(values.millivolts(phase));
        boolean isReverse = values.milliwatts(phase) <= -PhaseThresholds.REGISTRATION_MILLIWATTS;
        timers[at + IDLE] = isIdle ? later(timers[at + IDLE]) : 0;
        timers[at + REVERSE] = isReverse ? later(timers[at + REVERSE]) : 0;
        return (timers[at + IDLE] > CURRENT_SECONDS ? NO_CURRENT[phase] : 0)
                | (timers[at + REVERSE] > CURRENT_SECONDS ? REVERSE_CURRENT[phase] : 0);
    }

    private int outage(int phase, VoltageQualitySettings quality) {
        int at = phase * SLOTS;
        int seconds = later(timers[at + OUT]);
        timers[at + OUT] = seconds;
        timers[at + BEYOND] = 0;
        timers[at + IDLE] = 0;
        timers[at + REVERSE] = 0;
        return (seconds >= quality.outageSeconds() ? MISSING[phase] : 0)
                | (seconds > settings.powerFaultSeconds() ? EventB.POWER_FAIL.mask() : 0);
    }

    private void neutral(long now, OneSecondValues values, LogSink sink) {
        int high = 0;
        int low = 0;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            high += values.millivolts(phase) > settings.neutralHighVolts() * MILLI ? 1 : 0;
            low += values.millivolts(phase) < settings.neutralLowVolts() * MILLI ? 1 : 0;
        }
        boolean isLost = high == 2 && low == 1;
        timers[NEUTRAL] = isLost == isNeutralFault() ? 0 : later(timers[NEUTRAL]);
        if (timers[NEUTRAL] > settings.neutralSeconds()) {
            timers[NEUTRAL] = 0;
            flags ^= NEUTRAL_FAULT;
            append(now, 0, 0, sink, isNeutralFault() ? 1 : 0);
        }
    }

    private static int later(int timer) {
        return Math.min(timer + 1, TIMER_MAX);
    }

    /// The meter was without supply: times are counted anew, but of a phase that is missing already.
    ///
    /// @return whether that was a power fault, [EventB#POWER_FAIL]
    public boolean supplyReturned(long seconds) {
        for (int at = 0; at < timers.length; at++) {
            boolean isMissing = at < SEQUENCE
                    && at % SLOTS == OUT
                    && timers[at] >= settings.voltageQuality().outageSeconds();
            timers[at] = isMissing ? timers[at] : 0;
        }
        forgetStoppedTimers();
        return seconds > settings.powerFaultSeconds();
    }

    /// What is wrong now, bits of [EventB].
    public int events() {
        return events;
    }

    /// What a period is marked with for this second, bits of [DataQuality]; 0 in nearly all of them.
    public int dataQuality() {
        if (events == 0) {
            return 0;
        }
        return ((events & ANY_OVER) != 0 ? DataQuality.OVERVOLTAGE.mask() : 0)
                | ((events & ANY_UNDER) != 0 ? DataQuality.UNDERVOLTAGE.mask() : 0)
                | (isNeutralFault() ? DataQuality.NEUTRAL_ERROR.mask() : 0)
                | ((events & EventB.POWER_FAIL.mask()) != 0 ? DataQuality.POWER_OUTAGE.mask() : 0);
    }

    /// Whether the neutral is taken to be lost, for the breaker.
    public boolean isNeutralFault() {
        return (flags & NEUTRAL_FAULT) != 0;
    }

    public void settings(SupplySettings other) {
        settings = other;
    }

    public SupplySettings settings() {
        return settings;
    }

    @Override
    public DataLogger logger() {
        return DataLogger.NEUTRAL_FAULT;
    }

    @Override
    public int capacity() {
        return LOG_CAPACITY;
    }

    /// The neutral fault logger: a row's reading is 1 when the fault was detected and 0 when it is gone.
    public LogRing log() {
        return this;
    }

    /// Octets [#write] needs now.
    public int recordLength() {
        return RECORD_LENGTH + timers.length * Integer.BYTES + idsLength();
    }

    /// The timers only while one is running.
    public void write(ByteBuffer into) {
        into.put((byte) (timers.length > 0 ? flags | RUNNING : flags)).putInt(events);
        for (int timer : timers) {
            into.putInt(timer);
        }
        writeIds(into);
    }

    /// Reads what [#write] wrote.
    ///
    /// @return whether it makes sense; if not, nothing has changed
    public boolean read(ByteBuffer from) {
        int head = from.hasRemaining() ? from.get() : -1;
        int[] readTimers = (head & RUNNING) == 0 ? NONE : new int[TIMERS];
        if (head < 0
                || head > (FLAGS_MAX | RUNNING)
                || from.remaining() < Integer.BYTES * (1 + readTimers.length) + idsLength()) {
            return false;
        }
        int readEvents = from.getInt();
        boolean makesSense = true;
        for (int at = 0; at < readTimers.length; at++) {
            readTimers[at] = from.getInt();
            boolean isSigned = at < SEQUENCE && at % SLOTS == BEYOND;
            makesSense &= isTimer(isSigned ? Math.abs(readTimers[at]) : readTimers[at]);
        }
        if (!makesSense || !readIds(from)) {
            return false;
        }
        flags = head & FLAGS_MAX;
        events = readEvents;
        timers = readTimers;
        forgetStoppedTimers();
        return true;
    }

    private static boolean isTimer(int seconds) {
        return seconds >= 0 && seconds <= TIMER_MAX;
    }
}
