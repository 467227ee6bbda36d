package trefas.metrology.measurement;

import java.util.ArrayList;
import java.util.List;
import trefas.metrology.SampleWindow;
import trefas.metrology.TenCycleValues;
import trefas.metrology.WindowStage;
import trefas.metrology.event.EventSettings;
import trefas.metrology.event.HalfCycleVoltages;
import trefas.metrology.event.ReportedEvent;
import trefas.metrology.event.VoltageEvents;
import trefas.metrology.interval.Flags;

/// Voltage events of a record, kept up to a limit, and the flags they leave on every interval they touch.
final class EventWatch implements WindowStage {

    /// Most events kept; the others are counted.
    static final int EVENTS_MAX = 10_000;

    private final Flags flags;
    private final VoltageEvents events;
    private final HalfCycleVoltages halfCycles;
    private final List<ReportedEvent> kept = new ArrayList<>();
    private long dropped;

    EventWatch(EventSettings settings, Flags flags) {
        this.flags = flags;
        this.events = new VoltageEvents(settings, this::keep);
        this.halfCycles = new HalfCycleVoltages(settings.nominalHertz(), List.of(events));
    }

    @Override
    public void window(SampleWindow window, TenCycleValues values) {
        halfCycles.window(window, values);
        // An event that is still going on is told at its end only, but flags what is measured meanwhile.
        if (events.isFlagged(window.startSeconds(), window.endSeconds())) {
            flags.add(window.startSeconds(), window.endSeconds());
        }
    }

    @Override
    public void stretchEnded(double startSeconds, double endSeconds) {
        halfCycles.stretchEnded(startSeconds, endSeconds);
    }

    void finish() {
        events.end(halfCycles.endSeconds());
    }

    List<ReportedEvent> kept() {
        return List.copyOf(kept);
    }

    long dropped() {
        return dropped;
    }

    private void keep(ReportedEvent event) {
        flags.add(event.event());
        if (kept.size() < EVENTS_MAX) {
            kept.add(event);
        } else {
            dropped++;
        }
    }
}
