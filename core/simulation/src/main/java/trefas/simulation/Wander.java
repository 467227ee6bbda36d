package trefas.simulation;

/// [Noise#wander] for whoever asks second by second: it knows the two numbers between which it is under way, and looks
/// them up only when another slot begins. The same seconds give the same values, in whatever order they are asked for,
/// and from whatever threads.
final class Wander {

    private final long key;
    private final int slotSeconds;

    /// Replaced as a whole, so that a thread sees an old slot or a new one, and never half of each.
    private Slot slot;

    private record Slot(long begin, double from, double to) {}

    Wander(long key, int slotSeconds) {
        this.key = key;
        this.slotSeconds = slotSeconds;
        this.slot = slotOf(0);
    }

    /// Wanders from -1 to 1.
    double at(long epochSecond) {
        Slot now = slot;
        if (Long.compareUnsigned(epochSecond - now.begin, slotSeconds) >= 0) {
            now = slotOf(Math.floorDiv(epochSecond, slotSeconds));
            slot = now;
        }
        double part = (epochSecond - now.begin) / (double) slotSeconds;
        double curve = part * part * (3 - (2 * part));
        return (2 * (now.from + ((now.to - now.from) * curve))) - 1;
    }

    private Slot slotOf(long number) {
        return new Slot(number * slotSeconds, Noise.uniform(key, number), Noise.uniform(key, number + 1));
    }
}
