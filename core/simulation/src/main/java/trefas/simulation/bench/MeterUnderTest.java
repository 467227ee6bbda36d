package trefas.simulation.bench;

import java.util.Objects;
import trefas.metrology.CalibrationConstants;
import trefas.metrology.kernel.KernelSettings;
import trefas.simulation.frontend.FrontEndErrors;

/// What stands on the test bench: an analogue front end, the constants that correct it, and the kernel behind both.
///
/// @param frontEnd what comes before the samples
/// @param constants what corrects it
/// @param kernel how the kernel is set up
/// @param samplesPerSecond how fast it samples
/// @param pulsesPerKilowattHour its meter constant, 1 upwards
public record MeterUnderTest(
        FrontEndErrors frontEnd,
        CalibrationConstants constants,
        KernelSettings kernel,
        double samplesPerSecond,
        int pulsesPerKilowattHour) {

    /// Near 10 kHz and in no simple ratio to the supply, as no converter's clock is.
    public static final double SAMPLES_PER_SECOND = 10_007;

    /// Meter constant of this meter.
    public static final int PULSES_PER_KILOWATT_HOUR = 1_000;

    /// What it samples with must be there.
    public MeterUnderTest {
        Objects.requireNonNull(frontEnd);
        if (pulsesPerKilowattHour < 1) {
            throw new IllegalArgumentException("a meter constant is 1 imp/kWh upwards: " + pulsesPerKilowattHour);
        }
    }

    /// A meter that is not calibrated.
    public static MeterUnderTest uncalibrated(FrontEndErrors frontEnd) {
        return new MeterUnderTest(
                frontEnd,
                CalibrationConstants.NONE,
                KernelSettings.DEFAULT,
                SAMPLES_PER_SECOND,
                PULSES_PER_KILOWATT_HOUR);
    }

    /// The same meter with calibration constants.
    public MeterUnderTest with(CalibrationConstants other) {
        return new MeterUnderTest(frontEnd, other, kernel, samplesPerSecond, pulsesPerKilowattHour);
    }
}
