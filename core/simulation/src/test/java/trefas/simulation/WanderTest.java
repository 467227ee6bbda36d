package trefas.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// The same number for the same second, whatever was asked before.
class WanderTest {

    @Test
    void isTheNoiseOfItsKeySecondBySecondAndInAnyOrder() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        long key = Noise.key(5, 120);
        var wander = new Wander(key, 300);
        for (long second = -700; second < 700; second++) {
            assertEquals(Noise.wander(key, second, 300), wander.at(second));
        }
        for (int i = 0; i < 10_000; i++) {
            long second = random.nextLong(-4_000_000_000L, 4_000_000_000L);
            assertEquals(Noise.wander(key, second, 300), wander.at(second));
        }
    }
}
