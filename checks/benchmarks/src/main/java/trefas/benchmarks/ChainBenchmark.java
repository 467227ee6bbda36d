package trefas.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import trefas.metrology.SampleBlock;
import trefas.metrology.kernel.EnergyRegister;
import trefas.metrology.kernel.EnergyThresholds;
import trefas.metrology.measurement.MeasurementSettings;
import trefas.quantity.Phase;

/// Samples to everything there is to say about a record: energy, 40 harmonics of six channels, voltage events, flicker,
/// long intervals and the verdict. Beside it the loop anybody would write for the energies alone, over the same frames
/// in the cache.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
public class ChainBenchmark {

    private static final double HERTZ = 50;

    /// Whole periods at either rate, so that a block can follow itself.
    private static final int BLOCK_FRAMES = 6_400;

    private static final int BLOCKS = 10;
    private static final int FRAMES = BLOCKS * BLOCK_FRAMES;

    /// Whatever else the machine does only slows one down.
    private static final double TYPICAL_PERCENTILE = 10;

    @Param({"10000", "12800"})
    private int samplesPerSecond;

    private final SampleBlock block = new SampleBlock(BLOCK_FRAMES);
    private final double[] sine = new double[BLOCK_FRAMES];
    private final double[] cosine = new double[BLOCK_FRAMES];
    private final trefas.metrology.measurement.Measurement chain = new trefas.metrology.measurement.Measurement(
            MeasurementSettings.DEFAULT, EnergyThresholds.METER, List.of());

    public ChainBenchmark() {}

    /// Makes the block.
    @Setup
    public void makeSamples() {
        block.begin(samplesPerSecond, true);
        block.length(BLOCK_FRAMES);
        for (int k = 0; k < BLOCK_FRAMES; k++) {
            double angle = 2 * Math.PI * HERTZ * k / samplesPerSecond;
            sine[k] = Math.sin(angle);
            cosine[k] = Math.cos(angle);
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                double radians = angle - 2 * Math.PI * phase / Phase.COUNT;
                block.channel(SampleBlock.voltage(phase))[k] = 325 * Math.sin(radians) + 10 * Math.sin(5 * radians);
                block.channel(SampleBlock.current(phase))[k] = 7 * Math.sin(radians - 0.5) + 2 * Math.sin(3 * radians);
            }
        }
    }

    @Benchmark
    public long wholeChain() {
        for (int i = 0; i < BLOCKS; i++) {
            chain.accept(block);
        }
        return chain.energy().total().microwattSeconds(EnergyRegister.ACTIVE_IMPORT);
    }

    @Benchmark
    public double yardstickPlainLoop() {
        double all = 0;
        for (int i = 0; i < BLOCKS; i++) {
            all += PlainLoop.sumOfAll(block, sine, cosine);
        }
        return all;
    }

    /// Runs both and prints how they compare; arguments are those of JMH.
    public static void main(String... arguments) throws RunnerException, CommandLineOptionException {
        var results = new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(arguments))
                        .include("\\." + ChainBenchmark.class.getSimpleName() + "\\.")
                        .build())
                .run();
        for (String rate : List.of("10000", "12800")) {
            double chain = score(results, "wholeChain", rate);
            double loop = score(results, "yardstickPlainLoop", rate);
            if (Double.isNaN(chain) || Double.isNaN(loop)) {
                continue;
            }
            System.out.printf(
                    "%s samples/s, million frames a second: whole chain %.1f, plain loop %.0f: %.3f times the plain loop%n",
                    rate, chain, loop, chain / loop);
        }
    }

    /// Million frames a second.
    private static double score(Iterable<RunResult> results, String method, String rate) {
        for (RunResult result : results) {
            if (result.getParams().getBenchmark().endsWith("." + method)
                    && rate.equals(result.getParams().getParam("samplesPerSecond"))) {
                return FRAMES / result.getPrimaryResult().getStatistics().getPercentile(TYPICAL_PERCENTILE);
            }
        }
        return Double.NaN;
    }
}
