package trefas.metrology;

/// How three phases become one total, fixed when the meter is ordered (dossier 3.4). The number is the object code.
public enum SummationMethod {
    /// Positive phases count in A+, negative ones in A-; both may run in the same second.
    INDIVIDUAL(0),
    /// Phases are added with their sign; the net decides between A+ and A-.
    VECTOR(1),
    /// Every phase counts in A+, whatever its direction; a turned phase is turned back with its reactive power.
    TOTAL(2);

    private final int code;

    SummationMethod(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
