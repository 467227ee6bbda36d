package trefas.simulation;

import java.util.Arrays;

/// The load of a house, minute by minute, as somebody recorded it. A row is the mean over the 60 seconds that begin
/// at its time; minutes may be missing. Kept in plain arrays, 20 octets a row, and never changed.
public final class LoadRecording {

    /// Rows of ten years with every minute.
    public static final int ROWS_MAX = 10 * 366 * 24 * 60;

    static final int SECONDS_PER_MINUTE = 60;

    private final int[] epochMinutes;
    private final int[] milliwatts;
    private final int[] millivars;
    private final int[] millivolts;
    private final int[] milliamperes;

    private LoadRecording(Builder builder) {
        this.epochMinutes = Arrays.copyOf(builder.epochMinutes, builder.rows);
        this.milliwatts = Arrays.copyOf(builder.milliwatts, builder.rows);
        this.millivars = Arrays.copyOf(builder.millivars, builder.rows);
        this.millivolts = Arrays.copyOf(builder.millivolts, builder.rows);
        this.milliamperes = Arrays.copyOf(builder.milliamperes, builder.rows);
    }

    /// Rows, at least one.
    public int rows() {
        return epochMinutes.length;
    }

    /// Begin of the first row, seconds since 1970-01-01T00:00:00Z.
    public long beginEpochSecond() {
        return (long) epochMinutes[0] * SECONDS_PER_MINUTE;
    }

    /// End of the last row, seconds since 1970-01-01T00:00:00Z, exclusive.
    public long endEpochSecond() {
        return ((long) epochMinutes[rows() - 1] + 1) * SECONDS_PER_MINUTE;
    }

    /// The row of a minute, or a negative number when that minute is missing.
    int rowOf(long epochMinute) {
        return epochMinute < epochMinutes[0] || epochMinute > epochMinutes[rows() - 1]
                ? -1
                : Arrays.binarySearch(epochMinutes, (int) epochMinute);
    }

    boolean isRowOf(int row, long epochMinute) {
        return row >= 0 && row < rows() && epochMinutes[row] == epochMinute;
    }

    /// Begin of a row, minutes since 1970-01-01T00:00:00Z.
    public long epochMinute(int row) {
        return epochMinutes[row];
    }

    /// Mean active power of a row, mW; negative when exporting.
    public int milliwatts(int row) {
        return milliwatts[row];
    }

    /// Mean reactive power of a row, mvar; positive when inductive.
    public int millivars(int row) {
        return millivars[row];
    }

    /// Mean voltage of a row, mV.
    public int millivolts(int row) {
        return millivolts[row];
    }

    /// Mean current of a row, mA.
    public int milliamperes(int row) {
        return milliamperes[row];
    }

    /// Gathers rows in the order of time.
    static final class Builder {

        private static final int ROWS_FIRST = 1_440;

        private int[] epochMinutes = new int[ROWS_FIRST];
        private int[] milliwatts = new int[ROWS_FIRST];
        private int[] millivars = new int[ROWS_FIRST];
        private int[] millivolts = new int[ROWS_FIRST];
        private int[] milliamperes = new int[ROWS_FIRST];
        private int rows;

        int rows() {
            return rows;
        }

        /// @throws IllegalStateException when there are [#ROWS_MAX] already or time does not advance
        void add(int epochMinute, int milliwatts, int millivars, int millivolts, int milliamperes) {
            if (rows == ROWS_MAX || (rows > 0 && epochMinute <= epochMinutes[rows - 1])) {
                throw new IllegalStateException("row " + rows + " at minute " + epochMinute);
            }
            if (rows == epochMinutes.length) {
                int more = Math.min(2 * rows, ROWS_MAX);
                this.epochMinutes = Arrays.copyOf(this.epochMinutes, more);
                this.milliwatts = Arrays.copyOf(this.milliwatts, more);
                this.millivars = Arrays.copyOf(this.millivars, more);
                this.millivolts = Arrays.copyOf(this.millivolts, more);
                this.milliamperes = Arrays.copyOf(this.milliamperes, more);
            }
            this.epochMinutes[rows] = epochMinute;
            this.milliwatts[rows] = milliwatts;
            this.millivars[rows] = millivars;
            this.millivolts[rows] = millivolts;
            this.milliamperes[rows] = milliamperes;
            rows++;
        }

        LoadRecording build() {
            if (rows == 0) {
                throw new IllegalStateException("a recording has at least one row");
            }
            return new LoadRecording(this);
        }
    }
}
