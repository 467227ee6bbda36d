package trefas.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import trefas.metrology.SampleBlock;
import trefas.metrology.SummationMethod;
import trefas.metrology.kernel.EnergyRegister;
import trefas.metrology.kernel.EnergyThresholds;
import trefas.metrology.kernel.FourQuadrantEnergy;
import trefas.metrology.kernel.KernelSettings;
import trefas.metrology.kernel.WaveformKernel;
import trefas.quantity.Phase;

/// Samples of three voltages and three currents to energy in four quadrants, in frames (one sample of each) per
/// microsecond; beside it, as a yardstick, the loop anybody would write: squares, products and the products with a
/// sine and a cosine, added up over the same samples in whole periods that somebody else has found.
///
/// A record of one block stays in the cache; a record of 384 blocks, 75 MB, comes from memory.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EnergyBenchmark {

    private static final double SAMPLES_PER_SECOND = 12_800;
    private static final int PERIOD = 256;
    private static final int FRAMES = 384 * SampleBlock.CAPACITY;

    /// Blocks of the record, read again and again until all frames are through.
    @Param({"1", "384"})
    private int recordBlocks;

    private final double[] sine = new double[SampleBlock.CAPACITY];
    private final double[] cosine = new double[SampleBlock.CAPACITY];
    private final List<SampleBlock> blocks = new ArrayList<>();
    private final FourQuadrantEnergy energy = new FourQuadrantEnergy(SummationMethod.VECTOR, EnergyThresholds.METER);
    private final WaveformKernel kernel = new WaveformKernel(KernelSettings.DEFAULT, List.of(energy));
    private final double[] sums = new double[Phase.COUNT * 7];

    public EnergyBenchmark() {
        for (int k = 0; k < SampleBlock.CAPACITY; k++) {
            sine[k] = Math.sin(2 * Math.PI * k / PERIOD);
            cosine[k] = Math.cos(2 * Math.PI * k / PERIOD);
        }
    }

    /// The record, made when its size is known; a block is a whole number of periods, so it can follow itself.
    private SampleBlock block(int number) {
        while (blocks.size() < recordBlocks) {
            var block = new SampleBlock(SampleBlock.CAPACITY);
            block.begin(SAMPLES_PER_SECOND, true);
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                for (int k = 0; k < SampleBlock.CAPACITY; k++) {
                    double radians = 2 * Math.PI * k / PERIOD - 2 * Math.PI * phase / Phase.COUNT;
                    block.channel(SampleBlock.voltage(phase))[k] = 325 * Math.sin(radians) + 10 * Math.sin(5 * radians);
                    block.channel(SampleBlock.current(phase))[k] =
                            7 * Math.sin(radians - 0.5) + 2 * Math.sin(3 * radians);
                }
            }
            block.length(SampleBlock.CAPACITY);
            blocks.add(block);
        }
        return blocks.get(number % recordBlocks);
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public long kernelEnergy() {
        for (int i = 0; i < FRAMES / SampleBlock.CAPACITY; i++) {
            kernel.accept(block(i));
        }
        return energy.total().microwattSeconds(EnergyRegister.ACTIVE_IMPORT);
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public double yardstickPlainLoop() {
        double all = 0;
        for (int i = 0; i < FRAMES / SampleBlock.CAPACITY; i++) {
            add(block(i));
            all += sums[0];
        }
        return all;
    }

    private void add(SampleBlock block) {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            double[] voltages = block.channel(SampleBlock.voltage(phase));
            double[] currents = block.channel(SampleBlock.current(phase));
            double voltageSquares = 0;
            double currentSquares = 0;
            double products = 0;
            double voltageSines = 0;
            double voltageCosines = 0;
            double currentSines = 0;
            double currentCosines = 0;
            for (int k = 0; k < SampleBlock.CAPACITY; k++) {
                double u = voltages[k];
                double i = currents[k];
                voltageSquares += u * u;
                currentSquares += i * i;
                products += u * i;
                voltageSines += u * sine[k];
                voltageCosines += u * cosine[k];
                currentSines += i * sine[k];
                currentCosines += i * cosine[k];
            }
            sums[7 * phase] += voltageSquares;
            sums[7 * phase + 1] += currentSquares;
            sums[7 * phase + 2] += products;
            sums[7 * phase + 3] += voltageSines;
            sums[7 * phase + 4] += voltageCosines;
            sums[7 * phase + 5] += currentSines;
            sums[7 * phase + 6] += currentCosines;
        }
    }

    /// Runs both and prints how many times as fast the kernel is; arguments are those of JMH.
    public static void main(String... arguments) throws RunnerException, CommandLineOptionException {
        var results = new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(arguments))
                        .include(EnergyBenchmark.class.getSimpleName())
                        .build())
                .run();
        for (String blocks : List.of("1", "384")) {
            System.out.printf(
                    "record of %s blocks: kernel %.2f times the plain loop%n",
                    blocks, score(results, "kernelEnergy", blocks) / score(results, "yardstickPlainLoop", blocks));
        }
    }

    private static double score(Iterable<RunResult> results, String method, String blocks) {
        for (RunResult result : results) {
            if (result.getParams().getBenchmark().endsWith(method)
                    && blocks.equals(result.getParams().getParam("recordBlocks"))) {
                return result.getPrimaryResult().getScore();
            }
        }
        return Double.NaN;
    }
}
