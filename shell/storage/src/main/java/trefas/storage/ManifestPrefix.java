package trefas.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/// How far the database's list of tables is known to be on disk, and what was in it. The list only ever grows, until an
/// opening begins another with a greater number; one whose end is destroyed looks like a shorter one that was never
/// longer, and the rows of the tables missing from it would be lost without a word.
///
/// @param number of the list, from its name
/// @param length octets
/// @param checksum CRC32C of those octets
record ManifestPrefix(long number, long length, int checksum) {

    static final ManifestPrefix NONE = new ManifestPrefix(0, 0, 0);

    private static final String CURRENT_NAME = "CURRENT";
    private static final int CURRENT_LENGTH_MAX = 64;
    private static final Pattern CURRENT_TEXT = Pattern.compile("MANIFEST-([0-9]{1,18})\n");
    private static final int CHUNK_OCTETS = 64 << 10;

    /// The list now in use, made safe from a power cut as far as it is told of here.
    ///
    /// @param before what was known before; if the list has not grown since, nothing is read again
    static ManifestPrefix of(Path database, ManifestPrefix before) throws IOException {
        var name = currentName(database);
        long number = numberOf(name);
        try (var file = FileChannel.open(database.resolve(name), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long length = file.size();
            if (number == before.number && length == before.length) {
                return before;
            }
            file.force(true);
            return new ManifestPrefix(number, length, checksum(file, length));
        }
    }

    /// Whether the list in use still begins as it was known, or is a later one.
    boolean isKeptIn(Path database) throws IOException {
        var name = currentName(database);
        long now = numberOf(name);
        if (now != number) {
            return now > number;
        }
        try (var file = FileChannel.open(database.resolve(name), StandardOpenOption.READ)) {
            return file.size() >= length && checksum(file, length) == checksum;
        }
    }

    private static String currentName(Path database) throws IOException {
        var current = database.resolve(CURRENT_NAME);
        if (Files.size(current) > CURRENT_LENGTH_MAX) {
            throw new DamagedRecordException("its file " + CURRENT_NAME + " is destroyed");
        }
        var text = new String(Files.readAllBytes(current), StandardCharsets.ISO_8859_1);
        if (!CURRENT_TEXT.matcher(text).matches()) {
            throw new DamagedRecordException("its file " + CURRENT_NAME + " is destroyed");
        }
        return text.strip();
    }

    private static long numberOf(String name) {
        return Long.parseLong(name.substring(name.indexOf('-') + 1));
    }

    private static int checksum(FileChannel file, long length) throws IOException {
        var crc = new CRC32C();
        var chunk = ByteBuffer.allocate(CHUNK_OCTETS);
        long position = 0;
        while (position < length) {
            chunk.clear().limit((int) Math.min(CHUNK_OCTETS, length - position));
            int read = file.read(chunk, position);
            if (read < 0) {
                throw new DamagedRecordException("its list of tables became shorter");
            }
            position += read;
            crc.update(chunk.flip());
        }
        return (int) crc.getValue();
    }
}
