package trefas.simulation;

/// Throws in a row for one appliance on one day, the same for ever.
final class Dice {

    private final long key;
    private int thrown;

    Dice(long seed, int appliance, long day) {
        this.key = Noise.key(Noise.key(seed, appliance), day);
    }

    /// Evenly from one number to another, both inclusive.
    int between(int min, int max) {
        return min + (int) (next() * (max - min + 1));
    }

    boolean comesUp(double probability) {
        return next() < probability;
    }

    private double next() {
        return Noise.uniform(key, thrown++);
    }
}
