package trefas.storage;

import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/// A place among the blocks on the heap, by their first log ids.
final class MapCursor implements BlockCursor {

    private final NavigableMap<Long, byte[]> blocks;
    private Map.@Nullable Entry<Long, byte[]> here;

    MapCursor(NavigableMap<Long, byte[]> blocks) {
        this.blocks = blocks;
    }

    @Override
    public boolean toLastUpTo(long logId) {
        here = blocks.floorEntry(logId);
        return here != null;
    }

    @Override
    public boolean toFirstFrom(long logId) {
        here = blocks.ceilingEntry(logId);
        return here != null;
    }

    @Override
    public boolean toNext() {
        here = blocks.higherEntry(firstLogId());
        return here != null;
    }

    @Override
    public boolean toPrevious() {
        here = blocks.lowerEntry(firstLogId());
        return here != null;
    }

    @Override
    public long firstLogId() {
        return block().getKey();
    }

    @Override
    public byte[] content() {
        return block().getValue();
    }

    private Map.Entry<Long, byte[]> block() {
        var block = here;
        if (block == null) {
            throw new IllegalStateException("there is no block here");
        }
        return block;
    }
}
