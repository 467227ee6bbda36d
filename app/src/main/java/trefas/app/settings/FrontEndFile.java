package trefas.app.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import trefas.metrology.SampleBlock;
import trefas.quantity.Phase;
import trefas.simulation.frontend.ChannelErrors;
import trefas.simulation.frontend.Converter;
import trefas.simulation.frontend.FrontEndErrors;

/// The YAML file that describes an analogue front end. What is left out is ideal; a key it does not know is a mistake.
/// `docs/accuracy.md` lists the keys.
public final class FrontEndFile {

    private static final int SEED_MAX = Integer.MAX_VALUE;
    private static final double MICROSECONDS_PER_DEGREE = 1e6 / (360 * 50);

    private static final Magnitude VOLTAGE_RANGE =
            new Magnitude(Map.of("V", 1.0), 1, 100_000, "a peak voltage such as 800 V");
    private static final Magnitude CURRENT_RANGE =
            new Magnitude(Map.of("A", 1.0), 0.001, 100_000, "a peak current such as 120 A");
    private static final Magnitude TEMPERATURE =
            new Magnitude(Map.of("C", 1.0), -40, 85, "a temperature from -40 C to 85 C");
    private static final Magnitude GAIN = new Magnitude(Map.of("%", 1.0, "ppm", 1e-4), -50, 50, "-50 % to 50 %");
    private static final Magnitude GAIN_DRIFT =
            new Magnitude(Map.of("ppm/K", 1.0), -1_000, 1_000, "-1000 ppm/K to 1000 ppm/K");
    private static final Magnitude DELAY = new Magnitude(
            Map.of("us", 1.0, "ns", 1e-3, "deg", MICROSECONDS_PER_DEGREE),
            -ChannelErrors.DELAY_MICROSECONDS_MAX,
            ChannelErrors.DELAY_MICROSECONDS_MAX,
            "-500 us to 500 us, or an angle at 50 Hz such as 0.1 deg");
    private static final Magnitude DELAY_DRIFT = new Magnitude(
            Map.of("ns/K", 1.0, "deg/K", 1e3 * MICROSECONDS_PER_DEGREE), -1_000, 1_000, "-1000 ns/K to 1000 ns/K");
    private static final Magnitude VOLTS =
            new Magnitude(Map.of("V", 1.0, "mV", 1e-3, "uV", 1e-6), -100, 100, "a voltage such as 60 mV");
    private static final Magnitude AMPERES =
            new Magnitude(Map.of("A", 1.0, "mA", 1e-3, "uA", 1e-6), -100, 100, "a current such as 2 mA");
    private static final Magnitude COUPLING =
            new Magnitude(Map.of("A/V", 1.0, "mA/V", 1e-3, "uA/V", 1e-6), -1e-3, 1e-3, "-1 mA/V to 1 mA/V");

    /// What a file turned out to be.
    public sealed interface Read {
        record FrontEnd(FrontEndErrors errors) implements Read {}

        /// All that is wrong, each in one sentence with its line.
        record Problems(List<String> problems) implements Read {
            public Problems {
                problems = List.copyOf(problems);
            }
        }
    }

    private FrontEndFile() {}

    /// Reads a file.
    public static Read read(Path file) {
        return frontEnd(file.toString(), YamlFile.read(file));
    }

    /// Reads the text of a file.
    public static Read parse(String name, String text) {
        return frontEnd(name, YamlFile.parse(name, text));
    }

    private static Read frontEnd(String name, YamlFile.Read file) {
        return switch (file) {
            case YamlFile.Read.Unusable(String sentence) -> new Read.Problems(List.of(sentence));
            case YamlFile.Read.Root(Optional<Node> root) -> {
                var problems = new ArrayList<String>();
                FrontEndErrors errors = errors(YamlSection.root(name, root, problems));
                yield problems.isEmpty() ? new Read.FrontEnd(errors) : new Read.Problems(problems);
            }
        };
    }

    private static FrontEndErrors errors(YamlSection file) {
        int bits = file.value("bits", "16, 24 or float", FrontEndFile::bits).orElse(0);
        double voltageRange = VOLTAGE_RANGE.of(file, "voltage-range", Converter.VOLTAGE_RANGE);
        double currentRange = CURRENT_RANGE.of(file, "current-range", Converter.CURRENT_RANGE);
        double celsius = TEMPERATURE.of(file, "reference-temperature", FrontEndErrors.REFERENCE_CELSIUS);
        long seed = file.whole("seed", 0, SEED_MAX).orElse(1);
        List<ChannelErrors> channels = new ArrayList<>(Collections.nCopies(SampleBlock.CHANNELS, ChannelErrors.NONE));
        for (Phase phase : Phase.values()) {
            file.section(phase.name()).ifPresent(system -> {
                system.section("voltage")
                        .ifPresent(section ->
                                channels.set(SampleBlock.voltage(phase.index()), channel(section, VOLTS, false)));
                system.section("current")
                        .ifPresent(section ->
                                channels.set(SampleBlock.current(phase.index()), channel(section, AMPERES, true)));
                system.refuseOthers();
            });
        }
        file.refuseOthers();
        return new FrontEndErrors(channels, new Converter(bits, voltageRange, currentRange), celsius, seed);
    }

    private static ChannelErrors channel(YamlSection channel, Magnitude unit, boolean isCurrent) {
        var noiseUnit = new Magnitude(unit.units(), 0, unit.largest(), unit.expected());
        var errors = new ChannelErrors(
                GAIN.of(channel, "gain", 0),
                unit.of(channel, "offset", 0),
                DELAY.of(channel, "delay", 0),
                GAIN_DRIFT.of(channel, "gain-drift", 0),
                DELAY_DRIFT.of(channel, "delay-drift", 0),
                noiseUnit.of(channel, "noise", 0),
                isCurrent ? COUPLING.of(channel, "coupling", 0) : 0);
        channel.refuseOthers();
        return errors;
    }

    /// 16, 24 or float, which has no steps: 0.
    public static Optional<Integer> bits(String text) {
        return switch (text) {
            case "16" -> Optional.of(16);
            case "24" -> Optional.of(24);
            case "float" -> Optional.of(0);
            default -> Optional.empty();
        };
    }
}
