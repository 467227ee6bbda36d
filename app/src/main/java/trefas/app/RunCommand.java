package trefas.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import trefas.app.input.InputFormat;
import trefas.app.input.InputOptions;
import trefas.app.input.Progress;
import trefas.app.input.RecordingInput;
import trefas.app.input.UnusableInputException;
import trefas.app.settings.RunSettings;
import trefas.app.settings.SettingsFile;
import trefas.app.settings.Speed;
import trefas.app.settings.WorldSettings;
import trefas.simulation.HouseConnection;

/// `trefas run`: the meter a file describes, with a memory.
@Command(
        name = "run",
        description = "Start the meter that FILE describes and keep its state in a directory.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "YAML file, see docs/configuration.md. Without it a meter with defaults starts.")
    private @Nullable Path file;

    @Mixin
    private PortOptions ports = new PortOptions();

    @Option(
            names = "--input",
            paramLabel = "FILE",
            description =
                    "What the meter measures: a recorded load (CSV with time and P_kW, and Q_kvar, U_V, I_A if known)"
                            + " or waveforms as for trefas measure; - is a converter on standard input.")
    private @Nullable String input;

    @Mixin
    private InputArguments waveforms = new InputArguments();

    @Option(
            names = "--phase",
            paramLabel = "L1|L2|L3|all",
            converter = Connection.class,
            description = "Phase the recorded load is on (default L1).")
    private @Nullable HouseConnection phase;

    @Option(
            names = "--speed",
            paramLabel = "X",
            converter = SpeedConverter.class,
            description = "Simulated seconds per second, or max (default 1; 0 stops the clock).")
    private @Nullable Speed speed;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Directory of the meter's memory (default trefas-state beside FILE or here).")
    private @Nullable Path state;

    @Option(names = "--exit-at-end", description = "Stop when the replay has ended (default: go on answering).")
    private boolean exitAtEnd;

    RunCommand() {}

    @Override
    public Integer call() {
        RunSettings settings = Optional.ofNullable(file).map(RunCommand::read).orElse(RunSettings.DEFAULT);
        settings = ports.applyTo(settings);
        settings = settings.withWorld(world(settings.world()));
        settings = Optional.ofNullable(speed).map(settings::withSpeed).orElse(settings);
        if (RecordingInput.STANDARD_INPUT.equals(input) && speed == null) {
            // The converter's samples are the clock.
            settings = settings.withSpeed(Speed.MAX);
        }
        if (state != null) {
            settings = settings.withStateDirectory(Optional.of(state));
        }
        var console = new Console(spec.commandLine().getOut());
        settings.notActing()
                .forEach(code ->
                        console.line(code.place() + " " + code.code() + " has no effect yet: " + code.meaning() + "."));
        settings.idle().forEach(sentence -> console.line("Without effect for now: " + sentence + "."));
        return new MeterSession(settings, console).run(0, exitAtEnd);
    }

    private WorldSettings world(WorldSettings inFile) {
        if (input != null) {
            return world(input);
        }
        if (phase == null) {
            return inFile;
        }
        if (inFile instanceof WorldSettings.Recording(Path recording, HouseConnection _)) {
            return new WorldSettings.Recording(recording, phase);
        }
        throw new CommandFailure(ExitCode.WRONG_USAGE, "--phase goes with --input: a simulated house has all three.");
    }

    private WorldSettings world(String input) {
        InputOptions options = waveforms.options();
        try {
            if (new RecordingInput(options, Progress.silent()).format(input) == InputFormat.LOAD) {
                return new WorldSettings.Recording(
                        Path.of(input), Optional.ofNullable(phase).orElse(HouseConnection.L1));
            }
        } catch (UnusableInputException unusable) {
            throw new CommandFailure(ExitCode.FAILED, unusable.getMessage() + ".");
        }
        if (phase != null) {
            throw new CommandFailure(
                    ExitCode.WRONG_USAGE, "--phase is for a recorded load: waveforms have --channels.");
        }
        if (input.equals(RecordingInput.STANDARD_INPUT)) {
            new Console(spec.commandLine().getOut()).line("Waiting for the first second on standard input.");
        }
        return new WorldSettings.Waveforms(input, options);
    }

    private static RunSettings read(Path file) {
        return switch (SettingsFile.read(file)) {
            case SettingsFile.Read.Settings(RunSettings settings) -> settings;
            case SettingsFile.Read.Problems(List<String> problems) ->
                throw new CommandFailure(ExitCode.FAILED, String.join("\ntrefas: ", problems));
        };
    }

    /// A phase on the command line.
    static final class Connection implements ITypeConverter<HouseConnection> {
        Connection() {}

        @Override
        public HouseConnection convert(String text) {
            return SettingsFile.connection(text)
                    .orElseThrow(() ->
                            new TypeConversionException("\"" + text + "\" is not a phase, expected L1, L2, L3 or all"));
        }
    }
}
