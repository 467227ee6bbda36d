package trefas.metrology.measurement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import trefas.metrology.OneSecondValues;
import trefas.metrology.SampleWindow;
import trefas.metrology.TenCycleValues;
import trefas.metrology.WindowStage;
import trefas.metrology.event.EventSettings;
import trefas.metrology.event.HalfCycleObserver;
import trefas.metrology.event.OccurrenceCounter;
import trefas.metrology.event.OccurrenceCounters;
import trefas.metrology.event.TenMinuteQuality;
import trefas.metrology.event.VoltageEvents;
import trefas.metrology.event.VoltageQualityEntry;
import trefas.metrology.event.VoltageQualityObserver;
import trefas.metrology.event.VoltageQualitySettings;
import trefas.metrology.interval.AggregatedInterval;
import trefas.metrology.interval.FrequencyReading;
import trefas.metrology.interval.IntervalLength;
import trefas.metrology.interval.IntervalQuantity;
import trefas.metrology.kernel.SecondAggregator;
import trefas.quantity.Phase;

/// Sees a record as the meter itself sees its supply: counts occurrences and writes the voltage quality log
/// (dossier 14). The meter is one for 230 V and 50 Hz whatever voltage was declared for the record.
final class MeterView implements WindowStage {

    /// Most log entries kept; the others are counted.
    static final int ENTRIES_MAX = 10_000;

    private static final long MILLI = 1_000;

    private final OccurrenceCounters counters = new OccurrenceCounters(VoltageQualitySettings.DEFAULT);
    private final VoltageEvents events;
    private final VoltageQualityObserver observer =
            new VoltageQualityObserver(VoltageQualitySettings.DEFAULT, this::keep);
    private final SecondAggregator seconds = new SecondAggregator(this::second);
    private final long startSecond;
    private final List<VoltageQualityEntry> entries = new ArrayList<>();
    private long dropped;

    MeterView(MeasurementSettings settings) {
        Set<Phase> phases = settings.phasesWithVoltage();
        EventSettings thresholds = counters.eventSettings();
        events = new VoltageEvents(phases.isEmpty() ? thresholds : thresholds.measuring(phases), counters::event);
        startSecond = Math.floorDiv(settings.startEpochMilliseconds(), MILLI);
    }

    /// Must be told every half cycle.
    HalfCycleObserver halfCycles() {
        return events;
    }

    @Override
    public void window(SampleWindow window, TenCycleValues values) {
        seconds.window(window, values);
    }

    @Override
    public void stretchEnded(double startSeconds, double endSeconds) {
        seconds.stretchEnded(startSeconds, endSeconds);
        counters.pause();
    }

    void frequency(FrequencyReading reading) {
        counters.frequency(reading.hertz());
    }

    /// An interval of any length; those of ten minutes count.
    void interval(AggregatedInterval interval) {
        if (interval.length() == IntervalLength.TEN_MINUTES && interval.isWhole()) {
            counters.tenMinutes(new TenMinuteQuality(
                    phase(interval, 0),
                    phase(interval, 1),
                    phase(interval, 2),
                    number(interval.mean(IntervalQuantity.NEGATIVE_SEQUENCE))));
        }
    }

    /// What has been written down by now.
    MeterFindings findings() {
        Map<OccurrenceCounter, Integer> counts = new EnumMap<>(OccurrenceCounter.class);
        for (OccurrenceCounter counter : OccurrenceCounter.values()) {
            counts.put(counter, counters.count(counter));
        }
        return new MeterFindings(counts, entries, dropped);
    }

    private void second(long second, OneSecondValues values) {
        counters.second(values);
        observer.second(startSecond + second + 1, values);
    }

    private void keep(VoltageQualityEntry entry) {
        if (entries.size() >= ENTRIES_MAX) {
            dropped++;
            return;
        }
        entries.add(new VoltageQualityEntry(
                entry.second() - startSecond,
                entry.phase(),
                entry.event(),
                entry.meanVolts(),
                entry.maxVolts(),
                entry.minVolts()));
    }

    private static TenMinuteQuality.PhaseQuality phase(AggregatedInterval interval, int phase) {
        return new TenMinuteQuality.PhaseQuality(
                number(interval.mean(IntervalQuantity.voltage(phase))),
                number(interval.mean(IntervalQuantity.voltageThd(phase))),
                number(interval.mean(IntervalQuantity.currentThd(phase))));
    }

    private static double number(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }
}
