package trefas.device.display;

import static trefas.device.display.DisplayRegisters.accumulated;
import static trefas.device.display.DisplayRegisters.day;
import static trefas.device.display.DisplayRegisters.dayTime;
import static trefas.device.display.DisplayRegisters.energy;
import static trefas.device.display.DisplayRegisters.peak;
import static trefas.device.display.DisplayRegisters.peakTime;
import static trefas.device.display.DisplayRegisters.tariff;
import static trefas.device.display.DisplayRegisters.trip;
import static trefas.device.display.DisplayUnit.AMPERES;
import static trefas.device.display.DisplayUnit.FREQUENCY;
import static trefas.device.display.DisplayUnit.KILOVARS;
import static trefas.device.display.DisplayUnit.KILOVAR_HOURS;
import static trefas.device.display.DisplayUnit.KILOVOLT_AMPERES;
import static trefas.device.display.DisplayUnit.KILOVOLT_AMPERE_HOURS;
import static trefas.device.display.DisplayUnit.KILOWATTS;
import static trefas.device.display.DisplayUnit.KILOWATT_HOURS;
import static trefas.device.display.DisplayUnit.NONE;
import static trefas.device.display.DisplayUnit.VOLTS;
import static trefas.device.display.DisplayValues.count;
import static trefas.device.display.DisplayValues.current;
import static trefas.device.display.DisplayValues.number;
import static trefas.device.display.DisplayValues.phaseImport;
import static trefas.device.display.DisplayValues.power;
import static trefas.device.display.DisplayValues.powerFactor;
import static trefas.device.display.DisplayValues.setNumber;
import static trefas.device.display.DisplayValues.voltage;
import static trefas.device.register.MeasuredEnergies.ACTIVE;
import static trefas.device.register.MeasuredEnergies.ACTIVE_IMPORT;
import static trefas.device.register.MeasuredEnergies.FOUR_QUADRANTS;
import static trefas.quantity.Phase.L1;
import static trefas.quantity.Phase.L2;
import static trefas.quantity.Phase.L3;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import trefas.device.demand.DailyExtremes;
import trefas.device.register.EnergyRegister;
import trefas.device.register.MeasuredEnergies;
import trefas.device.register.Quantity;
import trefas.device.settings.MeterNumbers;

