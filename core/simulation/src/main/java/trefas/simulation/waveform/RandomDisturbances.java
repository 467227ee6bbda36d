package trefas.simulation.waveform;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import trefas.quantity.Phase;
import trefas.simulation.Noise;

/// Dips, swells and interruptions from a seed. The time is cut into equal parts, and each has one, away
/// from its ends, so that no two come together.
final class RandomDisturbances {

    /// The shortest part, s.
    private static final double PART_SECONDS_MIN = 60;

    private static final int DISTURBANCE = 1_400;
    private static final int LOTS = 8;

    /// One in ten is an interruption, one in five a swell.
    private static final double INTERRUPTIONS = 0.1;

    private static final double SWELLS = 0.3;
    private static final double SHORTEST_SECONDS = 0.06;

    /// The longest is this many times the shortest; lengths are spread evenly by their logarithm.
    private static final double LENGTHS = 50;

    private RandomDisturbances() {}

    static List<VoltageDisturbance> of(long seed, double seconds) {
        int parts = (int) Math.min(WaveformGrid.DISTURBANCES_MAX, seconds / PART_SECONDS_MIN);
        var disturbances = new ArrayList<VoltageDisturbance>();
        for (int part = 0; part < parts; part++) {
            disturbances.add(
                    one(Noise.key(seed, DISTURBANCE), (long) part * LOTS, part * seconds / parts, seconds / parts));
        }
        return disturbances;
    }

    private static VoltageDisturbance one(long key, long lot, double from, double length) {
        double start = from + (length * (0.2 + (0.5 * Noise.uniform(key, lot))));
        double end = start + (SHORTEST_SECONDS * StrictMath.pow(LENGTHS, Noise.uniform(key, lot + 1)));
        double kind = Noise.uniform(key, lot + 2);
        double height = Noise.uniform(key, lot + 3);
        if (kind < INTERRUPTIONS) {
            return new VoltageDisturbance(start, end, EnumSet.allOf(Phase.class), 0);
        }
        // Away from the thresholds of 90 and 110 percent by more than the voltage wanders.
        double factor = kind < SWELLS ? 1.15 + (0.2 * height) : 0.1 + (0.74 * height);
        return new VoltageDisturbance(start, end, phases(Noise.uniform(key, lot + 4)), factor);
    }

    /// One phase, two or all three, each as often.
    private static Set<Phase> phases(double lot) {
        List<Phase> ring = List.of(Phase.L1, Phase.L2, Phase.L3, Phase.L1);
        int first = (int) (lot * 9) % Phase.COUNT;
        Phase one = ring.get(first);
        Phase next = ring.get(first + 1);
        return switch ((int) (lot * 3)) {
            case 0 -> EnumSet.of(one);
            case 1 -> EnumSet.of(one, next);
            default -> EnumSet.allOf(Phase.class);
        };
    }
}
