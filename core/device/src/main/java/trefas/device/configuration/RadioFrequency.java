package trefas.device.configuration;

import java.util.List;
import java.util.Optional;

/// A frequency plan of the integrated radio (Z16).
///
/// @param country two letters of ISO 3166, or EU
/// @param code three digits
public record RadioFrequency(String country, int code) {

    /// All that the data sheet lists.
    public static final List<RadioFrequency> PUBLISHED = List.of(
            new RadioFrequency("CH", 318),
            new RadioFrequency("EU", 319),
            new RadioFrequency("SE", 326),
            new RadioFrequency("SE", 328),
            new RadioFrequency("SE", 329),
            new RadioFrequency("NO", 337),
            new RadioFrequency("NO", 338),
            new RadioFrequency("NO", 339),
            new RadioFrequency("DK", 348),
            new RadioFrequency("DK", 349),
            new RadioFrequency("FI", 356),
            new RadioFrequency("FI", 357),
            new RadioFrequency("FI", 359),
            new RadioFrequency("PL", 369),
            new RadioFrequency("AT", 378),
            new RadioFrequency("AT", 379));

    private static final String EVERYWHERE = "EU";

    public static Optional<RadioFrequency> ofCode(int code) {
        return PUBLISHED.stream().filter(frequency -> frequency.code == code).findFirst();
    }

    /// Whether it is listed for a country.
    public boolean isFor(String countryLetters) {
        return country.equals(EVERYWHERE) || country.equals(countryLetters);
    }

    @Override
    public String toString() {
        return country + " " + code + " K";
    }
}
