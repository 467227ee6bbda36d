package trefas.device.configuration;

import java.util.Optional;

/// A published country code: X14 to X16 of the type number (dossier 2.1). The published list is not whole
/// (decision 0030).
///
/// @param code three digits
/// @param country two letters of ISO 3166
/// @param name in words, with the language where a country has several
public record CountryCode(String code, String country, String name) {

    /// One a line, as the papers list them.
    private static final String PUBLISHED = """
        010 DK Denmark
        011 DK Denmark
        012 DK Denmark
        025 RU Russia
        031 ES Spain
        035 TR Turkey
        036 HR Croatia
        037 RS Serbia
        040 NO Norway
        042 SK Slovakia
        043 CZ Czechia
        044 HU Hungary
        045 LV Latvia
        049 LT Lithuania
        050 GB United Kingdom
        055 AT Austria
        056 AT Austria
        059 CH Switzerland, Italian
        061 EE Estonia
        063 CH Switzerland, German
        064 PL Poland
        065 CH Switzerland, French
        067 IS Iceland
        070 DE Germany
        078 BE Belgium
        080 NL Netherlands
        084 FI Finland
        086 AX Åland
        090 SE Sweden
        092 SE Sweden
        110 SA Saudi Arabia
        120 ZA South Africa
        121 GH Ghana
        151 CL Chile
        """;

    private static final int COUNTRY_AT = 4;
    private static final int NAME_AT = 7;

    /// Of three digits, or empty when nobody has published what they mean.
    static Optional<CountryCode> of(String digits) {
        return PUBLISHED
                .lines()
                .filter(line -> line.startsWith(digits))
                .map(line ->
                        new CountryCode(digits, line.substring(COUNTRY_AT, COUNTRY_AT + 2), line.substring(NAME_AT)))
                .findFirst();
    }
}
