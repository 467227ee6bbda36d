package trefas.metrology.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.metrology.kernel.TestSignal.Part;
import trefas.metrology.kernel.TestSignal.Seen;
import trefas.quantity.PhaseSequence;

/// How windows are cut, from analytic signals.
class WaveformKernelTest {

    @ParameterizedTest
    @CsvSource({
        "42.5, 6400",
        "42.5, 10000",
        "45, 8000",
        "49.8, 12800",
        "50, 10000",
        "50.05, 10000",
        "52.5, 25600",
        "55, 50000",
        "57.5, 6400",
        "57.5, 50000"
    })
    void windowsHoldTenWholeCyclesWithoutGaps(double hertz, double samplesPerSecond) {
        var signal = new TestSignal().voltages(hertz, new Part(1, 230, 17)).currents(hertz, new Part(1, 5, -13));

        List<Seen> seen = signal.measure(KernelSettings.DEFAULT, samplesPerSecond, 3);

        assertTrue(seen.size() >= 3 * hertz / 10 - 1, () -> seen.size() + " windows");
        double end = seen.getFirst().startSeconds();
        assertTrue(end * hertz < 1 + 16 * hertz / samplesPerSecond, "the first window starts early");
        for (Seen each : seen) {
            assertEquals(end, each.startSeconds(), 1e-9);
            end = each.endSeconds();
            assertEquals(hertz, each.values().frequency(), 1e-6);
            assertEquals(each.values().cycles() / hertz, each.endSeconds() - each.startSeconds(), 1e-8);
            assertEquals(230, each.values().l1().voltage(), 230 * 1e-7);
            assertEquals(5, each.values().l2().current(), 5 * 1e-7);
            assertEquals(1150 * Math.cos(Math.toRadians(30)), each.values().l3().activePower(), 1150 * 1e-7);
            assertEquals(1150 * Math.sin(Math.toRadians(30)), each.values().l3().reactivePower(), 1150 * 1e-7);
            assertEquals(230 * Math.sqrt(3), each.values().voltage12(), 400 * 1e-7);
            assertEquals(0, each.values().neutralCurrent(), 1e-5);
            assertEquals(PhaseSequence.L1L2L3, each.values().sequence());
        }
        assertTrue(seen.stream()
                .limit(seen.size() - 1)
                .allMatch(each -> each.values().cycles() == 10));
        assertTrue(3 - end < 1 / hertz + 18 / samplesPerSecond, "less than a cycle is left");
    }
}