/// The readings a display list can hold, one row each (dossier 6.3): code, text, unit, the words for it and where the
/// value comes from. A text with a slash has two parts that take turns each second (decision 0045).
public enum DisplayItem implements DisplayView {
    A_PLUS("1.8.0", "A+", KILOWATT_HOURS, "imported active energy", energy(EnergyRegister.A_PLUS)),
    A_MINUS("2.8.0", "A-", KILOWATT_HOURS, "exported active energy", energy(EnergyRegister.A_MINUS)),
    R_PLUS("3.8.0", "R+", KILOVAR_HOURS, "positive reactive energy", energy(EnergyRegister.R_PLUS)),
    R_MINUS("4.8.0", "R-", KILOVAR_HOURS, "negative reactive energy", energy(EnergyRegister.R_MINUS)),
    R1("5.8.0", "R1", KILOVAR_HOURS, "reactive energy of quadrant I", energy(EnergyRegister.R1)),
    R2("6.8.0", "R2", KILOVAR_HOURS, "reactive energy of quadrant II", energy(EnergyRegister.R2)),
    R3("7.8.0", "R3", KILOVAR_HOURS, "reactive energy of quadrant III", energy(EnergyRegister.R3)),
    R4("8.8.0", "R4", KILOVAR_HOURS, "reactive energy of quadrant IV", energy(EnergyRegister.R4)),
    E_PLUS("9.8.0", "E+", KILOVOLT_AMPERE_HOURS, "imported apparent energy", energy(EnergyRegister.E_PLUS)),
    E_MINUS("10.8.0", "E-", KILOVOLT_AMPERE_HOURS, "exported apparent energy", energy(EnergyRegister.E_MINUS)),
    A_ABSOLUTE("15.8.0", "", KILOWATT_HOURS, "imported plus exported active energy", DisplayValues.absoluteEnergy()),
    A_NET("16.8.0", "NET", KILOWATT_HOURS, "imported minus exported active energy", DisplayValues.netEnergy()),
    A_PLUS_T1("1.8.1", "A+/T1", KILOWATT_HOURS, "imported active energy in tariff 1", tariff(Quantity.A_PLUS, 1)),
    A_PLUS_T2("1.8.2", "A+/T2", KILOWATT_HOURS, "imported active energy in tariff 2", tariff(Quantity.A_PLUS, 2)),
    A_PLUS_T3("1.8.3", "A+/T3", KILOWATT_HOURS, "imported active energy in tariff 3", tariff(Quantity.A_PLUS, 3)),
    A_PLUS_T4("1.8.4", "A+/T4", KILOWATT_HOURS, "imported active energy in tariff 4", tariff(Quantity.A_PLUS, 4)),
    A_PLUS_T5("1.8.5", "A+/T5", KILOWATT_HOURS, "imported active energy in tariff 5", tariff(Quantity.A_PLUS, 5)),
    A_PLUS_T6("1.8.6", "A+/T6", KILOWATT_HOURS, "imported active energy in tariff 6", tariff(Quantity.A_PLUS, 6)),
    A_PLUS_T7("1.8.7", "A+/T7", KILOWATT_HOURS, "imported active energy in tariff 7", tariff(Quantity.A_PLUS, 7)),
    A_PLUS_T8("1.8.8", "A+/T8", KILOWATT_HOURS, "imported active energy in tariff 8", tariff(Quantity.A_PLUS, 8)),
    A_MINUS_T1("2.8.1", "A-/T1", KILOWATT_HOURS, "exported active energy in tariff 1", tariff(Quantity.A_MINUS, 1)),
    A_MINUS_T2("2.8.2", "A-/T2", KILOWATT_HOURS, "exported active energy in tariff 2", tariff(Quantity.A_MINUS, 2)),
    A_MINUS_T3("2.8.3", "A-/T3", KILOWATT_HOURS, "exported active energy in tariff 3", tariff(Quantity.A_MINUS, 3)),
    A_MINUS_T4("2.8.4", "A-/T4", KILOWATT_HOURS, "exported active energy in tariff 4", tariff(Quantity.A_MINUS, 4)),
    A_MINUS_T5("2.8.5", "A-/T5", KILOWATT_HOURS, "exported active energy in tariff 5", tariff(Quantity.A_MINUS, 5)),
    A_MINUS_T6("2.8.6", "A-/T6", KILOWATT_HOURS, "exported active energy in tariff 6", tariff(Quantity.A_MINUS, 6)),
    A_MINUS_T7("2.8.7", "A-/T7", KILOWATT_HOURS, "exported active energy in tariff 7", tariff(Quantity.A_MINUS, 7)),
    A_MINUS_T8("2.8.8", "A-/T8", KILOWATT_HOURS, "exported active energy in tariff 8", tariff(Quantity.A_MINUS, 8)),
    R_PLUS_T1("3.8.1", "R+/T1", KILOVAR_HOURS, "positive reactive energy in tariff 1", tariff(Quantity.R_PLUS, 1)),
    R_PLUS_T2("3.8.2", "R+/T2", KILOVAR_HOURS, "positive reactive energy in tariff 2", tariff(Quantity.R_PLUS, 2)),
    R_PLUS_T3("3.8.3", "R+/T3", KILOVAR_HOURS, "positive reactive energy in tariff 3", tariff(Quantity.R_PLUS, 3)),
    R_PLUS_T4("3.8.4", "R+/T4", KILOVAR_HOURS, "positive reactive energy in tariff 4", tariff(Quantity.R_PLUS, 4)),
    R_PLUS_T5("3.8.5", "R+/T5", KILOVAR_HOURS, "positive reactive energy in tariff 5", tariff(Quantity.R_PLUS, 5)),
    R_PLUS_T6("3.8.6", "R+/T6", KILOVAR_HOURS, "positive reactive energy in tariff 6", tariff(Quantity.R_PLUS, 6)),
    R_PLUS_T7("3.8.7", "R+/T7", KILOVAR_HOURS, "positive reactive energy in tariff 7", tariff(Quantity.R_PLUS, 7)),
    R_PLUS_T8("3.8.8", "R+/T8", KILOVAR_HOURS, "positive reactive energy in tariff 8", tariff(Quantity.R_PLUS, 8)),
    R_MINUS_T1("4.8.1", "R-/T1", KILOVAR_HOURS, "negative reactive energy in tariff 1", tariff(Quantity.R_MINUS, 1)),
    R_MINUS_T2("4.8.2", "R-/T2", KILOVAR_HOURS, "negative reactive energy in tariff 2", tariff(Quantity.R_MINUS, 2)),
    R_MINUS_T3("4.8.3", "R-/T3", KILOVAR_HOURS, "negative reactive energy in tariff 3", tariff(Quantity.R_MINUS, 3)),
    R_MINUS_T4("4.8.4", "R-/T4", KILOVAR_HOURS, "negative reactive energy in tariff 4", tariff(Quantity.R_MINUS, 4)),
    R_MINUS_T5("4.8.5", "R-/T5", KILOVAR_HOURS, "negative reactive energy in tariff 5", tariff(Quantity.R_MINUS, 5)),
    R_MINUS_T6("4.8.6", "R-/T6", KILOVAR_HOURS, "negative reactive energy in tariff 6", tariff(Quantity.R_MINUS, 6)),
    R_MINUS_T7("4.8.7", "R-/T7", KILOVAR_HOURS, "negative reactive energy in tariff 7", tariff(Quantity.R_MINUS, 7)),
    R_MINUS_T8("4.8.8", "R-/T8", KILOVAR_HOURS, "negative reactive energy in tariff 8", tariff(Quantity.R_MINUS, 8)),
    A_PLUS_TRIP("1.128.0", "A+/TRIP", KILOWATT_HOURS, "trip counter of imported active energy", trip(Quantity.A_PLUS)),
    A_MINUS_TRIP(
            "2.128.0", "A-/TRIP", KILOWATT_HOURS, "trip counter of exported active energy", trip(Quantity.A_MINUS)),
    R_PLUS_TRIP("3.128.0", "R+/TRIP", KILOVAR_HOURS, "trip counter of positive reactive energy", trip(Quantity.R_PLUS)),
    R_MINUS_TRIP(
            "4.128.0", "R-/TRIP", KILOVAR_HOURS, "trip counter of negative reactive energy", trip(Quantity.R_MINUS)),
    E_PLUS_TRIP(
            "9.128.0",
            "E+/TRIP",
            KILOVOLT_AMPERE_HOURS,
            "trip counter of imported apparent energy",
            trip(Quantity.E_PLUS)),
    E_MINUS_TRIP(
            "10.128.0",
            "E-/TRIP",
            KILOVOLT_AMPERE_HOURS,
            "trip counter of exported apparent energy",
            trip(Quantity.E_MINUS)),
    A_PLUS_L1("21.8.0", "A+/L1", KILOWATT_HOURS, "imported active energy of L1", energy(EnergyRegister.A_PLUS_L1)),
    A_PLUS_L2("41.8.0", "A+/L2", KILOWATT_HOURS, "imported active energy of L2", energy(EnergyRegister.A_PLUS_L2)),
    A_PLUS_L3("61.8.0", "A+/L3", KILOWATT_HOURS, "imported active energy of L3", energy(EnergyRegister.A_PLUS_L3)),
    A_MINUS_L1("22.8.0", "A-/L1", KILOWATT_HOURS, "exported active energy of L1", energy(EnergyRegister.A_MINUS_L1)),
    A_MINUS_L2("42.8.0", "A-/L2", KILOWATT_HOURS, "exported active energy of L2", energy(EnergyRegister.A_MINUS_L2)),
    A_MINUS_L3("62.8.0", "A-/L3", KILOWATT_HOURS, "exported active energy of L3", energy(EnergyRegister.A_MINUS_L3)),
    P_PLUS("1.7.0", "P+", KILOWATTS, "imported active power", power(ACTIVE_IMPORT, Displayed::importMilliwatts)),
    P_MINUS("2.7.0", "P-", KILOWATTS, "exported active power", power(ACTIVE, Displayed::exportMilliwatts)),
    Q_PLUS("3.7.0", "Q+", KILOVARS, "positive reactive power", power(FOUR_QUADRANTS, Displayed::importMillivars)),
    Q_MINUS("4.7.0", "Q-", KILOVARS, "negative reactive power", power(FOUR_QUADRANTS, Displayed::exportMillivars)),
    S_PLUS(
            "9.7.0",
            "S+",
            KILOVOLT_AMPERES,
            "imported apparent power",
            power(FOUR_QUADRANTS, Displayed::importMillivoltAmperes)),
    S_MINUS(
            "10.7.0",
            "S-",
            KILOVOLT_AMPERES,
            "exported apparent power",
            power(FOUR_QUADRANTS, Displayed::exportMillivoltAmperes)),
    P_PLUS_L1("21.7.0", "P+/L1", KILOWATTS, "imported active power of L1", phaseImport(L1)),
    P_PLUS_L2("41.7.0", "P+/L2", KILOWATTS, "imported active power of L2", phaseImport(L2)),
    P_PLUS_L3("61.7.0", "P+/L3", KILOWATTS, "imported active power of L3", phaseImport(L3)),
    P_PLUS_PEAK("1.6.0", "P+M", KILOWATTS, "peak of imported active power", peak(Quantity.A_PLUS, 0)),
    P_PLUS_PEAK_TIME(P_PLUS_PEAK, peakTime(Quantity.A_PLUS, 0)),
    P_MINUS_PEAK("2.6.0", "P-M", KILOWATTS, "peak of exported active power", peak(Quantity.A_MINUS, 0)),
    Q_PLUS_PEAK("3.6.0", "Q+M", KILOVARS, "peak of positive reactive power", peak(Quantity.R_PLUS, 0)),
    Q_PLUS_PEAK_TIME(Q_PLUS_PEAK, peakTime(Quantity.R_PLUS, 0)),
    Q_MINUS_PEAK("4.6.0", "Q-M", KILOVARS, "peak of negative reactive power", peak(Quantity.R_MINUS, 0)),
    P_PLUS_PEAK_T1("1.6.1", "P+M/T1", KILOWATTS, "peak of imported active power in tariff 1", peak(Quantity.A_PLUS, 1)),
    P_PLUS_PEAK_T1_TIME(P_PLUS_PEAK_T1, peakTime(Quantity.A_PLUS, 1)),
    P_PLUS_PEAK_T2("1.6.2", "P+M/T2", KILOWATTS, "peak of imported active power in tariff 2", peak(Quantity.A_PLUS, 2)),
    P_PLUS_PEAK_T2_TIME(P_PLUS_PEAK_T2, peakTime(Quantity.A_PLUS, 2)),
    Q_PLUS_PEAK_T1("3.6.1", "Q+M/T1", KILOVARS, "peak of reactive power in tariff 1", peak(Quantity.R_PLUS, 1)),
    Q_PLUS_PEAK_T1_TIME(Q_PLUS_PEAK_T1, peakTime(Quantity.R_PLUS, 1)),
    Q_PLUS_PEAK_T2("3.6.2", "Q+M/T2", KILOVARS, "peak of reactive power in tariff 2", peak(Quantity.R_PLUS, 2)),
    Q_PLUS_PEAK_T2_TIME(Q_PLUS_PEAK_T2, peakTime(Quantity.R_PLUS, 2)),
    P_PLUS_ACCUMULATED(
            "1.2.0",
            "P+M/ACC",
            KILOWATTS,
            "accumulated peak of imported active power",
            accumulated(Quantity.A_PLUS, 0)),
    P_MINUS_ACCUMULATED(
            "2.2.0",
            "P-M/ACC",
            KILOWATTS,
            "accumulated peak of exported active power",
            accumulated(Quantity.A_MINUS, 0)),
    Q_PLUS_ACCUMULATED(
            "3.2.0",
            "Q+M/ACC",
            KILOVARS,
            "accumulated peak of positive reactive power",
            accumulated(Quantity.R_PLUS, 0)),
    Q_MINUS_ACCUMULATED(
            "4.2.0",
            "Q-M/ACC",
            KILOVARS,
            "accumulated peak of negative reactive power",
            accumulated(Quantity.R_MINUS, 0)),
    P_PLUS_ACCUMULATED_T1(
            "1.2.1",
            "P+M1/ACC",
            KILOWATTS,
            "accumulated peak of imported active power in tariff 1",
            accumulated(Quantity.A_PLUS, 1)),
    P_PLUS_ACCUMULATED_T2(
            "1.2.2",
            "P+M2/ACC",
            KILOWATTS,
            "accumulated peak of imported active power in tariff 2",
            accumulated(Quantity.A_PLUS, 2)),
    DAY_MAXIMUM("1.16.0", "MAX", KILOWATTS, "greatest mean power of the day", day(DailyExtremes::maximumMilliwatts)),
    DAY_MAXIMUM_TIME(DAY_MAXIMUM, dayTime(DailyExtremes::maximumStamp)),
    DAY_MINIMUM("1.13.0", "MIN", KILOWATTS, "least mean power of the day", day(DailyExtremes::minimumMilliwatts)),
    DAY_MINIMUM_TIME(DAY_MINIMUM, dayTime(DailyExtremes::minimumStamp)),
    U_L1("32.7.0", "U-L1", VOLTS, "voltage of L1", voltage(L1)),
    U_L2("52.7.0", "U-L2", VOLTS, "voltage of L2", voltage(L2)),
    U_L3("72.7.0", "U-L3", VOLTS, "voltage of L3", voltage(L3)),
    I_L1("31.7.0", "I-L1", AMPERES, "current of L1", current(L1)),
    I_L2("51.7.0", "I-L2", AMPERES, "current of L2", current(L2)),
    I_L3("71.7.0", "I-L3", AMPERES, "current of L3", current(L3)),
    PF_L1("33.7.0", "PF-1", NONE, "power factor of L1", powerFactor(L1)),
    PF_L2("53.7.0", "PF-2", NONE, "power factor of L2", powerFactor(L2)),
    PF_L3("73.7.0", "PF-3", NONE, "power factor of L3", powerFactor(L3)),
    PF("13.7.0", "PF", NONE, "power factor", DisplayValues::powerFactor),
    FREQ("14.7.0", "FREQ", FREQUENCY, "grid frequency", DisplayValues::frequency),
    TIME_DATE("1.0.0", "TIME/DATE", NONE, "time and date", DisplayTime.now()),
    /// The display takes its value every 10 s.
    PULSE_INPUT("0.128.1", "", NONE, "pulse input", count(_ -> 0)),
    METER_NUMBER_1("0.0.1", "NUM/1", NONE, "first meter number", number(Displayed::meterNumber1)),
    METER_NUMBER_2("0.0.2", "NUM/2", NONE, "second meter number", setNumber(MeterNumbers::meterNumber2)),
    METER_NUMBER_3("0.0.3", "NUM/3", NONE, "third meter number", setNumber(MeterNumbers::meterNumber3)),
    SERIAL_NUMBER("96.1.0", "SER/NUM", NONE, "serial number", number(Displayed::serialNumber)),
    SPECIAL_DATA("0.130.1", "SPC/1", NONE, "special data", setNumber(MeterNumbers::specialData1)),
    DEBITING_PERIODS(
            "0.1.0",
            "RST",
            NONE,
            "debiting periods so far",
            count(meter -> meter.parts().debiting().periods())),
    POWER_THRESHOLD("96.51.1", "PTH", KILOWATTS, "power threshold", DisplayRegisters::threshold),
    POWER_THRESHOLD_COUNT(
            "96.51.2", "PTH/CNT", NONE, "periods above the power threshold", count(DisplayRegisters::thresholdCount)),
    HOURS("96.8.0", "HRS", DisplayUnit.HOURS, "hours with supply", count(DisplayRegisters::hours)),
    CHECKSUM(
            "96.54.1",
            "CSUM",
            NONE,
            "checksum of the software",
            count(meter -> meter.firmware().displayedChecksum())),
    SOFTWARE("0.2.0", "", NONE, "software", meter -> meter.firmware().number()),
    INFO(
            "97.97.0",
            "INFO",
            NONE,
            "health, a digit for each flag",
            meter -> meter.parts().status().displayed()),
    PROFILE_STATUS("96.5.3", "LP", NONE, "load profile, 7 on or 6 off", count(DisplayRegisters::loadProfileStatus)),
    DISPLAY_TEST("", "", NONE, "display test", _ -> "");

