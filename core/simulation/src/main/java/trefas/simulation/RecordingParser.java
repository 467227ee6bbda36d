package trefas.simulation;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import trefas.quantity.Phase;
import trefas.simulation.ParsedRecording.Recorded;
import trefas.simulation.ParsedRecording.Unreadable;

/// Reads a recorded load from the lines of a file. Reading stops at the first thing that is wrong and says so in one
/// sentence.
///
/// | column   | meaning                                                       | when absent |
/// |----------|---------------------------------------------------------------|-------------|
/// | `time`   | begin of the minute, local normal time, `2006-12-17T00:00:00` | required    |
/// | `P_kW`   | mean active power, negative when exporting                    | required    |
/// | `Q_kvar` | mean reactive power, positive when inductive                  | 0           |
/// | `U_V`    | mean voltage                                                  | 230         |
/// | `I_A`    | mean current                                                  | S / U       |
///
/// Three phases of their own have `P1_kW` `P2_kW` `P3_kW` in place of `P_kW`, and `Q1_kvar`, `U1_V`, `I1_A` and so on,
/// each for all three phases or absent. The first line names the columns, in any order, separated by `;` or `,`;
/// numbers have a decimal point. A byte
/// order mark, carriage returns and empty lines at the end are passed over.
public final class RecordingParser {

    /// Years a recording may be of.
    public static final int YEAR_MIN = 1970;

    public static final int YEAR_MAX = 2099;

    /// The longest line read; the longest that makes sense has about 60 characters.
    public static final int LINE_LENGTH_MAX = 1_000;

    private static final int QUOTED_LENGTH_MAX = 40;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String PHASES_EXPECTED =
            "columns of the whole house, or of each of the three phases, as in P1_kW;P2_kW;P3_kW";
    private static final String HEADER_EXPECTED = "the columns \"time\" and \"P_kW\", and \"Q_kvar\", \"U_V\" and"
            + " \"I_A\" where there are any, separated by \";\" or \",\"";
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int MILLIVOLTS_WHEN_ABSENT = 230_000;
    private static final double MILLI = 1_000;
    private static final int ABSENT = -1;

    /// What [#system] says of a column of the whole house, which is kept where the first phase is.
    private static final int WHOLE = Phase.COUNT;

    private final String name;
    private final ZoneOffset offset;
    private LoadRecording.Builder recording = new LoadRecording.Builder(1);
    private final int[][] places = new int[Phase.COUNT][RecordingColumn.values().length];
    private final long[][] milliunits = new long[Phase.COUNT][RecordingColumn.values().length];
    private int systems = 1;
    private int columns;
    private char separator;
    private int lineNumber;
    private int emptyLineNumber;
    private long lastMinute = Long.MIN_VALUE;
    private String lastTime = "";

    private RecordingParser(String name, int utcOffsetHours) {
        this.name = name;
        this.offset = ZoneOffset.ofHours(utcOffsetHours);
    }

    /// Reads a recording.
    ///
    /// @param name of the file, for the problem's sentence
    /// @param lines without their ends
    /// @param utcOffsetHours the recording's clock minus UTC, [Place#UTC_OFFSET_HOURS_MIN] to
    ///     [Place#UTC_OFFSET_HOURS_MAX]
    public static ParsedRecording parse(String name, Iterable<String> lines, int utcOffsetHours) {
        if (utcOffsetHours < Place.UTC_OFFSET_HOURS_MIN || utcOffsetHours > Place.UTC_OFFSET_HOURS_MAX) {
            throw new IllegalArgumentException("UTC offset: " + utcOffsetHours + " hours");
        }
        var parser = new RecordingParser(name, utcOffsetHours);
        for (String line : lines) {
            Optional<String> problem = parser.line(line);
            if (problem.isPresent()) {
                return new Unreadable(problem.get());
            }
        }
        return parser.end();
    }

    private ParsedRecording end() {
        if (lineNumber == 0) {
            return new Unreadable(name + ": found an empty file, expected a header and one row for each minute");
        }
        if (recording.rows() == 0) {
            return new Unreadable(name + ": found no row after the header, expected one row for each minute");
        }
        return new Recorded(recording.build());
    }

