package trefas.metrology.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import trefas.metrology.SampleBlock;
import trefas.metrology.event.EventCell;
import trefas.metrology.event.EventSettings;
import trefas.metrology.event.HalfCycleVoltages;
import trefas.metrology.event.VoltageEvents;
import trefas.metrology.flicker.FlickerMeter;
import trefas.metrology.flicker.FlickerSink;
import trefas.metrology.flicker.Lamp;
import trefas.metrology.flicker.LongTermFlicker;
import trefas.metrology.flicker.ShortTermFlicker;
import trefas.metrology.interval.AggregatedInterval;
import trefas.metrology.interval.ClockTicks;
import trefas.metrology.interval.FrequencyReading;
import trefas.metrology.interval.IntervalAggregator;
import trefas.metrology.interval.IntervalLength;
import trefas.metrology.interval.IntervalQuantity;
import trefas.metrology.interval.TenSecondFrequency;
import trefas.metrology.kernel.KernelSettings;
import trefas.metrology.kernel.WaveformKernel;
import trefas.metrology.spectrum.HarmonicAnalyser;
import trefas.quantity.Phase;

/// Twenty minutes of a supply through kernel, spectrum, events, flicker and aggregation to the verdict: distorted, its
/// frequency wandering, flickering on L1, with one dip on L2.
class FromSamplesToVerdictTest {

    private static final double RATE = 2_500;
    private static final double SECONDS = 1_225;
    private static final double DIP_START = 703;
    private static final double DIP_END = 703.3;

    private final List<AggregatedInterval> intervals = new ArrayList<>();
    private final List<FrequencyReading> frequencies = new ArrayList<>();
    private final List<ShortTermFlicker> flickers = new ArrayList<>();
    private final PowerQualityJudge judge = new PowerQualityJudge(Limits.edition2010(), 230, 50);

    @Test
    void aDistortedFlickeringSupplyIsMeasuredFlaggedAndJudged() {
        measure();

        frequenciesAreRightToATenthOfAMillihertz();
        tenMinutesAreRight();
        flickerIsRight();
        theVerdictNamesWhatIsWrong();
    }

    private void frequenciesAreRightToATenthOfAMillihertz() {
        assertEquals(122, frequencies.size());
        for (FrequencyReading reading : frequencies) {
            double from = reading.startSeconds();
            double mean = (cycles(from + 10) - cycles(from)) / 10;
            // The whole cycles begin and end up to a cycle inside, in which the wander moves the mean a little.
            assertEquals(mean, reading.hertz(), 0.1e-3, () -> "from " + from);
            assertEquals(from < DIP_END && from + 10 > DIP_START, reading.isFlagged());
        }
    }

    private void tenMinutesAreRight() {
        List<AggregatedInterval> tenMinutes = intervals.stream()
                .filter(interval -> interval.length() == IntervalLength.TEN_MINUTES && interval.isWhole())
                .toList();
        assertEquals(2, tenMinutes.size());
        AggregatedInterval clean = tenMinutes.getFirst();
        assertFalse(clean.isFlagged());
        assertTrue(tenMinutes.get(1).isFlagged());
        double volts = 230 * Math.sqrt(1 + 0.04 * 0.04 + 0.03 * 0.03);
        assertEquals(volts, clean.mean(IntervalQuantity.VOLTAGE_2).orElseThrow(), volts * 20e-6);
        assertEquals(5, clean.mean(IntervalQuantity.VOLTAGE_THD_3).orElseThrow(), 0.02);
        assertEquals(9.2, clean.spectrum().orElseThrow().subgroup(SampleBlock.voltage(1), 5), 9.2 * 0.005);
        // A flicker of 0.36 % on one phase is an unbalance of some thousandths in each window.
        assertEquals(0, clean.mean(IntervalQuantity.NEGATIVE_SEQUENCE).orElseThrow(), 0.01);
    }

    private void flickerIsRight() {
        List<ShortTermFlicker> whole =
                flickers.stream().filter(flicker -> flicker.l1().isPresent()).toList();
        assertEquals(2, whole.size());
        assertEquals(1, whole.getFirst().l1().orElseThrow(), 0.003);
        assertEquals(0, whole.getFirst().l3().orElseThrow(), 0.03);
        assertFalse(whole.getFirst().isFlagged());
        assertTrue(whole.get(1).isFlagged());
        assertTrue(whole.get(1).l2().orElseThrow() > 2);
    }

