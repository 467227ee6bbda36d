package trefas.objects.standard;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.Decoded.Complete;
import trefas.quantity.Obis;

/// What one meter changed of the standard model: values by object and slot, and the rows its profiles captured.
/// Empty for a meter nobody has set up yet. Octets, most significant first:
///
/// | octets       | field      | meaning                                             |
/// |--------------|------------|-----------------------------------------------------|
/// | 1            | layout     | 1; another one is refused, not guessed              |
/// | 4            | values     | how many follow                                     |
/// | 6 + 1 + n    | each value | logical name, slot, A-XDR                           |
/// | 4            | buffers    | how many follow                                     |
/// | 6 + 4 + rows | each       | logical name, rows, see [RowBuffer]                 |
public final class StandardState {

    static final int LAYOUT = 1;

    /// Values a meter may have changed at most; a table of all attributes is far smaller.
    static final int VALUES_MAX = 10_000;

    /// Octets the state of a meter may have at most.
    static final int OCTETS_MAX = 4_000_000;

    private static final int SLOT_BITS = 8;
    private static final int NAME_OCTETS = 6;

    /// What becomes of saved octets.
    public sealed interface Recalled {
        record Ready(StandardState state) implements Recalled {}

        /// Such octets are neither used nor taken for an empty state.
        ///
        /// @param reason one sentence: what was found, what was expected
        record Unusable(String reason) implements Recalled {}
    }

    private final Map<Long, CosemData> values = new TreeMap<>();
    private final Map<Long, RowBuffer> buffers = new TreeMap<>();
    private final Map<Long, CosemData> notes = new HashMap<>();
    private boolean changed;

    /// The state of a meter as it comes from the factory.
    public StandardState() {}

    Optional<CosemData> value(Obis logicalName, int slot) {
        return Optional.ofNullable(values.get(key(logicalName, slot)));
    }

    void put(Obis logicalName, int slot, CosemData value) {
        CosemData before = values.put(key(logicalName, slot), value);
        changed |= !value.equals(before);
    }

    void forget(Obis logicalName, int slot) {
        changed |= values.remove(key(logicalName, slot)) != null;
    }

    Optional<CosemData> noted(Obis logicalName, int slot) {
        return Optional.ofNullable(notes.get(key(logicalName, slot)));
    }

    void note(Obis logicalName, int slot, CosemData value) {
        notes.put(key(logicalName, slot), value);
    }

    void forgetNotes() {
        notes.clear();
    }

    RowBuffer rows(Obis logicalName) {
        return buffers.computeIfAbsent(logicalName.packed(), _ -> new RowBuffer());
    }

    /// A state as it was, to be put back when something turns out not to be wanted.
    static final class Before {
        private final Map<Long, CosemData> values;
        private final Map<Long, RowBuffer> buffers;
        private final Map<Long, CosemData> notes;
        private final boolean changed;

        private Before(StandardState state) {
            this.values = new TreeMap<>(state.values);
            this.buffers = new TreeMap<>();
            state.buffers.forEach((name, buffer) -> buffers.put(name, buffer.copy()));
            this.notes = new HashMap<>(state.notes);
            this.changed = state.changed;
        }
    }

    Before before() {
        return new Before(this);
    }

    void putBack(Before before) {
        values.clear();
        values.putAll(before.values);
        buffers.clear();
        buffers.putAll(before.buffers);
        notes.clear();
        notes.putAll(before.notes);
        changed = before.changed;
    }

    /// True when something is not saved yet.
    boolean isChanged() {
        return changed || buffers.values().stream().anyMatch(RowBuffer::isChanged);
    }

    /// Tells that [#octets] have reached the permanent memory.
    void saved() {
        changed = false;
        buffers.values().forEach(RowBuffer::saved);
    }

    /// Everything the permanent memory must keep.
    public byte[] octets() {
        var out = new AxdrWriter(OCTETS_MAX);
        out.octet(LAYOUT).number(values.size(), 4);
        values.forEach((key, value) -> {
            out.number(key >>> SLOT_BITS, NAME_OCTETS).octet((int) (key & 0xFF));
            Axdr.encode(value, out);
        });
        out.number(buffers.size(), 4);
        buffers.forEach((name, buffer) -> buffer.write(out.number(name, NAME_OCTETS)));
        return out.toOctets();
    }

    /// The state that gave these octets, or one sentence why they can't be one.
    public static Recalled of(byte[] octets) {
        var from = new Octets(octets);
        int layout = (int) from.number(1);
        if (layout != LAYOUT) {
            return new Recalled.Unusable(
                    "the saved objects have layout " + layout + ", this version reads layout " + LAYOUT);
        }
        var state = new StandardState();
        long valueCount = from.number(4);
        if (valueCount > VALUES_MAX) {
            return new Recalled.Unusable("the saved objects hold " + valueCount + " values, more than " + VALUES_MAX);
        }
        for (long i = 0; i < valueCount && !from.failed(); i++) {
            long key = from.number(NAME_OCTETS + 1);
            from.value().ifPresent(value -> state.values.put(key, value));
        }
        long bufferCount = from.number(4);
        for (long i = 0; i < bufferCount && !from.failed(); i++) {
            long name = from.number(NAME_OCTETS);
            RowBuffer.read(from).ifPresent(buffer -> state.buffers.put(name, buffer));
        }
        return from.failed() || !from.isAtEnd()
                ? new Recalled.Unusable("the saved objects end or go on where they should not, at octet " + from.at())
                : new Recalled.Ready(state);
    }

    private static long key(Obis logicalName, int slot) {
        return (logicalName.packed() << SLOT_BITS) | (slot & 0xFF);
    }

    /// Saved octets, read one field after the other. After the first that is not there everything reads as zero.
    static final class Octets {

        private final byte[] octets;
        private int at;
        private boolean failed;

        Octets(byte[] octets) {
            this.octets = octets.clone();
        }

        long number(int count) {
            if (!has(count)) {
                return 0;
            }
            long value = 0;
            for (int i = 0; i < count; i++) {
                value = (value << 8) | Byte.toUnsignedInt(octets[at++]);
            }
            return value;
        }

        byte[] run(int count) {
            if (!has(count)) {
                return new byte[0];
            }
            byte[] run = new byte[count];
            System.arraycopy(octets, at, run, 0, count);
            at += count;
            return run;
        }

        Optional<CosemData> value() {
            if (!failed
                    && Axdr.decode(octets, at, octets.length - at)
                            instanceof Complete<CosemData>(CosemData value, int used)) {
                at += used;
                return Optional.of(value);
            }
            failed = true;
            return Optional.empty();
        }

        void fail() {
            failed = true;
        }

        boolean failed() {
            return failed;
        }

        boolean isAtEnd() {
            return at == octets.length;
        }

        int at() {
            return at;
        }

        private boolean has(int count) {
            failed |= count < 0 || count > octets.length - at;
            return !failed;
        }
    }
}
