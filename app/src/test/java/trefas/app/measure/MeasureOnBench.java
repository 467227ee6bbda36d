package trefas.app.measure;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import trefas.app.input.InputFormat;
import trefas.app.input.InputOptions;
import trefas.app.input.Progress;
import trefas.app.input.UnusableInputException;
import trefas.metrology.SummationMethod;
import trefas.metrology.kernel.EnergyThresholds;
import trefas.metrology.kernel.NominalFrequency;
import trefas.recording.PcmFormat;
import trefas.recording.RecordingOptions;

/// Measures the example files as the command does.
final class MeasureOnBench {

    private MeasureOnBench() {}

    /// A file of the examples that come with the product.
    static Path file(String name) {
        return Path.of("..", "examples", "waveforms", name);
    }

    static MeasuringOptions options(double declaredVolts) {
        return new MeasuringOptions(
                declaredVolts, NominalFrequency.AUTOMATIC, SummationMethod.VECTOR, 40, EnergyThresholds.METER);
    }

    static Measurer measurer(double declaredVolts, Optional<SeriesWriter> series) {
        var input = new InputOptions(
                InputFormat.AUTO,
                RecordingOptions.USUAL,
                PcmFormat.parse("s16le").orElseThrow(),
                6);
        var silent = new Progress(new PrintWriter(new StringWriter()), false, () -> 0);
        return new Measurer(input, options(declaredVolts), series, silent);
    }

    static Measured measure(String name) throws UnusableInputException {
        return measurer(230, Optional.empty()).measure(file(name).toString());
    }

    static String json(Measured measured) {
        var text = new StringWriter();
        MeasuredPrinter.json(List.of(measured), false, new PrintWriter(text));
        return text.toString();
    }

    static String summary(Measured measured) {
        var text = new StringWriter();
        MeasuredPrinter.summary(List.of(measured), false, new PrintWriter(text));
        return text.toString();
    }
}
