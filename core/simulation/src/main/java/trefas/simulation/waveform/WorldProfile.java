package trefas.simulation.waveform;

import trefas.metrology.OneSecondValues;
import trefas.quantity.Phase;
import trefas.simulation.World;

/// What a meter sees in some world, as the profile of a load: the same active and reactive power, second by
/// second, at the declared voltage. So the simulated house and recorded days become waveforms.
public final class WorldProfile implements LoadProfile {

    private static final double MILLI = 1_000;

    private final World world;
    private final long startEpochSecond;
    private final double declaredVolts;
    private final OneSecondValues values = new OneSecondValues();
    private final double[] amperes = new double[Phase.COUNT];
    private final double[] lagDegrees = new double[Phase.COUNT];
    private long filled = Long.MIN_VALUE;

    /// Begins with a second of the world. The world is asked for any second, also again and backwards.
    ///
    /// @param startEpochSecond the time of the first sample, since 1970-01-01T00:00:00Z
    /// @param declaredVolts of the grid
    public WorldProfile(World world, long startEpochSecond, double declaredVolts) {
        this.world = world;
        this.startEpochSecond = startEpochSecond;
        this.declaredVolts = declaredVolts;
    }

    @Override
    public double amperes(int phase, double seconds) {
        fill(seconds);
        return amperes[phase];
    }

    @Override
    public double lagDegrees(int phase, double seconds) {
        fill(seconds);
        return lagDegrees[phase];
    }

    private void fill(double seconds) {
        long second = (long) Math.floor(seconds);
        if (second == filled) {
            return;
        }
        filled = second;
        boolean isThere = world.second(startEpochSecond + second + 1, values);
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            double watts = values.milliwatts(phase) / MILLI;
            double vars = values.millivars(phase) / MILLI;
            amperes[phase] = isThere ? Math.sqrt((watts * watts) + (vars * vars)) / declaredVolts : 0;
            lagDegrees[phase] = isThere ? Math.toDegrees(StrictMath.atan2(vars, watts)) : 0;
        }
    }
}
