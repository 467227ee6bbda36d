package trefas.verification;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The conformance cases of DLMS/COSEM (dossier H) and how a test carries one.
///
/// A case is carried by a test whose name begins with its id, or with several ids. A name is what a reader of the
/// test report sees: the text of `@DisplayName`, the `name` of a `@ParameterizedTest`, or a row of its table,
/// whose first column it then is: a line of a text block, or the first argument of `arguments(...)`. An id further
/// inside a name or in a comment counts for nothing.
final class ConformanceCases {

    private static final String ID = "[HWAGSCO]\\d\\d";

    /// `"A28 ...`, `"C02 C09 C10 ...`
    private static final Pattern LEADING_IDS = Pattern.compile("\\s*((?:" + ID + "\\b[\\s,|]*)+)");

    private static final Pattern ONE_ID = Pattern.compile(ID);
    private static final Pattern DISPLAY_NAME = Pattern.compile("@DisplayName\\(\\s*\"([^\"]*)\"");
    private static final Pattern TABLE_NAME = Pattern.compile("@ParameterizedTest\\(\\s*name = \"([^\"]*)\"");
    private static final Pattern ARGUMENTS = Pattern.compile("\\b[aA]rguments(?:\\.of)?\\(\\s*\"([^\"]*)\"");
    private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"\\R(.*?)\"\"\"", Pattern.DOTALL);

    /// One chapter of the list, with ids from 01 to a last one.
    private record Chapter(char letter, int last) {

        Stream<String> ids() {
            return Stream.iterate(1, number -> number + 1)
                    .limit(last)
                    .map(number -> "%c%02d".formatted(letter, number));
        }
    }

    private static final List<Chapter> CHAPTERS = List.of(
            new Chapter('H', 36),
            new Chapter('W', 13),
            new Chapter('A', 35),
            new Chapter('G', 40),
            new Chapter('S', 15),
            new Chapter('C', 28),
            new Chapter('O', 39));

    private ConformanceCases() {}

    /// All of them, in the order of the list.
    static List<String> ids() {
        return CHAPTERS.stream().flatMap(Chapter::ids).toList();
    }

    /// The ids the tests of one source file carry.
    static Set<String> carriedBy(String source) {
        var carried = new LinkedHashSet<String>();
        for (Pattern name : List.of(DISPLAY_NAME, TABLE_NAME, ARGUMENTS)) {
            name.matcher(source).results().forEach(found -> addLeading(found.group(1), carried));
        }
        TEXT_BLOCK
                .matcher(source)
                .results()
                .flatMap(block -> block.group(1).lines())
                .forEach(row -> addLeading(row, carried));
        return carried;
    }

    private static void addLeading(String name, Set<String> carried) {
        Matcher leading = LEADING_IDS.matcher(name);
        if (leading.lookingAt()) {
            ONE_ID.matcher(leading.group(1)).results().forEach(id -> carried.add(id.group()));
        }
    }
}
