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

/// Every `./trefas` command in the README's and the documents' blocks of shell commands works as it is written there,
/// on the default ports. A command that starts a meter goes on running for the ones below it, as it would in the
/// reader's other window. What stands elsewhere is [DocsLinesTest]'s matter.
class DocsCommandsTest {

    private static final String COMMAND = "./trefas ";

    private @Nullable TrefasProgram meter;

    static Stream<Path> documents() throws IOException {
        var withCommands = new ArrayList<Path>();
        for (Path document : DocsCheckout.documents()) {
            if (!commands(document).isEmpty()) {
                withCommands.add(document);
            }
        }
        assertFalse(withCommands.isEmpty(), "no command in any document");
        return withCommands.stream();
    }

    /// The lines in fenced blocks of shell commands that start the program.
    static List<String> commands(Path document) throws IOException {
        var commands = new ArrayList<String>();
        boolean isShell = false;
        for (String line : Files.readAllLines(TrefasProgram.ROOT.resolve(document))) {
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
    void layOut() throws IOException {
        DocsCheckout.layOut();
    }

    @AfterEach
    void clear() throws IOException {
        stopMeter();
        DocsCheckout.clear();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void everyCommandWorksAsItIsWritten(Path document) throws Exception {
        for (String command : commands(document)) {
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
        var started = TrefasProgram.startIn(DocsCheckout.FOLDER, Map.of(), words);
        meter = started;
        started.awaitBanner();
    }

    private static void assertWorks(String... words) throws Exception {
        try (var program = TrefasProgram.startIn(DocsCheckout.FOLDER, Map.of(), words)) {
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
