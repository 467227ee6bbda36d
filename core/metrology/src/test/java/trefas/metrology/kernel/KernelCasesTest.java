package trefas.metrology.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.metrology.SampleBlock;
import trefas.metrology.TenCycleValues;
import trefas.metrology.kernel.TestSignal.Part;
import trefas.metrology.kernel.TestSignal.Seen;
import trefas.quantity.PhaseSequence;

/// The analytic cases of the influence tests (dossier metrology 1.2) and of broken supplies: exact answers.
class KernelCasesTest {

    private static final double RATE = 10_000;
    private static final double HERTZ = 50.03;
    private static final double ROOT = Math.sqrt(2);

    private static double sine(double seconds) {
        return Math.sin(2 * Math.PI * HERTZ * seconds);
    }

    private static double cyclesAt(double seconds) {
        return HERTZ * seconds;
    }

    private static List<Seen> measure(TestSignal signal, double seconds) {
        return signal.measure(KernelSettings.DEFAULT, RATE, seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "30, 1, 1",
        "150, -1, 1",
        "-150, -1, -1",
        "-30, 1, -1",
        "90, 0, 1",
        "-90, 0, -1",
        "0, 1, 0",
        "180, -1, 0"
    })
    void everyQuadrantHasItsSigns(double lagDegrees, int activeSign, int reactiveSign) {
        var signal = new TestSignal()
                .voltages(HERTZ, new Part(1, 230, 40))
                .currents(HERTZ, new Part(1, 10, 40 - lagDegrees));

        TenCycleValues values = measure(signal, 0.6).getFirst().values();

        double lag = Math.toRadians(lagDegrees);
        assertEquals(6_900 * Math.cos(lag), values.activePower(), 1e-4);
        assertEquals(6_900 * Math.sin(lag), values.reactivePower(), 1e-4);
        assertEquals(activeSign, Long.signum(Math.round(values.activePower())));
        assertEquals(reactiveSign, Long.signum(Math.round(values.reactivePower())));
    }

    @Test
    void halfWaveCurrentCarriesHalfThePower() {
        var signal = new TestSignal()
                .voltages(HERTZ, new Part(1, 230, 0))
                .channel(SampleBlock.current(0), seconds -> Math.max(0, 10 * ROOT * sine(seconds)));

        for (Seen each : measure(signal, 2)) {
            assertEquals(1_150, each.values().l1().activePower(), 2_300 * 20e-6);
            assertEquals(10 / ROOT, each.values().l1().current(), 10 * 20e-6);
            assertEquals(0, each.values().l1().reactivePower(), 2_300 * 50e-6);
        }
    }

    /// A current that sets in at a right angle jumps; where the sampling sees the jump is up to one sample off, so the
    /// current is the mean over each sample's time.
    @Test
    void firingAtARightAngleHalvesThePowerAndLags() {
        var signal = new TestSignal()
                .voltages(HERTZ, new Part(1, 230, 0))
                .channel(
                        SampleBlock.current(0),
                        seconds -> (fired(seconds + 0.5 / RATE) - fired(seconds - 0.5 / RATE)) * RATE);

        for (Seen each : measure(signal, 2)) {
            assertEquals(1_150, each.values().l1().activePower(), 2_300 * 250e-6);
            assertEquals(2_300 / Math.PI, each.values().l1().reactivePower(), 2_300 * 250e-6);
        }
    }

    /// Integral of the fired current.
    private static double fired(double seconds) {
        double cycles = cyclesAt(seconds);
        double halves = Math.floor(2 * cycles);
        double inside = 2 * cycles - halves;
        // Each half cycle carries the integral of its second half, of alternating sign.
        double quarter = 10 * ROOT / (2 * Math.PI * HERTZ);
        double before = halves % 2 == 0 ? 0 : quarter;
        double sign = halves % 2 == 0 ? 1 : -1;
        return before + (inside <= 0.5 ? 0 : -sign * quarter * Math.cos(Math.PI * inside));
    }

    @Test
    void burstsOfTwoCyclesOfFourCarryHalfThePower() {
        var signal = new TestSignal()
                .voltages(HERTZ, new Part(1, 230, 0))
                .channel(
                        SampleBlock.current(0),
                        seconds -> Math.floor(cyclesAt(seconds) / 2) % 2 == 0 ? 10 * ROOT * sine(seconds) : 0);
        List<Seen> seen = measure(signal, 4.1);

        double sum = 0;
        int windows = seen.size() / 2 * 2 - 2;
        for (Seen each : seen.subList(0, windows)) {
            sum += each.values().l1().activePower() / windows;
        }
        assertEquals(1_150, sum, 2_300 * 20e-6);
    }

