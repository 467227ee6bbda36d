package trefas.metrology.quality;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import trefas.metrology.HarmonicSpectrum;

/// The limits a supply is judged by: those of an edition of EN 50160, or one's own. Immutable.
///
/// In text they are lines `key = value`, see [LimitKey]; a line `edition = NAME` gives them a name, `#` begins a
/// comment, and `harmonic.7 = none` takes a limit away. What a text doesn't say stays as in the limits it is laid
/// over.
public final class Limits {

    /// Most lines of a text that are read.
    public static final int LINES_MAX = 1_000;

    private static final String EDITION = "edition";
    private static final String HARMONIC = "harmonic.";
    private static final String NONE = "none";

    private static final Limits EMPTY = new Limits("no limits", Map.of(), Map.of());
    private static final Limits EDITION_2010 = literal(EMPTY, En50160.EDITION_2010);
    private static final Limits EDITION_2022 = literal(EDITION_2010, En50160.EDITION_2022);

    private final String edition;
    private final Map<LimitKey, Double> values;
    private final Map<Integer, Double> harmonics;

    private Limits(String edition, Map<LimitKey, Double> values, Map<Integer, Double> harmonics) {
        this.edition = edition;
        this.values = values;
        this.harmonics = harmonics;
    }

    /// EN 50160:2010 for low voltage of an interconnected system (dossier metrology 4).
    public static Limits edition2010() {
        return EDITION_2010;
    }

    /// The later edition's higher limits of the 15th and 21st harmonic. They are second-hand and not verified; the
    /// rest is as in 2010.
    public static Limits edition2022() {
        return EDITION_2022;
    }

    /// What a text says over these limits.
    public LimitsReading overlaidBy(String text) {
        String name = edition;
        Map<LimitKey, Double> newValues = new EnumMap<>(LimitKey.class);
        newValues.putAll(values);
        Map<Integer, Double> newHarmonics = new TreeMap<>(harmonics);
        String[] lines = text.split("\n", -1);
        if (lines.length > LINES_MAX) {
            return new LimitsReading.Refused(
                    "the limits have " + lines.length + " lines, at most " + LINES_MAX + " are read");
        }
        for (int number = 1; number <= lines.length; number++) {
            String line = lines[number - 1].split("#", -1)[0].strip();
            if (line.isEmpty()) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals < 0) {
                return refused(number, "'" + line + "' is not of the form key = value");
            }
            String key = line.substring(0, equals).strip();
            String value = line.substring(equals + 1).strip();
            if (key.equals(EDITION)) {
                name = value;
                continue;
            }
            String problem = key.startsWith(HARMONIC) && LimitKey.of(key).isEmpty()
                    ? setHarmonic(newHarmonics, key, value)
                    : setValue(newValues, key, value);
            if (!problem.isEmpty()) {
                return refused(number, problem);
            }
        }
        return new LimitsReading.Read(
                new Limits(name, Collections.unmodifiableMap(newValues), Collections.unmodifiableMap(newHarmonics)));
    }

    /// Name of the edition.
    public String edition() {
        return edition;
    }

    /// One of the numbers.
    public double value(LimitKey key) {
        return values.getOrDefault(key, 0.0);
    }

    /// Limit of a harmonic of the voltage, percent of the fundamental; none for an order without.
    public OptionalDouble harmonic(int order) {
        Double percent = harmonics.get(order);
        return percent == null ? OptionalDouble.empty() : OptionalDouble.of(percent);
    }

    /// These limits as text that reads back the same.
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(EDITION).append(" = ").append(edition).append('\n');
        values.forEach((key, value) ->
                text.append(key.text()).append(" = ").append(value).append('\n'));
        harmonics.forEach((order, percent) -> text.append(HARMONIC)
                .append(order)
                .append(" = ")
                .append(percent)
                .append('\n'));
        return text.toString();
    }

    private static String setValue(Map<LimitKey, Double> values, String text, String value) {
        LimitKey key = LimitKey.of(text).orElse(null);
        if (key == null) {
            return "unknown key '" + text + "', expected edition, harmonic.2 to harmonic.50 or one like "
                    + LimitKey.VOLTAGE_LOW.text();
        }
        OptionalDouble number = number(value);
        if (number.isEmpty() || number.getAsDouble() < key.minimum() || number.getAsDouble() > key.maximum()) {
            return key.text() + " is '" + value + "', expected a number from " + key.minimum() + " to " + key.maximum();
        }
        values.put(key, number.getAsDouble());
        return "";
    }

    private static String setHarmonic(Map<Integer, Double> harmonics, String key, String value) {
        OptionalDouble order = number(key.substring(HARMONIC.length()));
        if (order.isEmpty()
                || order.getAsDouble() != Math.rint(order.getAsDouble())
                || order.getAsDouble() < 2
                || order.getAsDouble() > HarmonicSpectrum.ORDERS_MAX) {
            return "unknown key '" + key + "', a harmonic is of order 2 to " + HarmonicSpectrum.ORDERS_MAX;
        }
        if (value.equals(NONE)) {
            harmonics.remove((int) order.getAsDouble());
            return "";
        }
        OptionalDouble percent = number(value);
        if (percent.isEmpty() || percent.getAsDouble() <= 0 || percent.getAsDouble() > 100) {
            return key + " is '" + value + "', expected above 0 to 100 percent or " + NONE;
        }
        harmonics.put((int) order.getAsDouble(), percent.getAsDouble());
        return "";
    }

    private static OptionalDouble number(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }

    private static LimitsReading refused(int line, String problem) {
        return new LimitsReading.Refused("limits, line " + line + ": " + problem);
    }

    /// For the tables we wrote ourselves: a typo is our bug, so it throws.
    private static Limits literal(Limits base, String text) {
        return switch (base.overlaidBy(text)) {
            case LimitsReading.Read read -> read.limits();
            case LimitsReading.Refused refused -> throw new IllegalArgumentException(refused.problem());
        };
    }
}
