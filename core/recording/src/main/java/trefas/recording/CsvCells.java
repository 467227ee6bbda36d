package trefas.recording;

import java.util.Arrays;

/// Where the cells of a line begin and end. Quotation marks around a cell are no part of it, delimiters inside are no
/// delimiters.
final class CsvCells {

    /// Columns read at most.
    static final int CELLS_MAX = 1_024;

    private final char delimiter;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int count;
    private byte[] line = new byte[0];

    CsvCells(char delimiter) {
        this.delimiter = delimiter;
    }

    /// Cuts the line; the cells are valid until the line changes. More than [#CELLS_MAX] cells are only counted. A
    /// delimiter at the very end is dropped when there is one cell too many.
    ///
    /// @param expected cells, or 0
    void cut(LineCutter lines, int expected) {
        line = lines.octets();
        int length = lines.length();
        count = 0;
        boolean isQuoted = false;
        int start = 0;
        for (int i = 0; i < length; i++) {
            if (line[i] == '"') {
                isQuoted = !isQuoted;
            } else if (line[i] == delimiter && !isQuoted) {
                add(start, i);
                start = i + 1;
            }
        }
        add(start, length);
        if (expected > 0 && count == expected + 1 && isEmpty(count - 1)) {
            count--;
        }
    }

    private void add(int start, int end) {
        if (count < CELLS_MAX) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
                ends = Arrays.copyOf(ends, 2 * count);
            }
            int from = start;
            int to = end;
            while (from < to && isTrimmed(line[from])) {
                from++;
            }
            while (to > from && isTrimmed(line[to - 1])) {
                to--;
            }
            starts[count] = from;
            ends[count] = to;
        }
        count++;
    }

    private static boolean isTrimmed(byte octet) {
        return octet == ' ' || octet == '"' || octet == '\t' || octet == ForeignText.END_OF_FILE;
    }

    /// Cells in the line.
    int count() {
        return count;
    }

    int start(int cell) {
        return starts[cell];
    }

    int end(int cell) {
        return ends[cell];
    }

    boolean isEmpty(int cell) {
        return cell < CELLS_MAX && starts[cell] == ends[cell];
    }

    String text(int cell) {
        return ForeignText.decode(line, starts[cell], ends[cell] - starts[cell]);
    }
}
