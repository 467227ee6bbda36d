package trefas.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final Pattern PICTURE =
            Pattern.compile("<svg class=\"chart.*?</svg>\n(?=<svg|<details)", Pattern.DOTALL);

    private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)([^>]*)>");

    @Test
    void aPageFetchesNothingAndRunsNothing() {
        String html = SamplePage.html();

        assertFalse(Pattern.compile("<script|<link|<img|<iframe|@import|url\\(|\\bsrc=|\\bhref=|https?:")
                .matcher(html)
                .find());
    }

    @Test
    void aChannelsNameCanNotBecomeMarkup() {
        assertEquals("&lt;b a=&quot;1&quot;&gt; &amp; &#39;x&#39; µ", Markup.escape("<b a=\"1\">\n& 'x' µ"));
        assertTrue(SamplePage.html().contains("<h1>ex_&lt;sample&gt;.cfg</h1>"));
    }

    @Test
    void everyPictureIsWellFormedAndSaysWhatItShows() throws Exception {
        var pictures = PICTURE.matcher(SamplePage.html()).results().toList();

        assertEquals(10, pictures.size(), "five charts, each for wide and for narrow screens");
        for (var picture : pictures) {
            assertBalanced(picture.group());
            assertTrue(picture.group().contains(" role=\"img\" aria-label=\""));
            assertEquals(2, picture.group().split("<title>", -1).length, "one title");
            assertFalse(picture.group().contains("NaN"));
        }
    }

    @Test
    void everyTagOfThePageIsClosed() {
        String html = SamplePage.html();
        assertBalanced(html.substring(html.indexOf("<body>")).replaceAll("</html>\\s*$", ""));
    }

    @Test
    void everyChartHasItsNumbersAsATable() {
        String html = SamplePage.spectrum().html();

        assertTrue(html.contains("<th scope=\"row\">5</th><td>0.8000</td><td>0.6000</td><td>0.7000</td><td>2.40</td>"));
    }

    @Test
    void aVerdictColoursItsCell() {
        assertTrue(SamplePage.verdicts().html().contains("<td class=\"verdict fail\">failed</td>"));
    }

    @Test
    void aRowHasAsManyCellsAsThereAreHeadings() {
        var table = new Table("two columns", List.of("a", "b"));

        assertThrows(IllegalArgumentException.class, () -> table.row(List.of("only one")));
    }

    @Test
    void aLongTableSaysHowMuchIsMissing() {
        var table = new Table("long", List.of("a", "b"));
        for (int row = 0; row < Table.ROWS_MAX + 7; row++) {
            table.row(List.of("x", "y"));
        }

        assertTrue(table.html().contains("and 7 more rows"));
    }

    private static void assertBalanced(String markup) {
        var open = new ArrayDeque<String>();
        for (var tag : TAG.matcher(markup).results().toList()) {
            if (tag.group(1).equals("/")) {
                assertEquals(open.pop(), tag.group(2), "closes the last one opened");
            } else if (!tag.group(3).endsWith("/")) {
                open.push(tag.group(2));
            }
        }
        assertTrue(open.isEmpty(), () -> "left open: " + open);
    }
}
