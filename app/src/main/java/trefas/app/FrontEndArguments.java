package trefas.app;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import trefas.app.accuracy.AccuracySubject;
import trefas.app.measure.FrontEnd;
import trefas.app.settings.FrontEndFile;
import trefas.metrology.CalibrationConstants;
import trefas.quantity.AccuracyClass;
import trefas.quantity.RatedCurrents;
import trefas.simulation.bench.AccuracyRun;
import trefas.simulation.bench.FactoryCalibration;
import trefas.simulation.bench.MeterUnderTest;
import trefas.simulation.frontend.FrontEndErrors;

/// The analogue front end that a record passes before it is measured.
final class FrontEndArguments {

    private static final double CELSIUS_MIN = -40;
    private static final double CELSIUS_MAX = 85;

    @Option(
            names = "--front-end",
            paramLabel = "FILE.yaml",
            description = "Measure as a meter with this analogue front end would; see examples/front-end.yaml.")
    private @Nullable Path file;

    @Option(names = "--calibrate", description = "Calibrate that meter first, as its factory does.")
    private boolean isCalibrated;

    @Option(
            names = "--temperature",
            paramLabel = "C",
            description = "Of that meter (default: its reference temperature).")
    private @Nullable Double celsius;

    FrontEndArguments() {}

    /// The front end, if one was asked for.
    ///
    /// @throws CommandFailure for a file that can't be used, or options without one
    Optional<FrontEnd> frontEnd() {
        Path given = file;
        if (given == null) {
            if (isCalibrated || celsius != null) {
                throw new CommandFailure(
                        ExitCode.WRONG_USAGE, "--calibrate and --temperature are for a meter with a --front-end.");
            }
            return Optional.empty();
        }
        FrontEndErrors errors = read(given);
        double warmth = Optional.ofNullable(celsius).orElse(errors.referenceCelsius());
        if (!(warmth >= CELSIUS_MIN && warmth <= CELSIUS_MAX)) {
            throw new CommandFailure(ExitCode.WRONG_USAGE, "--temperature is -40 C to 85 C: " + warmth + ".");
        }
        CalibrationConstants constants = isCalibrated ? calibrated(errors) : CalibrationConstants.NONE;
        String name = String.valueOf(given.getFileName());
        String words = new AccuracySubject(name, errors.converter(), isCalibrated).title();
        return Optional.of(new FrontEnd(errors, constants, warmth, words + ", " + warmth + " C"));
    }

    private static CalibrationConstants calibrated(FrontEndErrors errors) {
        double reference = RatedCurrents.of63Amperes(AccuracyClass.B).reference();
        return FactoryCalibration.calibrate(
                MeterUnderTest.uncalibrated(errors), AccuracyRun.VOLTS, AccuracyRun.HERTZ, reference);
    }

    /// Reads a front end.
    ///
    /// @throws CommandFailure when it can't be used
    static FrontEndErrors read(Path file) {
        return switch (FrontEndFile.read(file)) {
            case FrontEndFile.Read.FrontEnd(FrontEndErrors errors) -> errors;
            case FrontEndFile.Read.Problems problems ->
                throw new CommandFailure(ExitCode.WRONG_USAGE, String.join("\ntrefas: ", problems.problems()));
        };
    }
}
