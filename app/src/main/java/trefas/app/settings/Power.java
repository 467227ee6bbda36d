package trefas.app.settings;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Powers as people write them: `800W`, `3.2kW`, `6 kWp`.
final class Power {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?) ?(k?)Wp?");

    private Power() {}

    /// Whole watts, or empty for anything else or more than the limit.
    static Optional<Integer> parse(String text, int wattsMax) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        BigDecimal watts = new BigDecimal(written.group(1))
                .scaleByPowerOfTen(written.group(2).isEmpty() ? 0 : 3);
        return watts.compareTo(BigDecimal.valueOf(wattsMax)) <= 0 ? Optional.of(watts.intValue()) : Optional.empty();
    }
}
