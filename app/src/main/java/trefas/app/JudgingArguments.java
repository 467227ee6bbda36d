package trefas.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import trefas.metrology.event.ConditionSettings.NeutralRule;
import trefas.metrology.kernel.PulseOutput;
import trefas.metrology.measurement.MeasurementRules;
import trefas.metrology.quality.Limits;
import trefas.metrology.quality.LimitsReading;

/// What the command line says about the judgement of a record.
final class JudgingArguments {

    private static final String EDITION_2010 = "2010";
    private static final String EDITION_2022 = "2022";
    private static final long LIMITS_OCTETS_MAX = 1 << 16;

    @Option(
            names = "--limits",
            paramLabel = "2010|2022|FILE",
            defaultValue = EDITION_2010,
            description = "Edition of EN 50160, or a file of lines key = value over that of 2010 (default 2010).")
    private String limits = EDITION_2010;

    @Option(
            names = "--neutral-rule",
            paramLabel = "HIGH,LOW,S",
            converter = Neutral.class,
            description = "Neutral lost: two phases above V, one below V, for longer than s (meter: 253,190,60).")
    private @Nullable NeutralRule neutral;

    @Option(
            names = "--pulse-width",
            paramLabel = "30|80",
            defaultValue = "30",
            description = "Length of the test pulses, ms (default 30).")
    private int pulseMillis;

    JudgingArguments() {}

    /// The rules they make.
    ///
    /// @throws CommandFailure for what can't be used
    MeasurementRules rules(double declaredVolts) {
        if (pulseMillis != PulseOutput.PULSE_MILLIS && pulseMillis != PulseOutput.LONG_PULSE_MILLIS) {
            throw new CommandFailure(ExitCode.WRONG_USAGE, "--pulse-width is 30 or 80 ms: " + pulseMillis + ".");
        }
        MeasurementRules rules =
                MeasurementRules.usual(declaredVolts).withPulses(pulseMillis).with(limits());
        NeutralRule rule = neutral;
        return rule == null ? rules : rules.with(rule);
    }

    private Limits limits() {
        return switch (limits) {
            case EDITION_2010 -> Limits.edition2010();
            case EDITION_2022 -> Limits.edition2022();
            default -> read(Path.of(limits));
        };
    }

    private static Limits read(Path file) {
        try {
            long octets = Files.size(file);
            if (octets > LIMITS_OCTETS_MAX) {
                throw new CommandFailure(
                        ExitCode.WRONG_USAGE,
                        file + ": found " + octets + " octets, expected limits of at most " + LIMITS_OCTETS_MAX + ".");
            }
            // Every octet is a character in this set: a stray one becomes part of a line that is then refused.
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return switch (Limits.edition2010().overlaidBy(text)) {
                case LimitsReading.Read(Limits read) -> read;
                case LimitsReading.Refused(String problem) ->
                    throw new CommandFailure(ExitCode.WRONG_USAGE, file + ": " + problem + ".");
            };
        } catch (NoSuchFileException _) {
            throw new CommandFailure(
                    ExitCode.WRONG_USAGE, "--limits is 2010, 2022 or a file: " + file + " does not exist.");
        } catch (IOException unreadable) {
            throw new CommandFailure(ExitCode.WRONG_USAGE, file + " can't be read: " + unreadable.getMessage() + ".");
        }
    }

    /// A rule of the lost neutral.
    static final class Neutral implements ITypeConverter<NeutralRule> {
        Neutral() {}

        @Override
        public NeutralRule convert(String text) {
            String[] parts = text.split(",", -1);
            try {
                double high = parts.length == 3 ? Double.parseDouble(parts[0]) : Double.NaN;
                double low = parts.length == 3 ? Double.parseDouble(parts[1]) : Double.NaN;
                double seconds = parts.length == 3 ? Double.parseDouble(parts[2]) : Double.NaN;
                if (high > low && low > 0 && seconds >= 0 && Double.isFinite(high + seconds)) {
                    return new NeutralRule(high, low, seconds);
                }
            } catch (NumberFormatException _) {
                // Told below, like numbers out of order.
            }
            throw new TypeConversionException(
                    "\"" + text + "\" is no rule, expected volts above, volts below and seconds such as 253,190,60");
        }
    }
}
