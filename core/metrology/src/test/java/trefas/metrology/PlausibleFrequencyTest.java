package trefas.metrology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlausibleFrequencyTest {

    private final PlausibleFrequency frequency = new PlausibleFrequency();

    @Test
    void whatChangesByAHairIsBelievedAtOnce() {
        assertEquals(50, frequency.follow(50));
        assertEquals(50.9, frequency.follow(50.9));
        assertEquals(49.9, frequency.follow(49.9));
    }

    @Test
    void oneWindowThatFallsOutChangesNothing() {
        frequency.follow(50);

        assertEquals(50, frequency.follow(52.7));
        assertEquals(50.01, frequency.follow(50.01));
        assertEquals(50.01, frequency.follow(47), "the doubt of before is forgotten");
        assertEquals(50.01, frequency.follow(52.7));
    }

    @Test
    void whatTwoWindowsSayIsBelieved() {
        frequency.follow(50);

        assertEquals(50, frequency.follow(53));
        assertEquals(53.1, frequency.follow(53.1));
    }

    @Test
    void afterAGapEverythingIsBelieved() {
        frequency.follow(50);
        frequency.forget();

        assertEquals(60, frequency.follow(60));
    }
}
