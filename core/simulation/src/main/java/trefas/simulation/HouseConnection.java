package trefas.simulation;

import trefas.quantity.Phase;

/// On which phases of the meter a recorded single-phase house is connected.
public enum HouseConnection {
    /// All of it on L1; L2 and L3 have no voltage, because a recording knows nothing of them.
    L1(Phase.L1.index(), 1),
    /// All of it on L2.
    L2(Phase.L2.index(), 1),
    /// All of it on L3.
    L3(Phase.L3.index(), 1),
    /// A third on each phase, all at the recorded voltage and in the sequence L1L2L3. What does not divide by three
    /// goes to the first phases, so that the three add up to the recorded power exactly.
    ALL_PHASES(Phase.L1.index(), Phase.COUNT);

    private final int first;
    private final int count;

    HouseConnection(int first, int count) {
        this.first = first;
        this.count = count;
    }

    boolean isOn(int phase) {
        return phase >= first && phase < first + count;
    }

    /// The part of a whole that flows on a phase; the parts add up to the whole.
    int part(int whole, int phase) {
        int floor = Math.floorDiv(whole, count);
        return floor + (phase - first < Math.floorMod(whole, count) ? 1 : 0);
    }

    int phases() {
        return count;
    }
}
