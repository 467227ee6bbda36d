package trefas.metrology.event;

/// What the meter counts of the quality of its supply: the objects 1.1.133.0.n.255 (dossier 14.3).
public enum OccurrenceCounter {
    FREQUENCY_BELOW_1_PERCENT(1),
    FREQUENCY_ABOVE_1_PERCENT(2),
    FREQUENCY_BELOW_6_PERCENT(3),
    FREQUENCY_ABOVE_4_PERCENT(4),
    FREQUENCY_BELOW_2_PERCENT(5),
    FREQUENCY_ABOVE_2_PERCENT(6),
    FREQUENCY_BELOW_15_PERCENT(7),
    FREQUENCY_ABOVE_15_PERCENT(8),
    UNDERVOLTAGE_10_PERCENT(9),
    UNDERVOLTAGE_AS_CONFIGURED(10),
    OVERVOLTAGE(11),
    RAPID_VOLTAGE_CHANGE(12),
    UNBALANCE(13),
    LONG_INTERRUPTION(14),
    SHORT_INTERRUPTION(15),
    VOLTAGE_DISTORTION_L1(16),
    VOLTAGE_DISTORTION_L2(17),
    VOLTAGE_DISTORTION_L3(18),
    DIP(19),
    SWELL(20),
    CURRENT_DISTORTION_L1(21),
    CURRENT_DISTORTION_L2(22),
    CURRENT_DISTORTION_L3(23);

    /// How many there are.
    public static final int COUNT = 23;

    private final int number;

    OccurrenceCounter(int number) {
        this.number = number;
    }

    /// The n of the logical name, 1 to 23.
    public int number() {
        return number;
    }
}
