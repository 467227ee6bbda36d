package trefas.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import trefas.device.display.DisplayMark;

class PageFilesTest {

    private static final int PAGE_OCTETS_MAX = 60_000;
    private static final Pattern LOADED =
            Pattern.compile("(?:src|href)=\"([^\"#]+)\"|(?:from|import) '\\./([^']+)'|url\\((?!#)([^)]+)\\)");

    // Also the proof that nothing comes from elsewhere: every address is one of our own files.
    @Test
    void thePageLoadsOnlyItsOwnFilesAndAllOfThem() throws Exception {
        try (var browser = new Browser()) {
            var seen = new HashSet<String>();
            var waiting = new ArrayList<>(List.of("/"));
            while (!waiting.isEmpty()) {
                String path = waiting.removeLast();
                HttpResponse<String> answer = browser.get(path);
                assertEquals(200, answer.statusCode(), path);
                assertFalse(answer.body().isBlank(), path);
                LOADED.matcher(answer.body())
                        .results()
                        .map(found -> "/"
                                + List.of(1, 2, 3).stream()
                                        .map(found::group)
                                        .filter(group -> group != null)
                                        .findFirst()
                                        .orElseThrow())
                        .filter(seen::add)
                        .forEach(waiting::add);
            }
            assertTrue(
                    seen.containsAll(List.of("/face.css", "/lcd.js", "/glass-drawing.js", "/icon.svg")),
                    seen::toString);
        }
    }

    @Test
    void thePageIsSmall() {
        int octets = new PageFiles().totalCompressedSize();

        assertTrue(octets < PAGE_OCTETS_MAX, octets + " octets");
    }

    @Test
    void thePageRunsNoScriptButItsOwn() throws Exception {
        try (var browser = new Browser()) {
            HttpResponse<String> page = browser.get("/");

            String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
            assertTrue(policy.startsWith("default-src 'none'; script-src 'self'; style-src 'self';"), policy);
            assertFalse(policy.contains("unsafe"), policy);
            assertEquals(
                    "nosniff",
                    page.headers().firstValue("X-Content-Type-Options").orElseThrow());
            assertFalse(Pattern.compile("<script(?![^>]*src=)|\\son\\w+=|\\sstyle=")
                    .matcher(page.body())
                    .find());
        }
    }

    @Test
    void filesTravelCompressedAndOnlyOnce() throws Exception {
        try (var browser = new Browser()) {
            HttpResponse<byte[]> compressed =
                    browser.send(BodyHandlers.ofByteArray(), "/face.css", "Accept-Encoding", "gzip, br");
            assertEquals(
                    "gzip", compressed.headers().firstValue("Content-Encoding").orElseThrow());
            try (var plain = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
                assertEquals(browser.get("/face.css").body(), new String(plain.readAllBytes(), StandardCharsets.UTF_8));
            }
            String entityTag = compressed.headers().firstValue("ETag").orElseThrow();
            HttpResponse<String> again = browser.send(BodyHandlers.ofString(), "/face.css", "If-None-Match", entityTag);
            assertEquals(304, again.statusCode());
            assertEquals("", again.body());
        }
    }

    // The glass must be able to light every mark the meter knows.
    @Test
    void everyMarkHasADrawing() throws Exception {
        try (var browser = new Browser()) {
            String drawing = browser.get("/glass-drawing.js").body();

            for (DisplayMark mark : DisplayMark.ALL) {
                String counted = mark.name().replaceFirst("^((?:IMPORT_|EXPORT_)?L|T)\\d$", "`$1\\${");
                assertTrue(drawing.contains("'" + mark.name() + "'") || drawing.contains(counted), mark::name);
            }
        }
    }
}
