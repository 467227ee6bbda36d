package trefas.device.log;

import java.util.Arrays;

/// One row of a data logger: when, under what circumstances, and what the registers stood at (dossier 10.1).
public final class ProfileEntry {

    private final long logId;
    private final long capturedAt;
    private final int loggerStatus;
    private final int dataQuality;
    private final long[] readings;

    /// @param logId unsigned 32 bit, one more than the row before
    /// @param capturedAt the meter's time at the end of the period, in seconds since 1970-01-01T00:00:00Z
    /// @param loggerStatus bits of [LoggerStatus], unsigned 16 bit
    /// @param dataQuality bits of [DataQuality], unsigned 16 bit
    /// @param readings registers in the order of the logger's content, unsigned 32 bit each, in display units
    public ProfileEntry(long logId, long capturedAt, int loggerStatus, int dataQuality, long... readings) {
        this.logId = logId;
        this.capturedAt = capturedAt;
        this.loggerStatus = loggerStatus;
        this.dataQuality = dataQuality;
        this.readings = readings.clone();
    }

    public long logId() {
        return logId;
    }

    public long capturedAt() {
        return capturedAt;
    }

    public int loggerStatus() {
        return loggerStatus;
    }

    public int dataQuality() {
        return dataQuality;
    }

    public int readingCount() {
        return readings.length;
    }

    public long reading(int column) {
        return readings[column];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProfileEntry that
                && logId == that.logId
                && capturedAt == that.capturedAt
                && loggerStatus == that.loggerStatus
                && dataQuality == that.dataQuality
                && Arrays.equals(readings, that.readings);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(logId) * 31 + Long.hashCode(capturedAt);
    }

    @Override
    public String toString() {
        return "#" + logId + " at " + capturedAt + " status " + Integer.toHexString(loggerStatus) + " quality "
                + Integer.toHexString(dataQuality) + " " + Arrays.toString(readings);
    }
}
