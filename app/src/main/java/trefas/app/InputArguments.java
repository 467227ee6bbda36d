package trefas.app;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import trefas.app.input.InputFormat;
import trefas.app.input.InputOptions;
import trefas.recording.ChannelMapping;
import trefas.recording.ComtradeScaling;
import trefas.recording.FullScale;
import trefas.recording.PcmFormat;
import trefas.recording.RawDecoder;
import trefas.recording.RecordingOptions;
import trefas.recording.UnusableRecordingException;

/// What the command line says about the inputs.
final class InputArguments {

    private static final int CHANNELS_USUAL = 6;

    @Option(
            names = "--format",
            paramLabel = "auto|comtrade|cff|csv|load|wav|pcm",
            defaultValue = "auto",
            description = "What the inputs are written in (default: by the name's ending; pcm for -).")
    private InputFormat format = InputFormat.AUTO;

    @Option(
            names = "--channels",
            paramLabel = "MAPPING",
            converter = Mapping.class,
            description = "Which channels are which, such as U1=VA,I1=IA or U1=5,I1=3*-1 or auto,I2=*-1"
                    + " (default: by their names).")
    private @Nullable ChannelMapping mapping;

    @Option(
            names = "--scaling",
            paramLabel = "recorded|primary|secondary",
            defaultValue = "recorded",
            converter = Scaling.class,
            description = "Side of the transformers, COMTRADE only (default recorded).")
    private ComtradeScaling scaling = ComtradeScaling.AS_RECORDED;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Samples per second, where the input does not say; needed for pcm.")
    private @Nullable Double rate;

    @Option(
            names = "--pcm",
            paramLabel = "FORMAT",
            defaultValue = "s16le",
            converter = Samples.class,
            description = "Bare samples: s16le, s24le, s32le, f32le, f64le or with be (default s16le).")
    private @Nullable PcmFormat samples;

    @Option(
            names = "--channels-in",
            paramLabel = "N",
            defaultValue = "6",
            description = "Channels of bare samples (default 6: U1 U2 U3 I1 I2 I3).")
    private int channels = CHANNELS_USUAL;

    @Option(
            names = "--full-scale",
            paramLabel = "U=V,I=A",
            converter = Scale.class,
            description = "What the largest sample of pcm and wav stands for, such as U=800,I=120 (default 1).")
    private @Nullable FullScale fullScale;

    InputArguments() {}

    /// The options they make.
    ///
    /// @throws CommandFailure when they contradict each other
    InputOptions options() {
        Double samplesPerSecond = rate;
        if (samplesPerSecond != null && !(samplesPerSecond > 0 && Double.isFinite(samplesPerSecond))) {
            throw new CommandFailure(ExitCode.WRONG_USAGE, "--rate is above 0: " + samplesPerSecond + ".");
        }
        if (channels < 1 || channels > RawDecoder.CHANNELS_MAX) {
            throw new CommandFailure(
                    ExitCode.WRONG_USAGE, "--channels-in is 1 to " + RawDecoder.CHANNELS_MAX + ": " + channels + ".");
        }
        var recording = new RecordingOptions(
                Optional.ofNullable(mapping).orElseGet(ChannelMapping::automatic),
                scaling,
                Optional.ofNullable(fullScale).orElse(FullScale.ONE),
                samplesPerSecond == null ? OptionalDouble.empty() : OptionalDouble.of(samplesPerSecond));
        PcmFormat pcm = Optional.ofNullable(samples).orElseGet(InputArguments::usualSamples);
        return new InputOptions(format, recording, pcm, channels);
    }

    private static PcmFormat usualSamples() {
        return PcmFormat.parse("s16le").orElseThrow();
    }

    /// A channel mapping.
    static final class Mapping implements ITypeConverter<ChannelMapping> {
        Mapping() {}

        @Override
        public ChannelMapping convert(String text) {
            try {
                return ChannelMapping.parse(text);
            } catch (UnusableRecordingException problem) {
                throw new TypeConversionException(String.valueOf(problem.getMessage()));
            }
        }
    }

    /// A side of the transformers.
    static final class Scaling implements ITypeConverter<ComtradeScaling> {
        Scaling() {}

        @Override
        public ComtradeScaling convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "recorded" -> ComtradeScaling.AS_RECORDED;
                case "primary" -> ComtradeScaling.PRIMARY;
                case "secondary" -> ComtradeScaling.SECONDARY;
                default ->
                    throw new TypeConversionException(
                            "\"" + text + "\" is no side, expected recorded, primary or secondary");
            };
        }
    }

    /// A format of bare samples.
    static final class Samples implements ITypeConverter<PcmFormat> {
        Samples() {}

        @Override
        public PcmFormat convert(String text) {
            return PcmFormat.parse(text)
                    .orElseThrow(() -> new TypeConversionException("\"" + text
                            + "\" is no format of samples, expected s16le, s24le, s32le, f32le, f64le or with be"));
        }
    }

    /// Full scale of voltages and currents.
    static final class Scale implements ITypeConverter<FullScale> {
        Scale() {}

        @Override
        public FullScale convert(String text) {
            double volts = 1;
            double amperes = 1;
            for (String item : text.split(",", -1)) {
                String[] parts = item.strip().split("=", -1);
                double value = parts.length == 2 ? number(parts[1]) : Double.NaN;
                if (!(value > 0) || Double.isInfinite(value)) {
                    throw wrong(text);
                }
                switch (parts[0].strip().toUpperCase(Locale.ROOT)) {
                    case "U" -> volts = value;
                    case "I" -> amperes = value;
                    default -> throw wrong(text);
                }
            }
            return new FullScale(volts, amperes);
        }

        private static double number(String text) {
            try {
                return Double.parseDouble(text.strip());
            } catch (NumberFormatException notANumber) {
                return Double.NaN;
            }
        }

        private static TypeConversionException wrong(String text) {
            return new TypeConversionException("\"" + text + "\" is no full scale, expected one such as U=800,I=120");
        }
    }
}