    @Test
    void onePhaseAloneIsMeasuredAsWell() {
        var signal = new TestSignal()
                .channel(SampleBlock.voltage(1), TestSignal.sines(HERTZ, new Part(1, 230, 0), new Part(3, 23, 0)))
                .channel(SampleBlock.current(1), TestSignal.sines(HERTZ, new Part(1, 10, -60)));

        for (Seen each : measure(signal, 2)) {
            assertEquals(230 * Math.sqrt(1.01), each.values().l2().voltage(), 230e-6);
            assertEquals(1_150, each.values().l2().activePower(), 2_300e-6);
            assertEquals(0, each.values().l1().voltage());
            assertEquals(HERTZ, each.values().frequency(), 1e-4);
            assertEquals(10, each.values().neutralCurrent(), 1e-5);
        }
    }

    @Test
    void reversedSequenceIsNeitherUnbalanceNorError() {
        var signal = new TestSignal()
                .channel(0, TestSignal.sines(HERTZ, new Part(1, 230, 0)))
                .channel(1, TestSignal.sines(HERTZ, new Part(1, 230, 120)))
                .channel(2, TestSignal.sines(HERTZ, new Part(1, 230, -120)));

        for (Seen each : measure(signal, 2)) {
            assertEquals(PhaseSequence.L1L3L2, each.values().sequence());
            assertEquals(0, each.values().voltageComponents().negativePercent(), 1e-5);
            assertEquals(HERTZ, each.values().frequency(), 1e-6);
        }
    }

    /// The star point moves by 100 V: the phase voltages go apart, the line voltages stay.
    @Test
    void aLostNeutralShowsInTheZeroSequenceOnly() {
        Part moved = new Part(1, 100, 20);
        var signal = new TestSignal();
        for (int phase = 0; phase < 3; phase++) {
            signal.channel(phase, TestSignal.sines(HERTZ, new Part(1, 230, -120.0 * phase), moved));
        }

        for (Seen each : measure(signal, 2)) {
            assertEquals(230 * Math.sqrt(3), each.values().voltage12(), 400e-6);
            assertEquals(230 * Math.sqrt(3), each.values().voltage31(), 400e-6);
            assertEquals(0, each.values().voltageComponents().negativePercent(), 1e-5);
            assertEquals(100 / 2.3, each.values().voltageComponents().zeroPercent(), 1e-4);
        }
    }

    @ParameterizedTest
    @CsvSource({"30", "60", "-60", "120", "-150"})
    void aPhaseJumpDisturbsNoLaterWindow(double degrees) {
        var signal = new TestSignal();
        for (int phase = 0; phase < 3; phase++) {
            double turn = -120.0 * phase;
            var before = TestSignal.sines(HERTZ, new Part(1, 230, turn));
            var after = TestSignal.sines(HERTZ, new Part(1, 230, turn + degrees));
            signal.channel(phase, seconds -> (seconds < 1.234 ? before : after).applyAsDouble(seconds));
        }
        for (Seen each : measure(signal, 4)) {
            if (each.endSeconds() < 1.15 || each.startSeconds() > 1.7) {
                assertEquals(HERTZ, each.values().frequency(), 1e-3);
                assertEquals(230, each.values().l3().voltage(), 230 * 20e-6);
            }
        }
    }

    /// 1 Hz a second for six seconds. The magnitude of a fundamental of constant frequency sees the bend of
    /// the angle inside a window: 110 ppm of the power. The first edge is placed from two cycles later, as if
    /// the frequency stood still.
    @Test
    void aDriftingFrequencyIsFollowed() {
        double start = 47;
        var signal = new TestSignal();
        for (int phase = 0; phase < 3; phase++) {
            double turn = phase / 3.0;
            signal.channel(phase, seconds -> 230 * ROOT * wave(start, seconds, turn));
            signal.channel(3 + phase, seconds -> 10 * ROOT * wave(start, seconds, turn + 1 / 12.0));
        }
        List<Seen> seen = measure(signal, 6);
        assertEquals(start + 0.12, seen.getFirst().values().frequency(), 0.02);
        for (Seen each : seen.subList(1, seen.size() - 1)) {
            double middle = (each.startSeconds() + each.endSeconds()) / 2;
            assertEquals(start + middle, each.values().frequency(), 1e-3);
            assertEquals(230, each.values().l1().voltage(), 230 * 20e-6);
            assertEquals(2_300 * Math.cos(Math.PI / 6), each.values().l1().activePower(), 2_300 * 20e-6);
            assertEquals(1_150, each.values().l1().reactivePower(), 1_150 * 120e-6);
        }
    }

    private static double wave(double hertz, double seconds, double turn) {
        return Math.sin(2 * Math.PI * (hertz * seconds + seconds * seconds / 2 - turn));
    }

