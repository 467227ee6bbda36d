package trefas.device.display;

import java.time.LocalDateTime;
import java.util.function.ToLongFunction;
import trefas.device.register.EnergyFormat;
import trefas.device.register.EnergyRegister;
import trefas.device.register.Readings;
import trefas.quantity.Phase;

/// How numbers are written in the value field. They are cut, never rounded. Decimals of voltage, current and frequency
/// are our choice; the papers fix those of energy (dossier 4.2) and power (4.3).
final class DisplayValues {

    private static final int WATTS_IN_KILOWATTS_DECIMALS = 3;
    private static final int MILLI_TO_UNITS_DECIMALS = 3;
    private static final int VOLTAGE_DECIMALS = 1;
    private static final int HUNDREDTHS_DECIMALS = 2;
    private static final int SERIAL_DIGITS = 8;

    private DisplayValues() {}

    static DisplayValue energy(EnergyRegister register) {
        return readings -> readings.energyFormat().text(readings.reading(register));
    }

    /// A1234: what was imported and what was exported, added (dossier 4.1).
    static String absoluteEnergy(Readings readings) {
        EnergyFormat format = readings.energyFormat();
        long sum = readings.milliwattSeconds(EnergyRegister.A_PLUS) + readings.milliwattSeconds(EnergyRegister.A_MINUS);
        return format.text(sum / format.stepMilliwattSeconds() % format.rollOver());
    }

    /// Anet, which counts backwards too. All nine digits may be in use, so a minus takes the place of the first one
    /// (our choice).
    static String netEnergy(Readings readings) {
        EnergyFormat format = readings.energyFormat();
        long net = readings.milliwattSeconds(EnergyRegister.A_PLUS) - readings.milliwattSeconds(EnergyRegister.A_MINUS);
        long steps = net / format.stepMilliwattSeconds();
        String digits = format.text(Math.abs(steps) % format.rollOver());
        return steps < 0 ? "-" + digits.substring(1) : digits;
    }

    /// Milliwatts as kW or millivars as kvar, with three decimals (dossier 4.3).
    static DisplayValue thousandths(ToLongFunction<Readings> milli) {
        return readings -> decimal(milli.applyAsLong(readings) / 1_000, WATTS_IN_KILOWATTS_DECIMALS);
    }

    static DisplayValue phaseImport(Phase phase) {
        return thousandths(readings -> Math.max(0, readings.values().milliwatts(place(phase))));
    }

    static DisplayValue voltage(Phase phase) {
        return readings -> milli(readings.values().millivolts(place(phase)), VOLTAGE_DECIMALS);
    }

    static DisplayValue current(Phase phase) {
        return readings -> milli(readings.values().milliamperes(place(phase)), HUNDREDTHS_DECIMALS);
    }

    static String frequency(Readings readings) {
        return milli(readings.values().millihertz(), HUNDREDTHS_DECIMALS);
    }

    static String serialNumber(Readings readings) {
        return padded(Integer.toUnsignedLong(readings.serialNumber()), SERIAL_DIGITS);
    }

    /// HH:MM:SS and YYYY:MM:DD (dossier 6.1), taking turns each second with the texts TIME and DATE.
    static DisplayValue clock() {
        return readings -> {
            LocalDateTime local = local(readings);
            return Math.floorMod(readings.now(), 2) == 0
                    ? joined(local.getHour(), local.getMinute(), local.getSecond())
                    : joined(local.getYear(), local.getMonthValue(), local.getDayOfMonth());
        };
    }

    /// Both halves of the clock for the sentence.
    static String timeAndDate(Readings readings) {
        LocalDateTime local = local(readings);
        return joined(local.getHour(), local.getMinute(), local.getSecond()) + " " + local.toLocalDate();
    }

    /// Where the phase stands among the values of a second.
    private static int place(Phase phase) {
        return switch (phase) {
            case L1 -> 0;
            case L2 -> 1;
            case L3 -> 2;
        };
    }

    private static LocalDateTime local(Readings readings) {
        return readings.clock().local(readings.now());
    }

    private static String joined(int first, int second, int third) {
        return padded(first, 2) + ":" + padded(second, 2) + ":" + padded(third, 2);
    }

    /// Thousandths of a unit with fewer decimals.
    private static String milli(long thousandths, int decimals) {
        long steps = thousandths;
        for (int cut = decimals; cut < MILLI_TO_UNITS_DECIMALS; cut++) {
            steps /= 10;
        }
        return decimal(steps, decimals);
    }

    private static String decimal(long steps, int decimals) {
        String digits = padded(steps, decimals + 1);
        int point = digits.length() - decimals;
        return digits.substring(0, point) + "." + digits.substring(point);
    }

    private static String padded(long number, int digitsMin) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, digitsMin - digits.length())) + digits;
    }
}
