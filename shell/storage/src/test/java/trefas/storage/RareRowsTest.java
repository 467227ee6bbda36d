package trefas.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.device.log.ProfileEntry;

/// Loggers that write a row now and then, over years: status log, debiting loggers, audit.
class RareRowsTest {

    /// 2026-01-01T00:00:00Z.
    private static final long NEW_YEAR = 1_767_225_600L;

    private static final int DAY = 86_400;

    private final TreeMap<Long, byte[]> blocks = new TreeMap<>();

    @ParameterizedTest(name = "a ring of {0}, a row every {1} days, {2} rows")
    @CsvSource({"200, 9, 800", "36, 30, 240", "175, 1, 3650", "1, 5, 300", "32, 1, 320", "33, 2, 321", "5, 1, 31"})
    void aRingHoldsItsBoundAndFewBlocks(int capacity, int days, int count) throws Exception {
        var rows = new ArrayList<ProfileEntry>();
        for (int number = 1; number <= count; number++) {
            rows.add(new ProfileEntry(number, NEW_YEAR + (long) number * days * DAY, 1 << (number % 3), 0, number));
            save(rows.getLast(), capacity);

            int kept = kept().size();
            assertTrue(kept >= Math.min(capacity, number), () -> "a young row was dropped: " + kept);
            assertTrue(kept <= capacity + 2 * ProfileBlock.ROWS_FEW, () -> "old rows stay behind: " + kept);
            assertTrue(blocks.size() <= capacity / ProfileBlock.ROWS_FEW + 3, () -> blocks.size() + " blocks");
        }

        assertEquals(rows.subList(rows.size() - kept().size(), rows.size()), kept());
    }

    @Test
    void aRareEventCostsFewOctets() throws Exception {
        for (int number = 1; number <= 192; number++) {
            save(new ProfileEntry(number, NEW_YEAR + number * 9L * DAY + number * 7_919L % DAY, 4, 0), 200);
        }

        int octets = blocks.values().stream().mapToInt(block -> block.length).sum();
        assertTrue(octets <= 192 * 6, () -> octets + " octets");
    }

    private void save(ProfileEntry row, int capacity) throws IOException {
        var change = new ProfileChange(new MapCursor(blocks));
        change.add(row, capacity);
        var written = change.written();
        var dropped = change.droppedBefore();
        blocks.putAll(written);
        dropped.ifPresent(bound -> blocks.headMap(bound).clear());
    }

    private List<ProfileEntry> kept() throws IOException {
        var found = new ArrayList<ProfileEntry>();
        ProfileSearch.search(
                new MapCursor(blocks),
                ProfileRange.EVERYTHING,
                (firstLogId, block) -> found.addAll(ProfileBlock.decode(firstLogId, block)));
        return found;
    }
}
