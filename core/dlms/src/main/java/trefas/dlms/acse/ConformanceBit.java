package trefas.dlms.acse;

/// A service or feature two ends may agree on (conformance block, IEC 62056-5-3). Bit 0 is the first on the wire.
public enum ConformanceBit {
    GENERAL_PROTECTION(1),
    GENERAL_BLOCK_TRANSFER(2),
    READ(3),
    WRITE(4),
    UNCONFIRMED_WRITE(5),
    DELTA_VALUE_ENCODING(6),
    ATTRIBUTE0_WITH_SET(8),
    PRIORITY_MANAGEMENT(9),
    ATTRIBUTE0_WITH_GET(10),
    BLOCK_TRANSFER_WITH_GET(11),
    BLOCK_TRANSFER_WITH_SET(12),
    BLOCK_TRANSFER_WITH_ACTION(13),
    MULTIPLE_REFERENCES(14),
    INFORMATION_REPORT(15),
    DATA_NOTIFICATION(16),
    ACCESS(17),
    PARAMETERIZED_ACCESS(18),
    GET(19),
    SET(20),
    SELECTIVE_ACCESS(21),
    EVENT_NOTIFICATION(22),
    ACTION(23);

    private final int bit;

    ConformanceBit(int bit) {
        this.bit = bit;
    }

    /// 0 to 23, counted from the most significant bit.
    public int bit() {
        return bit;
    }
}