    @Test
    void withoutVoltageWindowsHaveNominalLengthAndNoCycles() {
        var signal = new TestSignal().currents(50, new Part(1, 5, 0));

        List<Seen> seen = measure(signal, 1.005);

        assertEquals(5, seen.size());
        for (Seen each : seen) {
            assertEquals(0, each.values().cycles());
            assertEquals(0, each.values().frequency());
            assertEquals(0.2, each.endSeconds() - each.startSeconds(), 1e-9);
            assertEquals(5, each.values().l1().current(), 1e-4);
        }
    }

    @Test
    void aVoltageThatReturnsIsFoundAgain() {
        var signal = new TestSignal();
        for (int phase = 0; phase < 3; phase++) {
            var sine = TestSignal.sines(HERTZ, new Part(1, 230, -120.0 * phase));
            signal.channel(phase, seconds -> seconds > 1.1 && seconds < 2.3 ? 0 : sine.applyAsDouble(seconds));
        }
        List<Seen> seen = measure(signal, 4);

        assertTrue(seen.stream().anyMatch(each -> each.values().cycles() == 0));
        double end = seen.getFirst().startSeconds();
        for (Seen each : seen) {
            assertEquals(end, each.startSeconds(), 1e-9);
            end = each.endSeconds();
            if (each.endSeconds() < 1 || each.startSeconds() > 2.6) {
                assertEquals(HERTZ, each.values().frequency(), 1e-3);
                assertEquals(230, each.values().l2().voltage(), 230e-6);
            }
        }
    }

    @Test
    void sixtyHertzIsTwelveCyclesAndFoundAutomatically() {
        var signal = new TestSignal().voltages(59.961, new Part(1, 8_000, 68));
        var settings = KernelSettings.DEFAULT.with(NominalFrequency.AUTOMATIC);

        List<Seen> seen = signal.measure(settings, 50_000, 1);

        assertEquals(12, seen.getFirst().values().cycles());
        assertEquals(59.961, seen.getFirst().values().frequency(), 1e-6);
    }

    /// 3 Hz a second down to 27 Hz: followed to 36 Hz, then given up; the windows go on without a gap.
    @Test
    void aFundamentalThatLeavesTheRangeStopsNothing() {
        var signal = new TestSignal();
        for (int phase = 0; phase < 3; phase++) {
            double turn = phase / 3.0;
            signal.channel(
                    phase, seconds -> 325 * Math.sin(2 * Math.PI * (45 * seconds - 1.5 * seconds * seconds - turn)));
        }
        List<Seen> seen = signal.measure(KernelSettings.DEFAULT, 100_000, 6);

        for (int i = 1; i < seen.size(); i++) {
            assertEquals(seen.get(i - 1).endSeconds(), seen.get(i).startSeconds(), 1e-9);
        }
        assertTrue(seen.getLast().endSeconds() > 5.97);
    }

    @Test
    void aGapEndsTheStretchAndTheNextStartsAnew() {
        List<Seen> seen = new ArrayList<>();
        var kernel = new WaveformKernel(
                KernelSettings.DEFAULT,
                List.of((window, values) -> seen.add(
                        new Seen(values, window.startSeconds(), window.endSeconds(), window.voltageRadians(0)))));
        var signal = new TestSignal().voltages(HERTZ, new Part(1, 230, 0));
        signal.feed(kernel, RATE, 1);
        var missing = new SampleBlock(1);
        missing.begin(RATE, false);
        kernel.accept(missing);
        signal.feed(kernel, RATE, 1);
        kernel.finish();

        assertEquals(10, seen.size());
        assertTrue(seen.get(4).endSeconds() < 1);
        assertTrue(seen.get(5).startSeconds() > 1);
        for (Seen each : seen) {
            assertEquals(230, each.values().l3().voltage(), 230e-6);
        }
    }

    /// The instant at which L1 rises through zero follows from the angle at the start of a window.
    @Test
    void theWindowTellsTheAngleOfEachVoltage() {
        for (Seen each : measure(new TestSignal().voltages(HERTZ, new Part(1, 230, 25)), 2)) {
            double expected = 2 * Math.PI * HERTZ * each.startSeconds() + Math.toRadians(25);
            assertEquals(0, Math.sin(expected - each.radians()), 1e-6);
            assertTrue(Math.cos(expected - each.radians()) > 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.101, 2000", "0.16, 50000", "0.09, 10000"})
    void shortRecordsGiveOneWindowOfTheirWholeCycles(double seconds, double samplesPerSecond) {
        var signal = new TestSignal().voltages(50, new Part(1, 230, 25));

        List<Seen> seen = signal.measure(KernelSettings.DEFAULT, samplesPerSecond, seconds);

        assertEquals(1, seen.size());
        assertEquals(50, seen.getFirst().values().frequency(), 1e-3);
        assertEquals(230, seen.getFirst().values().l1().voltage(), 230 * 20e-6);
    }
}