    private Optional<String> line(String raw) {
        lineNumber++;
        if (raw.length() > LINE_LENGTH_MAX) {
            return problem(
                    "found " + raw.length() + " characters", "at most " + LINE_LENGTH_MAX + " characters in a line");
        }
        String line = raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw;
        if (lineNumber == 1) {
            return header(line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line);
        }
        if (line.isEmpty()) {
            emptyLineNumber = emptyLineNumber == 0 ? lineNumber : emptyLineNumber;
            return Optional.empty();
        }
        if (emptyLineNumber != 0) {
            lineNumber = emptyLineNumber;
            return problem("found an empty line", "a row; empty lines may only stand at the end");
        }
        return row(line);
    }

    private Optional<String> header(String line) {
        separator = line.indexOf(';') >= 0 ? ';' : ',';
        String[] names = split(line);
        columns = names.length;
        for (int[] ofSystem : places) {
            Arrays.fill(ofSystem, ABSENT);
        }
        boolean hasWhole = false;
        for (int i = 0; i < names.length; i++) {
            int system = ABSENT;
            for (RecordingColumn column : RecordingColumn.values()) {
                int found = system(column, names[i]);
                if (found != ABSENT) {
                    system = found % Phase.COUNT;
                    if (places[system][column.index()] != ABSENT) {
                        return problem("found the column " + quoted(names[i]) + " twice", "each column once");
                    }
                    places[system][column.index()] = i;
                    systems = found == WHOLE ? systems : Phase.COUNT;
                    hasWhole |= found == WHOLE && column != RecordingColumn.TIME;
                }
            }
            if (system == ABSENT) {
                return problem("found the header " + quoted(line), HEADER_EXPECTED);
            }
        }
        if (place(RecordingColumn.TIME) == ABSENT || place(RecordingColumn.POWER) == ABSENT) {
            return problem("found the header " + quoted(line), HEADER_EXPECTED);
        }
        recording = new LoadRecording.Builder(systems);
        return systems == 1 || (!hasWhole && isSamePhaseByPhase())
                ? Optional.empty()
                : problem("found the header " + quoted(line), PHASES_EXPECTED);
    }

