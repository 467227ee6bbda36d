package trefas.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names and units in the header of a waveform CSV. The unit stands in brackets behind the name (`Ua [kV]`), behind an
/// underscore (`MODAQ_Va_V`) or in a line of its own (`(ms),(V)`).
final class CsvHeader {

    private static final Pattern BRACKETED = Pattern.compile("(.*?)\\s*[\\[(]\\s*([^\\[\\]()]{1,12}?)\\s*[\\])]\\s*");
    private static final Pattern UNDERSCORED = Pattern.compile("(.+)_([kmuM\u00B5]?[VA])");
    private static final Pattern UNIT_ONLY = Pattern.compile("[\\[(]\\s*([^\\[\\]()]{0,12}?)\\s*[\\])]");
    private static final Pattern TIME_NAME = Pattern.compile(
            "(?:time|timestamp|t|zeit|date|datetime|date.?time|seconds|sekunden)(?:[ _.\\[(/-].*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, Double> TIME_UNITS = Map.of(
            "s", 1.0, "sec", 1.0, "ms", 1e-3, "us", 1e-6, "\u00B5s", 1e-6, "\u03BCs", 1e-6, "ns", 1e-9, "min", 60.0);
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");

    private CsvHeader() {}

    /// A value column.
    ///
    /// @param number place among the value columns, from 1
    /// @param name of the column
    /// @param unitRow what a line of units says, may be empty
    static RecordedChannel channel(int number, String name, String unitRow) {
        if (!unitRow.isEmpty()) {
            return new RecordedChannel(number, name, "", unitRow);
        }
        Matcher bracketed = BRACKETED.matcher(name);
        if (bracketed.matches()) {
            return new RecordedChannel(number, bracketed.group(1), "", bracketed.group(2));
        }
        Matcher underscored = UNDERSCORED.matcher(name);
        if (underscored.matches() && isUnit(number, underscored.group(1), underscored.group(2))) {
            return new RecordedChannel(number, name, "", underscored.group(2));
        }
        return new RecordedChannel(number, name, "", "");
    }

    /// `V_A` is the voltage of phase A: a lone `A` or `V` is only a unit when the rest says the phase already.
    private static boolean isUnit(int number, String rest, String unit) {
        return unit.length() > 1
                || ChannelRole.of(new RecordedChannel(number, rest, "", unit)).isPresent();
    }

    static boolean isTime(String name) {
        return TIME_NAME.matcher(name.strip()).matches();
    }

    /// Seconds in the unit of the time column; 1 when it states none.
    static double timeUnit(String name, String unitRow) {
        List<String> words = List.of(NOT_LETTERS.split((name + " " + unitRow).strip(), -1));
        for (String word : words.reversed()) {
            Double seconds = TIME_UNITS.get(word.toLowerCase(Locale.ROOT));
            if (seconds != null) {
                return seconds;
            }
        }
        return 1;
    }

    /// The units of a line that holds nothing else; empty when it holds anything else.
    static List<String> units(CsvCells cells) {
        var units = new ArrayList<String>();
        for (int cell = 0; cell < cells.count(); cell++) {
            Matcher unit = UNIT_ONLY.matcher(cells.text(cell));
            if (!unit.matches() && !cells.isEmpty(cell)) {
                return List.of();
            }
            units.add(cells.isEmpty(cell) ? "" : unit.group(1));
        }
        return List.copyOf(units);
    }
}
