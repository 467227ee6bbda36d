package trefas.app.measure;

import java.util.ArrayList;
import java.util.List;
import trefas.metrology.event.OccurrenceCounter;
import trefas.metrology.event.VoltageQualityEntry;
import trefas.metrology.measurement.MeterFindings;

/// What the meter itself would have counted and logged of the supply, as lines for a terminal.
final class MeterTables {

    /// Log rows shown; the JSON has all that were kept.
    static final int ENTRIES_MAX = 40;

    private MeterTables() {}

    static List<String> of(MeterFindings findings) {
        var lines = new ArrayList<String>();
        var counters = new TextTable(3).row("occurrence", "", "each", "count");
        for (OccurrenceCounter counter : OccurrenceCounter.values()) {
            counters.row(
                    Integer.toString(counter.number()),
                    MeterWords.of(counter),
                    MeterWords.unit(counter),
                    Integer.toString(findings.count(counter)));
        }
        lines.addAll(counters.lines());
        lines.add("");
        if (findings.entries().isEmpty()) {
            lines.add("no voltage quality log entry");
            return lines;
        }
        var log = new TextTable(3).row("voltage quality log", "phase", "event", "mean V", "max V", "min V");
        for (VoltageQualityEntry entry :
                findings.entries().stream().limit(ENTRIES_MAX).toList()) {
            log.row(
                    entry.second() + " s",
                    MeterWords.phase(entry),
                    MeterWords.of(entry.event()),
                    Integer.toString(entry.meanVolts()),
                    Integer.toString(entry.maxVolts()),
                    Integer.toString(entry.minVolts()));
        }
        lines.addAll(log.lines());
        long more = Math.max(0, findings.entries().size() - ENTRIES_MAX) + findings.entriesDropped();
        if (more > 0) {
            lines.add("and " + more + " more");
        }
        return lines;
    }
}
