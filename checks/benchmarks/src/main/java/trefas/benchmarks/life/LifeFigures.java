package trefas.benchmarks.life;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import trefas.benchmarks.Figures;

/// `checks/benchmarks/run life`: a year of one meter, a thousand meters at once, and what a row of the load profile
/// costs. An argument names one of the three: `year`, `fleet` or `rows`.
public final class LifeFigures {

    private static final List<String> ALL = List.of("year", "fleet", "rows");

    private LifeFigures() {}

    public static void main(String[] arguments) throws IOException {
        var figures = new Figures();
        Path folder = Files.createTempDirectory("trefas-life");
        try {
            for (String part : arguments.length == 0 ? ALL : List.of(arguments)) {
                show(part, figures, folder);
            }
            figures.end();
        } finally {
            delete(folder);
        }
    }

    private static void show(String part, Figures figures, Path folder) throws IOException {
        switch (part) {
            case "year" -> YearFigures.show(figures, folder.resolve("year"));
            case "fleet" -> new FleetFigures(figures).show(folder.resolve("fleet"));
            case "rows" -> RowFigures.show(figures, folder);
            default -> throw new IllegalArgumentException(part + " is none of " + ALL);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
