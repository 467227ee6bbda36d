package trefas.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import trefas.verification.TrefasProgram.Ended;

/// Every `./trefas` command in the README and the documents works as it is written there, on the default ports. A
/// command that starts a meter goes on running for the ones below it, as it would in the reader's other window.
class DocsCommandsTest {

    private static final String COMMAND = "./trefas ";

    /// A checkout of links, so that states and other traces of the commands stay out of the real one.
    private static final Path CHECKOUT = TrefasProgram.ROOT.resolve("checks/verification/target/checkout");

    private @Nullable TrefasProgram meter;

    static Stream<Path> documents() throws IOException {
        var documents = new ArrayList<Path>();
        documents.add(TrefasProgram.ROOT.resolve("README.md"));
        try (Stream<Path> all = Files.walk(TrefasProgram.ROOT.resolve("docs"))) {
            all.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        var withCommands = new ArrayList<Path>();
        for (Path document : documents) {
            if (!commands(document).isEmpty()) {
                withCommands.add(TrefasProgram.ROOT.relativize(document));
            }
        }
        assertFalse(withCommands.isEmpty(), "no command in any document");
        return withCommands.stream();
    }

    /// The lines in fenced blocks of shell commands that start the program.
    private static List<String> commands(Path document) throws IOException {
        var commands = new ArrayList<String>();
        boolean isShell = false;
        for (String line : Files.readAllLines(document)) {
            if (line.startsWith("```")) {
                isShell = line.equals("```sh");
            } else if (isShell && line.startsWith(COMMAND)) {
                commands.add(line.substring(COMMAND.length())
                        .replaceFirst(" +#.*", "")
                        .strip());
            }
        }
        return commands;
    }

    @BeforeEach
    void layOutCheckout() throws IOException {
        Files.createDirectories(CHECKOUT);
        removeTraces();
        for (String name : List.of("trefas", "pom.xml", "core", "shell", "app")) {
            Files.createSymbolicLink(CHECKOUT.resolve(name), TrefasProgram.ROOT.resolve(name));
        }
        DirectorySnapshot.copy(TrefasProgram.ROOT.resolve("examples"), CHECKOUT.resolve("examples"));
    }

    @AfterEach
    void removeTraces() throws IOException {
        stopMeter();
        try (Stream<Path> all = Files.walk(CHECKOUT)) {
            for (Path path : all.sorted((one, other) -> other.compareTo(one)).toList()) {
                if (!path.equals(CHECKOUT)) {
                    Files.delete(path);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void everyCommandWorksAsItIsWritten(Path document) throws Exception {
        for (String command : commands(TrefasProgram.ROOT.resolve(document))) {
            String[] words = command.split(" +", -1);
            switch (words[0]) {
                case "demo", "run" -> {
                    stopMeter();
                    startOrRun(words);
                }
                case "read", "profile", "objects", "set", "action" -> {
                    if (meter == null) {
                        startOrRun("demo");
                    }
                    assertWorks(words);
                }
                case "accuracy", "capture", "decode", "explain", "measure", "waveform", "--help", "--version" ->
                    assertWorks(words);
                default -> fail(document + " shows " + COMMAND + command + ", which nobody knows");
            }
        }
    }

    private void startOrRun(String... words) throws Exception {
        if (List.of(words).contains("--exit-at-end") || List.of(words).contains("--help")) {
            assertWorks(words);
            return;
        }
        var started = TrefasProgram.startIn(CHECKOUT, Map.of(), words);
        meter = started;
        started.awaitBanner();
    }

    private static void assertWorks(String... words) throws Exception {
        try (var program = TrefasProgram.startIn(CHECKOUT, Map.of(), words)) {
            Ended ended = program.awaitEnd();
            assertEquals(0, ended.exitCode(), program::story);
            assertEquals(List.of(), ended.complaints(), program::story);
            assertFalse(ended.out().isEmpty(), program::story);
        }
    }

    private void stopMeter() {
        if (meter != null) {
            meter.close();
            meter = null;
        }
    }
}
