package trefas.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Every file of a directory with its octets, to see whether anything was changed.
record DirectorySnapshot(TreeMap<String, String> files) {

    static DirectorySnapshot of(Path directory) throws IOException {
        var files = new TreeMap<String, String>();
        for (Path file : filesOf(directory)) {
            files.put(directory.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
        }
        return new DirectorySnapshot(files);
    }

    /// All but the lock and what the database says about itself.
    DirectorySnapshot withoutNotes() {
        var kept = new TreeMap<String, String>();
        files.forEach((name, octets) -> {
            if (!name.equals("lock") && !name.matches("rocksdb/LOG.*|rocksdb/LOCK")) {
                kept.put(name, octets);
            }
        });
        return new DirectorySnapshot(kept);
    }

    static void copy(Path from, Path to) throws IOException {
        for (Path file : filesOf(from)) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }

    static List<Path> filesOf(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
