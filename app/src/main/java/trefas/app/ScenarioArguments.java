package trefas.app;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import trefas.simulation.waveform.ScenarioParameters;
import trefas.simulation.waveform.WaveformScenario;

/// A synthetic grid on the command line.
final class ScenarioArguments {

    private static final double SECONDS_MAX = 31 * 24 * 3_600.0;

    @Option(
            names = "--grid",
            paramLabel = "SCENARIO",
            description = "Measure a synthetic grid instead of a file; \"list\" shows what there is.")
    private @Nullable String name;

    @Option(names = "--seconds", paramLabel = "N", description = "Length of the scenario (default: its own).")
    private @Nullable Double seconds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed makes the same samples (default 1).")
    private long seed;

    ScenarioArguments() {}

    boolean isAbsent() {
        return name == null;
    }

    boolean isList(String word) {
        return word.equals(name);
    }

    /// Prints all scenarios.
    int list(Console console) {
        for (WaveformScenario scenario : WaveformScenario.all()) {
            console.line(String.format("%-16s %s", scenario.label(), scenario.description()));
        }
        return ExitCode.OK;
    }

    /// @throws CommandFailure when there is no such scenario
    WaveformScenario scenario() {
        return named(String.valueOf(name));
    }

    static WaveformScenario named(String label) {
        return WaveformScenario.named(label)
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.WRONG_USAGE,
                        "There is no scenario \"" + label + "\"; see trefas measure --grid list."));
    }

    /// @throws CommandFailure for a length out of range
    ScenarioParameters parameters() {
        return parameters(scenario(), Optional.ofNullable(seconds), seed);
    }

    static ScenarioParameters parameters(WaveformScenario scenario, Optional<Double> seconds, long seed) {
        ScenarioParameters usual = scenario.usual().withSeed(seed);
        if (seconds.isEmpty()) {
            return usual;
        }
        double length = seconds.get();
        if (!(length > 0 && length <= SECONDS_MAX)) {
            throw new CommandFailure(ExitCode.WRONG_USAGE, "--seconds is above 0 and at most 31 days: " + length + ".");
        }
        return usual.withSeconds(length);
    }
}
