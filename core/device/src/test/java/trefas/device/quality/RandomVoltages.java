package trefas.device.quality;

import java.util.SplittableRandom;
import trefas.metrology.OneSecondValues;
import trefas.quantity.Phase;
import trefas.quantity.PhaseSequence;

/// A supply from a seed: good for a while, away, or something else. Levels lie on, just above and just below
/// every limit there is.
final class RandomVoltages {

    private static final int[] LEVELS = {
        0, 49_999, 50_000, 120_000, 160_000, 160_001, 183_000, 189_999, 190_000, 206_999, 207_000, 214_000, 230_000,
        230_000, 230_000, 241_000, 253_000, 253_001, 270_000, 1_500_000
    };
    private static final int LONGEST_SECONDS = 700;

    private final SplittableRandom random;
    private final int[] level = new int[Phase.COUNT];
    private int secondsLeft;

    RandomVoltages(SplittableRandom random) {
        this.random = random;
    }

    void next(OneSecondValues into) {
        if (secondsLeft-- <= 0) {
            int kind = random.nextInt(8);
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                level[phase] = kind == 0 ? 0 : kind < 4 ? 230_000 : LEVELS[random.nextInt(LEVELS.length)];
            }
            secondsLeft = random.nextBoolean() ? random.nextInt(4) : random.nextInt(LONGEST_SECONDS);
        }
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            int noise = level[phase] == 0 || random.nextInt(4) > 0 ? 0 : random.nextInt(-3_000, 3_000);
            int milliamperes = random.nextInt(3) == 0 ? 9 : 5_000;
            into.phase(phase, level[phase] + noise, milliamperes, random.nextInt(2) * 5_000 - 2_500, 0);
        }
        into.supply(50_000 + random.nextInt(-12_000, 12_000), PhaseSequence.L1L2L3);
    }
}
