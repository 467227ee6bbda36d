package trefas.simulation.bench;

import java.util.ArrayList;
import java.util.List;
import trefas.metrology.SampleBlock;
import trefas.metrology.accuracy.AccuracyPoint.Energy;
import trefas.metrology.accuracy.TestCondition;
import trefas.quantity.Phase;

/// What the source of the test bench puts on the terminals: six exact waveforms and their exact powers.
final class TestSignal {

    private static final double THIRD = 2 * Math.PI / 3;

    private final double hertz;
    private final List<LineSpectrum> channels = new ArrayList<>();

    /// The waveforms of a condition.
    TestSignal(TestCondition condition) {
        hertz = condition.hertz();
        double direction = condition.isReversed() ? -1 : 1;
        double lag = Math.toRadians(condition.angle().degrees());
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            channels.add(
                    condition.hasVoltage(phase)
                            ? TestShapes.voltage(condition.shape())
                                    .shifted(direction * phase * THIRD, condition.volts())
                            : LineSpectrum.nothing());
        }
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            channels.add(
                    condition.hasCurrent(phase)
                            ? TestShapes.current(condition.shape())
                                    .shifted((direction * phase * THIRD) + lag, condition.amperes())
                            : LineSpectrum.nothing());
        }
    }

    /// True active or reactive power of a phase, W or var.
    double power(Energy energy, int phase) {
        LineSpectrum voltage = channels.get(SampleBlock.voltage(phase));
        LineSpectrum current = channels.get(SampleBlock.current(phase));
        return switch (energy) {
            case ACTIVE -> voltage.activePower(current);
            case REACTIVE -> voltage.reactivePower(current);
        };
    }

    /// True net power of the three phases, W or var.
    double power(Energy energy) {
        double sum = 0;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            sum += power(energy, phase);
        }
        return sum;
    }

    /// Fills a block that has begun, to its capacity.
    ///
    /// @param first number of its first sample since the signal began
    void fill(SampleBlock block, long first) {
        int length = block.capacity();
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            channels.get(channel).fill(block.channel(channel), length, first, hertz / block.samplesPerSecond());
        }
        block.length(length);
    }
}
