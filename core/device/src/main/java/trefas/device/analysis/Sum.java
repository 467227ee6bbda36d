package trefas.device.analysis;

import trefas.metrology.OneSecondValues;
import trefas.quantity.Phase;

/// What is added up each second so that means can be taken at the end of an interval. Those of a
/// phase exist three times.
enum Sum {
    /// mW, seconds of import.
    ACTIVE_IMPORT(OneSecondValues.MILLIWATTS, 1, 0),
    /// mW, seconds of export, not negative.
    ACTIVE_EXPORT(OneSecondValues.MILLIWATTS, -1, 0),
    /// mvar
    REACTIVE_POSITIVE(OneSecondValues.MILLIVARS, 1, 0),
    /// mvar, not negative.
    REACTIVE_NEGATIVE(OneSecondValues.MILLIVARS, -1, 0),
    /// mVA, seconds of import or of no active power.
    APPARENT_IMPORT,
    /// mVA, seconds of export.
    APPARENT_EXPORT,
    /// mA
    CURRENT(OneSecondValues.MILLIAMPERES, 1, 0),
    /// mV
    VOLTAGE(OneSecondValues.MILLIVOLTS, 1, 0),
    /// Hundredths of a percent.
    DISTORTION_OF_CURRENT,
    DISTORTION_OF_VOLTAGE,
    /// mW, magnitude of the three phases added with sign.
    NET_ACTIVE,
    /// mvar, magnitude of the three phases added with sign.
    NET_REACTIVE,
    /// mHz
    FREQUENCY(OneSecondValues.MILLIHERTZ, 1, 0),
    /// mW, magnitude.
    ACTIVE(OneSecondValues.MILLIWATTS, 1, -1),
    /// mvar, magnitude.
    REACTIVE(OneSecondValues.MILLIVARS, 1, -1);

    private static final int NONE = -1;

    /// Where the number stands of which the greater of two multiples is added, or [#NONE] for what has to be worked
    /// out.
    private final int place;

    private final int multiple;
    private final int otherMultiple;

    Sum() {
        this(NONE, 0, 0);
    }

    Sum(int place, int multiple, int otherMultiple) {
        this.place = place;
        this.multiple = multiple;
        this.otherMultiple = otherMultiple;
    }

    /// Whether a second adds the greater of two multiples of one of its numbers.
    boolean isMeasured() {
        return place != NONE;
    }

    /// The place of that number in [OneSecondValues#at].
    int place(int phase) {
        return place == OneSecondValues.MILLIHERTZ ? place : place + phase;
    }

    int multiple() {
        return multiple;
    }

    int otherMultiple() {
        return otherMultiple;
    }

    /// What one second adds to it; never negative.
    ///
    /// @param phase 0 to 2; of no meaning for the sums of all phases
    long of(int phase, OneSecondValues values, Distortion distortion) {
        return switch (this) {
            case ACTIVE_IMPORT,
                    ACTIVE_EXPORT,
                    REACTIVE_POSITIVE,
                    REACTIVE_NEGATIVE,
                    CURRENT,
                    VOLTAGE,
                    FREQUENCY,
                    ACTIVE,
                    REACTIVE -> {
                long measured = values.at(place(phase));
                yield Math.max(multiple * measured, otherMultiple * measured);
            }
            case APPARENT_IMPORT -> values.milliwatts(phase) >= 0 ? apparent(phase, values) : 0;
            case APPARENT_EXPORT -> values.milliwatts(phase) < 0 ? apparent(phase, values) : 0;
            case DISTORTION_OF_CURRENT -> distortion.isKnown() ? distortion.ofCurrent(phase) : 0;
            case DISTORTION_OF_VOLTAGE -> distortion.isKnown() ? distortion.ofVoltage(phase) : 0;
            case NET_ACTIVE -> netActive(values);
            case NET_REACTIVE -> netReactive(values);
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
