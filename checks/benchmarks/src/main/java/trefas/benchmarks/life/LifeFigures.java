package trefas.benchmarks.life;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import trefas.benchmarks.Figures;

/// `checks/benchmarks/run life`: a year of one meter, a thousand meters at once, and what a row of the load profile
/// costs. An argument picks the parts whose names begin with it. Each part has a process of its own: what the compiler
/// makes of a meter's second depends on what ran before in the same one.
public final class LifeFigures {

    private static final SequencedMap<String, Part> PARTS = new TreeMap<>();

    static {
        PARTS.put("fleet-chunk", (figures, folder) -> new FleetFigures(figures).phasorsByChunk(folder));
        PARTS.put("fleet-house", (figures, folder) -> new FleetFigures(figures).housesByChunk(folder));
        PARTS.put("fleet-second", (figures, folder) -> new FleetFigures(figures).phasorsBySecond(folder));
        PARTS.put("rows", RowFigures::show);
        PARTS.put("year-house", YearFigures::house);
        PARTS.put("year-phasors", YearFigures::phasors);
    }

    private LifeFigures() {}

    private interface Part {
        /// Prints its figures.
        ///
        /// @param folder an empty one for what it stores
        void show(Figures figures, Path folder) throws IOException;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String asked = arguments.length == 0 ? "" : arguments[0];
        if (PARTS.containsKey(asked)) {
            showHere(PARTS.get(asked));
            return;
        }
        List<String> chosen =
                PARTS.keySet().stream().filter(name -> name.startsWith(asked)).toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException(asked + " begins none of " + PARTS.keySet());
        }
        for (String name : chosen) {
            showInAProcess(name);
        }
    }

    private static void showInAProcess(String name) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        String path = System.getProperty("java.class.path");
        command.addAll(List.of("-cp", path, LifeFigures.class.getName(), name));
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(name + " ended with " + code);
        }
    }

    private static void showHere(Part part) throws IOException {
        var figures = new Figures();
        Path folder = Files.createTempDirectory("trefas-life");
        try {
            part.show(figures, folder);
            figures.end();
        } finally {
            delete(folder);
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
