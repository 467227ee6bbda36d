package trefas.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// All files of a directory, octet for octet, except locks and the database's diary: to show that nothing was changed.
final class DirectorySnapshot {

    private final Path directory;
    private final Map<String, byte[]> files;

    private DirectorySnapshot(Path directory, Map<String, byte[]> files) {
        this.directory = directory;
        this.files = files;
    }

    static DirectorySnapshot of(Path directory) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var walk = Files.walk(directory)) {
            for (var file : walk.filter(Files::isRegularFile).toList()) {
                var name = String.valueOf(file.getFileName());
                if (!name.equals("LOCK") && !name.equals("lock") && !name.startsWith("LOG")) {
                    files.put("" + directory.relativize(file), Files.readAllBytes(file));
                }
            }
        }
        return new DirectorySnapshot(directory, files);
    }

    Map<String, byte[]> files() {
        return files;
    }

    byte[] file(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    /// Puts everything back as it was.
    void restore() throws IOException {
        try (var walk = Files.walk(directory)) {
            for (var file : walk.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        for (var file : files.entrySet()) {
            Files.write(directory.resolve(file.getKey()), file.getValue());
        }
    }

    void assertUnchanged() throws IOException {
        var now = of(directory).files;
        assertEquals(files.keySet(), now.keySet());
        for (var file : files.entrySet()) {
            assertArrayEquals(file.getValue(), now.get(file.getKey()), "changed: " + file.getKey());
        }
    }
}
