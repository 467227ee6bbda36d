package trefas.metrology.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.metrology.SampleBlock;
import trefas.metrology.VoltageEvent;
import trefas.metrology.VoltageEvent.Dip;
import trefas.metrology.VoltageEvent.Interruption;
import trefas.metrology.VoltageEvent.RapidVoltageChange;
import trefas.metrology.VoltageEvent.Swell;
import trefas.metrology.kernel.KernelSettings;
import trefas.metrology.kernel.WaveformKernel;
import trefas.quantity.Phase;

/// From samples to events, with the kernel finding frequency and angles by itself.
class KernelEventsTest {

    private static final int BLOCK = 1_000;

    private final List<ReportedEvent> found = new ArrayList<>();

    private void measure(
            EventSettings settings, double samplesPerSecond, double seconds, SupplyOnBench.Voltage supply) {
        var events = new VoltageEvents(settings, found::add);
        var stage = new HalfCycleVoltages(settings.nominalHertz(), List.of(events));
        var kernel = new WaveformKernel(KernelSettings.DEFAULT, List.of(stage));
        var block = new SampleBlock(BLOCK);
        int samples = (int) Math.rint(seconds * samplesPerSecond);
        for (int first = 0; first < samples; first += BLOCK) {
            block.begin(samplesPerSecond, true);
            int length = Math.min(BLOCK, samples - first);
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                for (int k = 0; k < length; k++) {
                    block.channel(phase)[k] = supply.at(phase, (first + k) / samplesPerSecond);
                }
            }
            block.length(length);
            kernel.accept(block);
        }
        kernel.finish();
    }

    @Test
    void theExampleDipHasItsAnswers() {
        var supply = new SteppedSupply(
                50, List.of(new SteppedSupply.Step(0.6, 1, 0.55, 1), new SteppedSupply.Step(0.86, 1, 1, 1)));

        measure(EventSettings.of(230), 10_000, 2, supply);

        assertEquals(1, found.size(), found::toString);
        VoltageEvent dip = found.getFirst().event();
        assertInstanceOf(Dip.class, dip);
        assertEquals(0.586667, dip.startSeconds(), 1e-3);
        assertEquals(0.876667, dip.endSeconds(), 1e-3);
        assertEquals(55, dip.extremePercent(), 0.05);
        assertEquals(Set.of(Phase.L2), dip.phases());
        assertEquals(Optional.of(EventCell.C2), found.getFirst().cell());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everyEventIsFoundAndNoneIsInvented(long seed) {
        SteppedSupply supply = new RandomSupply(seed).supply(12);
        double cycle = 1 / supply.hertz();
        double seconds = supply.steps().getLast().seconds() + 0.5;

        measure(EventSettings.of(SteppedSupply.VOLTS), 10_000, seconds, supply);

        List<VoltageEvent> events = found.stream()
                .map(ReportedEvent::event)
                .filter(event -> !(event instanceof RapidVoltageChange))
                .sorted(Comparator.comparingDouble(VoltageEvent::startSeconds))
                .toList();
        List<VoltageEvent> expected = new ExpectedEvents(supply, seconds).all();
        assertEquals(RandomEventsTest.describe(expected), RandomEventsTest.describe(events));
        for (int n = 0; n < expected.size(); n++) {
            VoltageEvent one = expected.get(n);
            VoltageEvent other = events.get(n);
            assertEquals(one.startSeconds(), other.startSeconds(), cycle, () -> one + " is not " + other);
            assertEquals(one.seconds(), other.seconds(), cycle, () -> one + " is not " + other);
            assertEquals(one.extremePercent(), other.extremePercent(), 0.2, () -> one + " is not " + other);
        }
    }

    @ParameterizedTest(name = "{0} Hz")
    @CsvSource({"42.5", "47", "50", "53.3", "57.5"})
    void aDistortedSupplyHasNoEvent(double hertz) {
        measure(EventSettings.of(230), 10_000, 4, (phase, time) -> {
            double angle = SupplyOnBench.radians(phase, hertz, time);
            return Math.sqrt(2)
                    * 230
                    * (Math.sin(angle)
                            + 0.05 * Math.sin(3 * angle + 1)
                            + 0.06 * Math.sin(5 * angle + 2)
                            + 0.05 * Math.sin(7 * angle - 1));
        });

        assertEquals(List.of(), found);
    }

    @Test
    void theFrequencyMayWander() {
        // 50 Hz and 1 Hz up and down in 4 s, which changes by up to 1.6 Hz a second.
        measure(EventSettings.of(230), 10_000, 8, (phase, time) -> {
            double turns = 50 * time - Math.cos(2 * Math.PI * time / 4) * 4 / (2 * Math.PI);
            return Math.sqrt(2) * 230 * Math.sin(2 * Math.PI * (turns - phase / 3.0));
        });

        assertEquals(List.of(), found);
    }

    @Test
    void theRecordedFaultIsADipOfOnePhaseThatBecomesAnInterruption() throws IOException {
        double[][] volts = recordedFault();

        measure(
                EventSettings.of(58.74),
                800.21,
                volts[0].length / 800.21,
                (phase, time) -> volts[phase][(int) Math.rint(time * 800.21)]);

        List<VoltageEvent> events = found.stream().map(ReportedEvent::event).toList();
        Swell swell = assertInstanceOf(Swell.class, events.getFirst());
        Interruption fault = assertInstanceOf(Interruption.class, events.getLast());
        assertEquals(2, events.size(), events::toString);
        assertEquals(0.45, fault.startSeconds(), 0.02);
        assertTrue(found.getLast().isOpen(), "the line stays dead");
        assertEquals(EnumSet.allOf(Phase.class), fault.phases());
        assertTrue(fault.extremePercent() < 1, fault::toString);
        assertEquals(0.98, swell.startSeconds(), 0.02);
        assertEquals(Set.of(Phase.L3), swell.phases());
    }

    /// VA, VB and VC of the recording, V.
    private static double[][] recordedFault() throws IOException {
        int analogue = 24;
        int digitalOctets = 8;
        try (InputStream stream = KernelEventsTest.class.getResourceAsStream("line_fault_reclose_800Hz.dat")) {
            ByteBuffer octets = ByteBuffer.wrap(Objects.requireNonNull(stream).readAllBytes())
                    .order(ByteOrder.LITTLE_ENDIAN);
            int row = 8 + 2 * analogue + digitalOctets;
            int samples = octets.limit() / row;
            var volts = new double[Phase.COUNT][samples];
            for (int k = 0; k < samples; k++) {
                for (int phase = 0; phase < Phase.COUNT; phase++) {
                    volts[phase][k] = 0.012207 * octets.getShort(k * row + 8 + 2 * (4 + phase));
                }
            }
            return volts;
        }
    }
}
