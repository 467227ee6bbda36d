package trefas.metrology.accuracy;

/// Which measuring systems carry current. The voltages are all on.
public enum Loading {
    BALANCED("L1 L2 L3", -1),
    L1("L1", 0),
    L2("L2", 1),
    L3("L3", 2);

    private final String title;
    private final int phase;

    Loading(String title, int phase) {
        this.title = title;
        this.phase = phase;
    }

    /// The phases that carry current, in words.
    public String title() {
        return title;
    }

    /// Whether this phase, 0 to 2, carries current.
    public boolean loads(int index) {
        return phase < 0 || phase == index;
    }

    /// Whether one phase alone carries current.
    public boolean isSingle() {
        return phase >= 0;
    }
}
