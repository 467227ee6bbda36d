package trefas.device.configuration;

/// One published code of a configuration number.
///
/// @param code its value
/// @param meaning in plain language
/// @param refusal why this meter can't have it, as the end of a sentence; empty when it can
public record ConfigurationCode(int code, String meaning, String refusal) {

    static ConfigurationCode taken(int code, String meaning) {
        return new ConfigurationCode(code, meaning, "");
    }

    static ConfigurationCode refused(int code, String meaning, String refusal) {
        return new ConfigurationCode(code, meaning, refusal);
    }

    /// Whether this meter can have it.
    public boolean isTaken() {
        return refusal.isEmpty();
    }
}
