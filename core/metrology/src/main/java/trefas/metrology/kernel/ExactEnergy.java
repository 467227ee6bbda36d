package trefas.metrology.kernel;

/// An energy that only grows, in whole millionths of a watt-second, and the part of one that is still on its way there.
/// Nothing is rounded away however small the additions: what one addition leaves, the next takes up. 64 bits hold
/// 2.5 GWh.
final class ExactEnergy {

    private static final double MICRO = 1e6;

    private long microwattSeconds;
    private double rest;

    /// Adds a power over a time.
    ///
    /// @param watts W, var or VA, 0 upwards
    /// @param seconds of its duration, 0 upwards
    void add(double watts, double seconds) {
        rest += watts * seconds * MICRO;
        double whole = Math.floor(rest);
        microwattSeconds = Math.addExact(microwattSeconds, (long) whole);
        rest -= whole;
    }

    long microwattSeconds() {
        return microwattSeconds;
    }
}
