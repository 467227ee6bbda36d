package trefas.readout;

import java.util.List;
import java.util.Optional;
import trefas.cosem.ClockStatus;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.DoubleLongUnsigned;
import trefas.cosem.CosemData.Enumerated;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.CosemData.Structure;
import trefas.cosem.CosemDateTime;
import trefas.cosem.Decoded;
import trefas.device.Meter;
import trefas.device.clock.MeterClock;
import trefas.device.status.OutgoingCall;
import trefas.quantity.Obis;

/// What an alarm call or a last gasp tells (dossier 16): the value of a DataNotification. The layout is ours, for none
/// is published (decision 0047).
///
/// |   | type                 | what                                                               |
/// |---|----------------------|--------------------------------------------------------------------|
/// | 1 | octet-string, 6      | 1-1:134.0.3*255: the object that says whether there are such calls |
/// | 2 | octet-string, 12     | the meter's time of the event, as its clock tells it               |
/// | 3 | double-long-unsigned | MeterNo1                                                           |
/// | 4 | double-long-unsigned | EventStatusA, as it stands                                         |
/// | 5 | double-long-unsigned | EventStatusB, as it stands                                         |
/// | 6 | enum                 | 0 alarm, 1 last gasp                                               |
/// | 7 | double-long-unsigned | bits of EventStatusA that came and call                            |
/// | 8 | double-long-unsigned | bits of EventStatusB that came and call                            |
/// | 9 | double-long-unsigned | bits of EventStatusB that went and call                            |
///
/// @param meterNumber unsigned 32 bit
/// @param eventStatusA 32 bits, as the three that follow
public record AlarmMessage(
        Reason reason,
        CosemDateTime time,
        long meterNumber,
        int eventStatusA,
        int eventStatusB,
        int risenA,
        int risenB,
        int fallenB) {

    /// The object by whose name a receiver knows the message.
    public static final Obis LIST = Obis.of("1-1:134.0.3*255");

    /// The number of its parts.
    public static final int PARTS = 9;

    private static final int TIME = 1;
    private static final int NUMBER = 2;
    private static final int STATUS_A = 3;
    private static final int STATUS_B = 4;
    private static final int REASON = 5;
    private static final int RISEN_A = 6;
    private static final int RISEN_B = 7;
    private static final int FALLEN_B = 8;

    private static final long UNSIGNED_32 = 0xFFFF_FFFFL;

    /// Why the meter calls.
    public enum Reason {
        /// Events that somebody is called for have come or gone.
        ALARM(0),
        /// All phases are gone, and this is the last that is heard.
        LAST_GASP(1);

        private final int code;

        Reason(int code) {
            this.code = code;
        }

        /// The enum on the wire.
        public int code() {
            return code;
        }

        static Optional<Reason> ofCode(int code) {
            for (Reason reason : values()) {
                if (reason.code == code) {
                    return Optional.of(reason);
                }
            }
            return Optional.empty();
        }
    }

    /// What a call of this meter says.
    public static AlarmMessage of(OutgoingCall call, Meter meter) {
        CosemDateTime time = time(meter.clock(), call.at());
        return switch (call) {
            case OutgoingCall.Alarm alarm ->
                new AlarmMessage(
                        Reason.ALARM,
                        time,
                        meter.meterNumber1(),
                        alarm.eventStatusA(),
                        alarm.eventStatusB(),
                        alarm.risenA(),
                        alarm.risenB(),
                        alarm.fallenB());
            case OutgoingCall.LastGasp _ ->
                new AlarmMessage(
                        Reason.LAST_GASP,
                        time,
                        meter.meterNumber1(),
                        meter.parts().events().bitsA(),
                        meter.parts().events().bitsB(),
                        0,
                        0,
                        0);
        };
    }

    private static CosemDateTime time(MeterClock clock, long at) {
        boolean isSummerTime = clock.isSummerTime(at);
        return CosemDateTime.of(
                clock.local(at, isSummerTime),
                CosemDateTime.DEVIATION_NOT_SPECIFIED,
                isSummerTime ? ClockStatus.DAYLIGHT_SAVING_ACTIVE.mask() : 0);
    }

    /// The value of the notification.
    public CosemData body() {
        return new Structure(List.of(
                new OctetString(Octets.of(LIST.octets())),
                new OctetString(Octets.of(time.octets())),
                new DoubleLongUnsigned(meterNumber),
                bits(eventStatusA),
                bits(eventStatusB),
                new Enumerated(reason.code()),
                bits(risenA),
                bits(risenB),
                bits(fallenB)));
    }

    private static CosemData bits(int bits) {
        return new DoubleLongUnsigned(bits & UNSIGNED_32);
    }

    /// Reads the value of somebody's notification; empty when it is no alarm call of this layout.
    public static Optional<AlarmMessage> of(CosemData value) {
        if (!(value instanceof Structure(List<CosemData> parts))
                || parts.size() != PARTS
                || !parts.getFirst().equals(new OctetString(Octets.of(LIST.octets())))
                || !(CosemDateTime.of(parts.get(TIME))
                        instanceof Decoded.Complete<CosemDateTime>(CosemDateTime time, int _))
                || !(parts.get(NUMBER) instanceof DoubleLongUnsigned(long number))
                || !(parts.get(STATUS_A) instanceof DoubleLongUnsigned(long statusA))
                || !(parts.get(STATUS_B) instanceof DoubleLongUnsigned(long statusB))
                || !(parts.get(REASON) instanceof Enumerated(int code))
                || !(parts.get(RISEN_A) instanceof DoubleLongUnsigned(long risenA))
                || !(parts.get(RISEN_B) instanceof DoubleLongUnsigned(long risenB))
                || !(parts.get(FALLEN_B) instanceof DoubleLongUnsigned(long fallenB))) {
            return Optional.empty();
        }
        return Reason.ofCode(code)
                .map(reason -> new AlarmMessage(
                        reason, time, number, (int) statusA, (int) statusB, (int) risenA, (int) risenB, (int) fallenB));
    }
}
