package trefas.objects.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.cosem.AxdrWriter;
import trefas.objects.standard.StandardState.Octets;

/// Rows a profile of the standard model captured, oldest first: each the octets of its cells, ready to be sent. A
/// ring: taking a row out at the old end costs nothing that grows with the rows behind it.
public final class RowBuffer {

    /// Rows any profile of the model may keep, whatever `profile_entries` is set to.
    public static final int ROWS_MAX = 5_000;

    /// Octets of all rows together.
    public static final int OCTETS_MAX = 500_000;

    /// One row.
    static final class Row {
        final long capturedAt;
        final byte[] cells;

        Row(long capturedAt, byte[] cells) {
            this.capturedAt = capturedAt;
            this.cells = cells;
        }
    }

    private static final int ROW_HEAD_OCTETS = 8 + 4;

    private List<Row> ring = new ArrayList<>();
    /// Where the oldest row stands once the ring has begun to turn.
    private int first;
    private int octets;
    private boolean changed;

    RowBuffer() {}

    RowBuffer copy() {
        var copy = new RowBuffer();
        copy.ring = new ArrayList<>(ring);
        copy.first = first;
        copy.octets = octets;
        copy.changed = changed;
        return copy;
    }

    public int size() {
        return ring.size();
    }

    Row row(int index) {
        return ring.get(place(index));
    }

    /// Adds a row at the young end; when there would be more than `capacity`, or more octets than the limit, old
    /// ones make room.
    void append(Row row, int capacity) {
        changed = true;
        int most = Math.clamp(capacity, 0, ROWS_MAX);
        while (size() > 0 && (size() > most || octets + row.cells.length > OCTETS_MAX)) {
            remove(0);
        }
        if (most == 0 || row.cells.length > OCTETS_MAX) {
            return;
        }
        octets += row.cells.length;
        if (size() < most) {
            straighten();
            ring.add(row);
            return;
        }
        octets -= ring.get(first).cells.length;
        ring.set(first, row);
        first = (first + 1) % ring.size();
    }

    void insert(int index, Row row) {
        changed = true;
        straighten();
        ring.add(index, row);
        octets += row.cells.length;
    }

    void remove(int index) {
        changed = true;
        straighten();
        octets -= ring.remove(index).cells.length;
    }

    void clear() {
        changed |= !ring.isEmpty();
        ring = new ArrayList<>();
        first = 0;
        octets = 0;
    }

    boolean isChanged() {
        return changed;
    }

    void saved() {
        changed = false;
    }

    void write(AxdrWriter out) {
        out.number(size(), 4);
        for (int i = 0; i < size(); i++) {
            Row row = row(i);
            out.number(row.capturedAt, 8).number(row.cells.length, 4).octets(row.cells);
        }
    }

    static Optional<RowBuffer> read(Octets from) {
        long count = from.number(4);
        if (count > ROWS_MAX) {
            from.fail();
        }
        var buffer = new RowBuffer();
        for (long i = 0; i < count && !from.failed(); i++) {
            long capturedAt = from.number(8);
            byte[] cells = from.run((int) from.number(4));
            buffer.ring.add(new Row(capturedAt, cells));
            buffer.octets += cells.length;
        }
        return from.failed() || buffer.octets > OCTETS_MAX ? Optional.empty() : Optional.of(buffer);
    }

    /// Octets this buffer takes in the permanent memory, about.
    int recordOctets() {
        return octets + ROW_HEAD_OCTETS * size();
    }

    private int place(int index) {
        return (first + index) % ring.size();
    }

    /// Puts the oldest row first again, which only rows that do not come and go at the ends ask for.
    private void straighten() {
        if (first == 0) {
            return;
        }
        var straight = new ArrayList<Row>(ring.size());
        for (int i = 0; i < ring.size(); i++) {
            straight.add(row(i));
        }
        ring = straight;
        first = 0;
    }
}
