package trefas.device.status;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import trefas.device.log.DataLogger;

/// EventStatusA and B, 0-0:96.10.1 and 2: what is the case, what has happened, and who is called for it (dossier 16;
/// decision 0035).
///
/// A bit is a state, which goes by itself (a magnet, a missing phase), or something that happened, which stays until
/// EventStatusB is written (a reset, a row of a logger, an opened breaker). Changes are looked at once a second; a
/// second makes one call at most.
public final class EventStatus {

    private static final int RECORD_LENGTH = 7 * Integer.BYTES;
    private static final int UNKNOWN = -1;

    private final boolean hasLastGasp;
    private AlarmSettings settings;

    private int happenedA;
    private int happenedB;

    /// States told one by one, until they are told to be over.
    private int heldB;

    /// States as of the last second.
    private int statesA;

    private int statesB;

    /// The meter's status as of the last second, so that nothing has to be worked out in a second like the one before.
    private int statusBits = UNKNOWN;

    private boolean isTamper;

    /// Everything as of the last second, to find edges.
    private int lastA;

    private int lastB;

    /// @param hasLastGasp whether this is a variant 2 meter with radio (X8 = 2, X11 = 1)
    public EventStatus(AlarmSettings settings, boolean hasLastGasp) {
        this.settings = settings;
        this.hasLastGasp = hasLastGasp;
    }

    /// Something happened.
    public void happened(EventA event) {
        happenedA |= event.mask();
    }

    /// Something happened, and stays told until EventStatusB is written.
    public void happened(EventB event) {
        happenedB |= event.mask();
    }

    /// A state of another part has come or gone, as the prepayment alarm.
    public void holds(EventB event, boolean isThere) {
        heldB = isThere ? heldB | event.mask() : heldB & ~event.mask();
    }

    /// A logger has a new row.
    public void rowAppended(DataLogger logger) {
        EventA.ready(logger).ifPresent(this::happened);
        if (logger == DataLogger.AUDIT_SUCCESS) {
            happened(EventB.AUDIT_SUCCESS);
        } else if (logger == DataLogger.AUDIT_FAIL) {
            happened(EventB.AUDIT_FAIL);
        }
    }

    /// One second with supply has passed.
    ///
    /// @param now the meter's time
    /// @param supply states of the supply, bits of [EventB]
    public void secondElapsed(long now, MeterStatus status, int supply, Consumer<OutgoingCall> calls) {
        if (status.bits() != statusBits || status.isTamperShown() != isTamper) {
            statusBits = status.bits();
            isTamper = status.isTamperShown();
            statesA = statesA(status);
        }
        statesB = supply | heldB | (statusBits == 0 ? 0 : statesB(status));
        int a = bitsA();
        int b = bitsB();
        if (a != lastA || b != lastB) {
            int risenA = a & ~lastA & settings.maskA();
            int risenB = b & ~lastB & settings.risingMaskB();
            int fallenB = lastB & ~b & settings.fallingMaskB();
            if (settings.isOn() && (risenA | risenB | fallenB) != 0) {
                calls.accept(new OutgoingCall.Alarm(
                        now, a, b, risenA, risenB, fallenB, settings.endPoint(), settings.port()));
            }
            lastA = a;
            lastB = b;
        }
    }

    /// All phases are gone.
    public void powerFailed(long now, Consumer<OutgoingCall> calls) {
        if (hasLastGasp) {
            calls.accept(new OutgoingCall.LastGasp(now));
        }
    }

    /// EventStatusB is written, whatever with: somebody has seen what happened. States stay.
    public void clear() {
        happenedA = 0;
        happenedB = 0;
        lastA &= bitsA();
        lastB &= bitsB();
    }

    private static int statesA(MeterStatus status) {
        return ifThere(status, StatusFlag.EEPROM, EventA.EEPROM.mask())
                | ifThere(status, StatusFlag.MAGNET, EventA.MAGNET.mask())
                | ifThere(status, StatusFlag.RAM, EventA.RAM.mask())
                | ifThere(status, StatusFlag.ROM, EventA.ROM.mask())
                | ifThere(status, StatusFlag.ALARM_INPUT, EventA.ALARM_INPUT.mask())
                | (status.isTamperShown() ? EventA.TAMPER.mask() : 0);
    }

    private static int statesB(MeterStatus status) {
        return ifThere(status, StatusFlag.ROM, EventB.ROM.mask())
                | ifThere(status, StatusFlag.ALARM_INPUT, EventB.ALARM_INPUT.mask())
                | ifThere(status, StatusFlag.MAGNET, EventB.MAGNET.mask())
                | ifThere(status, StatusFlag.COVER_OPEN, EventB.COVER_OPEN.mask());
    }

    private static int ifThere(MeterStatus status, StatusFlag flag, int mask) {
        return status.has(flag) ? mask : 0;
    }

    /// EventStatusA.
    public int bitsA() {
        return happenedA | statesA | (bitsB() != 0 ? EventA.STATUS_B.mask() : 0);
    }

    /// EventStatusB.
    public int bitsB() {
        return happenedB | statesB;
    }

    public AlarmSettings settings() {
        return settings;
    }

    public void settings(AlarmSettings other) {
        settings = other;
    }

    public static int recordLength() {
        return RECORD_LENGTH;
    }

    public void write(ByteBuffer into) {
        into.putInt(happenedA)
                .putInt(happenedB)
                .putInt(heldB)
                .putInt(statesA)
                .putInt(statesB)
                .putInt(lastA)
                .putInt(lastB);
    }

    /// Reads what [#write] wrote.
    ///
    /// @return whether it makes sense; if not, nothing has changed
    public boolean read(ByteBuffer from) {
        if (from.remaining() < RECORD_LENGTH) {
            return false;
        }
        happenedA = from.getInt();
        happenedB = from.getInt();
        heldB = from.getInt();
        statesA = from.getInt();
        statesB = from.getInt();
        lastA = from.getInt();
        lastB = from.getInt();
        statusBits = UNKNOWN;
        return true;
    }
}
