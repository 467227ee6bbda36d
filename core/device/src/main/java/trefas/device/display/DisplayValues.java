package trefas.device.display;

import java.util.function.ToLongFunction;
import trefas.device.register.EnergyFormat;
import trefas.device.register.EnergyRegister;
import trefas.device.register.MeasuredEnergies;
import trefas.device.settings.MeterNumbers;
import trefas.metrology.OneSecondValues;
import trefas.quantity.Phase;

/// Values of this second and plain numbers in the value field. They are cut, never rounded. Decimals of voltage,
/// current and frequency are our choice; the papers fix those of energy (dossier 4.2) and power (4.3).
final class DisplayValues {

    private static final int POWER_DECIMALS = 3;
    private static final int MILLI_TO_UNITS_DECIMALS = 3;
    private static final int VOLTAGE_DECIMALS = 1;
    private static final int HUNDREDTHS_DECIMALS = 2;
    private static final int MILLI = 1_000;

    /// Meter numbers and special data have eight digits (dossier 6.1); of a longer number the last ones are shown.
    private static final int NUMBER_DIGITS = 8;

    private static final long NUMBER_ROLL_OVER = 100_000_000L;

    /// The value field has nine digits.
    private static final long FIELD_ROLL_OVER = 1_000_000_000L;

    private static final int UNITY_HUNDREDTHS = 100;

    private DisplayValues() {}

    /// A1234: what was imported and what was exported, added (dossier 4.1).
    static DisplaySource absoluteEnergy() {
        return new DisplaySource(MeasuredEnergies.ACTIVE, meter -> {
            EnergyFormat format = meter.energyFormat();
            long sum = meter.milliwattSeconds(EnergyRegister.A_PLUS) + meter.milliwattSeconds(EnergyRegister.A_MINUS);
            return format.text(sum / format.stepMilliwattSeconds() % format.rollOver());
        });
    }

    /// Anet, which counts backwards too. All nine digits may be in use, so a minus takes the place of the first one
    /// (our choice).
    static DisplaySource netEnergy() {
        return new DisplaySource(MeasuredEnergies.ACTIVE, meter -> {
            EnergyFormat format = meter.energyFormat();
            long net = meter.milliwattSeconds(EnergyRegister.A_PLUS) - meter.milliwattSeconds(EnergyRegister.A_MINUS);
            long steps = net / format.stepMilliwattSeconds();
            String digits = format.text(Math.abs(steps) % format.rollOver());
            return steps < 0 ? "-" + digits.substring(1) : digits;
        });
    }

    /// A power of this second.
    ///
    /// @param milli mW, mvar or mVA
    static DisplaySource power(MeasuredEnergies needs, ToLongFunction<Displayed> milli) {
        return new DisplaySource(needs, meter -> kilo(milli.applyAsLong(meter)));
    }

    static DisplayValue phaseImport(Phase phase) {
        return meter -> kilo(Math.max(0, meter.values().milliwatts(phase.index())));
    }

    static DisplayValue voltage(Phase phase) {
        return meter -> milli(meter.values().millivolts(phase.index()), VOLTAGE_DECIMALS);
    }

    static DisplayValue current(Phase phase) {
        return meter -> milli(meter.values().milliamperes(phase.index()), HUNDREDTHS_DECIMALS);
    }

    static String frequency(Displayed meter) {
        return milli(meter.values().millihertz(), HUNDREDTHS_DECIMALS);
    }

    static DisplayValue powerFactor(Phase phase) {
        return meter -> powerFactor(
                meter.values().milliwatts(phase.index()), meter.values().millivars(phase.index()));
    }

    /// Of all phases, added with their signs whatever the summation method (dossier 3.6).
    static String powerFactor(Displayed meter) {
        OneSecondValues values = meter.values();
        long active = 0;
        long reactive = 0;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            active += values.milliwatts(phase);
            reactive += values.millivars(phase);
        }
        return powerFactor(active, reactive);
    }

    /// |P| / sqrt(P² + Q²), 1.00 without load (dossier 3.6).
    private static String powerFactor(long active, long reactive) {
        double apparent = Math.hypot((double) active, (double) reactive);
        return decimal(
                apparent == 0
                        ? UNITY_HUNDREDTHS
                        : (long) Math.floor((double) UNITY_HUNDREDTHS * (double) Math.abs(active) / apparent),
                HUNDREDTHS_DECIMALS);
    }

    /// Eight digits.
    static DisplayValue number(ToLongFunction<Displayed> unsigned) {
        return meter -> padded(unsigned.applyAsLong(meter) % NUMBER_ROLL_OVER, NUMBER_DIGITS);
    }

    /// A number that somebody wrote.
    static DisplayValue setNumber(ToLongFunction<MeterNumbers> unsigned) {
        return number(meter -> unsigned.applyAsLong(meter.settings().numbers()));
    }

    /// As many digits as it has, up to nine.
    static DisplayValue count(ToLongFunction<Displayed> unsigned) {
        return meter -> counted(unsigned.applyAsLong(meter));
    }

    static String counted(long number) {
        return Long.toString(number % FIELD_ROLL_OVER);
    }

    /// Milliwatts as kW, millivars as kvar, with three decimals (dossier 4.3).
    static String kilo(long milli) {
        return decimal(milli / MILLI, POWER_DECIMALS);
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
        String digits = padded(steps % FIELD_ROLL_OVER, decimals + 1);
        int point = digits.length() - decimals;
        return digits.substring(0, point) + "." + digits.substring(point);
    }

    static String padded(long number, int digitsMin) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, digitsMin - digits.length())) + digits;
    }
}
