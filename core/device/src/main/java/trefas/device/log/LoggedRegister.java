package trefas.device.log;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trefas.device.register.EnergyFormat;
import trefas.device.register.MeasuredEnergies;
import trefas.quantity.Obis;

/// Every register that can stand in a debiting or analysis logger (dossier 10.3, 11: tables 12, 13 and 14 of the
/// technical description; codes and types by dossier 20, scalers by 19). A peak and its time stamp are two: value and
/// capture time of one object.
public enum LoggedRegister {
    HOUR_COUNTER("hours with supply", "0-1:96.8.0*255", Kind.HOURS),
    DEBITING_PERIODS("debiting periods", "1-1:0.1.0*255", Kind.COUNTER),
    POWER_THRESHOLD_COUNTER("periods above the power threshold", "1-1:96.51.2*255", Kind.COUNTER),
    PULSE_INPUT("pulse input", "1-1:0.128.1*255", Kind.PULSES),
    A_PLUS("A+", "1-1:1.8.0*255", Kind.ACTIVE_ENERGY),
    A_MINUS("A-", "1-1:2.8.0*255", Kind.ACTIVE_ENERGY),
    R_PLUS("R+", "1-1:3.8.0*255", Kind.REACTIVE_ENERGY),
    R_MINUS("R-", "1-1:4.8.0*255", Kind.REACTIVE_ENERGY),
    R1("R1", "1-1:5.8.0*255", Kind.REACTIVE_ENERGY),
    R2("R2", "1-1:6.8.0*255", Kind.REACTIVE_ENERGY),
    R3("R3", "1-1:7.8.0*255", Kind.REACTIVE_ENERGY),
    R4("R4", "1-1:8.8.0*255", Kind.REACTIVE_ENERGY),
    E_PLUS("E+", "1-1:9.8.0*255", Kind.APPARENT_ENERGY),
    E_MINUS("E-", "1-1:10.8.0*255", Kind.APPARENT_ENERGY),
    A_1234("A+ and A- added", "1-1:15.8.0*255", Kind.ACTIVE_ENERGY),
    A_NET("A+ less A-", "1-1:16.8.0*255", Kind.NET_ENERGY),
    A_PLUS_T1("A+ T1", "1-1:1.8.1*255", Kind.ACTIVE_ENERGY),
    A_PLUS_T2("A+ T2", "1-1:1.8.2*255", Kind.ACTIVE_ENERGY),
    A_PLUS_T3("A+ T3", "1-1:1.8.3*255", Kind.ACTIVE_ENERGY),
    A_PLUS_T4("A+ T4", "1-1:1.8.4*255", Kind.ACTIVE_ENERGY),
    A_PLUS_T5("A+ T5", "1-1:1.8.5*255", Kind.ACTIVE_ENERGY),
    A_PLUS_T6("A+ T6", "1-1:1.8.6*255", Kind.ACTIVE_ENERGY),
    A_PLUS_T7("A+ T7", "1-1:1.8.7*255", Kind.ACTIVE_ENERGY),
    A_PLUS_T8("A+ T8", "1-1:1.8.8*255", Kind.ACTIVE_ENERGY),
    A_MINUS_T1("A- T1", "1-1:2.8.1*255", Kind.ACTIVE_ENERGY),
    A_MINUS_T2("A- T2", "1-1:2.8.2*255", Kind.ACTIVE_ENERGY),
    A_MINUS_T3("A- T3", "1-1:2.8.3*255", Kind.ACTIVE_ENERGY),
    A_MINUS_T4("A- T4", "1-1:2.8.4*255", Kind.ACTIVE_ENERGY),
    A_MINUS_T5("A- T5", "1-1:2.8.5*255", Kind.ACTIVE_ENERGY),
    A_MINUS_T6("A- T6", "1-1:2.8.6*255", Kind.ACTIVE_ENERGY),
    A_MINUS_T7("A- T7", "1-1:2.8.7*255", Kind.ACTIVE_ENERGY),
    A_MINUS_T8("A- T8", "1-1:2.8.8*255", Kind.ACTIVE_ENERGY),
    R_PLUS_T1("R+ T1", "1-1:3.8.1*255", Kind.REACTIVE_ENERGY),
    R_PLUS_T2("R+ T2", "1-1:3.8.2*255", Kind.REACTIVE_ENERGY),
    R_PLUS_T3("R+ T3", "1-1:3.8.3*255", Kind.REACTIVE_ENERGY),
    R_PLUS_T4("R+ T4", "1-1:3.8.4*255", Kind.REACTIVE_ENERGY),
    R_PLUS_T5("R+ T5", "1-1:3.8.5*255", Kind.REACTIVE_ENERGY),
    R_PLUS_T6("R+ T6", "1-1:3.8.6*255", Kind.REACTIVE_ENERGY),
    R_PLUS_T7("R+ T7", "1-1:3.8.7*255", Kind.REACTIVE_ENERGY),
    R_PLUS_T8("R+ T8", "1-1:3.8.8*255", Kind.REACTIVE_ENERGY),
    R_MINUS_T1("R- T1", "1-1:4.8.1*255", Kind.REACTIVE_ENERGY),
    R_MINUS_T2("R- T2", "1-1:4.8.2*255", Kind.REACTIVE_ENERGY),
    R_MINUS_T3("R- T3", "1-1:4.8.3*255", Kind.REACTIVE_ENERGY),
    R_MINUS_T4("R- T4", "1-1:4.8.4*255", Kind.REACTIVE_ENERGY),
    R_MINUS_T5("R- T5", "1-1:4.8.5*255", Kind.REACTIVE_ENERGY),
    R_MINUS_T6("R- T6", "1-1:4.8.6*255", Kind.REACTIVE_ENERGY),
    R_MINUS_T7("R- T7", "1-1:4.8.7*255", Kind.REACTIVE_ENERGY),
    R_MINUS_T8("R- T8", "1-1:4.8.8*255", Kind.REACTIVE_ENERGY),
    E_PLUS_T1("E+ T1", "1-1:9.8.1*255", Kind.APPARENT_ENERGY),
    E_PLUS_T2("E+ T2", "1-1:9.8.2*255", Kind.APPARENT_ENERGY),
    E_PLUS_T3("E+ T3", "1-1:9.8.3*255", Kind.APPARENT_ENERGY),
    E_PLUS_T4("E+ T4", "1-1:9.8.4*255", Kind.APPARENT_ENERGY),
    E_PLUS_T5("E+ T5", "1-1:9.8.5*255", Kind.APPARENT_ENERGY),
    E_PLUS_T6("E+ T6", "1-1:9.8.6*255", Kind.APPARENT_ENERGY),
    E_PLUS_T7("E+ T7", "1-1:9.8.7*255", Kind.APPARENT_ENERGY),
    E_PLUS_T8("E+ T8", "1-1:9.8.8*255", Kind.APPARENT_ENERGY),
    E_MINUS_T1("E- T1", "1-1:10.8.1*255", Kind.APPARENT_ENERGY),
    E_MINUS_T2("E- T2", "1-1:10.8.2*255", Kind.APPARENT_ENERGY),
    E_MINUS_T3("E- T3", "1-1:10.8.3*255", Kind.APPARENT_ENERGY),
    E_MINUS_T4("E- T4", "1-1:10.8.4*255", Kind.APPARENT_ENERGY),
    E_MINUS_T5("E- T5", "1-1:10.8.5*255", Kind.APPARENT_ENERGY),
    E_MINUS_T6("E- T6", "1-1:10.8.6*255", Kind.APPARENT_ENERGY),
    E_MINUS_T7("E- T7", "1-1:10.8.7*255", Kind.APPARENT_ENERGY),
    E_MINUS_T8("E- T8", "1-1:10.8.8*255", Kind.APPARENT_ENERGY),
    A_PLUS_L1("A+ L1", "1-1:21.8.0*255", Kind.ACTIVE_ENERGY),
    A_PLUS_L2("A+ L2", "1-1:41.8.0*255", Kind.ACTIVE_ENERGY),
    A_PLUS_L3("A+ L3", "1-1:61.8.0*255", Kind.ACTIVE_ENERGY),
    A_MINUS_L1("A- L1", "1-1:22.8.0*255", Kind.ACTIVE_ENERGY),
    A_MINUS_L2("A- L2", "1-1:42.8.0*255", Kind.ACTIVE_ENERGY),
    A_MINUS_L3("A- L3", "1-1:62.8.0*255", Kind.ACTIVE_ENERGY),
    P_PLUS("P+", "1-1:1.7.0*255", Kind.ACTIVE_POWER),
    P_MINUS("P-", "1-1:2.7.0*255", Kind.ACTIVE_POWER),
    Q_PLUS("Q+", "1-1:3.7.0*255", Kind.REACTIVE_POWER),
    Q_MINUS("Q-", "1-1:4.7.0*255", Kind.REACTIVE_POWER),
    P_PLUS_MAX("P+max", "1-1:1.6.0*255", Kind.ACTIVE_PEAK),
    P_PLUS_MAX_TIME("P+max time", "1-1:1.6.0*255", Kind.PEAK_TIME),
    P_PLUS_MAX_T1("P+max T1", "1-1:1.6.1*255", Kind.ACTIVE_PEAK),
    P_PLUS_MAX_T1_TIME("P+max T1 time", "1-1:1.6.1*255", Kind.PEAK_TIME),
    P_PLUS_MAX_T2("P+max T2", "1-1:1.6.2*255", Kind.ACTIVE_PEAK),
    P_PLUS_MAX_T2_TIME("P+max T2 time", "1-1:1.6.2*255", Kind.PEAK_TIME),
    Q_PLUS_MAX("Q+max", "1-1:3.6.0*255", Kind.REACTIVE_PEAK),
    Q_PLUS_MAX_TIME("Q+max time", "1-1:3.6.0*255", Kind.PEAK_TIME),
    Q_PLUS_MAX_T1("Q+max T1", "1-1:3.6.1*255", Kind.REACTIVE_PEAK),
    Q_PLUS_MAX_T1_TIME("Q+max T1 time", "1-1:3.6.1*255", Kind.PEAK_TIME),
    Q_PLUS_MAX_T2("Q+max T2", "1-1:3.6.2*255", Kind.REACTIVE_PEAK),
    Q_PLUS_MAX_T2_TIME("Q+max T2 time", "1-1:3.6.2*255", Kind.PEAK_TIME),
    S_PLUS_MAX("S+max", "1-1:9.6.0*255", Kind.APPARENT_PEAK),
    S_PLUS_MAX_TIME("S+max time", "1-1:9.6.0*255", Kind.PEAK_TIME),
    S_MINUS_MAX("S-max", "1-1:10.6.0*255", Kind.APPARENT_PEAK),
    S_MINUS_MAX_TIME("S-max time", "1-1:10.6.0*255", Kind.PEAK_TIME),
    P_PLUS_ACCUMULATED("P+max accumulated", "1-1:1.2.0*255", Kind.ACCUMULATED_ACTIVE_PEAK),
    P_PLUS_ACCUMULATED_T1("P+max accumulated T1", "1-1:1.2.1*255", Kind.ACCUMULATED_ACTIVE_PEAK),
    P_PLUS_ACCUMULATED_T2("P+max accumulated T2", "1-1:1.2.2*255", Kind.ACCUMULATED_ACTIVE_PEAK),
    Q_PLUS_ACCUMULATED("Q+max accumulated", "1-1:3.2.0*255", Kind.ACCUMULATED_REACTIVE_PEAK),
    P_PLUS_DAY_MAX("P+ maximum of the day", "1-1:1.16.0*255", Kind.DAY_EXTREME),
    P_PLUS_DAY_MAX_TIME("P+ maximum of the day, time", "1-1:1.16.0*255", Kind.DAY_EXTREME_TIME),
    P_PLUS_DAY_MIN("P+ minimum of the day", "1-1:1.13.0*255", Kind.DAY_EXTREME),
    P_PLUS_DAY_MIN_TIME("P+ minimum of the day, time", "1-1:1.13.0*255", Kind.DAY_EXTREME_TIME),
    MEAN_POWER_FACTOR("mean PF", "1-1:13.25.0*255", Kind.MEAN_POWER_FACTOR),
    MEAN_FREQUENCY("mean frequency", "1-1:14.25.0*255", Kind.MEAN_FREQUENCY),
    MEAN_P_PLUS_L1("mean P+ L1", "1-1:21.25.0*255", Kind.MEAN_ACTIVE_POWER),
    MEAN_P_PLUS_L2("mean P+ L2", "1-1:41.25.0*255", Kind.MEAN_ACTIVE_POWER),
    MEAN_P_PLUS_L3("mean P+ L3", "1-1:61.25.0*255", Kind.MEAN_ACTIVE_POWER),
    MEAN_P_MINUS_L1("mean P- L1", "1-1:22.25.0*255", Kind.MEAN_ACTIVE_POWER),
    MEAN_P_MINUS_L2("mean P- L2", "1-1:42.25.0*255", Kind.MEAN_ACTIVE_POWER),
    MEAN_P_MINUS_L3("mean P- L3", "1-1:62.25.0*255", Kind.MEAN_ACTIVE_POWER),
    MEAN_Q_PLUS_L1("mean Q+ L1", "1-1:23.25.0*255", Kind.MEAN_REACTIVE_POWER),
    MEAN_Q_PLUS_L2("mean Q+ L2", "1-1:43.25.0*255", Kind.MEAN_REACTIVE_POWER),
    MEAN_Q_PLUS_L3("mean Q+ L3", "1-1:63.25.0*255", Kind.MEAN_REACTIVE_POWER),
    MEAN_Q_MINUS_L1("mean Q- L1", "1-1:24.25.0*255", Kind.MEAN_REACTIVE_POWER),
    MEAN_Q_MINUS_L2("mean Q- L2", "1-1:44.25.0*255", Kind.MEAN_REACTIVE_POWER),
    MEAN_Q_MINUS_L3("mean Q- L3", "1-1:64.25.0*255", Kind.MEAN_REACTIVE_POWER),
    MEAN_S_PLUS_L1("mean S+ L1", "1-1:29.25.0*255", Kind.MEAN_APPARENT_POWER),
    MEAN_S_PLUS_L2("mean S+ L2", "1-1:49.25.0*255", Kind.MEAN_APPARENT_POWER),
    MEAN_S_PLUS_L3("mean S+ L3", "1-1:69.25.0*255", Kind.MEAN_APPARENT_POWER),
    MEAN_S_MINUS_L1("mean S- L1", "1-1:30.25.0*255", Kind.MEAN_APPARENT_POWER),
    MEAN_S_MINUS_L2("mean S- L2", "1-1:50.25.0*255", Kind.MEAN_APPARENT_POWER),
    MEAN_S_MINUS_L3("mean S- L3", "1-1:70.25.0*255", Kind.MEAN_APPARENT_POWER),
    MEAN_CURRENT_L1("mean I L1", "1-1:31.25.0*255", Kind.MEAN_CURRENT),
    MEAN_CURRENT_L2("mean I L2", "1-1:51.25.0*255", Kind.MEAN_CURRENT),
    MEAN_CURRENT_L3("mean I L3", "1-1:71.25.0*255", Kind.MEAN_CURRENT),
    MEAN_VOLTAGE_L1("mean U L1", "1-1:32.25.0*255", Kind.MEAN_VOLTAGE),
    MEAN_VOLTAGE_L2("mean U L2", "1-1:52.25.0*255", Kind.MEAN_VOLTAGE),
    MEAN_VOLTAGE_L3("mean U L3", "1-1:72.25.0*255", Kind.MEAN_VOLTAGE),
    MEAN_POWER_FACTOR_L1("mean PF L1", "1-1:33.25.0*255", Kind.MEAN_POWER_FACTOR),
    MEAN_POWER_FACTOR_L2("mean PF L2", "1-1:53.25.0*255", Kind.MEAN_POWER_FACTOR),
    MEAN_POWER_FACTOR_L3("mean PF L3", "1-1:73.25.0*255", Kind.MEAN_POWER_FACTOR),
    MEAN_CURRENT_THD_L1("mean THDI L1", "1-1:31.24.124*255", Kind.MEAN_DISTORTION),
    MEAN_CURRENT_THD_L2("mean THDI L2", "1-1:51.24.124*255", Kind.MEAN_DISTORTION),
    MEAN_CURRENT_THD_L3("mean THDI L3", "1-1:71.24.124*255", Kind.MEAN_DISTORTION),
    MEAN_VOLTAGE_THD_L1("mean THDU L1", "1-1:32.24.124*255", Kind.MEAN_DISTORTION),
    MEAN_VOLTAGE_THD_L2("mean THDU L2", "1-1:52.24.124*255", Kind.MEAN_DISTORTION),
    MEAN_VOLTAGE_THD_L3("mean THDU L3", "1-1:72.24.124*255", Kind.MEAN_DISTORTION),
    COUPLING_STATE("state of the breaker", "1-1:128.0.0*255", Kind.STATE);

