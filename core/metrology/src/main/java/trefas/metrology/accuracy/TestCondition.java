package trefas.metrology.accuracy;

/// What a test bench applies to a meter for one point.
///
/// @param volts rms of each phase voltage that is on
/// @param amperes rms of each phase current that flows; of the sine a [CurrentShape] is made of
/// @param angle between voltage and current
/// @param loading which phases carry current
/// @param hertz frequency
/// @param celsius temperature of the meter
/// @param shape of the current
/// @param isReversed whether the phases follow each other L1, L3, L2
/// @param missing phase without voltage and current, 0 to 2, or -1
public record TestCondition(
        double volts,
        double amperes,
        LoadAngle angle,
        Loading loading,
        double hertz,
        double celsius,
        CurrentShape shape,
        boolean isReversed,
        int missing) {

    /// No phase is missing.
    public static final int NONE = -1;

    /// Reference temperature of EN 50470-1.
    public static final double REFERENCE_CELSIUS = 23;

    /// A sine at a rated voltage and frequency, at the reference temperature.
    public static TestCondition reference(
            double volts, double hertz, double amperes, LoadAngle angle, Loading loading) {
        return new TestCondition(
                volts, amperes, angle, loading, hertz, REFERENCE_CELSIUS, CurrentShape.SINE, false, NONE);
    }

    /// The same at another voltage.
    public TestCondition withVolts(double other) {
        return new TestCondition(other, amperes, angle, loading, hertz, celsius, shape, isReversed, missing);
    }

    /// The same at another frequency.
    public TestCondition withHertz(double other) {
        return new TestCondition(volts, amperes, angle, loading, other, celsius, shape, isReversed, missing);
    }

    /// The same at another temperature.
    public TestCondition withCelsius(double other) {
        return new TestCondition(volts, amperes, angle, loading, hertz, other, shape, isReversed, missing);
    }

    /// The same with another wave shape.
    public TestCondition withShape(CurrentShape other) {
        return new TestCondition(volts, amperes, angle, loading, hertz, celsius, other, isReversed, missing);
    }

    /// The same with the phases in the other order.
    public TestCondition reversed() {
        return new TestCondition(volts, amperes, angle, loading, hertz, celsius, shape, !isReversed, missing);
    }

    /// The same without a phase, 0 to 2.
    public TestCondition without(int phase) {
        return new TestCondition(volts, amperes, angle, loading, hertz, celsius, shape, isReversed, phase);
    }

    /// Whether a phase, 0 to 2, has voltage.
    public boolean hasVoltage(int phase) {
        return phase != missing;
    }

    /// Whether a phase, 0 to 2, has current.
    public boolean hasCurrent(int phase) {
        return phase != missing && loading.loads(phase);
    }
}
