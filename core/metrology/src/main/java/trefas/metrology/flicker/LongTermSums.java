package trefas.metrology.flicker;

import java.util.Arrays;
import java.util.OptionalDouble;
import trefas.metrology.interval.ClockTicks;
import trefas.quantity.Phase;

/// Collects the short-term values of two clock hours.
final class LongTermSums {

    static final int SECONDS = LongTermFlicker.SHORT_TERMS * FlickerMeter.SHORT_TERM_SECONDS;

    private final ClockTicks ticks;
    private final double[] cubes = new double[Phase.COUNT];
    private final int[] counts = new int[Phase.COUNT];
    private boolean isFlagged;

    LongTermSums(ClockTicks ticks) {
        this.ticks = ticks;
    }

    void add(ShortTermFlicker flicker) {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            OptionalDouble severity = flicker.phase(phase);
            if (severity.isPresent()) {
                cubes[phase] += Math.pow(severity.getAsDouble(), 3);
                counts[phase]++;
            }
        }
        isFlagged |= flicker.isFlagged();
    }

    boolean isEmpty() {
        return counts[0] + counts[1] + counts[2] == 0;
    }

    /// The value of the two hours of that number; starts again.
    LongTermFlicker close(long interval) {
        double start = ticks.startSeconds(interval, SECONDS);
        LongTermFlicker flicker =
                new LongTermFlicker(start, start + SECONDS, severity(0), severity(1), severity(2), isFlagged);
        Arrays.fill(cubes, 0);
        Arrays.fill(counts, 0);
        isFlagged = false;
        return flicker;
    }

    private OptionalDouble severity(int phase) {
        return counts[phase] < LongTermFlicker.SHORT_TERMS
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.cbrt(cubes[phase] / counts[phase]));
    }
}
