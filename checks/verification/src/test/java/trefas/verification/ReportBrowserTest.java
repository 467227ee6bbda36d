package trefas.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.json.Json;
import trefas.verification.TrefasProgram.Ended;

/// The reports of `trefas measure` and `trefas accuracy` as their readers open them: a file in a real browser, on a
/// telephone and on a desk, by day and by night.
@Timeout(180)
@TestInstance(Lifecycle.PER_CLASS)
class ReportBrowserTest {

    private static final String EXAMPLES = "examples/waveforms/";
    private static final List<String> REPORTS = List.of("dip", "harmonics", "unbalance", "fault", "accuracy");

    /// Finds what is wrong with the charts that are shown: empty or broken lines, letters beyond the edge of their
    /// picture, numbers of an axis that run into each other.
    private static final String FAULTS_OF_CHARTS = """
            const faults = [];
            // The box of a text is 3 px higher than its digits, above and below.
            const meets = (a, b) =>
              a.left < b.right && b.left < a.right && a.top + 6 < b.bottom && b.top + 6 < a.bottom;
            for (const chart of document.querySelectorAll('svg.chart')) {
              const frame = chart.getBoundingClientRect();
              if (frame.width === 0) continue;
              const name = chart.querySelector('title').textContent;
              for (const path of chart.querySelectorAll('path')) {
                const d = path.getAttribute('d');
                if (!/^M[-0-9.]/.test(d) || /NaN|Infinity/.test(d)) faults.push(`${name}: path "${d.slice(0, 40)}"`);
                const box = path.getBBox();
                if (box.width + box.height === 0) faults.push(`${name}: ${path.getAttribute('class')} is a dot`);
              }
              const ticks = [];
              for (const text of chart.querySelectorAll('text')) {
                const box = text.getBoundingClientRect();
                if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1
                    || box.bottom > frame.bottom + 1) faults.push(`${name}: "${text.textContent}" reaches over the edge`);
                if (text.classList.contains('tick')) {
                  for (const [other, where] of ticks) {
                    if (meets(box, where)) faults.push(`${name}: "${other}" and "${text.textContent}" touch`);
                  }
                  ticks.push([text.textContent, box]);
                }
              }
            }
            return faults;
            """;

    @TempDir
    static Path folder;

    private final HeadlessPage page = HeadlessPage.blank("");
    private Map<?, ?> dip = Map.of();
    private Map<?, ?> accuracy = Map.of();

    ReportBrowserTest() {}

    @BeforeAll
    void makeReports() throws Exception {
        dip = made("measure", EXAMPLES + "ex_dip_L2_55.cfg", "--json", "--report", file("dip"));
        made("measure", EXAMPLES + "ex_harmonics_49p8.cfg", "--json", "--report", file("harmonics"));
        made("measure", EXAMPLES + "ex_unbalanced.cfg", "--json", "--report", file("unbalance"));
        String fault = EXAMPLES + "line_fault_reclose_800Hz.cfg";
        made("measure", "--udin", "58.74", fault, "--json", "--report", file("fault"));
        accuracy = made(
                "accuracy",
                "--front-end",
                "examples/front-end.yaml",
                "--calibrate",
                "-o",
                "json",
                "--report",
                file("accuracy"));
    }

    private static String file(String report) {
        return folder.resolve(report + ".html").toString();
    }

    private static Map<?, ?> made(String... arguments) throws Exception {
        Ended ended = TrefasProgram.run(arguments);
        assertEquals(List.of(), ended.complaints());
        assertEquals(0, ended.exitCode());
        return new Json().toType(ended.text(), Json.MAP_TYPE);
    }

    @AfterAll
    void stop() {
        page.close();
    }

    static Stream<Arguments> readers() {
        return REPORTS.stream()
                .flatMap(report -> Stream.of("light", "dark")
                        .flatMap(scheme -> Stream.of(390, 1440).map(width -> Arguments.of(report, scheme, width))));
    }

    @ParameterizedTest(name = "{0}, {1}, {2} px")
    @MethodSource("readers")
    void everyoneCanReadIt(String report, String scheme, int width) throws IOException {
        show(report, scheme, width);

        assertEquals((long) width, page.ask("return window.innerWidth;"));
        assertTrue((boolean) page.ask("return document.scrollingElement.scrollWidth <= window.innerWidth;"));
        assertEquals(List.of(), page.axeViolations());
    }

