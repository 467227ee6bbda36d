package trefas.metrology.interval;

import java.util.function.ToDoubleFunction;
import trefas.metrology.TenCycleValues;

/// What is aggregated. Magnitudes are put together as the root of the mean of their squares, signed powers and the
/// frequency as plain means (IEC 61000-4-30), all weighted by the length of the basic interval.
public enum IntervalQuantity {
    /// Rms voltages, V.
    VOLTAGE_1(0, true, values -> values.l1().voltage()),
    VOLTAGE_2(1, true, values -> values.l2().voltage()),
    VOLTAGE_3(2, true, values -> values.l3().voltage()),
    /// Rms currents, A.
    CURRENT_1(3, true, values -> values.l1().current()),
    CURRENT_2(4, true, values -> values.l2().current()),
    CURRENT_3(5, true, values -> values.l3().current()),
    /// Active powers, W, import positive.
    ACTIVE_POWER_1(6, false, values -> values.l1().activePower()),
    ACTIVE_POWER_2(7, false, values -> values.l2().activePower()),
    ACTIVE_POWER_3(8, false, values -> values.l3().activePower()),
    ACTIVE_POWER(9, false, TenCycleValues::activePower),
    /// Reactive powers of the fundamentals, var.
    REACTIVE_POWER_1(10, false, values -> values.l1().reactivePower()),
    REACTIVE_POWER_2(11, false, values -> values.l2().reactivePower()),
    REACTIVE_POWER_3(12, false, values -> values.l3().reactivePower()),
    REACTIVE_POWER(13, false, TenCycleValues::reactivePower),
    /// Frequency, Hz; basic intervals without voltage don't count.
    FREQUENCY(14, false, TenCycleValues::frequency),
    /// Line voltages, V.
    VOLTAGE_12(15, true, TenCycleValues::voltage12),
    VOLTAGE_23(16, true, TenCycleValues::voltage23),
    VOLTAGE_31(17, true, TenCycleValues::voltage31),
    /// Sum of the three currents, A.
    NEUTRAL_CURRENT(18, true, TenCycleValues::neutralCurrent),
    /// Unbalance u2 and u0, percent.
    NEGATIVE_SEQUENCE(19, true, values -> values.voltageComponents().negativePercent()),
    ZERO_SEQUENCE(20, true, values -> values.voltageComponents().zeroPercent()),
    /// Total harmonic distortion of voltages and currents by sub-groups, percent; only with spectra.
    VOLTAGE_THD_1(21, true, _ -> Double.NaN),
    VOLTAGE_THD_2(22, true, _ -> Double.NaN),
    VOLTAGE_THD_3(23, true, _ -> Double.NaN),
    CURRENT_THD_1(24, true, _ -> Double.NaN),
    CURRENT_THD_2(25, true, _ -> Double.NaN),
    CURRENT_THD_3(26, true, _ -> Double.NaN);

    /// How many there are.
    static final int COUNT = 27;

    private final int index;
    private final boolean isMagnitude;
    private final ToDoubleFunction<TenCycleValues> value;

    IntervalQuantity(int index, boolean isMagnitude, ToDoubleFunction<TenCycleValues> value) {
        this.index = index;
        this.isMagnitude = isMagnitude;
        this.value = value;
    }

    /// Place among the quantities.
    public int index() {
        return index;
    }

    /// Whether squares are averaged, not values.
    public boolean isMagnitude() {
        return isMagnitude;
    }

    /// Rms voltage of a phase, 0 to 2.
    public static IntervalQuantity voltage(int phase) {
        return pick(phase, VOLTAGE_1, VOLTAGE_2, VOLTAGE_3);
    }

    /// Rms current of a phase, 0 to 2.
    public static IntervalQuantity current(int phase) {
        return pick(phase, CURRENT_1, CURRENT_2, CURRENT_3);
    }

    /// Active power of a phase, 0 to 2.
    public static IntervalQuantity activePower(int phase) {
        return pick(phase, ACTIVE_POWER_1, ACTIVE_POWER_2, ACTIVE_POWER_3);
    }

    /// Reactive power of a phase, 0 to 2.
    public static IntervalQuantity reactivePower(int phase) {
        return pick(phase, REACTIVE_POWER_1, REACTIVE_POWER_2, REACTIVE_POWER_3);
    }

    /// Distortion of the voltage of a phase, 0 to 2.
    public static IntervalQuantity voltageThd(int phase) {
        return pick(phase, VOLTAGE_THD_1, VOLTAGE_THD_2, VOLTAGE_THD_3);
    }

    /// Distortion of the current of a phase, 0 to 2.
    public static IntervalQuantity currentThd(int phase) {
        return pick(phase, CURRENT_THD_1, CURRENT_THD_2, CURRENT_THD_3);
    }

    /// The value in a basic interval; no number when it isn't told by these values.
    double of(TenCycleValues values) {
        double number = value.applyAsDouble(values);
        return this == FREQUENCY && number == 0 ? Double.NaN : number;
    }

    private static IntervalQuantity pick(int phase, IntervalQuantity l1, IntervalQuantity l2, IntervalQuantity l3) {
        return switch (phase) {
            case 0 -> l1;
            case 1 -> l2;
            case 2 -> l3;
            default -> throw new IllegalArgumentException("a phase is 0 to 2: " + phase);
        };
    }
}
