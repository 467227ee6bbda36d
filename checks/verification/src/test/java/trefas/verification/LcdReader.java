package trefas.verification;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.JavascriptExecutor;

/// Reads the glass as an eye does: which shapes of the drawing are dark, and what digit that makes. It knows nothing of
/// the frame the server sent.
final class LcdReader {

    /// The segments a to g of each digit, dark ones as 1.
    private static final Map<String, String> DIGITS = Map.ofEntries(
            Map.entry("0000000", " "),
            Map.entry("1111110", "0"),
            Map.entry("0110000", "1"),
            Map.entry("1101101", "2"),
            Map.entry("1111001", "3"),
            Map.entry("0110011", "4"),
            Map.entry("1011011", "5"),
            Map.entry("1011111", "6"),
            Map.entry("1110000", "7"),
            Map.entry("1111111", "8"),
            Map.entry("1111011", "9"),
            Map.entry("0000001", "-"));

    private static final int SEGMENTS = 7;

    /// Shapes of a digit in the order of the drawing: seven segments, the dot, two for the colon.
    private static final String GLASS = """
            const isDark = (shape) => {
              const style = getComputedStyle(shape);
              return Number(style.fill === 'none' ? style.strokeOpacity : style.fillOpacity) > 0.5;
            };
            const rows = [...document.querySelectorAll('meter-face #lcd > g')];
            const [identification, text, value] = rows.map((row) =>
              [...row.children].map((cell) => [...cell.children].map((shape) => isDark(shape) ? '1' : '0').join('')));
            """;

    private static final String MARKS = """
            const done = arguments[arguments.length - 1];
            import('/glass-drawing.js').then(({ MARKS }) => {
              const shapes = [...document.querySelectorAll('meter-face #lcd > :not(g):not(.underline)')];
              done(shapes.flatMap((shape, i) => {
                const style = getComputedStyle(shape);
                const opacity = style.fill === 'none' ? style.strokeOpacity : style.fillOpacity;
                return Number(opacity) > 0.5 ? MARKS[i].marks : [];
              }));
            });
            """;

    private final JavascriptExecutor page;

    LcdReader(JavascriptExecutor page) {
        this.page = page;
    }

    /// The small digits at the top left, such as `1.8.0`.
    String identification() {
        return decoded("identification").strip();
    }

    /// The large digits, such as `0000265.30`.
    String value() {
        return decoded("value").strip();
    }

    /// Dark shapes in the three rows of digits and letters.
    long darkShapes() {
        Object count = page.executeScript(
                GLASS + "return [identification, text, value].flat().join('').split('1').length - 1;");
        return ((Number) Objects.requireNonNull(count)).longValue();
    }

    /// Names of the dark marks beside the digits.
    Set<String> marks() {
        return strings(page.executeAsyncScript(MARKS)).stream().collect(Collectors.toSet());
    }

    private String decoded(String row) {
        return strings(page.executeScript(GLASS + "return " + row + ";")).stream()
                .map(LcdReader::digit)
                .collect(Collectors.joining());
    }

    private static String digit(String shapes) {
        String segments = shapes.substring(0, SEGMENTS);
        String digit = DIGITS.getOrDefault(segments, "?");
        return digit + (shapes.charAt(SEGMENTS) == '1' ? "." : "") + (shapes.charAt(SEGMENTS + 1) == '1' ? ":" : "");
    }

    private static List<String> strings(@Nullable Object list) {
        return ((List<?>) Objects.requireNonNull(list))
                .stream().map(Object::toString).toList();
    }
}
