package trefas.app;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import trefas.app.measure.MeasuringOptions;
import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.SummationMethod;
import trefas.metrology.kernel.EnergyThresholds;
import trefas.metrology.kernel.NominalFrequency;

/// What the command line says about the measurement.
final class MeasuringArguments {

    @Option(
            names = "--udin",
            paramLabel = "V",
            defaultValue = "230",
            description = "Declared voltage, phase to neutral (default 230).")
    private double declaredVolts;

    @Option(
            names = "--nominal-frequency",
            paramLabel = "50|60",
            defaultValue = "auto",
            converter = Frequency.class,
            description = "Of the supply, Hz (default: whichever the first cycles are nearer to).")
    private NominalFrequency nominalFrequency = NominalFrequency.AUTOMATIC;

    @Option(
            names = "--summation",
            paramLabel = "vector|individual|total",
            defaultValue = "vector",
            description = "How the phases become the total registers (default vector).")
    private SummationMethod summation = SummationMethod.VECTOR;

    @Option(
            names = "--threshold",
            paramLabel = "W",
            defaultValue = "2.3",
            description = "Power of a phase below which its energy does not count (default 2.3 as in the meter).")
    private double threshold;

    @Option(
            names = "--orders",
            paramLabel = "N",
            defaultValue = "40",
            description = "Harmonics up to this order, 2 to 50 (default 40).")
    private int orders;

    MeasuringArguments() {}

    /// The options they make.
    ///
    /// @throws CommandFailure for a number out of range
    MeasuringOptions options(JudgingArguments judging, FrontEndArguments frontEnd) {
        if (!(declaredVolts > 0 && Double.isFinite(declaredVolts))) {
            throw new CommandFailure(ExitCode.WRONG_USAGE, "--udin is above 0 V: " + declaredVolts + ".");
        }
        if (!(threshold >= 0 && Double.isFinite(threshold))) {
            throw new CommandFailure(ExitCode.WRONG_USAGE, "--threshold is 0 W or more: " + threshold + ".");
        }
        if (orders < 2 || orders > HarmonicSpectrum.ORDERS_MAX) {
            throw new CommandFailure(
                    ExitCode.WRONG_USAGE, "--orders is 2 to " + HarmonicSpectrum.ORDERS_MAX + ": " + orders + ".");
        }
        return new MeasuringOptions(
                declaredVolts,
                nominalFrequency,
                summation,
                orders,
                new EnergyThresholds(threshold, threshold),
                judging.rules(declaredVolts),
                frontEnd.frontEnd());
    }

    /// A nominal frequency.
    static final class Frequency implements ITypeConverter<NominalFrequency> {
        Frequency() {}

        @Override
        public NominalFrequency convert(String text) {
            return switch (text) {
                case "50" -> NominalFrequency.HERTZ_50;
                case "60" -> NominalFrequency.HERTZ_60;
                case "auto" -> NominalFrequency.AUTOMATIC;
                default ->
                    throw new TypeConversionException("\"" + text + "\" is no nominal frequency, expected 50 or 60");
            };
        }
    }
}
