package trefas.device.status;

import java.nio.ByteBuffer;
import trefas.device.log.DataLogger;
import trefas.device.log.LogRing;
import trefas.device.log.LogSink;

/// The meter's state of health and what was done to it: MeterStatus 1-1:97.97.0, the tamper hand and the status logger
/// (dossier 16, 10.5; decision 0035).
///
/// | bit | flag        | comes with                | goes with             | rows        |
/// |-----|-------------|---------------------------|-----------------------|-------------|
/// | 0   | RESET       | supply                    | the end of start-up   | come        |
/// | 1   | EEPROM      | an internal error         | never                 | come        |
/// | 2   | MAGNET      | a magnetic field          | its end               | come and go |
/// | 3   | RAM         | an internal error         | never                 | come        |
/// | 4   | ROM         | an internal error         | never                 | come        |
/// | 5   | ALARM_INPUT | voltage at the input      | its end               | none        |
/// | 6   | COVER_OPEN  | the terminal cover off    | the cover on          | come and go |
///
/// Without supply nothing is noticed; what is there when the supply returns is told then. A row is one reading, the
/// bits as they are after the change.
public final class MeterStatus extends LogRing {

    /// Rows of the status logger (TD p21).
    public static final int LOG_CAPACITY = 200;

    private static final int TAMPER = StatusFlag.MAGNET.mask() | StatusFlag.COVER_OPEN.mask();
    private static final int INPUTS = TAMPER | StatusFlag.ALARM_INPUT.mask();
    private static final int INFO_DIGITS = 8;
    private static final int RECORD_LENGTH = 4;
    private static final int POWERED = 1;
    private static final int LATCHED = 2;

    private TamperHand hand;
    private byte bits;

    /// Flags of the inputs as they are, noticed or not.
    private byte inputs;

    /// Until the start-up is over.
    private byte startUpSeconds;

    /// [#POWERED] and [#LATCHED].
    private byte states;

    /// A sound meter without supply.
    public MeterStatus(TamperHand hand) {
        this.hand = hand;
    }

    /// Supply is back: a reset, and whatever has come or gone meanwhile.
    public void powerOn(long now, LogSink sink) {
        set(POWERED, true);
        bits = (byte) (bits | StatusFlag.RESET.mask());
        startUpSeconds = StartUp.NORMAL_FROM_SECOND;
        append(now, 0, 0, sink, bits);
        notice(StatusInput.MAGNET, now, sink);
        notice(StatusInput.COVER_OPEN, now, sink);
        notice(StatusInput.ALARM, now, sink);
    }

    /// One more second with supply: after those of the start-up the reset is over.
    public void secondElapsed() {
        if (startUpSeconds > 0) {
            startUpSeconds--;
            if (startUpSeconds == 0) {
                bits = (byte) (bits & ~StatusFlag.RESET.mask());
            }
        }
    }

    /// Seconds since the supply has come, as far as [StartUp] asks for them: 15 for all later ones.
    public int startUpSecond() {
        return StartUp.NORMAL_FROM_SECOND - startUpSeconds;
    }

    public void powerOff() {
        set(POWERED, false);
    }

    /// Something has come or gone; telling it twice changes nothing.
    public void input(StatusInput input, boolean isThere, long now, LogSink sink) {
        int mask = input.flag().mask();
        inputs = (byte) (isThere ? inputs | mask : inputs & ~mask);
        if (is(POWERED)) {
            notice(input, now, sink);
        }
    }

    private void notice(StatusInput input, long now, LogSink sink) {
        int mask = input.flag().mask();
        int before = bits;
        bits = (byte) ((bits & ~mask) | (inputs & mask));
        boolean isTamper = (mask & TAMPER) != 0;
        if (isTamper && bits != before) {
            boolean stays = hand == TamperHand.PERMANENT && (bits & mask) != 0;
            set(LATCHED, stays || is(LATCHED));
            append(now, 0, 0, sink, bits);
        }
    }

    /// Something is wrong inside. It stays so.
    public void internalError(SelfTestError error, long now, LogSink sink) {
        int mask = error.flag().mask();
        if ((bits & mask) == 0) {
            bits = (byte) (bits | mask);
            append(now, 0, 0, sink, bits);
        }
    }

    /// Takes a permanent tamper hand away. One whose cause is still there stays until that goes.
    public void releaseTamper() {
        set(LATCHED, false);
    }

    /// Another way of showing the hand; a temporary one forgets what was.
    public void hand(TamperHand other) {
        hand = other;
        set(LATCHED, is(LATCHED) && other == TamperHand.PERMANENT);
    }

    /// Whether the tamper hand is shown.
    public boolean isTamperShown() {
        return is(LATCHED) || (bits & TAMPER) != 0;
    }

    private boolean is(int state) {
        return (states & state) != 0;
    }

    private void set(int state, boolean isSet) {
        states = (byte) (isSet ? states | state : states & ~state);
    }

    /// The bits of MeterStatus.
    public int bits() {
        return bits;
    }

    public boolean has(StatusFlag flag) {
        return (bits & flag.mask()) != 0;
    }

    /// Whether something is there, noticed or not.
    public boolean isThere(StatusInput input) {
        return (inputs & input.flag().mask()) != 0;
    }

    /// The display item INFO 97.97.0: a digit for each flag, that of bit 0 at the right and never used (162M p15).
    public String displayed() {
        var digits = new StringBuilder(INFO_DIGITS);
        for (int bit = INFO_DIGITS - 1; bit >= 0; bit--) {
            digits.append(bit > 0 && (bits >> bit & 1) != 0 ? '1' : '0');
        }
        return digits.toString();
    }

    @Override
    public DataLogger logger() {
        return DataLogger.STATUS;
    }

    @Override
    public int capacity() {
        return LOG_CAPACITY;
    }

    /// The status logger; its rows are in the permanent memory.
    public LogRing log() {
        return this;
    }

    public static int recordLength() {
        return RECORD_LENGTH + idsLength();
    }

    public void write(ByteBuffer into) {
        into.put(bits).put(inputs).put(states).put(startUpSeconds);
        writeIds(into);
    }

    /// Reads what [#write] wrote.
    ///
    /// @return whether it makes sense; if not, nothing has changed
    public boolean read(ByteBuffer from) {
        if (from.remaining() < recordLength()) {
            return false;
        }
        byte readBits = from.get();
        byte readInputs = from.get();
        byte readStates = from.get();
        byte startUp = from.get();
        boolean makesSense = startUp >= 0
                && startUp <= StartUp.NORMAL_FROM_SECOND
                && readBits >= 0
                && (readInputs & ~INPUTS) == 0
                && (readStates & ~(POWERED | LATCHED)) == 0;
        if (!makesSense || !readIds(from)) {
            return false;
        }
        bits = readBits;
        inputs = readInputs;
        startUpSeconds = startUp;
        states = readStates;
        hand(hand);
        return true;
    }
}
