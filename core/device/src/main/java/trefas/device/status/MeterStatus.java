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
public final class MeterStatus {

    /// Rows of the status logger (TD p21).
    public static final int LOG_CAPACITY = 200;

    private static final int TAMPER = StatusFlag.MAGNET.mask() | StatusFlag.COVER_OPEN.mask();
    private static final int INPUTS = TAMPER | StatusFlag.ALARM_INPUT.mask();
    private static final int ALL = 0x7F;
    private static final int INFO_DIGITS = 8;
    private static final int RECORD_LENGTH = 4;
    private static final int POWERED = 1;
    private static final int LATCHED = 2;

    private final LogRing log = new LogRing(DataLogger.STATUS, LOG_CAPACITY);
    private TamperHand hand;
    private int bits;

    /// Flags of the inputs as they are, noticed or not.
    private int inputs;

    /// Until the start-up is over.
    private int startUpSeconds;

    private boolean isPowered;
    private boolean isHandLatched;

    /// A sound meter without supply.
    public MeterStatus(TamperHand hand) {
        this.hand = hand;
    }

    /// Supply is back: a reset, and whatever has come or gone meanwhile.
    public void powerOn(long now, LogSink sink) {
        isPowered = true;
        bits |= StatusFlag.RESET.mask();
        startUpSeconds = StartUp.NORMAL_FROM_SECOND;
        log.append(now, 0, 0, sink, bits);
        notice(StatusInput.MAGNET, now, sink);
        notice(StatusInput.COVER_OPEN, now, sink);
        notice(StatusInput.ALARM, now, sink);
    }

    /// One more second with supply: after those of the start-up the reset is over.
    public void secondElapsed() {
        if (startUpSeconds > 0) {
            startUpSeconds--;
            if (startUpSeconds == 0) {
                bits &= ~StatusFlag.RESET.mask();
            }
        }
    }

    public void powerOff() {
        isPowered = false;
    }

    /// Something has come or gone; telling it twice changes nothing.
    public void input(StatusInput input, boolean isThere, long now, LogSink sink) {
        inputs = isThere ? inputs | input.flag().mask() : inputs & ~input.flag().mask();
        if (isPowered) {
            notice(input, now, sink);
        }
    }

    private void notice(StatusInput input, long now, LogSink sink) {
        int mask = input.flag().mask();
        int before = bits;
        bits = (bits & ~mask) | (inputs & mask);
        boolean isTamper = (mask & TAMPER) != 0;
        if (isTamper && bits != before) {
            isHandLatched |= hand == TamperHand.PERMANENT && (bits & mask) != 0;
            log.append(now, 0, 0, sink, bits);
        }
    }

    /// Something is wrong inside. It stays so.
    public void internalError(SelfTestError error, long now, LogSink sink) {
        int mask = error.flag().mask();
        if ((bits & mask) == 0) {
            bits |= mask;
            log.append(now, 0, 0, sink, bits);
        }
    }

    /// Takes a permanent tamper hand away. One whose cause is still there stays until that goes.
    public void releaseTamper() {
        isHandLatched = false;
    }

    /// Another way of showing the hand; a temporary one forgets what was.
    public void hand(TamperHand other) {
        hand = other;
        isHandLatched &= other == TamperHand.PERMANENT;
    }

    /// Whether the tamper hand is shown.
    public boolean isTamperShown() {
        return isHandLatched || (bits & TAMPER) != 0;
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

    /// The status logger; its rows are in the permanent memory.
    public LogRing log() {
        return log;
    }

    public static int recordLength() {
        return RECORD_LENGTH + LogRing.recordLength();
    }

    public void write(ByteBuffer into) {
        into.put((byte) bits)
                .put((byte) inputs)
                .put((byte) ((isPowered ? POWERED : 0) | (isHandLatched ? LATCHED : 0)))
                .put((byte) startUpSeconds);
        log.write(into);
    }

    /// Reads what [#write] wrote.
    ///
    /// @return whether it makes sense; if not, nothing has changed
    public boolean read(ByteBuffer from) {
        if (from.remaining() < recordLength()) {
            return false;
        }
        int readBits = Byte.toUnsignedInt(from.get());
        int readInputs = Byte.toUnsignedInt(from.get());
        int states = Byte.toUnsignedInt(from.get());
        int startUp = from.get();
        boolean makesSense = startUp >= 0
                && startUp <= StartUp.NORMAL_FROM_SECOND
                && readBits <= ALL
                && (readInputs & ~INPUTS) == 0
                && states <= (POWERED | LATCHED);
        if (!makesSense || !log.read(from)) {
            return false;
        }
        bits = readBits;
        inputs = readInputs;
        startUpSeconds = startUp;
        isPowered = (states & POWERED) != 0;
        isHandLatched = (states & LATCHED) != 0 && hand == TamperHand.PERMANENT;
        return true;
    }
}
