package trefas.device.configuration;

/// The breaker as the meter leaves the factory (Z19).
public enum BreakerPosition {
    CONNECTED(1, "connected"),
    DISCONNECTED(2, "disconnected");

    private final int code;
    private final String words;

    BreakerPosition(int code, String words) {
        this.code = code;
        this.words = words;
    }

    /// The Z19 code.
    public int code() {
        return code;
    }

    public String words() {
        return words;
    }
}
