package trefas.simulation.waveform;

/// The time in which the neutral conductor before the house is broken. The star point then floats to where
/// the currents of the loads add up to nothing; every load is taken as the impedance that it is at the
/// declared voltage.
///
/// @param startSeconds beginning, since the first sample
/// @param endSeconds end, after the beginning
public record NeutralLoss(double startSeconds, double endSeconds) {

    /// It is never broken.
    public static final NeutralLoss NEVER = new NeutralLoss(Double.MAX_VALUE / 2, Double.MAX_VALUE);

    public NeutralLoss {
        if (!(endSeconds > startSeconds && startSeconds >= 0)) {
            throw new IllegalArgumentException(
                    "a loss of neutral ends after it begins: " + startSeconds + " s to " + endSeconds + " s");
        }
    }

    boolean covers(double seconds) {
        return seconds >= startSeconds && seconds < endSeconds;
    }
}
