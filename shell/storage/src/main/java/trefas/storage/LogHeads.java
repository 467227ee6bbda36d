package trefas.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The heads of the records in the database's write-ahead log, looked at before the database reads it. A record of a
/// kind that belongs only to reused log files, which we never have, makes RocksDB 10.10 read for ever: it passes the
/// record over as a leftover, before it looks at the checksum. One turned bit in a head is enough.
///
/// A log is a row of blocks of 32 KiB; no head lies across the end of one:
///
/// | octets | field    | meaning                                       |
/// |--------|----------|-----------------------------------------------|
/// | 0-3    | checksum | left to the database                          |
/// | 4-5    | length   | octets after the head, least significant first |
/// | 6      | kind     | 1-4: whole, first, middle, last; 5-8: the same in a reused file |
final class LogHeads {

    private static final String LOG_NAMES = "*.log";
    private static final int BLOCK_OCTETS = 32 << 10;
    private static final int HEAD_OCTETS = 7;
    private static final int LENGTH_OFFSET = 4;
    private static final int KIND_OFFSET = 6;
    private static final int REUSED_KIND_FIRST = 5;
    private static final int REUSED_KIND_LAST = 8;

    private LogHeads() {}

    /// @throws DamagedRecordException when a log holds a record that was never written
    static void refuseReused(Path database) throws IOException {
        try (var logs = Files.newDirectoryStream(database, LOG_NAMES)) {
            for (Path log : logs) {
                try (var file = FileChannel.open(log, StandardOpenOption.READ)) {
                    refuseReused(file, log);
                }
            }
        }
    }

    private static void refuseReused(FileChannel file, Path log) throws IOException {
        var block = ByteBuffer.allocate(BLOCK_OCTETS).order(ByteOrder.LITTLE_ENDIAN);
        do {
            block.clear();
            while (block.hasRemaining() && file.read(block) >= 0) {
                // A block may come in parts.
            }
            block.flip();
            while (block.remaining() >= HEAD_OCTETS) {
                int head = block.position();
                int kind = block.get(head + KIND_OFFSET);
                if (kind >= REUSED_KIND_FIRST && kind <= REUSED_KIND_LAST) {
                    throw new DamagedRecordException(
                            "a record in " + log.getFileName() + " is of a kind that was never written");
                }
                int next = head + HEAD_OCTETS + Short.toUnsignedInt(block.getShort(head + LENGTH_OFFSET));
                // Torn by a kill, or destroyed: the checksums will tell the database.
                block.position(Math.min(next, block.limit()));
            }
        } while (block.limit() == BLOCK_OCTETS);
    }
}
