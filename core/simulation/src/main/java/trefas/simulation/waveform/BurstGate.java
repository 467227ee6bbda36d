package trefas.simulation.waveform;

/// Whole cycles on, whole cycles off, switched where the phase's own voltage rises through zero (burst fire).
///
/// @param onCycles cycles with current, 1 to [#CYCLES_MAX]
/// @param offCycles cycles without, 0 to [#CYCLES_MAX]; 0 never switches off
public record BurstGate(int onCycles, int offCycles) {

    /// The longest time on, and the longest time off, cycles: one minute.
    public static final int CYCLES_MAX = 3_000;

    /// Always on.
    public static final BurstGate OPEN = new BurstGate(1, 0);

    public BurstGate {
        if (onCycles < 1 || onCycles > CYCLES_MAX || offCycles < 0 || offCycles > CYCLES_MAX) {
            throw new IllegalArgumentException(
                    "a burst is 1 to " + CYCLES_MAX + " cycles on, 0 to as many off: " + onCycles + ", " + offCycles);
        }
    }

    /// Whether it ever switches off.
    public boolean isSwitching() {
        return offCycles > 0;
    }

    /// Whether current flows in a cycle.
    ///
    /// @param cycle counted from any beginning, also negative
    public boolean isOn(long cycle) {
        return Math.floorMod(cycle, (long) onCycles + offCycles) < onCycles;
    }

    /// The next cycle at whose beginning the gate changes.
    long nextChange(long cycle) {
        long place = Math.floorMod(cycle, (long) onCycles + offCycles);
        return place < onCycles ? cycle - place + onCycles : cycle - place + onCycles + offCycles;
    }
}
