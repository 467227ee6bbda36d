package trefas.app.report;

/// How something compares with its limit.
public enum Verdict {
    /// Within the limit.
    PASS("pass"),
    /// Beyond the limit.
    FAIL("fail"),
    /// Not enough was measured to tell.
    OPEN("open"),
    /// Nothing to be judged.
    NONE("none");

    private final String style;

    Verdict(String style) {
        this.style = style;
    }

    /// The class in the style sheet.
    String style() {
        return style;
    }
}
