package trefas.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The lowest invocation counters this end still accepts, by partner and kind of key (IEC 62056-5-3). Like the own
/// counters they are saved ahead: after a restart without an orderly stop a few values are skipped, so that
/// nothing that was accepted can be accepted again.
final class PartnerCounters {

    /// Partners and kinds of keys that are remembered. Only who knows the key gets in, and nobody is forgotten for
    /// another, since a forgotten counter would open the door to old messages.
    static final int ENTRIES_MAX = 64;

    /// Values a restart may skip.
    static final int SAVED_AHEAD = 64;

    /// From here on the key is dead.
    static final long DEAD = SendCounter.LAST + 1;

    private static final class Entry {
        final SystemTitle partner;
        final CounterUse use;
        long lowest;
        long savedLowest;

        Entry(SystemTitle partner, CounterUse use, long lowest) {
            this.partner = partner;
            this.use = use;
            this.lowest = lowest;
            this.savedLowest = lowest;
        }
    }

    /// One entry as it is saved.
    record Saved(SystemTitle partner, CounterUse use, long lowest) {}

    private final List<Entry> entries = new ArrayList<>(0);
    private long changes;

    long lowest(SystemTitle partner, CounterUse use) {
        return find(partner, use).map(entry -> entry.lowest).orElse(0L);
    }

    /// The highest of all partners; 0 when nobody was heard.
    long highestReceived(CounterUse use) {
        return entries.stream()
                .filter(entry -> entry.use == use)
                .mapToLong(entry -> Math.max(0, entry.lowest - 1))
                .max()
                .orElse(0);
    }

    boolean hasRoomFor(SystemTitle partner, CounterUse use) {
        return entries.size() < ENTRIES_MAX || find(partner, use).isPresent();
    }

    /// A message with this counter was verified; never again this or a lower one.
    void received(SystemTitle partner, CounterUse use, long counter) {
        var entry = find(partner, use).orElseGet(() -> added(partner, use, 0));
        if (counter < entry.lowest) {
            return;
        }
        entry.lowest = Math.min(counter + 1, DEAD);
        if (entry.lowest > entry.savedLowest) {
            entry.savedLowest = Math.min(entry.lowest + SAVED_AHEAD, DEAD);
            changes++;
        }
    }

    /// A new key: everybody begins anew.
    void forget(CounterUse use) {
        if (entries.removeIf(entry -> entry.use == use)) {
            changes++;
        }
    }

    /// Saves the exact values, before an orderly stop.
    void settle() {
        for (var entry : entries) {
            if (entry.savedLowest != entry.lowest) {
                entry.savedLowest = entry.lowest;
                changes++;
            }
        }
    }

    long changes() {
        return changes;
    }

    List<Saved> saved() {
        return entries.stream()
                .map(entry -> new Saved(entry.partner, entry.use, entry.savedLowest))
                .toList();
    }

    void restore(Saved saved) {
        added(saved.partner(), saved.use(), saved.lowest());
    }

    private Entry added(SystemTitle partner, CounterUse use, long lowest) {
        var entry = new Entry(partner, use, lowest);
        entries.add(entry);
        return entry;
    }

    private Optional<Entry> find(SystemTitle partner, CounterUse use) {
        for (var entry : entries) {
            if (entry.use == use && entry.partner.packed() == partner.packed()) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }
}
