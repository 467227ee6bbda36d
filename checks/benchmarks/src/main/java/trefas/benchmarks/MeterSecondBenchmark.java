package trefas.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import trefas.app.settings.RunSettings;
import trefas.device.Meter;
import trefas.metrology.OneSecondValues;
import trefas.simulation.SimulatedGrid;
import trefas.simulation.SimulatedHouse;
import trefas.simulation.SourceImpedance;

/// One second of a meter's life: alone, with the simulated house before it, and, as a yardstick, the additions that no
/// meter could do without.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MeterSecondBenchmark {

    private static final int COUNTERS = 20;

    private final Meter meter = BenchedMeter.running(BenchedMeter.SERIAL);
    private final OneSecondValues steady = BenchedMeter.steadyLoad();
    private final OneSecondValues measured = new OneSecondValues();
    private final SimulatedHouse house =
            new SimulatedHouse(1, RunSettings.HOUSEHOLD, new SimulatedGrid(1, SourceImpedance.REFERENCE));
    private final long[] counters = new long[COUNTERS];
    private final long[] increments = new long[COUNTERS];
    private long second = BenchedMeter.START + 10;

    public MeterSecondBenchmark() {
        for (int i = 0; i < COUNTERS; i++) {
            increments[i] = i + 1L;
        }
    }

    @Benchmark
    public long steadyLoad() {
        meter.secondElapsed(second++, steady, _ -> {});
        return meter.pulses();
    }

    @Benchmark
    public long simulatedHouse() {
        house.second(second, measured);
        meter.secondElapsed(second++, measured, _ -> {});
        return meter.pulses();
    }

    @Benchmark
    public long yardstickTwentyAdditions() {
        for (int i = 0; i < COUNTERS; i++) {
            counters[i] += increments[i];
        }
        return counters[0];
    }
}
