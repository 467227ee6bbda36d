package trefas.simulation.waveform;

/// An induction motor that is switched on once: the starting current falls from [#START_FACTOR] times the
/// running current, and the lag with it.
///
/// @param amperes running current of each phase, A rms
/// @param startSeconds when it is switched on, since the first sample
public record MotorProfile(double amperes, double startSeconds) implements LoadProfile {

    /// Starting current by running current of a common four-pole machine.
    public static final double START_FACTOR = 6;

    /// Lag when running, degrees: cos phi 0.83.
    public static final double RUNNING_DEGREES = 34;

    /// Lag with the rotor at rest, degrees: cos phi 0.31.
    public static final double STARTING_DEGREES = 72;

    private static final double TIME_CONSTANT_SECONDS = 0.3;
    private static final double START_SECONDS = 4;

    @Override
    public double amperes(int phase, double seconds) {
        return seconds < startSeconds ? 0 : amperes * (1 + ((START_FACTOR - 1) * rest(seconds)));
    }

    @Override
    public double lagDegrees(int phase, double seconds) {
        return RUNNING_DEGREES + ((STARTING_DEGREES - RUNNING_DEGREES) * rest(seconds));
    }

    @Override
    public boolean isMoving(long second) {
        return second + 1 > startSeconds && second < startSeconds + START_SECONDS;
    }

    /// What is left of the start, 1 to 0.
    private double rest(double seconds) {
        double since = seconds - startSeconds;
        return since < 0 || since >= START_SECONDS ? 0 : StrictMath.exp(-since / TIME_CONSTANT_SECONDS);
    }
}