    private void theVerdictNamesWhatIsWrong() {
        PowerQualityVerdict verdict = judge.verdict();
        assertEquals(Decision.PASS, verdict.decision());
        assertEquals(2, verdict.tenMinutes());
        assertEquals(1, verdict.events().cell(EventCell.C2));
        assertEquals(1, verdict.events().dips());
        CharacteristicVerdict voltage = verdict.worstPhases().getFirst();
        assertEquals(1, voltage.flagged());
        assertEquals(1, voltage.valid());
        CharacteristicVerdict fifth = verdict.worstPhases().stream()
                .filter(row -> row.characteristic() == Characteristic.HARMONIC && row.order() == 5)
                .findFirst()
                .orElseThrow();
        assertEquals(4, fifth.worst().orElseThrow(), 0.02);
    }

    private void measure() {
        ClockTicks ticks = new ClockTicks(580_000);
        VoltageEvents events = new VoltageEvents(EventSettings.of(230), judge::event);
        IntervalAggregator aggregator = new IntervalAggregator(ticks, events::isFlagged, interval -> {
            intervals.add(interval);
            judge.interval(interval);
        });
        TenSecondFrequency frequency = new TenSecondFrequency(ticks, events::isFlagged, reading -> {
            frequencies.add(reading);
            judge.frequency(reading);
        });
        FlickerMeter flicker = new FlickerMeter(Lamp.VOLTS_230, ticks, events::isFlagged, new FlickerSink() {
            @Override
            public void shortTerm(ShortTermFlicker shortTerm) {
                flickers.add(shortTerm);
            }

            @Override
            public void longTerm(LongTermFlicker longTerm) {
                judge.flicker(longTerm);
            }
        });
        WaveformKernel kernel = new WaveformKernel(
                KernelSettings.DEFAULT,
                List.of(
                        new HalfCycleVoltages(50, List.of(events)),
                        new HarmonicAnalyser(20, aggregator),
                        flicker,
                        frequency));
        feed(kernel);
        events.stretchEnded(SECONDS);
        aggregator.finish();
        frequency.finish();
        flicker.finish();
    }

    private static void feed(WaveformKernel kernel) {
        SampleBlock block = new SampleBlock(SampleBlock.CAPACITY);
        long samples = Math.round(SECONDS * RATE);
        for (long sample = 0; sample < samples; sample += block.length()) {
            block.begin(RATE, true);
            int length = (int) Math.min(block.capacity(), samples - sample);
            for (int i = 0; i < length; i++) {
                double seconds = (sample + i) / RATE;
                double angle = 2 * Math.PI * cycles(seconds);
                for (int phase = 0; phase < Phase.COUNT; phase++) {
                    block.channel(SampleBlock.voltage(phase))[i] =
                            factor(phase, seconds) * distorted(angle - phase * 2 * Math.PI / 3);
                }
            }
            block.length(length);
            kernel.accept(block);
        }
        kernel.finish();
    }

    /// 4 % of the fifth and 3 % of the seventh harmonic.
    private static double distorted(double angle) {
        return 230 * Math.sqrt(2) * (Math.sin(angle) + 0.04 * Math.sin(5 * angle) + 0.03 * Math.sin(7 * angle));
    }

    /// The flicker of L1, just Pst 1, and the dip of L2.
    private static double factor(int phase, double seconds) {
        if (phase == 0) {
            return 1 + FLICKER_PERCENT / 200 * Math.sin(2 * Math.PI * 8.8 * seconds);
        }
        boolean isDip = phase == 1 && seconds >= DIP_START && seconds < DIP_END;
        return isDip ? 0.6 : 1;
    }

    /// The modulation of 8.8 Hz that has a Pst of 1.
    private static final double FLICKER_PERCENT = 0.250 / shortTermOfTheReference();

    /// Pst of the reference modulation. Its P_inst is a sine of 17.6 Hz around a mean, with a peak of 1: what the
    /// memory of 0.3 s leaves of the square of a sine. During a share of the time a sine exceeds the cosine of pi
    /// times that share.
    private static double shortTermOfTheReference() {
        double ripple = 1 / Math.hypot(1, 2 * Math.PI * 17.6 * 0.3);
        return Math.sqrt(0.0314 * mean(ripple, 0.1)
                + 0.0525 * mean(ripple, 0.7, 1, 1.5)
                + 0.0657 * mean(ripple, 2.2, 3, 4)
                + 0.28 * mean(ripple, 6, 8, 10, 13, 17)
                + 0.08 * mean(ripple, 30, 50, 80));
    }

    private static double mean(double ripple, double... percents) {
        double sum = 0;
        for (double percent : percents) {
            sum += (1 + ripple * Math.cos(Math.PI * percent / 100)) / (1 + ripple);
        }
        return sum / percents.length;
    }

    /// Cycles of a frequency that wanders 20 mHz around 49.98 Hz, once in 100 s.
    private static double cycles(double seconds) {
        return 49.98 * seconds - 0.02 * 100 / (2 * Math.PI) * Math.cos(2 * Math.PI * seconds / 100);
    }
}
