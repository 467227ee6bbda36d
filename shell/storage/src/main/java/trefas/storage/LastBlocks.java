package trefas.storage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import trefas.device.log.DataLogger;

/// Where the last block of rows begins, for the loggers that took a row most recently. To search it from behind costs
/// the more the more often that block was written, for the database keeps its former selves for a while; this is as
/// good as the search, for nobody else writes into an open database. It is shared by all who save.
final class LastBlocks {

    /// Loggers remembered; of a thousand meters two each take rows at the same time.
    static final int REMEMBERED_MAX = 4_096;

    private record Place(int serialNumber, DataLogger logger) {}

    private final Map<Place, Long> firstLogIds = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Long> eldest) {
            return size() > REMEMBERED_MAX;
        }
    };

    /// Nothing is known.
    LastBlocks() {}

    /// First log id of the last block; empty if it has to be searched.
    synchronized OptionalLong of(int serialNumber, DataLogger logger) {
        Long firstLogId = firstLogIds.get(new Place(serialNumber, logger));
        return firstLogId == null ? OptionalLong.empty() : OptionalLong.of(firstLogId);
    }

    /// What became of the last block in a write that is over.
    ///
    /// @param firstLogId empty if it has to be searched from now on
    synchronized void note(int serialNumber, DataLogger logger, OptionalLong firstLogId) {
        var place = new Place(serialNumber, logger);
        if (firstLogId.isPresent()) {
            firstLogIds.put(place, firstLogId.getAsLong());
        } else {
            firstLogIds.remove(place);
        }
    }
}
