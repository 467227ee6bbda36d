package trefas.metrology.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.metrology.SampleBlock;
import trefas.metrology.SampleWindow;
import trefas.metrology.TenCycleValues;
import trefas.metrology.WindowStage;

/// A kernel whose stages read values only reads blocks where they lie, and finds the same as one that copies all.
class BorrowedSamplesTest {

    private static final double SECONDS = 4;

    /// Volts that count as the same: the order in which the same products are added differs.
    private static final double SAME = 1e-7;

    @ParameterizedTest
    @CsvSource({"12800, 4096", "12800, 100", "6400, 4096", "1000, 4096", "50000, 4096", "25600, 65536"})
    void valuesAreTheSameWhetherSamplesAreCopiedOrNot(double samplesPerSecond, int blockLength) {
        List<TenCycleValues> copied = measure(samplesPerSecond, blockLength, true);
        List<TenCycleValues> borrowed = measure(samplesPerSecond, blockLength, false);

        assertTrue(copied.size() > 15);
        assertEquals(copied.size(), borrowed.size());
        for (int i = 0; i < copied.size(); i++) {
            TenCycleValues one = copied.get(i);
            TenCycleValues other = borrowed.get(i);
            assertEquals(one.startSeconds(), other.startSeconds(), SAME / samplesPerSecond);
            assertEquals(one.cycles(), other.cycles());
            assertEquals(one.frequency(), other.frequency(), SAME);
            assertEquals(one.l2().voltage(), other.l2().voltage(), SAME);
            assertEquals(one.l3().current(), other.l3().current(), SAME);
            assertEquals(one.activePower(), other.activePower(), 100 * SAME);
            assertEquals(one.reactivePower(), other.reactivePower(), 100 * SAME);
            assertEquals(one.voltage31(), other.voltage31(), SAME);
            assertEquals(one.neutralCurrent(), other.neutralCurrent(), SAME);
        }
    }

    private static List<TenCycleValues> measure(double samplesPerSecond, int blockLength, boolean needsSamples) {
        List<TenCycleValues> seen = new ArrayList<>();
        WindowStage stage = new WindowStage() {
            @Override
            public void window(SampleWindow window, TenCycleValues values) {
                assertEquals(needsSamples, window.channel(0).length > 0);
                seen.add(values);
            }

            @Override
            public boolean needsSamples() {
                return needsSamples;
            }
        };
        var kernel = new WaveformKernel(KernelSettings.DEFAULT, List.of(stage));
        var block = new SampleBlock(blockLength);
        int samples = (int) (SECONDS * samplesPerSecond);
        for (int from = 0; from < samples; from += blockLength) {
            block.begin(samplesPerSecond, true);
            int length = Math.min(blockLength, samples - from);
            for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
                for (int k = 0; k < length; k++) {
                    block.channel(channel)[k] = sample(channel, (from + k) / samplesPerSecond);
                }
            }
            block.length(length);
            kernel.accept(block);
        }
        kernel.finish();
        return seen;
    }

    /// A frequency that drifts, a phase that jumps after two seconds, and no voltage during half a second.
    private static double sample(int channel, double seconds) {
        int phase = channel % 3;
        boolean isVoltage = channel < 3;
        if (isVoltage && seconds > 2.8 && seconds < 3.3) {
            return 0;
        }
        double jump = seconds > 2 ? 0.4 : 0;
        double angle = 2 * Math.PI * (49.9 * seconds + 0.05 * seconds * seconds) + jump - phase * 2 * Math.PI / 3;
        double scale = isVoltage ? 325 : 10 + phase;
        return scale * (Math.sin(angle - (isVoltage ? 0 : 0.5)) + 0.05 * Math.sin(5 * angle));
    }
}
