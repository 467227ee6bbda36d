package trefas.device.log;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// The moments at which a logger takes a row by itself. Normal time, in which no moment comes twice or is left out.
@FunctionalInterface
public interface CaptureMoments {

    /// No moment at all.
    long NEVER = Long.MAX_VALUE;

    /// The first moment after a time, both in seconds since 1970-01-01T00:00:00Z.
    long after(long time);

    /// Moments on the grid of a capture period.
    static CaptureMoments each(CapturePeriod period) {
        return time -> (Math.floorDiv(time, period.seconds()) + 1) * period.seconds();
    }

    /// The day a time is on, normal time.
    static LocalDate dateOf(long time, ZoneOffset zone) {
        return LocalDateTime.ofEpochSecond(time, 0, zone).toLocalDate();
    }
}
