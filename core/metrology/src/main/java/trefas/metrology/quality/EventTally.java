package trefas.metrology.quality;

import java.util.EnumMap;
import java.util.Map;
import trefas.metrology.VoltageEvent;
import trefas.metrology.event.EventCell;
import trefas.metrology.event.ReportedEvent;

/// Counts voltage events.
final class EventTally {

    private final Map<EventCell, Integer> cells = new EnumMap<>(EventCell.class);
    private int dips;
    private int swells;
    private int shortInterruptions;
    private int longInterruptions;
    private int rapidChanges;

    EventTally() {}

    void add(ReportedEvent reported) {
        reported.cell().ifPresent(cell -> cells.merge(cell, 1, Integer::sum));
        switch (reported.event()) {
            case VoltageEvent.Dip _ -> dips++;
            case VoltageEvent.Swell _ -> swells++;
            case VoltageEvent.Interruption _ -> {
                if (reported.interruptedSeconds() > EventCounts.SHORT_SECONDS_MAX) {
                    longInterruptions++;
                } else {
                    shortInterruptions++;
                }
            }
            case VoltageEvent.RapidVoltageChange _ -> rapidChanges++;
        }
    }

    EventCounts counts() {
        return new EventCounts(cells, dips, swells, shortInterruptions, longInterruptions, rapidChanges);
    }
}
