package trefas.app.report;

/// What a colour stands for. The page's style sheet says which colour that is, by day and by night.
public enum Tone {
    /// The first phase.
    L1("l1"),
    /// The second phase.
    L2("l2"),
    /// The third phase.
    L3("l3"),
    /// The neutral conductor.
    NEUTRAL("n"),
    /// Energy that comes in; also all that is well.
    IMPORT("in"),
    /// Energy that goes out.
    EXPORT("out"),
    /// A limit, or what lies beyond one.
    LIMIT("limit"),
    /// Anything else.
    PLAIN("plain");

    private final String style;

    Tone(String style) {
        this.style = style;
    }

    /// The tone of a phase, 0 to 2.
    public static Tone ofPhase(int phase) {
        return switch (phase) {
            case 0 -> L1;
            case 1 -> L2;
            case 2 -> L3;
            default -> throw new IllegalArgumentException("a phase is 0 to 2: " + phase);
        };
    }

    /// The class in the style sheet.
    String style() {
        return style;
    }
}