    /// What a register holds, and so its class, type, unit and scaler.
    public enum Kind {
        HOURS(Form.REGISTER, WireType.UNSIGNED_32, LoggedUnit.HOUR, 0),
        COUNTER(Form.DATA, WireType.UNSIGNED_8, LoggedUnit.NONE, 0),
        PULSES(Form.DATA, WireType.UNSIGNED_32, LoggedUnit.PULSE_INPUT, 0),
        STATE(Form.DATA, WireType.UNSIGNED_8, LoggedUnit.NONE, 0),
        ACTIVE_ENERGY(Form.ENERGY, WireType.UNSIGNED_32, LoggedUnit.WATT_HOUR, 0),
        /// Runs both ways; below zero it is logged as the two's complement.
        NET_ENERGY(Form.ENERGY, WireType.UNSIGNED_32, LoggedUnit.WATT_HOUR, 0),
        REACTIVE_ENERGY(Form.ENERGY, WireType.UNSIGNED_32, LoggedUnit.VAR_HOUR, 0),
        APPARENT_ENERGY(Form.ENERGY, WireType.UNSIGNED_32, LoggedUnit.VOLT_AMPERE_HOUR, 0),
        ACTIVE_POWER(Form.REGISTER, WireType.UNSIGNED_32, LoggedUnit.WATT, 0),
        REACTIVE_POWER(Form.REGISTER, WireType.UNSIGNED_32, LoggedUnit.VAR, 0),
        ACTIVE_PEAK(Form.EXTENDED, WireType.UNSIGNED_32, LoggedUnit.WATT, 0),
        REACTIVE_PEAK(Form.EXTENDED, WireType.UNSIGNED_32, LoggedUnit.VAR, 0),
        APPARENT_PEAK(Form.EXTENDED, WireType.UNSIGNED_32, LoggedUnit.VOLT_AMPERE, 0),
        PEAK_TIME(Form.CAPTURE_TIME, WireType.DATE_TIME, LoggedUnit.NONE, 0),
        ACCUMULATED_ACTIVE_PEAK(Form.REGISTER, WireType.UNSIGNED_32, LoggedUnit.WATT, 0),
        ACCUMULATED_REACTIVE_PEAK(Form.REGISTER, WireType.UNSIGNED_32, LoggedUnit.VAR, 0),
        DAY_EXTREME(Form.EXTENDED, WireType.UNSIGNED_32, LoggedUnit.WATT, 0),
        DAY_EXTREME_TIME(Form.CAPTURE_TIME, WireType.DATE_TIME, LoggedUnit.NONE, 0),
        MEAN_ACTIVE_POWER(Form.REGISTER, WireType.UNSIGNED_32, LoggedUnit.WATT, 0),
        MEAN_REACTIVE_POWER(Form.REGISTER, WireType.UNSIGNED_32, LoggedUnit.VAR, 0),
        MEAN_APPARENT_POWER(Form.REGISTER, WireType.UNSIGNED_32, LoggedUnit.VOLT_AMPERE, 0),
        MEAN_CURRENT(Form.REGISTER, WireType.UNSIGNED_32, LoggedUnit.AMPERE, -2),
        MEAN_VOLTAGE(Form.REGISTER, WireType.UNSIGNED_16, LoggedUnit.VOLT, 0),
        MEAN_POWER_FACTOR(Form.REGISTER, WireType.UNSIGNED_16, LoggedUnit.NONE, -2),
        MEAN_FREQUENCY(Form.REGISTER, WireType.UNSIGNED_16, LoggedUnit.HERTZ, -2),
        MEAN_DISTORTION(Form.REGISTER, WireType.UNSIGNED_16, LoggedUnit.PERCENT, -2);

