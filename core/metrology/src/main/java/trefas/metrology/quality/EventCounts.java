package trefas.metrology.quality;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import trefas.metrology.event.EventCell;

/// How often what happened. EN 50160 sets no limit to events; it says how to count them.
///
/// @param cells dips and swells by cell; every cell is there, most of them with 0
/// @param dips all dips, also those without a cell: longer than a minute, or not over when the record ended
/// @param swells all swells, in the same way
/// @param shortInterruptions of at most [#SHORT_SECONDS_MAX]
/// @param longInterruptions longer
/// @param rapidChanges rapid voltage changes that were neither
public record EventCounts(
        Map<EventCell, Integer> cells,
        int dips,
        int swells,
        int shortInterruptions,
        int longInterruptions,
        int rapidChanges) {

    /// Longest short interruption, s.
    public static final double SHORT_SECONDS_MAX = 180;

    /// Keeps a copy of the cells, all of them.
    public EventCounts {
        Map<EventCell, Integer> copy = new EnumMap<>(EventCell.class);
        for (EventCell cell : EventCell.values()) {
            copy.put(cell, cells.getOrDefault(cell, 0));
        }
        cells = Collections.unmodifiableMap(copy);
    }

    /// Events in a cell.
    public int cell(EventCell cell) {
        return cells.getOrDefault(cell, 0);
    }
}
