package trefas.simulation;

import trefas.metrology.OneSecondValues;

/// What a meter is connected to. A world answers for any second by itself: seconds may be skipped, repeated or asked
/// for backwards, and the same second always has the same values. One world serves one meter and one thread.
public interface World {

    /// Fills what the meter measures in the second that ends at this time.
    ///
    /// @param endEpochSecond end of the second, in seconds since 1970-01-01T00:00:00Z
    /// @return false when the world has come to its end; then the values are cleared
    boolean second(long endEpochSecond, OneSecondValues values);
}