    /// All items in the order of the table; `values()` would copy them at each call.
    public static final List<DisplayItem> ALL = List.of(values());

    private final String code;
    private final List<String> texts;
    private final DisplayUnit unit;
    private final String meaning;
    private final DisplaySource source;
    private final boolean isOfTariff;

    /// When another item came about.
    DisplayItem(DisplayItem of, DisplaySource time) {
        this(of.code, "TIME/DATE", NONE, "time of the " + of.meaning, time);
    }

    DisplayItem(String code, String text, DisplayUnit unit, String meaning, DisplayValue value) {
        this(code, text, unit, meaning, new DisplaySource(ACTIVE_IMPORT, value));
    }

    DisplayItem(String code, String text, DisplayUnit unit, String meaning, DisplaySource source) {
        this.code = code;
        this.texts = List.of(text.split("/", -1));
        this.unit = unit;
        this.meaning = meaning;
        this.source = source;
        this.isOfTariff = code.matches("[1-4]\\.[268]\\.[1-8]");
    }

    /// For text somebody else wrote: the code as the display shows it, such as `1.8.0`, or the name, such as
    /// `display-test`. The code of a value and of its time means the value.
    public static Optional<DisplayItem> parse(String text) {
        for (DisplayItem item : ALL) {
            if ((!item.code.isEmpty() && item.code.equals(text)) || item.title().equals(text)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    /// What [#parse] takes for this item: its code, or its name where the code means another.
    public String written() {
        return parse(code).equals(Optional.of(this)) ? code : title();
    }

    /// The identification field: C.D.E of the OBIS code, empty for the display test.
    public String code() {
        return code;
    }

    /// The name in configurations: `a-plus`, `display-test`.
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The text field, both parts with a slash between them.
    public String text() {
        return String.join("/", texts);
    }

    @Override
    public DisplayUnit unit(Displayed meter) {
        return this == PULSE_INPUT
                ? DisplayUnit.of(meter.settings().functions().module().pulseUnit())
                : unit;
    }

    /// What it is, in words.
    public String meaning() {
        return meaning;
    }

    /// Whether a meter of these energies has it.
    public boolean isMeasured(MeasuredEnergies measured) {
        return source.isMeasured(measured);
    }

    @Override
    public boolean isThere(Displayed meter) {
        return isMeasured(meter.parts().registers().energies().measured());
    }

    /// Whether it belongs to one tariff. A display with such a reading shows which tariff is active (dossier 6.1).
    boolean isOfTariff() {
        return isOfTariff;
    }

    /// The trip counter it shows, if it is one.
    public Optional<Quantity> tripCounter() {
        return Quantity.ALL.stream()
                .filter(quantity -> code.equals(quantity.groupC() + ".128.0"))
                .findFirst();
    }

    @Override
    public DisplayText words(Displayed meter, long pulses) {
        String shown = this == PULSE_INPUT
                ? DisplayValues.counted(pulses)
                : source.value().text(meter);
        String spoken = this == PULSE_INPUT ? shown : source.value().spoken(meter);
        String symbol = unit(meter).symbol();
        String sentence = code + " " + spoken + (symbol.isEmpty() ? "" : " " + symbol) + ", " + meaning;
        return new DisplayText(code, shown, symbol, textOf(meter), sentence);
    }

    /// What the text field says in this second. Beside the software number stands its revision.
    private String textOf(Displayed meter) {
        return this == SOFTWARE ? meter.firmware().revision() : texts.get(Math.floorMod(meter.now(), texts.size()));
    }
}
