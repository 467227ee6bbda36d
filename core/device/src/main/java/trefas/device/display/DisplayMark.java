package trefas.device.display;

import java.util.List;

/// The fixed marks of the glass, lit or not (dossier 6.1). The number is the bit in
/// [DisplayFrame#marks]; marks of L1, L2 and L3 follow each other.
public enum DisplayMark {
    /// The unit field has two rows, `M k W h` above `k V A r h`, and two small units.
    UPPER_M(0),
    UPPER_K(1),
    UPPER_W(2),
    UPPER_H(3),
    LOWER_K(4),
    LOWER_V(5),
    LOWER_A(6),
    LOWER_R(7),
    LOWER_H(8),
    HERTZ(9),
    CUBIC_METRES(10),
    /// The cross of the quadrants and its four arrows with their letters.
    AXES(11),
    P_PLUS(12),
    P_MINUS(13),
    Q_PLUS(14),
    Q_MINUS(15),
    /// The phase has voltage.
    L1(16),
    L2(17),
    L3(18),
    IMPORT_L1(19),
    IMPORT_L2(20),
    IMPORT_L3(21),
    EXPORT_L1(22),
    EXPORT_L2(23),
    EXPORT_L3(24),
    SEQUENCE_L1L2L3(25),
    SEQUENCE_L1L3L2(26),
    T1(27),
    T2(28),
    T3(29),
    T4(30),
    T5(31),
    T6(32),
    T7(33),
    T8(34),
    ERROR(35),
    BREAKER_CLOSED(36),
    BREAKER_OPEN(37),
    TAMPER(38),
    RADIO(39),
    PREPAYMENT(40),
    M1(41),
    M2(42),
    M3(43),
    M4(44);

    /// All marks in bit order; `values()` would copy them at each call.
    public static final List<DisplayMark> ALL = List.of(values());

    private final int bit;

    DisplayMark(int bit) {
        this.bit = bit;
    }

    /// The mark's place in the bits of a frame.
    public long bit() {
        return 1L << bit;
    }
}
