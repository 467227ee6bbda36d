package trefas.metrology.accuracy;

import trefas.quantity.Phase;

/// How long the tests of starting and of no load last (EN 50470-3; IEC 62053-23 for reactive energy).
public final class RegistrationTests {

    /// Voltage of the no-load test, a part of the rated one.
    public static final double NO_LOAD_VOLTAGE = 1.15;

    /// Pulses that the no-load test allows.
    public static final int NO_LOAD_PULSES_MAX = 1;

    /// Starting current of a reactive meter of class 2, a part of the basic current (IEC 62053-23, direct).
    public static final double REACTIVE_START = 0.005;

    private static final double ACTIVE_NO_LOAD = 240_000;
    private static final double REACTIVE_NO_LOAD = 480e6;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double SECONDS_PER_HOUR = 3_600;

    private RegistrationTests() {}

    /// Length of the no-load test of active energy: 240 000 / (k m U Ist) minutes.
    ///
    /// @param pulsesPerKilowattHour k
    /// @param testVolts U, already raised to 115 %
    /// @param startAmperes Ist
    public static double noLoadSeconds(double pulsesPerKilowattHour, double testVolts, double startAmperes) {
        return SECONDS_PER_MINUTE * ACTIVE_NO_LOAD / (pulsesPerKilowattHour * Phase.COUNT * testVolts * startAmperes);
    }

    /// Length of the no-load test of reactive energy, class 2: 480 000 000 / (k m Un Imax) minutes.
    public static double reactiveNoLoadSeconds(double pulsesPerKilovarHour, double volts, double maximumAmperes) {
        return SECONDS_PER_MINUTE * REACTIVE_NO_LOAD / (pulsesPerKilovarHour * Phase.COUNT * volts * maximumAmperes);
    }

    /// Time between two pulses at a power.
    ///
    /// @param watts total, or vars
    public static double secondsPerPulse(double pulsesPerKilowattHour, double watts) {
        return 1_000 * SECONDS_PER_HOUR / (pulsesPerKilowattHour * watts);
    }
}
