package trefas.device.load;

/// The two load relays (dossier 9).
public enum LoadRelay {
    LOAD_1(0),
    LOAD_2(1);

    private final int index;

    LoadRelay(int index) {
        this.index = index;
    }

    /// The place in an array of relays, from 0.
    public int index() {
        return index;
    }
}
