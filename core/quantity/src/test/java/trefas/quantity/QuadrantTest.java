package trefas.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuadrantTest {

    @ParameterizedTest(name = "P {0}, Q {1}: {2}")
    @CsvSource(textBlock = """
                     1,  1, I
                    -1,  1, II
                    -1, -1, III
                     1, -1, IV
                     0,  0, I
                     0,  1, I
                     0, -1, IV
                     1,  0, I
                    -1,  0, II
                     9223372036854775807, -9223372036854775808, IV
                    -9223372036854775808,  9223372036854775807, II
                    """)
    void theQuadrantFollowsTheSignsAndZeroCountsAsPositive(long active, long reactive, Quadrant quadrant) {
        assertEquals(quadrant, Quadrant.of(active, reactive));
    }
}
