package trefas.device.status;

/// A bit of EventStatusB, 0-0:96.10.2 (dossier 16). The bit numbers are the protocol's. Not here, because nothing in
/// this meter can tell them: 20 earth fault, 23 auxiliary supply, 27 asymmetry.
public enum EventB {
    AUDIT_SUCCESS(0),
    AUDIT_FAIL(1),
    NEUTRAL_FAULT(3),
    ROM(4),
    /// A phase, or the meter's whole supply, was out for longer than PowerFaultTime.
    POWER_FAIL(5),
    MISSING_L1(6),
    MISSING_L2(7),
    MISSING_L3(8),
    OVER_L1(9),
    UNDER_L1(10),
    OVER_L2(11),
    UNDER_L2(12),
    OVER_L3(13),
    UNDER_L3(14),
    ALARM_INPUT(15),
    NO_CURRENT_L1(16),
    NO_CURRENT_L2(17),
    NO_CURRENT_L3(18),
    PHASE_SEQUENCE(19),
    MAGNET(21),
    COVER_OPEN(22),
    REVERSE_CURRENT_L1(24),
    REVERSE_CURRENT_L2(25),
    REVERSE_CURRENT_L3(26),
    PREPAYMENT_ALARM(28),
    OPENED_MANUALLY(29),
    OPENED_AUTOMATICALLY(30),
    OPENED_REMOTELY(31);

    private final int mask;

    EventB(int bit) {
        this.mask = 1 << bit;
    }

    /// The flag as the number it is on the wire, as 32 bits.
    public int mask() {
        return mask;
    }
}
