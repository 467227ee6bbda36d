package trefas.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import trefas.device.configuration.MeterConfiguration;
import trefas.metrology.OneSecondValues;

/// What a meter costs: half a million of them share one process. Measured as the used heap after a collection with and
/// without the meters, so it holds everything a meter alone refers to and nothing that all of them share.
class MeterFootprintTest {

    private static final int METERS = 20_000;
    private static final long OCTETS_PER_METER_MAX = 2_048;

    @Test
    void aMeterKeepsAtMostTwoKilobytesOnTheHeap(TestReporter reporter) {
        var values = new OneSecondValues();
        values.phase(0, 230_000, 5_000, 1_000_000, 100_000);
        running(0, values);
        long before = usedHeap();
        Meter[] meters = new Meter[METERS];
        for (int i = 0; i < METERS; i++) {
            meters[i] = running(i, values);
        }

        long octetsPerMeter = (usedHeap() - before) / METERS;

        assertEquals(METERS - 1, meters[METERS - 1].serialNumber());
        reporter.publishEntry("octets per meter", String.valueOf(octetsPerMeter));
        assertTrue(octetsPerMeter > 100, "implausible: " + octetsPerMeter + " octets per meter");
        assertTrue(octetsPerMeter <= OCTETS_PER_METER_MAX, octetsPerMeter + " octets per meter");
    }

    /// A meter that has measured, taken a row and shown something, so that nothing is left to be made later.
    private static Meter running(int serialNumber, OneSecondValues values) {
        var meter = new Meter(MeterConfiguration.DEFAULT, serialNumber);
        for (int second = 0; second < 3; second++) {
            meter.secondElapsed(MeterOnBench.START + second, values, _ -> {});
        }
        assertTrue(meter.display().marks() != 0);
        return meter;
    }

    /// Used heap once collections no longer free anything.
    private static long usedHeap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
