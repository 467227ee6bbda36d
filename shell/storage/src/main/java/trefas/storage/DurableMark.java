package trefas.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/// How far the database is known to be on disk: the number of its last write that was there at the last flush, and the
/// beginning of its list of tables. A database that comes back with less has lost some, however consistent it looks; a
/// log cut short looks just like one that was never longer.
///
/// Two slots written in turn, so that a power cut in the middle of one leaves the other. All numbers most significant
/// octet first:
///
/// | octets | field    | meaning                                       |
/// |--------|----------|-----------------------------------------------|
/// | 8      | writes   | sequence number of the database               |
/// | 8      | number   | of the list of tables, see [ManifestPrefix]   |
/// | 8      | length   | of its known beginning                        |
/// | 4      | content  | CRC32C of that beginning                      |
/// | 4      | checksum | CRC32C of the 28 octets before                |
final class DurableMark implements AutoCloseable {

    private static final int SLOT_LENGTH = 32;
    private static final int CHECKED_LENGTH = SLOT_LENGTH - Integer.BYTES;
    private static final int SLOTS = 2;

    /// What a slot says.
    record Known(long writes, ManifestPrefix manifest) {}

    private final FileChannel file;
    private Known known;
    private int nextSlot;

    private DurableMark(FileChannel file, Known known) {
        this.file = file;
        this.known = known;
    }

    /// A mark on a database without writes.
    static DurableMark create(Path path) throws IOException {
        var file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        var mark = new DurableMark(file, new Known(0, ManifestPrefix.NONE));
        for (int slot = 0; slot < SLOTS; slot++) {
            mark.write(mark.known);
        }
        file.force(true);
        return mark;
    }

    /// What is known to be on disk; empty if neither slot can be trusted.
    static Optional<Known> read(Path path) throws IOException {
        var slots = ByteBuffer.allocate(SLOTS * SLOT_LENGTH + 1);
        try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
            while (slots.hasRemaining() && file.read(slots) >= 0) {
                // Until the end of the file.
            }
        }
        if (slots.position() != SLOTS * SLOT_LENGTH) {
            return Optional.empty();
        }
        slots.flip();
        var newest = Optional.<Known>empty();
        for (int slot = 0; slot < SLOTS; slot++) {
            var octets = slots.slice(slot * SLOT_LENGTH, SLOT_LENGTH);
            int checksum = checksum(octets.slice(0, CHECKED_LENGTH));
            var said = new Known(
                    octets.getLong(), new ManifestPrefix(octets.getLong(), octets.getLong(), octets.getInt()));
            if (octets.getInt() == checksum
                    && newest.map(other -> isLater(said, other)).orElse(true)) {
                newest = Optional.of(said);
            }
        }
        return newest;
    }

    private static boolean isLater(Known one, Known other) {
        return one.writes > other.writes
                || (one.writes == other.writes
                        && (one.manifest.number() > other.manifest.number()
                                || (one.manifest.number() == other.manifest.number()
                                        && one.manifest.length() > other.manifest.length())));
    }

    /// Goes on from what was read.
    static DurableMark resume(Path path, Known known) throws IOException {
        return new DurableMark(FileChannel.open(path, StandardOpenOption.WRITE), known);
    }

    /// Notes that so many writes are on disk, and the list of tables as it is now. The note itself needs no flush:
    /// losing it only makes the mark modest.
    synchronized void moveTo(long writes, Path database) throws IOException {
        var now = new Known(Math.max(writes, known.writes), ManifestPrefix.of(database, known.manifest));
        if (!now.equals(known)) {
            write(now);
            known = now;
        }
    }

    private void write(Known said) throws IOException {
        var slot = ByteBuffer.allocate(SLOT_LENGTH);
        slot.putLong(said.writes)
                .putLong(said.manifest.number())
                .putLong(said.manifest.length())
                .putInt(said.manifest.checksum());
        slot.putInt(checksum(slot.slice(0, CHECKED_LENGTH))).flip();
        long position = (long) nextSlot * SLOT_LENGTH;
        while (slot.hasRemaining()) {
            position += file.write(slot, position);
        }
        nextSlot = (nextSlot + 1) % SLOTS;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static int checksum(ByteBuffer octets) {
        var crc = new CRC32C();
        crc.update(octets);
        return (int) crc.getValue();
    }
}