    @ParameterizedTest(name = "{0}, {1}, {2} px")
    @MethodSource("readers")
    void everyChartHasItsLinesAndKeepsItsLettersInside(String report, String scheme, int width) {
        show(report, scheme, width);

        assertNotEquals(List.of(), page.lines("return [...document.querySelectorAll('svg.chart path')];"));
        assertEquals(List.of(), page.lines(FAULTS_OF_CHARTS));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void theConsoleIsQuietAndNothingIsFetched(String report) throws IOException {
        page.requested();
        page.complaints();
        Path file = folder.resolve(report + ".html");
        show(report, "light", 1440);
        page.run("document.querySelectorAll('details').forEach((details) => { details.open = true; });");

        assertEquals(List.of(), page.complaints());
        assertEquals(List.of(file.toUri().toString()), page.requested());
        assertTrue(Files.size(file) < 1_000_000, "it can be sent by mail");
    }

    static List<String> reports() {
        return REPORTS;
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            U, V     | U        | 3
            I, A     | I        | 4
            P, W     | P        | 2
            Q1, var  | Q1       | 2
            S, VA    | S        | 2
            PF       | PF       | 4
            cos φ1   | cosphi1  | 4
            THD-U, % | THD_U    | 2
            THD-I, % | THD_I    | 2
            """)
    void theFiguresOfEveryPhaseAreThoseOfTheJson(String row, String key, int decimals) {
        show("dip", "light", 1440);
        List<String> cells = row(row);
        List<?> phases = (List<?>) value(dip, "phase");

        for (int phase = 0; phase < 3; phase++) {
            double exact = number(value((Map<?, ?>) Objects.requireNonNull(phases.get(phase)), key));
            assertEquals(exact, Double.parseDouble(cells.get(1 + phase)), half(decimals), "L" + (phase + 1));
        }
    }

    @Test
    void theTotalsAndTheEventAreThoseOfTheJson() {
        show("dip", "light", 1440);
        Map<?, ?> total = (Map<?, ?>) value(dip, "total");
        Map<?, ?> registers = (Map<?, ?>) value((Map<?, ?>) value(dip, "energy"), "total");
        Map<?, ?> event = (Map<?, ?>) Objects.requireNonNull(((List<?>) value(dip, "events")).getFirst());

        assertEquals(number(value(total, "P")), Double.parseDouble(row("P, W").get(4)), half(2));
        assertEquals(
                number(value(total, "S_vector")),
                Double.parseDouble(row("S vector, VA").get(4)),
                half(2));
        assertEquals(
                number(value(total, "u0_percent")),
                Double.parseDouble(row("u0, %").get(4)),
                half(3));
        assertEquals(
                number(value(registers, "A+")), Double.parseDouble(row("A+, Wh").get(4)), half(5));
        List<String> dipRow = row("dip");
        assertEquals("L2", dipRow.get(1));
        assertEquals(number(value(event, "start")), Double.parseDouble(dipRow.get(2)), half(3));
        assertEquals(Math.round(1_000 * number(value(event, "duration"))) + "ms", dipRow.get(3));
        assertEquals(number(value(event, "extreme_percent")), Double.parseDouble(dipRow.get(4)), half(1));
        assertEquals(value(event, "cell"), dipRow.get(5));
    }

    @Test
    void theErrorsOfTheAccuracyReportAreThoseOfTheJson() {
        show("accuracy", "light", 1440);
        List<?> points = (List<?>) value(accuracy, "points");
        List<String> shown = page.lines("""
                const table = [...document.querySelectorAll('section')]
                  .find((section) => section.querySelector('h2').textContent === 'Points').querySelector('tbody');
                return [...table.rows].map((row) => row.cells[5].textContent);
                """);

        assertEquals(points.size(), shown.size());
        for (int point = 0; point < points.size(); point++) {
            double exact = number(value((Map<?, ?>) Objects.requireNonNull(points.get(point)), "error_percent"));
            assertEquals(exact, Double.parseDouble(plain(shown.get(point))), half(5), "point " + point);
        }
        String largest =
                page.lines("return [...document.querySelectorAll('.keys div')].map((key) => key.textContent);").stream()
                        .filter(key -> key.startsWith("Largest error"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(
                number(value(accuracy, "largest_error_percent")),
                Double.parseDouble(plain(largest.replaceAll("[A-Za-z%]", ""))),
                half(5));
    }

    private void show(String report, String scheme, int width) {
        page.prefer("prefers-color-scheme", scheme);
        page.size(width, 900);
        page.show(folder.resolve(report + ".html"));
    }

    /// The cells of the table row with this heading, the heading first.
    private List<String> row(String heading) {
        return page
                .lines(
                        "return [...[...document.querySelectorAll('th[scope=row]')].find((heading) => heading.textContent === '"
                                + heading + "').parentElement.cells].map((cell) => cell.textContent);")
                .stream()
                .map(ReportBrowserTest::plain)
                .toList();
    }

    /// A number as Java writes it: without spaces between the thousands and with a hyphen for a minus.
    private static String plain(String text) {
        return text.replaceAll("[\\s\\u00A0\\u202F]", "").replace('\u2212', '-');
    }

    private static double half(int decimals) {
        return 0.5000001 * Math.pow(10, -decimals);
    }

    private static Object value(Map<?, ?> object, String key) {
        return Objects.requireNonNull(object.get(key), key);
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
