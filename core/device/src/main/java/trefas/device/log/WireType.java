package trefas.device.log;

/// How one value of a row goes over the wire (dossier 10.1, 20).
public enum WireType {
    /// Unsigned, 8 bit.
    UNSIGNED_8,
    /// Unsigned, 16 bit.
    UNSIGNED_16,
    /// Unsigned, 32 bit.
    UNSIGNED_32,
    /// Signed, 8 bit; only the reserved column is one.
    INTEGER_8,
    /// Twelve octets, from seconds since 1970; 0 is no time at all.
    DATE_TIME,
    /// Sixteen octets, kept as four readings of 32 bit.
    OCTETS_16;

    private static final int READINGS_OF_16_OCTETS = 4;

    /// Readings of a row that this type takes up.
    public int readings() {
        return this == OCTETS_16 ? READINGS_OF_16_OCTETS : 1;
    }

    /// The largest number of this type; a mean that is larger is logged as this.
    public long max() {
        return switch (this) {
            case INTEGER_8 -> Byte.MAX_VALUE;
            case UNSIGNED_8 -> 0xFFL;
            case UNSIGNED_16 -> 0xFFFFL;
            case UNSIGNED_32, DATE_TIME, OCTETS_16 -> 0xFFFF_FFFFL;
        };
    }
}
