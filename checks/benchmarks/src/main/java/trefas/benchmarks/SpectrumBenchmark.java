package trefas.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jtransforms.fft.DoubleFFT_1D;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
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
import org.visnow.jlargearrays.ConcurrencyUtils;
import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.PhaseValues;
import trefas.metrology.Phasor;
import trefas.metrology.SampleBlock;
import trefas.metrology.SampleWindow;
import trefas.metrology.SummationMethod;
import trefas.metrology.TenCycleValues;
import trefas.metrology.kernel.EnergyThresholds;
import trefas.metrology.kernel.FourQuadrantEnergy;
import trefas.metrology.kernel.KernelSettings;
import trefas.metrology.kernel.WaveformKernel;
import trefas.metrology.spectrum.HarmonicAnalyser;
import trefas.quantity.Phase;

/// Samples to 40 harmonics of six channels with sub-groups, groups and interharmonics, in frames per
/// microsecond: the spectrum alone, and the whole way with the kernel and its energies before it, with
/// vectors and in a Java runtime without them. Beside them two yardsticks over the same frames in the
/// cache: the loop anybody would write for the energies alone, and six transforms of 2048 real points by
/// JTransforms, without the interpolation that has to come first and the gathering after.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SpectrumBenchmark {

    /// Whole periods at either rate, so that a block can follow itself.
    private static final int BLOCK_FRAMES = 6_400;

    /// Whole blocks and whole windows at either rate.
    private static final int FRAMES = 64_000;

    private static final int CYCLES = 10;
    private static final double HERTZ = 50;
    private static final int POINTS = 2_048;

    private static final PhaseValues NOTHING = new PhaseValues(0, 0, 0, Phasor.ZERO, Phasor.ZERO);
    private static final TenCycleValues NOTHING_MEASURED =
            new TenCycleValues(0, CYCLES / HERTZ, CYCLES, HERTZ, NOTHING, NOTHING, NOTHING, 0, 0, 0, 0);

    @Param({"10000", "12800"})
    private int samplesPerSecond;

    private final SampleBlock block = new SampleBlock(BLOCK_FRAMES);
    private final double[] sine = new double[BLOCK_FRAMES];
    private final double[] cosine = new double[BLOCK_FRAMES];
    private final double[][] channels = new double[SampleBlock.CHANNELS][BLOCK_FRAMES];
    private final SampleWindow window = new SampleWindow(channels);
    private final double[] points = new double[POINTS];
    private final DoubleFFT_1D transform = new DoubleFFT_1D(POINTS);
    private double seen;
    private final HarmonicAnalyser analyser = new HarmonicAnalyser(
            HarmonicSpectrum.ORDERS, (place, values, spectrum) -> seen += spectrum.rms(SampleBlock.current(0), 3));
    private final FourQuadrantEnergy energy = new FourQuadrantEnergy(SummationMethod.VECTOR, EnergyThresholds.METER);
    private final WaveformKernel kernel = new WaveformKernel(KernelSettings.DEFAULT, List.of(energy, analyser));

    public SpectrumBenchmark() {
        ConcurrencyUtils.setNumberOfThreads(1);
    }

    /// Makes the block and a window of ten periods in it.
    @Setup
    public void makeSamples() {
        int period = (int) (samplesPerSecond / HERTZ);
        block.begin(samplesPerSecond, true);
        block.length(BLOCK_FRAMES);
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            for (int k = 0; k < BLOCK_FRAMES; k++) {
                double radians = 2 * Math.PI * k / period - 2 * Math.PI * phase / Phase.COUNT;
                double volts = 325 * Math.sin(radians) + 10 * Math.sin(5 * radians);
                double amperes = 7 * Math.sin(radians - 0.5) + 2 * Math.sin(3 * radians);
                block.channel(SampleBlock.voltage(phase))[k] = volts;
                block.channel(SampleBlock.current(phase))[k] = amperes;
                channels[SampleBlock.voltage(phase)][k] = volts;
                channels[SampleBlock.current(phase)][k] = amperes;
            }
        }
        for (int k = 0; k < BLOCK_FRAMES; k++) {
            sine[k] = Math.sin(2 * Math.PI * k / period);
            cosine[k] = Math.cos(2 * Math.PI * k / period);
        }
        double start = SampleWindow.MARGIN + 0.3;
        window.place(start, start + CYCLES * period, CYCLES, samplesPerSecond, 0);
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public double spectrum() {
        return analysed();
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    // Some argument of its own: without any, JMH takes those of the class, and with them the vectors.
    @Fork(
            value = 1,
            jvmArgsAppend = {"-Xshare:auto"})
    public double spectrumWithoutVectors() {
        return analysed();
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public double energyAndSpectrum() {
        for (int frame = 0; frame < FRAMES; frame += BLOCK_FRAMES) {
            kernel.accept(block);
        }
        return seen;
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public double yardstickPlainLoop() {
        double all = 0;
        for (int frame = 0; frame < FRAMES; frame += BLOCK_FRAMES) {
            all += PlainLoop.sumOfAll(block, sine, cosine);
        }
        return all;
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public double yardstickTransforms() {
        int length = (int) window.samples();
        for (int frame = 0; frame < FRAMES; frame += length) {
            for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
                System.arraycopy(channels[channel], 0, points, 0, POINTS);
                transform.realForward(points);
                seen += points[2];
            }
        }
        return seen;
    }

    private double analysed() {
        int length = (int) window.samples();
        for (int frame = 0; frame < FRAMES; frame += length) {
            analyser.window(window, NOTHING_MEASURED);
        }
        return seen;
    }

    /// Runs all and prints how each compares with the plain loop; arguments are those of JMH.
    public static void main(String... arguments) throws RunnerException, CommandLineOptionException {
        var results = new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(arguments))
                        .include(SpectrumBenchmark.class.getSimpleName())
                        .build())
                .run();
        for (String rate : List.of("10000", "12800")) {
            double loop = score(results, "yardstickPlainLoop", rate);
            if (Double.isNaN(loop)) {
                continue;
            }
            for (String method :
                    List.of("energyAndSpectrum", "spectrum", "spectrumWithoutVectors", "yardstickTransforms")) {
                System.out.printf(
                        "%s samples/s: %s %.1f million frames a second, %.3f times the plain loop%n",
                        rate, method, score(results, method, rate), score(results, method, rate) / loop);
            }
        }
    }

    private static double score(Iterable<RunResult> results, String method, String rate) {
        for (RunResult result : results) {
            if (result.getParams().getBenchmark().endsWith("." + method)
                    && rate.equals(result.getParams().getParam("samplesPerSecond"))) {
                return result.getPrimaryResult().getScore();
            }
        }
        return Double.NaN;
    }
}
