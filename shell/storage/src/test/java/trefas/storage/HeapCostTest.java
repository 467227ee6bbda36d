package trefas.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.storage.PermanentMemoryContract.captured;
import static trefas.storage.PermanentMemoryContract.quarter;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import trefas.device.log.DataLogger;
import trefas.device.log.ProfileEntry;

/// What a meter costs on the heap while nobody reads it: less than 100 octets.
class HeapCostTest {

    private static final int METERS = 20_000;
    private static final int ROWS = 3;
    private static final double OCTETS_MAX = 100;

    @TempDir
    Path parent;

    @Test
    void aMeterThatIsNotReadCostsFewOctetsOfHeap(TestReporter reporter) throws Exception {
        try (var memory = RocksMemory.open(parent.resolve("state"), Durability.OPERATING_SYSTEM)) {
            memory.save(0, new byte[128], List.of(captured(quarter(1))));
            long before = usedHeap();
            for (int row = 1; row <= ROWS; row++) {
                for (int meter = 1; meter <= METERS; meter++) {
                    memory.save(meter, new byte[128], List.of(captured(quarter(row))));
                }
            }
            double octets = (double) (usedHeap() - before) / METERS;

            reporter.publishEntry("heap", "%.1f octets per meter".formatted(octets));
            assertTrue(octets < OCTETS_MAX, () -> octets + " octets per meter");
            var rows = new ArrayList<ProfileEntry>();
            memory.visitLogIds(METERS, DataLogger.LOAD_PROFILE, 0, ROWS, rows::add);
            assertEquals(ROWS, rows.size());
        }
    }

    private static long usedHeap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