        private final Form form;
        private final WireType type;
        private final LoggedUnit unit;
        private final int scaler;

        Kind(Form form, WireType type, LoggedUnit unit, int scaler) {
            this.form = form;
            this.type = type;
            this.unit = unit;
            this.scaler = scaler;
        }
    }

    /// Which class and attribute a register is read through.
    private enum Form {
        DATA(1, 2),
        REGISTER(3, 2),
        /// A register whose scaler follows the display format (Z1).
        ENERGY(3, 2),
        EXTENDED(4, 2),
        CAPTURE_TIME(4, 5);

        private final int classId;
        private final int attribute;

        Form(int classId, int attribute) {
            this.classId = classId;
            this.attribute = attribute;
        }
    }

    /// All registers; `values()` would copy them at each call.
    public static final List<LoggedRegister> ALL = List.of(values());

    private static final int ATTRIBUTE_BITS = 8;
    private static final int PHASE_C = 20;
    private static final int LAST_PHASE_C = 79;
    private static final int A_1234_C = 15;
    private static final int A_NET_C = 16;
    private static final Map<Long, LoggedRegister> BY_KEY = byKey();

    private final String title;
    private final Obis obis;
    private final Kind kind;

    LoggedRegister(String title, String obis, Kind kind) {
        this.title = title;
        this.obis = Obis.of(obis);
        this.kind = kind;
    }

