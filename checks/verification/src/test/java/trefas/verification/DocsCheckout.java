package trefas.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The documents of the checkout, and a checkout of links in which their commands run, so that states and other traces
/// of them stay out of the real one.
final class DocsCheckout {

    static final Path FOLDER = TrefasProgram.ROOT.resolve("checks/verification/target/checkout");

    private DocsCheckout() {}

    /// The README and all documents, named from the root of the checkout.
    static List<Path> documents() throws IOException {
        var documents = new ArrayList<Path>(List.of(Path.of("README.md")));
        for (String folder : List.of("docs", "examples")) {
            try (Stream<Path> all = Files.walk(TrefasProgram.ROOT.resolve(folder))) {
                all.filter(file -> file.toString().endsWith(".md"))
                        .sorted()
                        .map(TrefasProgram.ROOT::relativize)
                        .forEach(documents::add);
            }
        }
        return documents;
    }

    static void layOut() throws IOException {
        Files.createDirectories(FOLDER);
        clear();
        for (String name : List.of("trefas", "pom.xml", "core", "shell", "app")) {
            Files.createSymbolicLink(FOLDER.resolve(name), TrefasProgram.ROOT.resolve(name));
        }
        DirectorySnapshot.copy(TrefasProgram.ROOT.resolve("examples"), FOLDER.resolve("examples"));
    }

    static void clear() throws IOException {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            for (Path path : all.sorted((one, other) -> other.compareTo(one)).toList()) {
                if (!path.equals(FOLDER)) {
                    Files.delete(path);
                }
            }
        }
    }
}
