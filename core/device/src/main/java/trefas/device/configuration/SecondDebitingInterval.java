package trefas.device.configuration;

/// How often debiting logger 2 takes a row (Z25), always at 00:00:00 (dossier 11).
public enum SecondDebitingInterval {
    DAILY(1, "daily"),
    /// Mondays.
    WEEKLY(2, "weekly"),
    /// On the first of the month.
    MONTHLY(3, "monthly");

    private final int code;
    private final String words;

    SecondDebitingInterval(int code, String words) {
        this.code = code;
        this.words = words;
    }

    /// The Z25 code.
    public int code() {
        return code;
    }

    public String words() {
        return words;
    }
}
