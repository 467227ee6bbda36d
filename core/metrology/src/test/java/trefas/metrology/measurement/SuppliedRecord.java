package trefas.metrology.measurement;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import trefas.metrology.SampleBlock;
import trefas.metrology.kernel.EnergyThresholds;
import trefas.quantity.Phase;

/// A balanced supply of 50 Hz whose rms voltage follows a function of time, with a resistive load, measured whole.
final class SuppliedRecord {

    private static final double SAMPLES_PER_SECOND = 3_200;
    private static final int BLOCK = 1_600;

    private SuppliedRecord() {}

    /// @param volts rms at an instant, s
    /// @param amperes rms of each phase
    static Measurement measured(MeasurementRules rules, double seconds, DoubleUnaryOperator volts, double amperes) {
        var measurement = new Measurement(MeasurementSettings.DEFAULT, rules, EnergyThresholds.METER, List.of());
        var block = new SampleBlock(BLOCK);
        long samples = Math.round(seconds * SAMPLES_PER_SECOND);
        for (long first = 0; first < samples; first += BLOCK) {
            block.begin(SAMPLES_PER_SECOND, true);
            int length = (int) Math.min(BLOCK, samples - first);
            for (int n = 0; n < length; n++) {
                double instant = (first + n) / SAMPLES_PER_SECOND;
                for (int phase = 0; phase < Phase.COUNT; phase++) {
                    double sine = Math.sqrt(2) * Math.sin(2 * Math.PI * (50 * instant - phase / 3.0));
                    block.channel(SampleBlock.voltage(phase))[n] = volts.applyAsDouble(instant) * sine;
                    block.channel(SampleBlock.current(phase))[n] = amperes * sine;
                }
            }
            block.length(length);
            measurement.accept(block);
        }
        measurement.finish();
        return measurement;
    }
}
