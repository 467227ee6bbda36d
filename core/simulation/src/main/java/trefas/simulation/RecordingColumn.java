package trefas.simulation;

/// A column of a recording: its name in the header, its unit and what is still believable in it.
enum RecordingColumn {
    TIME(0, "time", 0, 0, 0),
    POWER(1, "P_kW", 6, -100, 100),
    REACTIVE(2, "Q_kvar", 6, -100, 100),
    VOLTAGE(3, "U_V", 3, 0, 500),
    CURRENT(4, "I_A", 3, 0, 500);

    private final int index;
    private final String header;
    private final int decimals;
    private final int min;
    private final int max;

    /// @param index place in arrays
    /// @param decimals places from the column's unit to the milli-units kept
    /// @param min the smallest value believed, in the column's unit
    /// @param max the largest value believed, in the column's unit; a direct connected meter ends at 63 A and 230 V
    RecordingColumn(int index, String header, int decimals, int min, int max) {
        this.index = index;
        this.header = header;
        this.decimals = decimals;
        this.min = min;
        this.max = max;
    }

    int index() {
        return index;
    }

    String header() {
        return header;
    }

    /// The name in the header for one phase, such as `P1_kW`.
    ///
    /// @param phase 0 to 2
    String header(int phase) {
        return header.substring(0, 1) + (phase + 1) + header.substring(1);
    }

    int min() {
        return min;
    }

    int max() {
        return max;
    }

    /// The value in milli-units, or [FixedPoint#NOT_A_NUMBER].
    long parse(String text) {
        return FixedPoint.parse(text, decimals);
    }

    boolean isWithin(long milliunits) {
        long unit = 1;
        for (int i = 0; i < decimals; i++) {
            unit *= 10;
        }
        return milliunits >= min * unit && milliunits <= max * unit;
    }
}
