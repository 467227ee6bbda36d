package trefas.metrology;

import trefas.quantity.Phase;
import trefas.quantity.PhaseSequence;

/// Voltage and current of three phases at the same time as complex rms values, and the one-second values an ideal
/// measuring system makes of them. Mutable and reused like [OneSecondValues]; nothing is allocated.
///
/// Angles count anticlockwise from a common reference. A current that lags its voltage makes positive reactive power
/// (inductive, quadrant I); a current turned by more than 90 degrees makes export.
public final class SupplyPhasors {

    /// Largest rms voltage, V. With [#AMPERES_MAX] it keeps every power within the milliwatts of an `int`.
    public static final double VOLTS_MAX = 1_000;

    /// Largest rms current, A.
    public static final double AMPERES_MAX = 2_000;

    /// Highest frequency, Hz.
    public static final double HERTZ_MAX = 1_000;

    private static final double MILLI = 1_000;

    // A hair above the limit is the rounding of a sine and cosine.
    private static final double VOLTS_SQUARED_MAX = (VOLTS_MAX + 1e-6) * (VOLTS_MAX + 1e-6);
    private static final double AMPERES_SQUARED_MAX = (AMPERES_MAX + 1e-6) * (AMPERES_MAX + 1e-6);

    /// The smallest difference of positive and negative sequence that still tells an order, as a part of the mean
    /// square of the three voltages (1 for a balanced supply). Three phases fed by one conductor have none.
    private static final double SEQUENCE_DIFFERENCE_MIN = 0.01;

    /// From the sum of the cross products of the voltages to |U+|² - |U-|².
    private static final double SEQUENCE_SCALE = -2 / (3 * Math.sqrt(3));

    private final double[] voltsReal = new double[Phase.COUNT];
    private final double[] voltsImaginary = new double[Phase.COUNT];
    private final double[] amperesReal = new double[Phase.COUNT];
    private final double[] amperesImaginary = new double[Phase.COUNT];

    /// Starts without voltage and current.
    public SupplyPhasors() {}

    /// Sets one phase by magnitude and angle.
    ///
    /// @param phase 0 to 2
    /// @param volts rms, 0 to [#VOLTS_MAX]
    /// @param voltsDegrees angle of the voltage
    /// @param amperes rms, 0 to [#AMPERES_MAX]
    /// @param amperesDegrees angle of the current, from the same reference as the voltage's
    /// @throws IllegalArgumentException for a magnitude out of range or an angle that is no number
    public void polar(int phase, double volts, double voltsDegrees, double amperes, double amperesDegrees) {
        if (volts < 0 || amperes < 0) {
            throw new IllegalArgumentException("a magnitude is not negative: " + volts + " V, " + amperes + " A");
        }
        double voltsAngle = Math.toRadians(voltsDegrees);
        double amperesAngle = Math.toRadians(amperesDegrees);
        complex(
                phase,
                volts * Math.cos(voltsAngle),
                volts * Math.sin(voltsAngle),
                amperes * Math.cos(amperesAngle),
                amperes * Math.sin(amperesAngle));
    }

    /// Sets one phase by real and imaginary part, rms, V and A.
    ///
    /// @throws IllegalArgumentException for a magnitude above [#VOLTS_MAX] or [#AMPERES_MAX], or no number
    public void complex(
            int phase, double voltsReal, double voltsImaginary, double amperesReal, double amperesImaginary) {
        if (!(square(voltsReal, voltsImaginary) <= VOLTS_SQUARED_MAX
                && square(amperesReal, amperesImaginary) <= AMPERES_SQUARED_MAX)) {
            throw new IllegalArgumentException("beyond " + VOLTS_MAX + " V or " + AMPERES_MAX + " A: " + voltsReal
                    + " + j " + voltsImaginary + " V, " + amperesReal + " + j " + amperesImaginary + " A");
        }
        this.voltsReal[phase] = voltsReal;
        this.voltsImaginary[phase] = voltsImaginary;
        this.amperesReal[phase] = amperesReal;
        this.amperesImaginary[phase] = amperesImaginary;
    }

    /// Fills the values of a second in which the supply stood like this. Each value is rounded once, to the nearest
    /// unit. A phase whose voltage or current rounds to nothing has no power: under 0.5 mA that is less than 0.12 W
    /// at 230 V, and power without current would contradict itself.
    ///
    /// @param hertz frequency of the supply, 0 to [#HERTZ_MAX]; reported as 0 when no phase has voltage
    /// @throws IllegalArgumentException for a frequency out of range
    public void measure(double hertz, OneSecondValues values) {
        if (!(hertz >= 0 && hertz <= HERTZ_MAX)) {
            throw new IllegalArgumentException("a frequency is 0 to " + HERTZ_MAX + " Hz: " + hertz);
        }
        boolean isAlive = false;
        boolean areAllIndicated = true;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            int millivolts = millivolts(phase);
            int milliamperes = rounded(magnitude(amperesReal[phase], amperesImaginary[phase]));
            isAlive |= millivolts > 0;
            areAllIndicated &= PhaseThresholds.indicatesVoltage(millivolts);
            if (millivolts == 0 || milliamperes == 0) {
                values.phase(phase, millivolts, milliamperes, 0, 0);
            } else {
                values.phase(phase, millivolts, milliamperes, rounded(watts(phase)), rounded(vars(phase)));
            }
        }
        values.supply(isAlive ? rounded(hertz) : 0, areAllIndicated ? order() : PhaseSequence.UNDECIDED);
    }

    /// The order of the voltages: whichever of positive and negative sequence is larger. Undecided when the
    /// indicator of a phase is off ([PhaseThresholds#indicatesVoltage]), so that the order is shown exactly when
    /// all three phases are, and when the three voltages are (nearly) one.
    public PhaseSequence sequence() {
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            if (!PhaseThresholds.indicatesVoltage(millivolts(phase))) {
                return PhaseSequence.UNDECIDED;
            }
        }
        return order();
    }

    private PhaseSequence order() {
        double squares = 0;
        double crossProducts = 0;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            int next = phase == Phase.COUNT - 1 ? 0 : phase + 1;
            crossProducts += (voltsReal[phase] * voltsImaginary[next]) - (voltsImaginary[phase] * voltsReal[next]);
            squares += square(voltsReal[phase], voltsImaginary[phase]);
        }
        double difference = SEQUENCE_SCALE * crossProducts;
        if (Math.abs(difference) < SEQUENCE_DIFFERENCE_MIN / Phase.COUNT * squares) {
            return PhaseSequence.UNDECIDED;
        }
        return difference > 0 ? PhaseSequence.L1L2L3 : PhaseSequence.L1L3L2;
    }

    private int millivolts(int phase) {
        return rounded(magnitude(voltsReal[phase], voltsImaginary[phase]));
    }

    private double watts(int phase) {
        return (voltsReal[phase] * amperesReal[phase]) + (voltsImaginary[phase] * amperesImaginary[phase]);
    }

    private double vars(int phase) {
        return (voltsImaginary[phase] * amperesReal[phase]) - (voltsReal[phase] * amperesImaginary[phase]);
    }

    private static double magnitude(double real, double imaginary) {
        return Math.sqrt(square(real, imaginary));
    }

    private static double square(double real, double imaginary) {
        return (real * real) + (imaginary * imaginary);
    }

    private static int rounded(double value) {
        return (int) Math.rint(value * MILLI);
    }
}
