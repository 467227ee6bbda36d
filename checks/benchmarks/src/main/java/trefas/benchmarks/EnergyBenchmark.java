package trefas.benchmarks;

import java.util.ArrayList;
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

/// Samples of three voltages and three currents to energy in four quadrants, sixteen blocks of 4096 frames (one sample
/// of each) at a time; beside it, as a yardstick, the loop anybody would write: squares, products and the products with
/// a sine and a cosine, added up over the same samples in whole periods that somebody else has found.
///
/// A record of one block stays in the cache; a record of 384 blocks, 75 MB, comes from memory.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 1)
public class EnergyBenchmark {

    private static final double SAMPLES_PER_SECOND = 12_800;
    private static final int PERIOD = 256;
    private static final int BLOCKS = 16;
    private static final int FRAMES = BLOCKS * SampleBlock.CAPACITY;

    /// Blocks of the record, read again and again.
    @Param({"1", "384"})
    private int recordBlocks;

    private int position;

    private final double[] sine = new double[SampleBlock.CAPACITY];
    private final double[] cosine = new double[SampleBlock.CAPACITY];
    private final List<SampleBlock> blocks = new ArrayList<>();
    private final FourQuadrantEnergy energy = new FourQuadrantEnergy(SummationMethod.VECTOR, EnergyThresholds.METER);
    private final WaveformKernel kernel = new WaveformKernel(KernelSettings.DEFAULT, List.of(energy));

    public EnergyBenchmark() {
        for (int k = 0; k < SampleBlock.CAPACITY; k++) {
            sine[k] = Math.sin(2 * Math.PI * k / PERIOD);
            cosine[k] = Math.cos(2 * Math.PI * k / PERIOD);
        }
    }

    /// The record, made when its size is known; a block is a whole number of periods, so it can follow itself.
    private SampleBlock next() {
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
        position = (position + 1) % recordBlocks;
        return blocks.get(position);
    }

    @Benchmark
    public long kernelEnergy() {
        for (int i = 0; i < BLOCKS; i++) {
            kernel.accept(next());
        }
        return energy.total().microwattSeconds(EnergyRegister.ACTIVE_IMPORT);
    }

    /// One loop over the samples for all three phases.
    @Benchmark
    public double yardstickPlainLoop() {
        double all = 0;
        for (int i = 0; i < BLOCKS; i++) {
            all += PlainLoop.sumOfAll(next(), sine, cosine);
        }
        return all;
    }

    /// The same sums, one loop per phase: kinder to the processor's registers.
    @Benchmark
    public double yardstickLoopPerPhase() {
        double all = 0;
        for (int i = 0; i < BLOCKS; i++) {
            SampleBlock block = next();
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                all += sumOfPhase(block, phase);
            }
        }
        return all;
    }

    private double sumOfPhase(SampleBlock block, int phase) {
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
        double squares = voltageSquares + currentSquares;
        return squares + products + voltageSines + voltageCosines + currentSines + currentCosines;
    }

    /// Runs them and prints how many times as fast the kernel is, each by its tenth percentile, for whatever else
    /// the machine does only slows one down; arguments are those of JMH.
    public static void main(String... arguments) throws RunnerException, CommandLineOptionException {
        var results = new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(arguments))
                        .include(EnergyBenchmark.class.getSimpleName())
                        .build())
                .run();
        for (String blocks : List.of("1", "384")) {
            System.out.printf("record of %s blocks, million frames a second: ", blocks);
            for (String method : List.of("kernelEnergy", "yardstickPlainLoop", "yardstickLoopPerPhase")) {
                System.out.printf("%s %.0f  ", method, score(results, method, blocks));
            }
            System.out.println();
            double kernel = score(results, "kernelEnergy", blocks);
            System.out.printf(
                    "record of %s blocks: kernel %.2f times the plain loop, %.2f times a loop per phase%n",
                    blocks,
                    kernel / score(results, "yardstickPlainLoop", blocks),
                    kernel / score(results, "yardstickLoopPerPhase", blocks));
        }
    }

    private static final double TYPICAL_PERCENTILE = 10;

    /// Million frames a second.
    private static double score(Iterable<RunResult> results, String method, String blocks) {
        for (RunResult result : results) {
            if (result.getParams().getBenchmark().endsWith(method)
                    && blocks.equals(result.getParams().getParam("recordBlocks"))) {
                return FRAMES / result.getPrimaryResult().getStatistics().getPercentile(TYPICAL_PERCENTILE);
            }
        }
        return Double.NaN;
    }
}
