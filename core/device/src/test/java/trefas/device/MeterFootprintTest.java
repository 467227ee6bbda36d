package trefas.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.register.OperationState;
import trefas.device.register.Quantity;
import trefas.metrology.OneSecondValues;
import trefas.metrology.event.OccurrenceCounter;
import trefas.quantity.PhaseSequence;

/// What a meter costs: half a million of them share one process. Measured as the used heap after a collection with and
/// without the meters, so it holds everything a meter alone refers to and nothing that all of them share.
///
/// A meter keeps some things only while it needs them (decision 0043), so there are two measures: a meter as nearly all
/// are nearly always, all parts at work and a debiting period behind it, and one that needs everything at once.
class MeterFootprintTest {

    private static final int METERS = 20_000;
    private static final long OCTETS_PER_METER_MAX = 1_950;
    private static final long OCTETS_IN_TROUBLE_MAX = 2_304;

    private final OneSecondValues good = values(230_000, 230_000, 230_000, 1_000);
    private final OneSecondValues bad = values(260_000, 30_000, 170_000, -1_000);

    @Test
    void aMeterKeepsAtMostTwoKilobytesOnTheHeap(TestReporter reporter) {
        long octets = octetsPerMeter(this::running);

        reporter.publishEntry("octets per meter", String.valueOf(octets));
        assertTrue(octets > 100, "implausible: " + octets + " octets per meter");
        assertTrue(octets <= OCTETS_PER_METER_MAX, octets + " octets per meter");
    }

    // Every phase another trouble, events counted, a verification under way, a trip counter reset.
    @Test
    void aMeterInTroubleKeepsLittleMore(TestReporter reporter) {
        long octets = octetsPerMeter(this::inTrouble);

        reporter.publishEntry("octets per meter in trouble", String.valueOf(octets));
        assertTrue(octets <= OCTETS_IN_TROUBLE_MAX, octets + " octets per meter in trouble");
    }

    private static long octetsPerMeter(IntFunction<Meter> maker) {
        // Whatever the first one makes for all of them is there before it counts.
        assertEquals(0, maker.apply(0).serialNumber());
        long before = usedHeap();
        Meter[] meters = new Meter[METERS];
        for (int i = 0; i < METERS; i++) {
            meters[i] = maker.apply(i);
        }
        long octets = (usedHeap() - before) / METERS;
        assertEquals(METERS - 1, meters[METERS - 1].serialNumber());
        return octets;
    }

    /// A meter that has measured, taken rows, ended a debiting period and shown something, so that nothing is left to
    /// be
    /// made later.
    private Meter running(int serialNumber) {
        var meter = new Meter(MeterConfiguration.DEFAULT, serialNumber);
        for (int second = -2; second < 3; second++) {
            meter.secondElapsed(MeterOnBench.START + second, good, _ -> {});
        }
        meter.controls().stopDebiting(_ -> {});
        assertTrue(meter.display().marks() != 0);
        return meter;
    }

    private Meter inTrouble(int serialNumber) {
        Meter meter = running(serialNumber);
        meter.controls().operationState(OperationState.VERIFY_A_PLUS, _ -> {});
        meter.controls().resetTrip(Quantity.A_PLUS, _ -> {});
        for (int second = 3; second < 6; second++) {
            meter.secondElapsed(MeterOnBench.START + second, bad, _ -> {});
        }
        meter.parts().occurrences().count(OccurrenceCounter.RAPID_VOLTAGE_CHANGE);
        return meter;
    }

    private static OneSecondValues values(int l1, int l2, int l3, int watts) {
        var values = new OneSecondValues();
        int[] millivolts = {l1, l2, l3};
        for (int phase = 0; phase < millivolts.length; phase++) {
            values.phase(phase, millivolts[phase], 5_000, watts * 1_000, 100_000);
        }
        values.supply(50_000, PhaseSequence.L1L2L3);
        return values;
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
