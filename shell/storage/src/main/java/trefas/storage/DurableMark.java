package trefas.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.zip.CRC32C;

/// How far the database is known to be on disk: the number of its last write that was there at the last flush. A
/// database that comes back with fewer writes has lost some, however consistent it looks; a log cut short looks just
/// like one that was never longer.
///
/// Two slots written in turn, so that a power cut in the middle of one leaves the other:
///
/// | octets | field    | meaning                                             |
/// |--------|----------|-----------------------------------------------------|
/// | 8      | writes   | sequence number of the database                     |
/// | 4      | checksum | CRC32C of those eight, most significant octet first |
/// | 4      | –        | zero                                                |
final class DurableMark implements AutoCloseable {

    private static final int SLOT_LENGTH = 16;
    private static final int SLOTS = 2;

    private final FileChannel file;
    private long writes;
    private int nextSlot;

    private DurableMark(FileChannel file, long writes) {
        this.file = file;
        this.writes = writes;
    }

    /// A mark on a database without writes.
    static DurableMark create(Path path) throws IOException {
        var file = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        var mark = new DurableMark(file, 0);
        for (int slot = 0; slot < SLOTS; slot++) {
            mark.write(0);
        }
        file.force(true);
        return mark;
    }

    /// The number of the last write known to be on disk; empty if neither slot can be trusted.
    static OptionalLong read(Path path) throws IOException {
        var slots = ByteBuffer.allocate(SLOTS * SLOT_LENGTH + 1);
        try (var file = FileChannel.open(path, StandardOpenOption.READ)) {
            while (slots.hasRemaining() && file.read(slots) >= 0) {
                // Until the end of the file.
            }
        }
        if (slots.position() != SLOTS * SLOT_LENGTH) {
            return OptionalLong.empty();
        }
        var last = OptionalLong.empty();
        for (int slot = 0; slot < SLOTS; slot++) {
            long writes = slots.getLong(slot * SLOT_LENGTH);
            boolean isWhole = slots.getInt(slot * SLOT_LENGTH + Long.BYTES) == checksum(writes)
                    && slots.getInt(slot * SLOT_LENGTH + Long.BYTES + Integer.BYTES) == 0;
            if (isWhole && writes >= last.orElse(0)) {
                last = OptionalLong.of(writes);
            }
        }
        return last;
    }

    /// Goes on from what was read.
    static DurableMark resume(Path path, long writes) throws IOException {
        return new DurableMark(FileChannel.open(path, StandardOpenOption.WRITE), writes);
    }

    /// Notes that so many writes are on disk. The note itself needs no flush: losing it only makes the mark modest.
    synchronized void moveTo(long newWrites) throws IOException {
        if (newWrites > writes) {
            write(newWrites);
            writes = newWrites;
        }
    }

    private void write(long newWrites) throws IOException {
        var slot = ByteBuffer.allocate(SLOT_LENGTH);
        slot.putLong(newWrites).putInt(checksum(newWrites)).putInt(0).flip();
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

    private static int checksum(long writes) {
        var crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Long.BYTES).putLong(writes).flip());
        return (int) crc.getValue();
    }
}
