package trefas.device.configuration;

import java.util.Optional;
import java.util.regex.Pattern;

/// The 18 characters that say what was ordered: `68`, the digits X1 to X13 and the country X14 to X16 (dossier 2.1).
/// Here it is a name the meter answers to; its digits are not yet turned into behaviour.
public record TypeNumber(String characters) {

    /// Stands first: the constant below is checked against it.
    private static final Pattern WRITTEN = Pattern.compile("68[0-9A-Z]{16}");

    /// Four quadrants, class B, breaker, radio, Denmark (dossier 2.1, derived).
    public static final TypeNumber DIN_RAIL_FOUR_QUADRANT = new TypeNumber("6841439BN244100010");

    public TypeNumber {
        if (!WRITTEN.matcher(characters).matches()) {
            throw new IllegalArgumentException("not a type number: " + characters);
        }
    }

    /// For a type number somebody else wrote; dashes between the groups are allowed.
    public static Optional<TypeNumber> parse(String text) {
        String characters = text.replace("-", "");
        return WRITTEN.matcher(characters).matches() ? Optional.of(new TypeNumber(characters)) : Optional.empty();
    }

    @Override
    public String toString() {
        return characters;
    }
}
