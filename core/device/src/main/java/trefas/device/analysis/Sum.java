package trefas.device.analysis;

import trefas.metrology.OneSecondValues;
import trefas.quantity.Phase;

/// What is added up each second so that means can be taken at the end of an interval. Those of a
/// phase exist three times.
enum Sum {
    /// mW, seconds of import.
    ACTIVE_IMPORT,
    /// mW, seconds of export, not negative.
    ACTIVE_EXPORT,
    /// mvar
    REACTIVE_POSITIVE,
    /// mvar, not negative.
    REACTIVE_NEGATIVE,
    /// mVA, seconds of import or of no active power.
    APPARENT_IMPORT,
    /// mVA, seconds of export.
    APPARENT_EXPORT,
    /// mA
    CURRENT,
    /// mV
    VOLTAGE,
    /// Hundredths of a percent.
    DISTORTION_OF_CURRENT,
    DISTORTION_OF_VOLTAGE,
    /// mW, magnitude of the three phases added with sign.
    NET_ACTIVE,
    /// mvar, magnitude of the three phases added with sign.
    NET_REACTIVE,
    /// mHz
    FREQUENCY,
    /// mW, magnitude.
    ACTIVE,
    /// mvar, magnitude.
    REACTIVE;

    /// What one second adds to it; never negative.
    ///
    /// @param phase 0 to 2; of no meaning for the sums of all phases
    long of(int phase, OneSecondValues values, Distortion distortion) {
        return switch (this) {
            case ACTIVE_IMPORT -> Math.max(0, values.milliwatts(phase));
            case ACTIVE_EXPORT -> Math.max(0L, -(long) values.milliwatts(phase));
            case REACTIVE_POSITIVE -> Math.max(0, values.millivars(phase));
            case REACTIVE_NEGATIVE -> Math.max(0L, -(long) values.millivars(phase));
            case APPARENT_IMPORT -> values.milliwatts(phase) >= 0 ? apparent(phase, values) : 0;
            case APPARENT_EXPORT -> values.milliwatts(phase) < 0 ? apparent(phase, values) : 0;
            case CURRENT -> values.milliamperes(phase);
            case VOLTAGE -> values.millivolts(phase);
            case DISTORTION_OF_CURRENT -> distortion.isKnown() ? distortion.ofCurrent(phase) : 0;
            case DISTORTION_OF_VOLTAGE -> distortion.isKnown() ? distortion.ofVoltage(phase) : 0;
            case NET_ACTIVE -> netActive(values);
            case NET_REACTIVE -> netReactive(values);
            case FREQUENCY -> values.millihertz();
            case ACTIVE -> Math.abs((long) values.milliwatts(phase));
            case REACTIVE -> Math.abs((long) values.millivars(phase));
        };
    }

    /// Seconds without a value do not count in its mean.
    boolean isDistortion() {
        return this == DISTORTION_OF_CURRENT || this == DISTORTION_OF_VOLTAGE;
    }

    /// mVA, to the nearest.
    private static long apparent(int phase, OneSecondValues values) {
        double active = values.milliwatts(phase);
        double reactive = values.millivars(phase);
        return Math.round(Math.sqrt(active * active + reactive * reactive));
    }

    private static long netActive(OneSecondValues values) {
        long net = 0;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            net += values.milliwatts(phase);
        }
        return Math.abs(net);
    }

    private static long netReactive(OneSecondValues values) {
        long net = 0;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            net += values.millivars(phase);
        }
        return Math.abs(net);
    }
}
