package trefas.benchmarks.life;

import trefas.metrology.OneSecondValues;
import trefas.metrology.SupplyPhasors;
import trefas.quantity.Phase;
import trefas.simulation.Noise;
import trefas.simulation.World;

/// What the measuring systems of one meter see, as phasors, without a household behind it: three voltages and three
/// currents that lag them, each current another every minute.
final class PhasorInput implements World {

    private static final int MINUTE = 60;
    private static final double VOLTS = 230;
    private static final double HERTZ = 50;
    private static final double AMPERES_MAX = 4;
    private static final double LAG_RADIANS = Math.toRadians(18);
    private static final double THIRD = 2 * Math.PI / Phase.COUNT;

    private final SupplyPhasors phasors = new SupplyPhasors();
    private final double[] cosines = new double[2 * Phase.COUNT];
    private final double[] sines = new double[2 * Phase.COUNT];
    private final long key;
    private long minute = -1;

    PhasorInput(int seed) {
        key = Noise.key(seed, 1);
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            cosines[phase] = Math.cos(-phase * THIRD);
            sines[phase] = Math.sin(-phase * THIRD);
            cosines[Phase.COUNT + phase] = Math.cos(-phase * THIRD - LAG_RADIANS);
            sines[Phase.COUNT + phase] = Math.sin(-phase * THIRD - LAG_RADIANS);
        }
    }

    @Override
    public boolean second(long at, OneSecondValues values) {
        if (at / MINUTE != minute) {
            minute = at / MINUTE;
            draw();
        }
        phasors.measure(HERTZ, values);
        return true;
    }

    private void draw() {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            double amperes = AMPERES_MAX * Noise.uniform(key, minute * Phase.COUNT + phase);
            phasors.complex(
                    phase,
                    VOLTS * cosines[phase],
                    VOLTS * sines[phase],
                    amperes * cosines[Phase.COUNT + phase],
                    amperes * sines[Phase.COUNT + phase]);
        }
    }
}
