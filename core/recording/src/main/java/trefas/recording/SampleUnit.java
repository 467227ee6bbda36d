package trefas.recording;

import java.util.Locale;

/// What the unit of a channel says: volts, amperes, something else, or nothing.
///
/// @param kind what it measures
/// @param factor to V or A, 1 for other kinds
record SampleUnit(Kind kind, double factor) {

    /// What a channel measures by its unit.
    enum Kind {
        VOLTAGE,
        CURRENT,
        OTHER,
        UNKNOWN
    }

    private static final SampleUnit UNKNOWN = new SampleUnit(Kind.UNKNOWN, 1);
    private static final SampleUnit OTHER = new SampleUnit(Kind.OTHER, 1);

    /// Reads a unit. The case of the prefix decides between milli and mega, for the rest it doesn't matter: `KV` and
    /// `kv` are kilovolts.
    static SampleUnit of(String text) {
        String unit = text.strip();
        String upper = unit.toUpperCase(Locale.ROOT);
        if (upper.isEmpty() || upper.equals("NONE") || upper.equals("-") || upper.equals("I") || upper.equals("U")) {
            return UNKNOWN;
        }
        boolean isMilli = unit.startsWith("m");
        return switch (upper) {
            case "V", "VOLT", "VOLTS" -> new SampleUnit(Kind.VOLTAGE, 1);
            case "KV" -> new SampleUnit(Kind.VOLTAGE, 1e3);
            case "MV" -> new SampleUnit(Kind.VOLTAGE, isMilli ? 1e-3 : 1e6);
            case "UV", "\u00B5V", "\u039CV" -> new SampleUnit(Kind.VOLTAGE, 1e-6);
            case "A", "AMP", "AMPS", "AMPERE", "AMPERES" -> new SampleUnit(Kind.CURRENT, 1);
            case "KA" -> new SampleUnit(Kind.CURRENT, 1e3);
            case "MA" -> new SampleUnit(Kind.CURRENT, isMilli ? 1e-3 : 1e6);
            case "UA", "\u00B5A", "\u039CA" -> new SampleUnit(Kind.CURRENT, 1e-6);
            default -> OTHER;
        };
    }
}
