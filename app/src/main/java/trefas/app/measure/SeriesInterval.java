package trefas.app.measure;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// The lengths of which a series can be had, by the words of the command line.
public enum SeriesInterval {
    TEN_CYCLES("10cycle"),
    ONE_SECOND("1s"),
    FIFTEEN_BASIC("150cycle"),
    TEN_MINUTES("10min");

    private final String label;

    SeriesInterval(String label) {
        this.label = label;
    }

    /// The word on the command line.
    public String label() {
        return label;
    }

    /// All words, with a bar between.
    public static String labels() {
        return Arrays.stream(values()).map(SeriesInterval::label).collect(Collectors.joining("|"));
    }

    /// By the word on the command line.
    public static Optional<SeriesInterval> named(String text) {
        return Arrays.stream(values())
                .filter(interval -> interval.label.equalsIgnoreCase(text))
                .findFirst();
    }
}
