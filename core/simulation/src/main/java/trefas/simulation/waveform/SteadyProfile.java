package trefas.simulation.waveform;

/// The same at all times.
///
/// @param l1 A rms on L1
/// @param l2 A rms on L2
/// @param l3 A rms on L3
/// @param lagDegrees of every phase
public record SteadyProfile(double l1, double l2, double l3, double lagDegrees) implements LoadProfile {

    @Override
    public double amperes(int phase, double seconds) {
        return switch (phase) {
            case 0 -> l1;
            case 1 -> l2;
            default -> l3;
        };
    }

    @Override
    public double lagDegrees(int phase, double seconds) {
        return lagDegrees;
    }
}