    /// The name in the meter's papers.
    public String title() {
        return title;
    }

    public Obis obis() {
        return obis;
    }

    public Kind kind() {
        return kind;
    }

    /// Interface class of the object it is read from: 1 data, 3 register, 4 extended register.
    public int classId() {
        return kind.form.classId;
    }

    /// 2 for a value, 5 for the time stamp of an extended register.
    public int attribute() {
        return kind.form.attribute;
    }

    public WireType type() {
        return kind.type;
    }

    public LoggedUnit unit() {
        return kind.unit;
    }

    /// Power of ten from the logged number to the unit.
    public int scaler(EnergyFormat format) {
        return kind.form == Form.ENERGY ? format.scaler() : kind.scaler;
    }

    /// Whether a meter ordered with these energies has it (X9). Group C tells: of each phase it is 20 more than of the
    /// phase before, the first 20 more than of all.
    public boolean isMeasured(MeasuredEnergies measured) {
        return switch (obis.c() > LAST_PHASE_C ? obis.c() : Math.floorMod(obis.c(), PHASE_C)) {
            case 2, A_1234_C, A_NET_C -> measured.hasExport();
            case 3, 4, 5, 6, 7, 8, 9, 10 -> measured.hasReactive();
            default -> true;
        };
    }

    /// Number that stands for this register in the permanent memory: code and attribute, so it never changes.
    public long key() {
        return key(obis, attribute());
    }

    /// For a capture object somebody else named.
    public static Optional<LoggedRegister> of(Obis obis, int attribute) {
        return ofKey(key(obis, attribute));
    }

    /// For a key somebody else wrote.
    public static Optional<LoggedRegister> ofKey(long key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    private static long key(Obis obis, int attribute) {
        return (obis.packed() << ATTRIBUTE_BITS) | (attribute & 0xFF);
    }

    private static Map<Long, LoggedRegister> byKey() {
        Map<Long, LoggedRegister> registers = HashMap.newHashMap(ALL.size());
        for (LoggedRegister register : ALL) {
            registers.put(register.key(), register);
        }
        return Map.copyOf(registers);
    }
}
