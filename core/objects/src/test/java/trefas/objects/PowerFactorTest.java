package trefas.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Dossier 3.6: |P| / sqrt(P² + Q²), cut to two decimals, 1.00 without load.
class PowerFactorTest {

    @ParameterizedTest(name = "P {0}, Q {1}: {2} hundredths")
    @CsvSource(delimiter = '|', textBlock = """
                      0 |       0 | 100
                   1000 |       0 | 100
                  -1000 |       0 | 100
                      0 |    1000 |   0
                      0 |   -1000 |   0
                   1000 |    1000 |  70
                   1000 |   -1000 |  70
                  -1000 |    1000 |  70
                1000000 |       1 |  99
                   9999 |    1414 |  99
                    600 |     800 |  60
                    800 |    -600 |  80
                    280 |     960 |  28
                    599 |     800 |  59
                """)
    void thePowerFactorIsCutAndHasNoSign(long active, long reactive, int hundredths) {
        assertEquals(hundredths, MomentaryObjects.powerFactorHundredths(active, reactive));
    }

    // Right-angled triangles of whole numbers have an exact power factor: it must not fall one hundredth short.
    @Test
    void anExactPowerFactorIsNotCutBelowItself() {
        int[][] sides = {{60, 80}, {80, 60}, {28, 96}, {96, 28}};
        for (long scale = 1; scale <= 400_000; scale++) {
            for (int[] side : sides) {
                assertEquals(side[0], MomentaryObjects.powerFactorHundredths(side[0] * scale, side[1] * scale));
            }
        }
    }
}
