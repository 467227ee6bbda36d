package trefas.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import trefas.app.accuracy.AccuracyPage;
import trefas.app.accuracy.AccuracyPrinter;
import trefas.app.accuracy.AccuracySubject;
import trefas.app.settings.FrontEndFile;
import trefas.quantity.AccuracyClass;
import trefas.quantity.RatedCurrents;
import trefas.simulation.bench.AccuracyCurves;
import trefas.simulation.bench.AccuracyResult;
import trefas.simulation.bench.AccuracyRun;
import trefas.simulation.bench.FactoryCalibration;
import trefas.simulation.bench.MeterUnderTest;
import trefas.simulation.frontend.Converter;
import trefas.simulation.frontend.FrontEndErrors;

/// `trefas accuracy`: every accuracy point of a class on the kernel, behind an ideal front end or one from a file.
@Command(
        name = "accuracy",
        description = "Run all accuracy points of a 0.25-5(63) A meter and compare with the limits of its class.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 all points inside, 1 a point outside, 2 wrong usage."})
final class AccuracyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--class",
            paramLabel = "A|B|C",
            defaultValue = "B",
            description = "Accuracy class of EN 50470-3 (default B).")
    private AccuracyClass accuracyClass = AccuracyClass.B;

    @Option(
            names = "--front-end",
            paramLabel = "FILE",
            description = "Analogue front end, see examples/front-end.yaml (default: an ideal one).")
    private @Nullable Path frontEnd;

    @Option(
            names = "--bits",
            paramLabel = "16|24|float",
            converter = Bits.class,
            description = "Converter, instead of the file's (default of the ideal front end: float).")
    private @Nullable Integer bits;

    @Option(names = "--calibrate", description = "Calibrate the meter first, as its factory does.")
    private boolean isCalibrated;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|json|csv",
            defaultValue = "table",
            description = "Default table.")
    private AccuracyPrinter output = AccuracyPrinter.TABLE;

    @Option(names = "--report", paramLabel = "FILE", description = "Also write the accuracy diagrams as one HTML page.")
    private @Nullable Path report;

    AccuracyCommand() {}

    @Override
    public Integer call() {
        FrontEndErrors errors = errors();
        MeterUnderTest meter = MeterUnderTest.uncalibrated(errors);
        if (isCalibrated) {
            double reference = RatedCurrents.of63Amperes(accuracyClass).reference();
            meter = meter.with(FactoryCalibration.calibrate(meter, AccuracyRun.VOLTS, AccuracyRun.HERTZ, reference));
        }
        String name = frontEnd == null ? "ideal front end" : String.valueOf(frontEnd.getFileName());
        var subject = new AccuracySubject(name, errors.converter(), isCalibrated);
        var run = new AccuracyRun(accuracyClass, meter);
        AccuracyResult result = run.result();
        if (report != null) {
            write(report, AccuracyPage.html(subject, result, new AccuracyCurves(run, accuracyClass)));
        }
        new Console(spec.commandLine().getOut()).line(output.print(subject, result));
        return result.isInside() ? ExitCode.OK : ExitCode.FAILED;
    }

    private FrontEndErrors errors() {
        FrontEndErrors errors = frontEnd == null ? FrontEndErrors.IDEAL : FrontEndArguments.read(frontEnd);
        Converter converter = errors.converter();
        return Optional.ofNullable(bits)
                .map(number -> errors.with(new Converter(number, converter.voltageRange(), converter.currentRange())))
                .orElse(errors);
    }

    private static void write(Path file, String html) {
        try {
            Files.writeString(file, html);
        } catch (IOException unwritable) {
            throw UnwritableFile.because(file, unwritable);
        }
    }

    /// Bits of a converter on the command line.
    static final class Bits implements ITypeConverter<Integer> {
        Bits() {}

        @Override
        public Integer convert(String text) {
            return FrontEndFile.bits(text)
                    .orElseThrow(() -> new TypeConversionException("\"" + text + "\" is not 16, 24 or float"));
        }
    }
}
