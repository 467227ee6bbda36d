package trefas.device.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Log ids of a logger (dossier 10.1).
class LogRingTest {

    private final LogRing ring = LogRing.of(DataLogger.RTC, 3);
    private final List<ProfileEntry> rows = new ArrayList<>();

    private void append(long at) {
        ring.append(at, 0, 0, (_, entry, _) -> rows.add(entry), at - 1);
    }

    @Test
    @DisplayName("ids begin at 1 and rise by one; the oldest of more than the capacity is gone")
    void ring() {
        assertEquals(0, ring.entriesInUse());
        for (int i = 0; i < 5; i++) {
            append(100 + i);
        }
        assertEquals(
                List.of(1L, 2L, 3L, 4L, 5L),
                rows.stream().map(ProfileEntry::logId).toList());
        assertEquals(3, ring.oldestLogId());
        assertEquals(3, ring.entriesInUse());
        assertEquals(103, rows.getLast().reading(0));
    }

    @Test
    @DisplayName("a cleared ring is empty and goes on counting")
    void clear() {
        append(1);
        ring.clearRows();
        assertEquals(0, ring.entriesInUse());
        append(2);
        assertEquals(2, rows.getLast().logId());
    }

    @Test
    @DisplayName("the row with id FFFFFFFF says that it is the last, and no other follows")
    void lastId() {
        var record = ByteBuffer.allocate(LogRing.idsLength()).putInt(-1).putInt(-1);
        assertTrue(ring.readIds(record.flip()));
        append(1);
        append(2);
        assertEquals(1, rows.size());
        assertEquals(LoggerStatus.LOG_ID_EXHAUSTED.mask(), rows.getFirst().loggerStatus());
        var written = ByteBuffer.allocate(LogRing.idsLength());
        ring.writeIds(written);
        assertTrue(LogRing.of(DataLogger.RTC, 3).readIds(written.flip()));
    }

    @Test
    @DisplayName("a record whose oldest row comes after the next one is none, and changes nothing")
    void nonsense() {
        append(1);
        assertFalse(ring.readIds(
                ByteBuffer.allocate(LogRing.idsLength()).putInt(1).putInt(2).flip()));
        assertFalse(ring.readIds(ByteBuffer.allocate(3)));
        assertEquals(2, ring.nextLogId());
    }
}
