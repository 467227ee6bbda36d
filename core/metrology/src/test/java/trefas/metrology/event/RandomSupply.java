package trefas.metrology.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import trefas.metrology.event.SteppedSupply.Step;

/// A supply from a seed: now and then a dip or swell in some phases, in stages, or an interruption, and steady voltage
/// in between.
final class RandomSupply {

    private final RandomGenerator random;

    RandomSupply(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    SteppedSupply supply(int disturbances) {
        double hertz = random.nextDouble(42.5, 57.5);
        var steps = new ArrayList<Step>();
        double time = 0.3;
        for (int n = 0; n < disturbances; n++) {
            time += random.nextDouble(0.05, 0.5);
            int stages = random.nextInt(1, 4);
            for (int stage = 0; stage < stages; stage++) {
                steps.add(disturbed(time));
                time += random.nextDouble(0.015, 0.4);
            }
            steps.add(new Step(time, 1, 1, 1));
        }
        steps.sort(Comparator.comparingDouble(Step::seconds));
        return new SteppedSupply(hertz, steps);
    }

    private Step disturbed(double time) {
        if (random.nextInt(5) == 0) {
            double rest = random.nextDouble(0.04);
            return new Step(time, rest, rest, rest);
        }
        int which = random.nextInt(1, 8);
        return new Step(time, magnitude(which & 1), magnitude(which & 2), magnitude(which & 4));
    }

    private double magnitude(int isDisturbed) {
        if (isDisturbed == 0) {
            return random.nextDouble(0.96, 1.04);
        }
        return random.nextBoolean() ? random.nextDouble(0, 0.89) : random.nextDouble(1.11, 1.4);
    }
}
