package trefas.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import trefas.app.input.UnusableInputException;
import trefas.app.measure.WaveformFile;
import trefas.recording.FullScale;
import trefas.simulation.waveform.ScenarioParameters;
import trefas.simulation.waveform.WaveformScenario;

/// `trefas waveform`: a synthetic scenario as a file that any instrument can read.
@Command(
        name = "waveform",
        description = "Write the waveforms of a synthetic grid to a file; trefas measure --grid list shows them all.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class WaveformCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SCENARIO", description = "Such as dip or rectifier.")
    private String label = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "FILE.cfg (COMTRADE, with FILE.dat beside it), FILE.wav or FILE.csv.")
    private Path out = Path.of("");

    @Option(names = "--seconds", paramLabel = "N", description = "Length (default: the scenario's own).")
    private @Nullable Double seconds;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "10000", description = "Samples per second (10000).")
    private double rate;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of everything left to chance (1).")
    private long seed;

    @Option(
            names = "--full-scale",
            paramLabel = "U=V,I=A",
            converter = InputArguments.Scale.class,
            description = "What the largest WAV sample stands for (default U=800,I=200).")
    private @Nullable FullScale fullScale;

    WaveformCommand() {}

    @Override
    public Integer call() {
        WaveformScenario scenario = ScenarioArguments.named(label);
        ScenarioParameters parameters = ScenarioArguments.parameters(scenario, Optional.ofNullable(seconds), seed)
                .withSamplesPerSecond(rate);
        FullScale scale = Optional.ofNullable(fullScale).orElse(WaveformFile.FULL_SCALE);
        try {
            String told = WaveformFile.write(scenario, parameters, out, scale);
            new Console(spec.commandLine().getOut()).line(told);
            return ExitCode.OK;
        } catch (IllegalArgumentException outOfRange) {
            throw new CommandFailure(ExitCode.WRONG_USAGE, outOfRange.getMessage() + ".");
        } catch (UnusableInputException problem) {
            throw new CommandFailure(ExitCode.WRONG_USAGE, problem.getMessage() + ".");
        } catch (IOException unwritable) {
            throw UnwritableFile.because(out, unwritable);
        }
    }
}
