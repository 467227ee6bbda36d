package trefas.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;

/// The page's files, held in memory, plain and compressed. Everything it needs is among them.
final class PageFiles {

    /// One file.
    static final class PageFile {

        private final String contentType;
        private final byte[] plain;
        private final byte[] compressed;
        private final String entityTag;

        private PageFile(String contentType, byte[] plain) throws IOException {
            this.contentType = contentType;
            this.plain = plain;
            this.compressed = compress(plain);
            var checksum = new CRC32C();
            checksum.update(plain);
            this.entityTag = "\"" + Long.toHexString(checksum.getValue()) + "-" + plain.length + "\"";
        }

        String contentType() {
            return contentType;
        }

        /// Weak, because plain and compressed octets share it.
        String entityTag() {
            return "W/" + entityTag;
        }

        int compressedSize() {
            return compressed.length;
        }

        /// The octets to send; nobody changes them.
        byte[] octets(boolean gzip) {
            return gzip ? compressed : plain;
        }
    }

    private static final String HTML = "text/html; charset=utf-8";
    private static final String CSS = "text/css; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    /// Content types by file name. A new file of the page is a new row.
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("index.html", HTML),
            Map.entry("face.css", CSS),
            Map.entry("module-card.js", SCRIPT),
            Map.entry("page.js", SCRIPT),
            Map.entry("meter-face.js", SCRIPT),
            Map.entry("long-press.js", SCRIPT),
            Map.entry("case-drawing.js", SCRIPT),
            Map.entry("lcd.js", SCRIPT),
            Map.entry("glass-drawing.js", SCRIPT),
            Map.entry("meter-controls.js", SCRIPT),
            Map.entry("text-twin.js", SCRIPT),
            Map.entry("register-table.js", SCRIPT),
            Map.entry("meter-api.js", SCRIPT),
            Map.entry("icon.svg", "image/svg+xml"),
            Map.entry("openapi.yaml", "application/yaml"));

    private final Map<String, PageFile> byPath = new TreeMap<>();

    PageFiles() {
        NAMES.forEach((name, contentType) -> byPath.put("/" + name, read(name, contentType)));
        byPath.put("/", byPath.remove("/index.html"));
    }

    Optional<PageFile> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /// What a browser loads in all, compressed.
    int totalCompressedSize() {
        return byPath.entrySet().stream()
                .filter(file -> !file.getKey().equals("/openapi.yaml"))
                .mapToInt(file -> file.getValue().compressedSize())
                .sum();
    }

    private static PageFile read(String name, String contentType) {
        try (InputStream in = PageFiles.class.getResourceAsStream("page/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the page's file " + name + " is not in this jar");
            }
            return new PageFile(contentType, in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the page's file " + name, unreadable);
        }
    }

    private static byte[] compress(byte[] plain) throws IOException {
        var octets = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(octets)) {
            gzip.write(plain);
        }
        return octets.toByteArray();
    }
}
