package trefas.device.display;

import static trefas.device.display.DisplayUnit.AMPERES;
import static trefas.device.display.DisplayUnit.FREQUENCY;
import static trefas.device.display.DisplayUnit.KILOVARS;
import static trefas.device.display.DisplayUnit.KILOVAR_HOURS;
import static trefas.device.display.DisplayUnit.KILOWATTS;
import static trefas.device.display.DisplayUnit.KILOWATT_HOURS;
import static trefas.device.display.DisplayUnit.NONE;
import static trefas.device.display.DisplayUnit.VOLTS;
import static trefas.device.display.DisplayValues.clock;
import static trefas.device.display.DisplayValues.current;
import static trefas.device.display.DisplayValues.energy;
import static trefas.device.display.DisplayValues.phaseImport;
import static trefas.device.display.DisplayValues.thousandths;
import static trefas.device.display.DisplayValues.voltage;
import static trefas.quantity.Phase.L1;
import static trefas.quantity.Phase.L2;
import static trefas.quantity.Phase.L3;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import trefas.device.register.EnergyRegister;
import trefas.device.register.Readings;

/// The readings a display list can hold, one row each (dossier 6.3): code, text, unit, the words for it and where the
/// value comes from. A text with a slash has two parts that take turns each second.
public enum DisplayItem {
    A_PLUS("1.8.0", "A+", KILOWATT_HOURS, "imported active energy", energy(EnergyRegister.A_PLUS)),
    A_MINUS("2.8.0", "A-", KILOWATT_HOURS, "exported active energy", energy(EnergyRegister.A_MINUS)),
    R_PLUS("3.8.0", "R+", KILOVAR_HOURS, "positive reactive energy", energy(EnergyRegister.R_PLUS)),
    R_MINUS("4.8.0", "R-", KILOVAR_HOURS, "negative reactive energy", energy(EnergyRegister.R_MINUS)),
    R1("5.8.0", "R1", KILOVAR_HOURS, "reactive energy of quadrant I", energy(EnergyRegister.R1)),
    R2("6.8.0", "R2", KILOVAR_HOURS, "reactive energy of quadrant II", energy(EnergyRegister.R2)),
    R3("7.8.0", "R3", KILOVAR_HOURS, "reactive energy of quadrant III", energy(EnergyRegister.R3)),
    R4("8.8.0", "R4", KILOVAR_HOURS, "reactive energy of quadrant IV", energy(EnergyRegister.R4)),
    A_ABSOLUTE("15.8.0", "", KILOWATT_HOURS, "imported plus exported active energy", DisplayValues::absoluteEnergy),
    A_NET("16.8.0", "NET", KILOWATT_HOURS, "imported minus exported active energy", DisplayValues::netEnergy),
    A_PLUS_L1("21.8.0", "A+/L1", KILOWATT_HOURS, "imported active energy of L1", energy(EnergyRegister.A_PLUS_L1)),
    A_PLUS_L2("41.8.0", "A+/L2", KILOWATT_HOURS, "imported active energy of L2", energy(EnergyRegister.A_PLUS_L2)),
    A_PLUS_L3("61.8.0", "A+/L3", KILOWATT_HOURS, "imported active energy of L3", energy(EnergyRegister.A_PLUS_L3)),
    A_MINUS_L1("22.8.0", "A-/L1", KILOWATT_HOURS, "exported active energy of L1", energy(EnergyRegister.A_MINUS_L1)),
    A_MINUS_L2("42.8.0", "A-/L2", KILOWATT_HOURS, "exported active energy of L2", energy(EnergyRegister.A_MINUS_L2)),
    A_MINUS_L3("62.8.0", "A-/L3", KILOWATT_HOURS, "exported active energy of L3", energy(EnergyRegister.A_MINUS_L3)),
    P_PLUS("1.7.0", "P+", KILOWATTS, "imported active power", thousandths(Readings::importMilliwatts)),
    P_MINUS("2.7.0", "P-", KILOWATTS, "exported active power", thousandths(Readings::exportMilliwatts)),
    Q_PLUS("3.7.0", "Q+", KILOVARS, "positive reactive power", thousandths(Readings::importMillivars)),
    Q_MINUS("4.7.0", "Q-", KILOVARS, "negative reactive power", thousandths(Readings::exportMillivars)),
    P_PLUS_L1("21.7.0", "P+/L1", KILOWATTS, "imported active power of L1", phaseImport(L1)),
    P_PLUS_L2("41.7.0", "P+/L2", KILOWATTS, "imported active power of L2", phaseImport(L2)),
    P_PLUS_L3("61.7.0", "P+/L3", KILOWATTS, "imported active power of L3", phaseImport(L3)),
    U_L1("32.7.0", "U-L1", VOLTS, "voltage of L1", voltage(L1)),
    U_L2("52.7.0", "U-L2", VOLTS, "voltage of L2", voltage(L2)),
    U_L3("72.7.0", "U-L3", VOLTS, "voltage of L3", voltage(L3)),
    I_L1("31.7.0", "I-L1", AMPERES, "current of L1", current(L1)),
    I_L2("51.7.0", "I-L2", AMPERES, "current of L2", current(L2)),
    I_L3("71.7.0", "I-L3", AMPERES, "current of L3", current(L3)),
    FREQ("14.7.0", "FREQ", FREQUENCY, "grid frequency", DisplayValues::frequency),
    TIME_DATE("1.0.0", "TIME/DATE", NONE, "time and date", clock()),
    SERIAL_NUMBER("96.1.0", "SER/NUM", NONE, "serial number", DisplayValues::serialNumber),
    DISPLAY_TEST("", "", NONE, "display test", _ -> "");

    /// All items in the order of the table; `values()` would copy them at each call.
    public static final List<DisplayItem> ALL = List.of(values());

    private final String code;
    private final List<String> texts;
    private final DisplayUnit unit;
    private final String meaning;
    private final DisplayValue source;

    DisplayItem(String code, String text, DisplayUnit unit, String meaning, DisplayValue source) {
        this.code = code;
        this.texts = List.of(text.split("/", -1));
        this.unit = unit;
        this.meaning = meaning;
        this.source = source;
    }

    /// For text somebody else wrote: the code as the display shows it, such as `1.8.0`, or the name, such as
    /// `display-test`.
    public static Optional<DisplayItem> parse(String text) {
        for (DisplayItem item : ALL) {
            if ((!item.code.isEmpty() && item.code.equals(text)) || item.title().equals(text)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    /// The identification field: C.D.E of the OBIS code, empty for the display test.
    public String code() {
        return code;
    }

    /// The name in configurations: `a-plus`, `display-test`.
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public DisplayUnit unit() {
        return unit;
    }

    /// What it is, in words.
    public String meaning() {
        return meaning;
    }

    /// What the fields say in this second.
    DisplayText words(Readings readings) {
        String shown = source.text(readings);
        int part = Math.floorMod(readings.now(), texts.size());
        String symbol = unit.symbol();
        String spoken = this == TIME_DATE ? DisplayValues.timeAndDate(readings) : shown;
        String sentence = code + " " + spoken + (symbol.isEmpty() ? "" : " " + symbol) + ", " + meaning;
        return new DisplayText(code, shown, symbol, texts.get(part), sentence);
    }
}
