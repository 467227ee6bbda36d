package trefas.metrology.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import trefas.metrology.SampleBlock;
import trefas.metrology.SampleWindow;
import trefas.metrology.TenCycleValues;
import trefas.metrology.WindowStage;
import trefas.quantity.Phase;

/// Six channels as functions of time, and what a kernel makes of them.
final class TestSignal {

    static final int BLOCK = 1_000;

    private final DoubleUnaryOperator[] channels = new DoubleUnaryOperator[SampleBlock.CHANNELS];
    private double[] steps = new double[SampleBlock.CHANNELS];

    TestSignal() {
        java.util.Arrays.fill(channels, (DoubleUnaryOperator) _ -> 0);
    }

    /// One sine of a composed signal.
    record Part(double order, double rms, double degrees) {

        double at(double hertz, double seconds) {
            return Math.sqrt(2) * rms * Math.sin(2 * Math.PI * order * hertz * seconds + Math.toRadians(degrees));
        }
    }

    static DoubleUnaryOperator sines(double hertz, Part... parts) {
        return seconds -> {
            double sum = 0;
            for (Part part : parts) {
                sum += part.at(hertz, seconds);
            }
            return sum;
        };
    }

    /// Sets voltages of all phases: each part turned back by its order times a third of a turn per phase.
    TestSignal voltages(double hertz, Part... parts) {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            channels[SampleBlock.voltage(phase)] = sines(hertz, turned(phase, parts));
        }
        return this;
    }

    TestSignal currents(double hertz, Part... parts) {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            channels[SampleBlock.current(phase)] = sines(hertz, turned(phase, parts));
        }
        return this;
    }

    private static Part[] turned(int phase, Part... parts) {
        Part[] turned = new Part[parts.length];
        for (int i = 0; i < parts.length; i++) {
            turned[i] =
                    new Part(parts[i].order(), parts[i].rms(), parts[i].degrees() - phase * 120.0 * parts[i].order());
        }
        return turned;
    }

    TestSignal channel(int channel, DoubleUnaryOperator function) {
        channels[channel] = function;
        return this;
    }

    DoubleUnaryOperator channel(int channel) {
        return channels[channel];
    }

    /// Rounds every sample to steps of a 16-bit converter of these full scales.
    TestSignal quantised(double volts, double amperes) {
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            steps[channel] = (channel < Phase.COUNT ? volts : amperes) / 32_767;
        }
        return this;
    }

    double at(int channel, double seconds) {
        double exact = channels[channel].applyAsDouble(seconds);
        return steps[channel] == 0 ? exact : Math.rint(exact / steps[channel]) * steps[channel];
    }

    /// A window's values and where it lay.
    record Seen(TenCycleValues values, double startSeconds, double endSeconds, double radians) {}

    List<Seen> measure(KernelSettings settings, double samplesPerSecond, double seconds) {
        return measure(settings, samplesPerSecond, seconds, WindowSums.fastest(), List.of());
    }

    List<Seen> measure(
            KernelSettings settings,
            double samplesPerSecond,
            double seconds,
            WindowSums sums,
            List<WindowStage> further) {
        List<Seen> seen = new ArrayList<>();
        List<WindowStage> stages = new ArrayList<>();
        stages.add((SampleWindow window, TenCycleValues values) ->
                seen.add(new Seen(values, window.startSeconds(), window.endSeconds(), window.voltageRadians(0))));
        stages.addAll(further);
        var kernel = new WaveformKernel(settings, stages, sums);
        feed(kernel, samplesPerSecond, seconds);
        kernel.finish();
        return seen;
    }

    void feed(WaveformKernel kernel, double samplesPerSecond, double seconds) {
        var block = new SampleBlock(BLOCK);
        long count = Math.round(samplesPerSecond * seconds);
        for (long first = 0; first < count; first += BLOCK) {
            block.begin(samplesPerSecond, true);
            int length = (int) Math.min(BLOCK, count - first);
            for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
                for (int k = 0; k < length; k++) {
                    block.channel(channel)[k] = at(channel, (first + k) / samplesPerSecond);
                }
            }
            block.length(length);
            kernel.accept(block);
        }
    }
}
