package trefas.device.configuration;

/// What the load profile says of a register over DLMS (Z27).
public enum ProfileValues {
    /// The register at the end of the period.
    ABSOLUTE(1, "absolute values"),
    /// What it grew by in the period.
    DELTA(2, "delta values");

    private final int code;
    private final String words;

    ProfileValues(int code, String words) {
        this.code = code;
        this.words = words;
    }

    /// The Z27 code.
    public int code() {
        return code;
    }

    public String words() {
        return words;
    }
}
