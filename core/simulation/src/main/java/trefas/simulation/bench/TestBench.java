package trefas.simulation.bench;

import java.util.ArrayList;
import java.util.List;
import trefas.metrology.Calibration;
import trefas.metrology.SampleBlock;
import trefas.metrology.SummationMethod;
import trefas.metrology.TenCycleValues;
import trefas.metrology.WindowStage;
import trefas.metrology.accuracy.AccuracyPoint.Energy;
import trefas.metrology.accuracy.TestCondition;
import trefas.metrology.kernel.EnergyThresholds;
import trefas.metrology.kernel.FourQuadrantEnergy;
import trefas.metrology.kernel.WaveformKernel;
import trefas.simulation.frontend.AnalogueFrontEnd;

/// A test bench: puts exact waveforms on the terminals of a meter and compares what its registers advance by with
/// what was applied. The registers are gated at the ends of windows, after one window to settle, for whole cycles and
/// whole bursts.
public final class TestBench {

    /// Windows that count: 100 cycles, a multiple of the four of a burst.
    static final int WINDOWS = 10;

    private static final int SETTLING_WINDOWS = 1;
    private static final int CYCLES_PER_WINDOW = 10;
    /// Windows that the start of the record, the delays and the kernel's margins may cost.
    private static final double SPARE_WINDOWS = 1.5;

    private final MeterUnderTest meter;

    /// Puts a meter on the bench.
    public TestBench(MeterUnderTest meter) {
        this.meter = meter;
    }

    /// The meter on the bench.
    public MeterUnderTest meter() {
        return meter;
    }

    /// Measures the energies at a point.
    public Measurement measure(TestCondition condition) {
        List<BenchRecorder.Reading> readings = readings(condition);
        BenchRecorder.Reading first = readings.get(SETTLING_WINDOWS - 1);
        BenchRecorder.Reading last = readings.getLast();
        var signal = new TestSignal(condition);
        double seconds = last.seconds() - first.seconds();
        return new Measurement(
                condition,
                seconds,
                seconds * signal.power(Energy.ACTIVE),
                last.wattSeconds() - first.wattSeconds(),
                seconds * signal.power(Energy.REACTIVE),
                last.varSeconds() - first.varSeconds());
    }

    /// The values of the windows at a point, after settling.
    List<TenCycleValues> windows(TestCondition condition) {
        return readings(condition).stream()
                .skip(SETTLING_WINDOWS)
                .map(BenchRecorder.Reading::values)
                .toList();
    }

    private List<BenchRecorder.Reading> readings(TestCondition condition) {
        var energy = new FourQuadrantEnergy(SummationMethod.VECTOR, EnergyThresholds.METER);
        int windows = SETTLING_WINDOWS + WINDOWS;
        var recorder = new BenchRecorder(energy, windows);
        double seconds = (windows + SPARE_WINDOWS) * CYCLES_PER_WINDOW / condition.hertz();
        run(condition, seconds, List.of(energy, recorder));
        List<BenchRecorder.Reading> readings = recorder.readings();
        if (readings.size() < windows) {
            throw new IllegalStateException("the kernel gave " + readings.size() + " of " + windows + " windows");
        }
        return readings;
    }

    /// Applies a condition for a time.
    void run(TestCondition condition, double seconds, List<WindowStage> stages) {
        var kernel = new WaveformKernel(meter.kernel(), new ArrayList<>(stages));
        var calibration = new Calibration(meter.constants());
        samples(condition, seconds, block -> {
            calibration.apply(block);
            kernel.accept(block);
        });
        kernel.finish();
    }

    /// What takes the samples of the front end.
    interface Samples {
        void take(SampleBlock block);
    }

    /// What the converters give, before any correction.
    void samples(TestCondition condition, double seconds, Samples samples) {
        var signal = new TestSignal(condition);
        var frontEnd = new AnalogueFrontEnd(meter.frontEnd(), condition.celsius());
        var block = new SampleBlock(SampleBlock.CAPACITY);
        long count = Math.round(seconds * meter.samplesPerSecond());
        for (long first = 0; first < count; first += SampleBlock.CAPACITY) {
            block.begin(meter.samplesPerSecond(), first > 0);
            signal.fill(block, first);
            block.length((int) Math.min(SampleBlock.CAPACITY, count - first));
            frontEnd.apply(block);
            samples.take(block);
        }
    }
}
