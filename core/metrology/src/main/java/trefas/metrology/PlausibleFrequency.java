package trefas.metrology;

/// Which frequency to believe. The angle of a supply may jump, and a voltage may vanish within the cycles that are
/// looked at: then the cycles of one window by its length are no frequency of the supply. A change of more than
/// [#CHANGE_MAX] is believed only when the next window says the same; until then the last one stands.
public final class PlausibleFrequency {

    /// Most a frequency changes from one basic interval to the next: 2 %, 5 Hz a second.
    public static final double CHANGE_MAX = 0.02;

    private double believed;
    private double doubted;

    /// Believes the first frequency it sees.
    public PlausibleFrequency() {}

    /// Takes the mean frequency of the next window.
    ///
    /// @param measured Hz, above 0
    /// @return the frequency to believe, Hz
    public double follow(double measured) {
        if (believed == 0 || isNear(measured, believed) || isNear(measured, doubted)) {
            believed = measured;
            doubted = 0;
        } else {
            doubted = measured;
        }
        return believed;
    }

    /// Believes the next frequency again, whatever it is.
    public void forget() {
        believed = 0;
        doubted = 0;
    }

    private static boolean isNear(double one, double other) {
        return Math.abs(one - other) <= CHANGE_MAX * other;
    }
}
