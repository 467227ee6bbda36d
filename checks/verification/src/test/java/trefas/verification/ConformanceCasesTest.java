package trefas.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Each of the 206 conformance cases is a named test somewhere in the modules. What counts as a name stands at
/// [ConformanceCases].
class ConformanceCasesTest {

    private static final int CASES = 206;

    @Test
    void thereIsATestForEachCase() throws IOException {
        var missing = new ArrayList<>(ConformanceCases.ids());
        assertEquals(CASES, missing.size());

        missing.removeAll(carried());

        assertEquals(List.of(), missing, "cases that no test is named after");
    }

    @Test
    void onlyIdsAtTheBeginningOfANameCount() {
        String source = """
            /// H01 in a comment
            @DisplayName("H02 H03 one after the other, unlike H04")
            @DisplayName(
                    "H05 on a line of its own")
            @ParameterizedTest(name = "H06 {0}")
            textBlock = ""\"
                # H07 a remark
                H08 | one row
                H09, H10 | another row, not H11
                ""\"
            Stream.of(arguments("H12", 1), Arguments.of("H13 too", 2), "H14")
            """;

        assertEquals(
                Set.of("H02", "H03", "H05", "H06", "H08", "H09", "H10", "H12", "H13"),
                ConformanceCases.carriedBy(source));
    }

    private static Set<String> carried() throws IOException {
        var carried = new HashSet<String>();
        for (Path source : testSources()) {
            carried.addAll(ConformanceCases.carriedBy(Files.readString(source)));
        }
        return carried;
    }

    /// Everything but this class, whose own table would count itself.
    private static List<Path> testSources() throws IOException {
        var sources = new ArrayList<Path>();
        for (String modules : List.of("core", "shell", "app", "checks")) {
            try (var files = Files.walk(TrefasProgram.ROOT.resolve(modules))) {
                files.filter(file -> file.toString().endsWith("Test.java"))
                        .filter(file -> !file.endsWith(ConformanceCasesTest.class.getSimpleName() + ".java"))
                        .forEach(sources::add);
            }
        }
        return sources;
    }
}
