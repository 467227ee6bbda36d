package trefas.device.configuration;

/// The columns of debiting logger 2 (Z30). The papers only number them; dossier 11 says what we take them for.
public enum SecondDebitingContent {
    /// Hour counter, A+, A-, R+, R- and the tariffs 1 to 4 of each.
    PROFILE_1(1, "profile 01"),
    /// A+, A-, R+ and R- with the tariffs 1 and 2 of each.
    PROFILE_2(2, "profile 02");

    private final int code;
    private final String words;

    SecondDebitingContent(int code, String words) {
        this.code = code;
        this.words = words;
    }

    /// The Z30 code.
    public int code() {
        return code;
    }

    public String words() {
        return words;
    }
}
