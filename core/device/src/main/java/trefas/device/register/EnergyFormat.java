package trefas.device.register;

import java.util.Optional;

/// How energy is shown and read, fixed when the meter is ordered (dossier 4.2, configuration number Z1). Written as
/// whole and decimal digits of kWh.
public enum EnergyFormat {
    F70(1, 7, 0),
    F61(2, 6, 1),
    F72(3, 7, 2),
    F63(4, 6, 3);

    private static final long MILLIWATT_SECONDS_PER_WATT_HOUR = 3_600_000L;
    private static final int DECIMALS_OF_WATT_HOURS = 3;

    private final int code;
    private final int wholeDigits;
    private final int decimals;
    private final long stepMilliwattSeconds;
    private final long rollOver;

    EnergyFormat(int code, int wholeDigits, int decimals) {
        this.code = code;
        this.wholeDigits = wholeDigits;
        this.decimals = decimals;
        this.stepMilliwattSeconds = pow10(DECIMALS_OF_WATT_HOURS - decimals) * MILLIWATT_SECONDS_PER_WATT_HOUR;
        this.rollOver = pow10(wholeDigits + decimals);
    }

    /// The Z1 code.
    public int code() {
        return code;
    }

    public int wholeDigits() {
        return wholeDigits;
    }

    public int decimals() {
        return decimals;
    }

    /// Power of ten from the reading to Wh, varh or VAh (dossier 19, our choice): 7.2 gives 1, a step of 10 Wh.
    public int scaler() {
        return DECIMALS_OF_WATT_HOURS - decimals;
    }

    /// One step of the last digit, in mW s.
    public long stepMilliwattSeconds() {
        return stepMilliwattSeconds;
    }

    /// Readings before the register starts again at zero: 10^7 kWh with seven whole digits, 10^6 kWh with six.
    public long rollOver() {
        return rollOver;
    }

    /// The reading as the display writes it in kWh: with leading zeros, cut and never rounded.
    public String text(long reading) {
        String digits = String.valueOf(reading + rollOver()).substring(1);
        return decimals == 0 ? digits : digits.substring(0, wholeDigits) + "." + digits.substring(wholeDigits);
    }

    /// For text such as `7.2` that somebody else wrote.
    public static Optional<EnergyFormat> parse(String text) {
        for (EnergyFormat format : values()) {
            if (format.toString().equals(text)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    public static Optional<EnergyFormat> ofCode(int code) {
        for (EnergyFormat format : values()) {
            if (format.code == code) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return wholeDigits + "." + decimals;
    }

    private static long pow10(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
