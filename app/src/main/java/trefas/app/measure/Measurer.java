package trefas.app.measure;

import java.nio.file.Path;
import java.util.Optional;
import trefas.app.input.InputFormat;
import trefas.app.input.InputOptions;
import trefas.app.input.Progress;
import trefas.app.input.RecordingInput;
import trefas.app.input.UnusableInputException;
import trefas.metrology.SampleBlock;
import trefas.metrology.kernel.KernelSettings;
import trefas.recording.WaveformDescription;
import trefas.simulation.waveform.ScenarioParameters;
import trefas.simulation.waveform.WaveformScenario;
import trefas.simulation.waveform.WaveformSource;

/// Measures inputs one after another with the same options.
public final class Measurer {

    private final InputOptions input;
    private final MeasuringOptions options;
    private final Optional<SeriesWriter> series;
    private final Progress progress;

    /// @param series gets the intervals of every input
    public Measurer(InputOptions input, MeasuringOptions options, Optional<SeriesWriter> series, Progress progress) {
        this.input = input;
        this.options = options;
        this.series = series;
        this.progress = progress;
    }

    /// Measures a file, or standard input by the name `-`.
    ///
    /// @throws UnusableInputException when it can't be read, understood or measured
    public Measured measure(String name) throws UnusableInputException {
        var recording = new RecordingInput(input, progress);
        InputFormat format = recording.format(name);
        if (format == InputFormat.LOAD) {
            if (name.equals(RecordingInput.STANDARD_INPUT)) {
                throw new UnusableInputException(
                        "standard input: found a load, which is read from its file only, expected its name");
            }
            return LoadMeasurement.measure(Path.of(name), options);
        }
        var measurement = new WaveformMeasurement(shown(name), options, series);
        Optional<WaveformDescription> description = recording.read(name, format, measurement);
        return measurement.finish(
                description.map(RecordingKind::inWords).orElse("no samples"),
                description.map(RecordingKind::channels).orElse(""));
    }

    /// Measures a synthetic scenario.
    ///
    /// @throws UnusableInputException when it can't be measured
    public Measured measure(WaveformScenario scenario, ScenarioParameters parameters) throws UnusableInputException {
        String name = "scenario " + scenario.label();
        var measurement = new WaveformMeasurement(name, options, series);
        measurement.begin(KernelSettings.ALL_CHANNELS, Optional.empty());
        WaveformSource source = scenario.samples(parameters);
        var block = new SampleBlock(SampleBlock.CAPACITY);
        progress.beginMade(name, parameters.seconds());
        try {
            while (source.next(block)) {
                measurement.accept(block);
                progress.reach(measurement.seconds());
            }
        } finally {
            progress.end();
        }
        return measurement.finish(scenario.description() + ", seed " + parameters.seed(), "");
    }

    private static String shown(String name) {
        return name.equals(RecordingInput.STANDARD_INPUT) ? "standard input" : name;
    }
}
