package trefas.metrology.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The goal is 0.1 mHz.
class TenSecondFrequencyTest {

    private static final double MICROHERTZ = 1e-6;

    private final List<FrequencyReading> readings = new ArrayList<>();
    private final KnownEvents flags = new KnownEvents();

    @ParameterizedTest(name = "{0} Hz")
    @ValueSource(doubles = {42.5, 47, 49.803, 50, 50.05, 52, 57.5})
    void aSteadySupplyHasItsFrequency(double hertz) {
        feed(new ClockTicks(3_217), t -> hertz * t, 60);

        assertEquals(5, readings.size());
        for (int i = 0; i < 5; i++) {
            FrequencyReading reading = readings.get(i);
            assertEquals(10 * i + 6.783, reading.startSeconds(), 1e-9);
            assertEquals(hertz, reading.hertz(), 0.01 * MICROHERTZ);
            assertEquals(10 * hertz, reading.cycles(), 2);
        }
    }

    @Test
    void aSupplyThatFitsTheClockIsCountedFromTickToTick() {
        feed(new ClockTicks(0), t -> 50 * t, 30);

        assertEquals(3, readings.size());
        assertEquals(500, readings.getFirst().cycles());
        assertEquals(500, readings.getLast().cycles());
    }

    @Test
    void aFrequencyThatWandersIsTheMeanOverTheWholeCycles() {
        // 0.2 Hz up and down in 20 s is faster than any large grid, 63 mHz a second at most.
        DoubleUnaryOperator cycles = t -> 50 * t + 0.2 * 20 / (2 * Math.PI) * (1 - Math.cos(2 * Math.PI * t / 20));
        feed(new ClockTicks(1_234), cycles, 100);

        assertEquals(9, readings.size());
        for (FrequencyReading reading : readings) {
            double first = Math.ceil(cycles.applyAsDouble(reading.startSeconds()));
            double last = Math.floor(cycles.applyAsDouble(reading.startSeconds() + 10));
            double from = BasicIntervals.secondsAt(cycles, first, 0, 110);
            double to = BasicIntervals.secondsAt(cycles, last, 0, 110);
            assertEquals((last - first) / (to - from), reading.hertz(), 2 * MICROHERTZ);
        }
    }

    @Test
    void tenSecondsWithAGapOrWithoutVoltageHaveNoFrequency() {
        TenSecondFrequency frequency = new TenSecondFrequency(new ClockTicks(0), flags, readings::add);
        for (int k = 0; k < 300; k++) {
            double start = 0.2 * k;
            if (k == 70) {
                frequency.add(BasicIntervals.dead(start, start + 0.2));
            } else if (k != 170) {
                frequency.add(BasicIntervals.of(start, start + 0.2, 230));
            }
        }
        frequency.finish();

        assertEquals(
                List.of(0.0, 20.0, 40.0, 50.0),
                readings.stream().map(FrequencyReading::startSeconds).toList());
    }

    @Test
    void aDipFlagsItsTenSeconds() {
        flags.add(12, 12.1);
        feed(new ClockTicks(0), t -> 50 * t, 30);

        assertFalse(readings.getFirst().isFlagged());
        assertTrue(readings.get(1).isFlagged());
        assertFalse(readings.get(2).isFlagged());
    }

    private void feed(ClockTicks ticks, DoubleUnaryOperator cyclesAt, double seconds) {
        TenSecondFrequency frequency = new TenSecondFrequency(ticks, flags, readings::add);
        double start = 0;
        for (int k = 1; start < seconds - 1e-6; k++) {
            double end = BasicIntervals.secondsAt(cyclesAt, 10.0 * k, start, start + 1);
            frequency.add(BasicIntervals.of(start, end, 230));
            start = end;
        }
        frequency.finish();
    }
}
