package trefas.device.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApparentPowerTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "5, 0, 5",
        "-5, 0, 5",
        "0, -7, 7",
        "3, 4, 5",
        "-300000, 400000, 500000",
        "1, 1, 1",
        "1, 2, 2",
        "2, 2, 3",
        "43470000, 43470000, 61475864",
        "1500000000, 2000, 1500000000",
        "6000000000, 8000000000, 10000000000"
    })
    void isTheNearestWholeMilliVoltAmpere(long milliwatts, long millivars, long millivoltAmperes) {
        assertEquals(millivoltAmperes, ApparentPower.millivoltAmperes(milliwatts, millivars));
    }

    // 4 S² lies between (2 s - 1)² and (2 s + 1)² exactly when s is the nearest integer.
    @Test
    void isNeverMoreThanHalfOfOneOff() {
        var random = new Random(9);
        for (int i = 0; i < 200_000; i++) {
            int bits = 1 + random.nextInt(30);
            long active = random.nextInt(1 << bits);
            long reactive = random.nextInt(1 << bits) - (1L << (bits - 1));

            long apparent = ApparentPower.millivoltAmperes(active, reactive);

            BigInteger square = square(active).add(square(reactive)).shiftLeft(2);
            assertTrue(square.compareTo(square(2 * apparent + 1)) < 0, active + " " + reactive);
            assertTrue(apparent == 0 || square.compareTo(square(2 * apparent - 1)) >= 0, active + " " + reactive);
        }
    }

    // Half a mVA up as often as down: a tenth of a year of changing loads is not a mVAh off.
    @Test
    void doesNotDrift() {
        var random = new Random(10);
        double exact = 0;
        long counted = 0;
        for (int second = 0; second < 3_153_600; second++) {
            long active = random.nextInt(2_300, 3_000_000);
            long reactive = random.nextInt(2_300, 1_000_000);
            counted += ApparentPower.millivoltAmperes(active, reactive);
            exact += Math.hypot((double) active, (double) reactive);
        }

        assertEquals(exact, (double) counted, 3_600.0);
    }

    private static BigInteger square(long number) {
        return BigInteger.valueOf(number).pow(2);
    }
}
