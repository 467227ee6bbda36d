package trefas.objects;

import trefas.device.log.LoadProfile;
import trefas.device.log.LogRing;

/// Which rows a logger has now.
///
/// @param oldest log id of the oldest row, equal to `next` when there is none
/// @param next log id of the row to come
record LogIds(long oldest, long next) {

    static LogIds of(LogRing ring) {
        return new LogIds(ring.oldestLogId(), ring.nextLogId());
    }

    static LogIds of(LoadProfile profile) {
        return new LogIds(profile.oldestLogId(), profile.nextLogId());
    }

    long entriesInUse() {
        return next - oldest;
    }
}
