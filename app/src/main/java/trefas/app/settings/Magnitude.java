package trefas.app.settings;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number with its unit, as people write it into a file: `0.8 %`, `-3mV`, `12 ppm/K`.
///
/// @param units what may stand behind the number, and what one of it is worth
/// @param smallest allowed value
/// @param largest allowed value
/// @param expected what is understood, in words
record Magnitude(Map<String, Double> units, double smallest, double largest, String expected) {

    private static final Pattern WRITTEN = Pattern.compile("([+-]?\\d{1,9}(?:\\.\\d{1,9})?) ?([^\\d\\s].{0,9})");

    /// The value in the unit that is worth 1; empty when the text is none.
    Optional<Double> parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches() || !units.containsKey(written.group(2))) {
            return Optional.empty();
        }
        double value = Double.parseDouble(written.group(1)) * units.get(written.group(2));
        return value >= smallest && value <= largest ? Optional.of(value) : Optional.empty();
    }

    /// The value behind a key of a section, or one that stands for it.
    double of(YamlSection section, String key, double otherwise) {
        return section.value(key, expected, this::parse).orElse(otherwise);
    }
}
