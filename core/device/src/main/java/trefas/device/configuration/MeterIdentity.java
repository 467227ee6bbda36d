package trefas.device.configuration;

import java.util.Locale;

/// The numbers by which a meter is known outside of its utility, all made from its serial number (dossier 2.2).
/// Where the meter we follow has letters and numbers registered for its maker, ours are others (decisions 0007 and
/// 0030).
///
/// @param serialNumber 8 digits at most
public record MeterIdentity(int serialNumber) {

    public static final int SERIAL_NUMBER_MAX = 99_999_999;

    /// GS1 keeps prefix 952 for demonstrations and examples; the four zeros are a company of ours.
    private static final String COMPANY = "9520000";

    /// Text before the ten digits of the identification number.
    private static final String IDENTIFICATION = "1TRF";

    public MeterIdentity {
        if (serialNumber < 0 || serialNumber > SERIAL_NUMBER_MAX) {
            throw new IllegalArgumentException("a serial number has 8 digits: " + serialNumber);
        }
    }

    /// Object 1.1.0.0.4.255: 14 characters, such as `1TRF0021830417`.
    public String identificationNumber() {
        return IDENTIFICATION + String.format(Locale.ROOT, "%010d", serialNumber);
    }

    /// Object 1.1.0.0.5.255: 16 digits, company, serial number and a check digit.
    public String gs1Number() {
        String digits = COMPANY + String.format(Locale.ROOT, "%08d", serialNumber);
        return digits + gs1CheckDigit(digits);
    }

    /// The digit that GS1 puts behind others, modulo 10 with the weights 3, 1, 3 … from the right (GS1 General
    /// Specifications, check digit calculations).
    static int gs1CheckDigit(String digits) {
        int sum = 0;
        for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
            int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
            sum += fromRight % 2 == 0 ? 3 * digit : digit;
        }
        return (10 - sum % 10) % 10;
    }
}
