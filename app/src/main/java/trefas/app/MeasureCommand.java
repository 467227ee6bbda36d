package trefas.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import trefas.app.input.Progress;
import trefas.app.input.TerminalCheck;
import trefas.app.input.UnusableInputException;
import trefas.app.measure.Measured;
import trefas.app.measure.MeasuredPrinter;
import trefas.app.measure.MeasurementReport;
import trefas.app.measure.Measurer;
import trefas.app.measure.ReaderGoneException;
import trefas.app.measure.SeriesInterval;
import trefas.app.measure.SeriesWriter;

/// `trefas measure`: every quantity of recorded or synthetic waveforms.
@Command(
        name = "measure",
        description = {
            "Measure waveforms: COMTRADE (.cfg, .cff), CSV, WAV, bare samples, a load per minute, or a synthetic grid.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class MeasureCommand implements Callable<Integer> {

    private static final String LIST = "list";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Recordings, each measured by itself; - is standard input (see --format pcm).")
    private List<String> files = new ArrayList<>();

    @Mixin
    private InputArguments input = new InputArguments();

    @Mixin
    private MeasuringArguments measuring = new MeasuringArguments();

    @Mixin
    private JudgingArguments judging = new JudgingArguments();

    @Mixin
    private FrontEndArguments frontEnd = new FrontEndArguments();

    @Mixin
    private ScenarioArguments scenario = new ScenarioArguments();

    @Option(names = "--json", description = "Print JSON: an object for one input, an array for several.")
    private boolean isJson;

    @Option(names = "--harmonics", description = "Print every order too, as a table or in the JSON.")
    private boolean hasHarmonics;

    @Option(names = "--meter", description = "Print what the meter itself would have counted and logged of its supply.")
    private boolean hasMeter;

    @Option(
            names = "--intervals",
            paramLabel = "10cycle|1s|150cycle|10min",
            converter = Interval.class,
            description = "Print the values of every such interval as CSV instead of the summary.")
    private @Nullable SeriesInterval interval;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the CSV goes; then the summary is printed too.")
    private @Nullable Path out;

    @Option(names = "--report", paramLabel = "FILE.html", description = "Write a report with pictures: one page.")
    private @Nullable Path report;

    MeasureCommand() {}

    @Override
    public Integer call() {
        if (scenario.isList(LIST)) {
            return scenario.list(new Console(spec.commandLine().getOut()));
        }
        check();
        Optional<PrintWriter> csv = csv();
        try {
            List<Measured> measured = measure(csv);
            csv.ifPresent(this::close);
            writeReport(measured);
            if (csv.isEmpty() || out != null) {
                print(measured);
            }
            return ExitCode.OK;
        } catch (ReaderGoneException gone) {
            csv.ifPresent(this::close);
            return ExitCode.OK;
        } catch (UnusableInputException problem) {
            csv.ifPresent(PrintWriter::flush);
            throw new CommandFailure(ExitCode.FAILED, problem.getMessage() + ".");
        }
    }

    private void check() {
        if (files.isEmpty() == scenario.isAbsent()) {
            throw new CommandFailure(
                    ExitCode.WRONG_USAGE,
                    files.isEmpty()
                            ? "Nothing to measure: give a FILE, - for standard input, or --grid SCENARIO."
                            : "--grid makes its own waveforms: leave out the files or the option.");
        }
        if (out != null && interval == null) {
            throw new CommandFailure(ExitCode.WRONG_USAGE, "--out is for the CSV of --intervals.");
        }
        if (isJson && interval != null && out == null) {
            throw new CommandFailure(
                    ExitCode.WRONG_USAGE, "--json and --intervals can't both be printed: give --out FILE for the CSV.");
        }
    }

    private List<Measured> measure(Optional<PrintWriter> csv) throws UnusableInputException {
        var progress = new Progress(spec.commandLine().getErr(), TerminalCheck.isErrorTerminal(), System::nanoTime);
        SeriesInterval length = interval;
        Optional<SeriesWriter> series = length == null
                ? Optional.empty()
                : csv.map(writer -> new SeriesWriter(writer, length, files.size() > 1));
        var measurer = new Measurer(input.options(), measuring.options(judging, frontEnd), series, progress);
        var measured = new ArrayList<Measured>();
        if (!scenario.isAbsent()) {
            measured.add(measurer.measure(scenario.scenario(), scenario.parameters()));
        }
        for (String file : files) {
            measured.add(measurer.measure(file));
        }
        return measured;
    }

    private Optional<PrintWriter> csv() {
        if (interval == null) {
            return Optional.empty();
        }
        Path file = out;
        if (file == null) {
            // Straight onto the stream: only so does it tell that nobody reads any more.
            return Optional.of(new PrintWriter(System.out, false, StandardCharsets.UTF_8));
        }
        try {
            BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
            return Optional.of(new PrintWriter(writer));
        } catch (IOException unwritable) {
            throw UnwritableFile.because(file, unwritable);
        }
    }

    private void close(PrintWriter csv) {
        csv.flush();
        Path file = out;
        if (file == null) {
            return;
        }
        boolean isBroken = csv.checkError();
        csv.close();
        if (isBroken) {
            throw new CommandFailure(ExitCode.FAILED, file + " can't be written: is the disk full?");
        }
    }

    private void writeReport(List<Measured> measured) {
        Path file = report;
        if (file == null) {
            return;
        }
        try {
            Files.writeString(file, MeasurementReport.html(measured), StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw UnwritableFile.because(file, unwritable);
        }
    }

    private void print(List<Measured> measured) {
        PrintWriter console = spec.commandLine().getOut();
        if (isJson) {
            MeasuredPrinter.json(measured, hasHarmonics, console);
        } else {
            MeasuredPrinter.summary(measured, hasHarmonics, hasMeter, console);
        }
        console.flush();
    }

    /// A word for an interval.
    static final class Interval implements ITypeConverter<SeriesInterval> {
        Interval() {}

        @Override
        public SeriesInterval convert(String text) {
            return SeriesInterval.named(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "\"" + text + "\" is not an interval, expected " + SeriesInterval.labels()));
        }
    }
}
