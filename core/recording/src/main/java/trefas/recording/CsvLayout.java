package trefas.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// What stands in which column of a waveform CSV, decided from the header and the first row.
///
/// @param columns of each row
/// @param timeColumn where the time stands, -1 when there is none
/// @param timeUnitSeconds of a time that is a number
/// @param decimalSign `.` or `,`
/// @param channels value columns
/// @param columnOfChannel for each value column, where it stands
record CsvLayout(
        int columns,
        int timeColumn,
        double timeUnitSeconds,
        char decimalSign,
        List<RecordedChannel> channels,
        List<Integer> columnOfChannel) {

    static final int NO_TIME = -1;

    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d+,\\d+(?:[eE][+-]?\\d+)?");

    /// Decides.
    ///
    /// @param names in the header, none when there is no header
    /// @param units in a line of their own, may be none
    /// @param row the first row
    static CsvLayout of(
            List<String> names, List<String> units, CsvCells row, char delimiter, OptionalDouble samplesPerSecond) {
        int columns = names.isEmpty() ? row.count() : names.size();
        int time = time(names, row, columns, samplesPerSecond);
        var channels = new ArrayList<RecordedChannel>();
        var places = new ArrayList<Integer>();
        boolean hasComma = false;
        for (int column = 0; column < columns; column++) {
            hasComma |= column < row.count()
                    && delimiter != ','
                    && DECIMAL_COMMA.matcher(row.text(column)).matches();
            if (column != time) {
                int number = channels.size() + 1;
                channels.add(
                        names.isEmpty()
                                ? RecordedChannel.numbered(number)
                                : CsvHeader.channel(number, names.get(column), at(units, column)));
                places.add(column);
            }
        }
        double unit = time == NO_TIME || names.isEmpty() ? 1 : CsvHeader.timeUnit(names.get(time), at(units, time));
        return new CsvLayout(columns, time, unit, hasComma ? ',' : '.', List.copyOf(channels), List.copyOf(places));
    }

    private static int time(List<String> names, CsvCells row, int columns, OptionalDouble samplesPerSecond) {
        for (int column = 0; column < names.size(); column++) {
            if (CsvHeader.isTime(names.get(column))) {
                return column;
            }
        }
        if (row.count() > 0 && CsvTime.isClock(row.text(0))) {
            return 0;
        }
        return names.isEmpty() && columns > 1 && samplesPerSecond.isEmpty() ? 0 : NO_TIME;
    }

    private static String at(List<String> units, int column) {
        return column < units.size() ? units.get(column) : "";
    }
}