    /// Which system a header names: [#WHOLE], a phase, or [#ABSENT] when it isn't this column.
    private static int system(RecordingColumn column, String name) {
        if (column.header().equals(name)) {
            return WHOLE;
        }
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            if (column != RecordingColumn.TIME && column.header(phase).equals(name)) {
                return phase;
            }
        }
        return ABSENT;
    }

    private boolean isSamePhaseByPhase() {
        for (RecordingColumn column : RecordingColumn.values()) {
            for (int phase = 1; phase < Phase.COUNT; phase++) {
                boolean isThere = places[phase][column.index()] != ABSENT;
                if (column != RecordingColumn.TIME && isThere != (place(column) != ABSENT)) {
                    return false;
                }
            }
        }
        return true;
    }

    private Optional<String> row(String line) {
        String[] cells = split(line);
        if (cells.length != columns) {
            return problem(
                    "found " + cells.length + (cells.length == 1 ? " column" : " columns") + " in " + quoted(line),
                    columns + " columns separated by \"" + separator + "\", as in the header");
        }
        if (recording.rows() == LoadRecording.ROWS_MAX) {
            return problem("found more than " + LoadRecording.ROWS_MAX + " rows", "ten years of minutes at most");
        }
        Optional<String> timeProblem = time(cells[place(RecordingColumn.TIME)]);
        if (timeProblem.isPresent()) {
            return timeProblem;
        }
        recording.begin((int) lastMinute);
        for (int system = 0; system < systems; system++) {
            for (RecordingColumn column : RecordingColumn.values()) {
                int place = places[system][column.index()];
                if (column != RecordingColumn.TIME && place != ABSENT) {
                    Optional<String> problem = number(column, system, cells[place]);
                    if (problem.isPresent()) {
                        return problem;
                    }
                }
            }
            Optional<String> problem = keep(system);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private Optional<String> time(String text) {
        LocalDateTime time;
        try {
            time = LocalDateTime.parse(text);
        } catch (DateTimeParseException notIso) {
            return problem(
                    RecordingColumn.TIME.header(),
                    "found " + quoted(text),
                    "a local time without offset such as 2006-12-17T00:00:00");
        }
        if (time.getSecond() != 0 || time.getNano() != 0) {
            return problem(RecordingColumn.TIME.header(), "found " + quoted(text), "a time on the full minute");
        }
        if (time.getYear() < YEAR_MIN || time.getYear() > YEAR_MAX) {
            return problem(
                    RecordingColumn.TIME.header(),
                    "found the year " + time.getYear(),
                    "a year from " + YEAR_MIN + " to " + YEAR_MAX);
        }
        long minute = Math.floorDiv(time.toEpochSecond(offset), LoadRecording.SECONDS_PER_MINUTE);
        if (minute == lastMinute) {
            return problem(
                    RecordingColumn.TIME.header(), "found " + quoted(text) + " a second time", "each minute once");
        }
        if (minute < lastMinute) {
            return problem(
                    RecordingColumn.TIME.header(),
                    "found " + quoted(text) + " after " + quoted(lastTime),
                    "a later time than in the row before");
        }
        lastMinute = minute;
        lastTime = text;
        return Optional.empty();
    }

    private Optional<String> number(RecordingColumn column, int system, String text) {
        long value = column.parse(text);
        if (value == FixedPoint.NOT_A_NUMBER) {
            return problem(header(column, system), "found " + quoted(text), "a number such as 1.044");
        }
        if (!column.isWithin(value)) {
            return problem(
                    header(column, system),
                    "found " + quoted(text),
                    "a number from " + column.min() + " to " + column.max());
        }
        milliunits[system][column.index()] = value;
        return Optional.empty();
    }

    private Optional<String> keep(int system) {
        int milliwatts = value(RecordingColumn.POWER, system, 0);
        int millivars = value(RecordingColumn.REACTIVE, system, 0);
        int millivolts = value(RecordingColumn.VOLTAGE, system, MILLIVOLTS_WHEN_ABSENT);
        int milliamperes = value(RecordingColumn.CURRENT, system, 0);
        if (millivolts == 0 && (milliwatts != 0 || millivars != 0 || milliamperes != 0)) {
            return problem(
                    header(RecordingColumn.VOLTAGE, system),
                    "found 0 V with power or current",
                    "0 in every column without voltage");
        }
        if (place(RecordingColumn.CURRENT) == ABSENT && millivolts != 0) {
            double apparent = Math.sqrt(((double) milliwatts * milliwatts) + ((double) millivars * millivars));
            double current = Math.rint(apparent * MILLI / millivolts);
            if (current > RecordingColumn.CURRENT.max() * MILLI) {
                return problem(
                        header(RecordingColumn.VOLTAGE, system),
                        "found a voltage too low for the power",
                        "P and U that make at most " + RecordingColumn.CURRENT.max() + " A");
            }
            milliamperes = (int) current;
        }
        recording.put(system, milliwatts, millivars, millivolts, milliamperes);
        return Optional.empty();
    }

    private int value(RecordingColumn column, int system, int whenAbsent) {
        return place(column) == ABSENT ? whenAbsent : (int) milliunits[system][column.index()];
    }

    private String header(RecordingColumn column, int system) {
        return systems == 1 ? column.header() : column.header(system);
    }

    private int place(RecordingColumn column) {
        return places[0][column.index()];
    }

    private String[] split(String line) {
        return line.split(separator == ';' ? ";" : ",", -1);
    }

    private Optional<String> problem(String found, String expected) {
        return Optional.of(name + ", line " + lineNumber + ": " + found + ", expected " + expected);
    }

    private Optional<String> problem(String column, String found, String expected) {
        return Optional.of(
                name + ", line " + lineNumber + ", column " + column + ": " + found + ", expected " + expected);
    }

    private static String quoted(String text) {
        String start = text.length() > QUOTED_LENGTH_MAX ? text.substring(0, QUOTED_LENGTH_MAX) + "..." : text;
        return '"' + CONTROL.matcher(start).replaceAll("?") + '"';
    }
}
