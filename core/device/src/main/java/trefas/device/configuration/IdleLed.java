package trefas.device.configuration;

/// What the LED of the meter constant does while nothing is consumed (Z2).
public enum IdleLed {
    DARK(1, "dark without consumption"),
    LIT(2, "lit without consumption");

    private final int code;
    private final String words;

    IdleLed(int code, String words) {
        this.code = code;
        this.words = words;
    }

    /// The Z2 code.
    public int code() {
        return code;
    }

    public String words() {
        return words;
    }
}
