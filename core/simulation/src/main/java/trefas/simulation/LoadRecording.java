package trefas.simulation;

import java.util.Arrays;

/// The load of a house, minute by minute, as somebody recorded it: the whole house, or its three phases. A row is the
/// mean over the 60 seconds that begin at its time; minutes may be missing. Kept in plain arrays, 20 octets a row, 52
/// with three phases, and never changed.
public final class LoadRecording {

    /// Rows of ten years with every minute.
    public static final int ROWS_MAX = 10 * 366 * 24 * 60;

    static final int SECONDS_PER_MINUTE = 60;

    private final int systems;
    private final int[] epochMinutes;
    private final int[] milliwatts;
    private final int[] millivars;
    private final int[] millivolts;
    private final int[] milliamperes;

    private LoadRecording(Builder builder) {
        this.systems = builder.systems;
        this.epochMinutes = Arrays.copyOf(builder.epochMinutes, builder.rows);
        this.milliwatts = Arrays.copyOf(builder.milliwatts, builder.rows * systems);
        this.millivars = Arrays.copyOf(builder.millivars, builder.rows * systems);
        this.millivolts = Arrays.copyOf(builder.millivolts, builder.rows * systems);
        this.milliamperes = Arrays.copyOf(builder.milliamperes, builder.rows * systems);
    }

    /// Rows, at least one.
    public int rows() {
        return epochMinutes.length;
    }

    /// 1 when a row is the whole house, 3 when it has the three phases.
    public int systems() {
        return systems;
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

    /// Mean active power of a row, mW; negative when exporting.
    public int milliwatts(int row, int system) {
        return milliwatts[(row * systems) + system];
    }

    /// Mean reactive power of a row, mvar; positive when inductive.
    public int millivars(int row, int system) {
        return millivars[(row * systems) + system];
    }

    /// Mean voltage of a row, mV.
    public int millivolts(int row, int system) {
        return millivolts[(row * systems) + system];
    }

    /// Mean current of a row, mA.
    public int milliamperes(int row, int system) {
        return milliamperes[(row * systems) + system];
    }

    /// Gathers rows in the order of time.
    static final class Builder {

        private static final int ROWS_FIRST = 1_440;

        private int[] epochMinutes = new int[ROWS_FIRST];
        private int[] milliwatts;
        private int[] millivars;
        private int[] millivolts;
        private int[] milliamperes;
        private final int systems;
        private int rows;

        /// Starts empty.
        ///
        /// @param systems 1 for the whole house, 3 for three phases
        Builder(int systems) {
            this.systems = systems;
            this.milliwatts = new int[ROWS_FIRST * systems];
            this.millivars = new int[ROWS_FIRST * systems];
            this.millivolts = new int[ROWS_FIRST * systems];
            this.milliamperes = new int[ROWS_FIRST * systems];
        }

        int rows() {
            return rows;
        }

        /// Begins the row of a minute.
        ///
        /// @throws IllegalStateException when there are [#ROWS_MAX] already or time does not advance
        void begin(int epochMinute) {
            if (rows == ROWS_MAX || (rows > 0 && epochMinute <= epochMinutes[rows - 1])) {
                throw new IllegalStateException("row " + rows + " at minute " + epochMinute);
            }
            if (rows == epochMinutes.length) {
                int more = Math.min(2 * rows, ROWS_MAX);
                epochMinutes = Arrays.copyOf(epochMinutes, more);
                milliwatts = Arrays.copyOf(milliwatts, more * systems);
                millivars = Arrays.copyOf(millivars, more * systems);
                millivolts = Arrays.copyOf(millivolts, more * systems);
                milliamperes = Arrays.copyOf(milliamperes, more * systems);
            }
            epochMinutes[rows] = epochMinute;
            rows++;
        }

        /// Fills one system of the row begun last.
        void put(int system, int rowMilliwatts, int rowMillivars, int rowMillivolts, int rowMilliamperes) {
            int at = ((rows - 1) * systems) + system;
            milliwatts[at] = rowMilliwatts;
            millivars[at] = rowMillivars;
            millivolts[at] = rowMillivolts;
            milliamperes[at] = rowMilliamperes;
        }

        LoadRecording build() {
            if (rows == 0) {
                throw new IllegalStateException("a recording has at least one row");
            }
            return new LoadRecording(this);
        }
    }
}
