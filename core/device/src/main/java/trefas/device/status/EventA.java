package trefas.device.status;

import java.util.Optional;
import trefas.device.log.DataLogger;

/// A bit of EventStatusA, 0-0:96.10.1 (dossier 16). The bit numbers are the protocol's. Not here, because nothing in
/// this meter can tell them: 7 auxiliary supply, 8 radio data, 13 flash, 23 trafo ratio, 24 sign-on by IEC 62056-21.
public enum EventA {
    RESET(0),
    EEPROM(1),
    MAGNET(2),
    RAM(3),
    ROM(4),
    ALARM_INPUT(5),
    /// The tamper hand is shown.
    TAMPER(6),
    /// The user asked for a call with the display item CALL.
    USER_CALL(9),
    CLOCK_ADJUST(10),
    /// A bit of EventStatusB is set.
    STATUS_B(11),
    DISCONNECT(12),
    DEBITING_1_READY(16),
    RTC_READY(17),
    STATUS_READY(18),
    VOLTAGE_QUALITY_READY(19),
    CUT_OFF_READY(20),
    LOAD_PROFILE_READY(21),
    DEBITING_2_READY(22),
    AUDIT_SUCCESS_READY(27),
    AUDIT_FAIL_READY(28),
    NEUTRAL_FAULT_READY(29),
    ANALYSIS_READY(30),
    LOAD_PROFILE_EVENT_READY(31);

    private final int mask;

    EventA(int bit) {
        this.mask = 1 << bit;
    }

    /// The flag as the number it is on the wire, as 32 bits.
    public int mask() {
        return mask;
    }

    /// What says that a logger has a new row; empty for the occurrence logger, which has no bit.
    public static Optional<EventA> ready(DataLogger logger) {
        return switch (logger) {
            case DEBITING_1 -> Optional.of(DEBITING_1_READY);
            case DEBITING_2 -> Optional.of(DEBITING_2_READY);
            case RTC -> Optional.of(RTC_READY);
            case STATUS -> Optional.of(STATUS_READY);
            case VOLTAGE_QUALITY -> Optional.of(VOLTAGE_QUALITY_READY);
            case CUT_OFF -> Optional.of(CUT_OFF_READY);
            case LOAD_PROFILE -> Optional.of(LOAD_PROFILE_READY);
            case AUDIT_SUCCESS -> Optional.of(AUDIT_SUCCESS_READY);
            case AUDIT_FAIL -> Optional.of(AUDIT_FAIL_READY);
            case NEUTRAL_FAULT -> Optional.of(NEUTRAL_FAULT_READY);
            case ANALYSIS -> Optional.of(ANALYSIS_READY);
            case LOAD_PROFILE_EVENT -> Optional.of(LOAD_PROFILE_EVENT_READY);
            case OCCURRENCES -> Optional.empty();
        };
    }
}
