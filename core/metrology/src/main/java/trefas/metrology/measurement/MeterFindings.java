package trefas.metrology.measurement;

import java.util.List;
import java.util.Map;
import trefas.metrology.event.OccurrenceCounter;
import trefas.metrology.event.VoltageQualityEntry;

/// What a meter for 230 V and 50 Hz, as it leaves the factory, would have written down about the supply of a record
/// (dossier 14).
///
/// @param counts every counter, 0 upwards
/// @param entries rows of the voltage quality logger, in the order in which they were made; their second counts from
///     the first sample, and of a mean period it is where the period began
/// @param entriesDropped rows beyond the limit, not kept
public record MeterFindings(
        Map<OccurrenceCounter, Integer> counts, List<VoltageQualityEntry> entries, long entriesDropped) {

    /// Keeps copies.
    public MeterFindings {
        counts = Map.copyOf(counts);
        entries = List.copyOf(entries);
    }

    /// A count.
    public int count(OccurrenceCounter counter) {
        return counts.getOrDefault(counter, 0);
    }
}
