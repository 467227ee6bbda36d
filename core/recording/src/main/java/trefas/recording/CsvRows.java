package trefas.recording;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import trefas.metrology.SampleBlock;

/// Rows of a waveform CSV. Lines that are blank or begin with `#` are passed over; so are rows in which a mapped value
/// is empty or NaN, which then is a gap.
final class CsvRows implements TimedRowSource {

    private static final String DELIMITERS = "\t;,";

    private final LineCutter lines = new LineCutter();
    private final OptionalDouble givenRate;
    private final double[] row = new double[SampleBlock.CHANNELS];
    private CsvCells cells = new CsvCells(',');
    private char delimiter;
    private List<String> names = List.of();
    private List<String> units = List.of();
    private boolean hasFirstLine;
    private boolean isRowWaiting;
    private @Nullable CsvLayout layout;
    private CsvTime time = new CsvTime(1, '.');
    private int[] columns = {};
    private int[] targets = {};
    private double[] factors = {};
    private double seconds;
    private long missingRows;
    private boolean hasGiven;
    private boolean isGap;
    private boolean isContinuation = true;

    CsvRows(OptionalDouble givenRate) {
        this.givenRate = givenRate;
    }

    /// Reads up to the first row, which is kept.
    ///
    /// @return what stands where; null while more octets are needed
    @Nullable
    CsvLayout layout(ByteBuffer octets, boolean isEnd) throws UnusableRecordingException {
        while (layout == null && nextLine(octets, isEnd)) {
            if (!hasFirstLine) {
                hasFirstLine = true;
                delimiter = delimiter(lines.text());
                cells = new CsvCells(delimiter);
            }
            cells.cut(lines, names.size());
            refuseTooManyColumns();
            if (names.isEmpty() && !isData()) {
                names = names();
            } else if (units.isEmpty() && !isData() && !CsvHeader.units(cells).isEmpty()) {
                units = CsvHeader.units(cells);
            } else {
                CsvLayout found = CsvLayout.of(names, units, cells, delimiter, givenRate);
                time = new CsvTime(found.timeUnitSeconds(), found.decimalSign());
                isRowWaiting = true;
                layout = found;
            }
        }
        if (layout == null && isEnd && !octets.hasRemaining()) {
            throw new UnusableRecordingException("line " + (lines.number() + 1)
                    + ": found the end of the file, expected a header and rows of numbers");
        }
        return layout;
    }

    /// Says which columns are wanted.
    void map(List<MappedChannel> mapped, CsvLayout found) {
        columns = new int[mapped.size()];
        targets = new int[mapped.size()];
        factors = new double[mapped.size()];
        for (int i = 0; i < columns.length; i++) {
            MappedChannel one = mapped.get(i);
            columns[i] = found.columnOfChannel().get(one.source().number() - 1);
            targets[i] = one.channel().index();
            factors[i] = SampleUnit.of(one.source().unit()).factor() * one.factor();
        }
    }

    private void refuseTooManyColumns() throws UnusableRecordingException {
        if (cells.count() > CsvCells.CELLS_MAX) {
            throw new UnusableRecordingException("line " + lines.number() + ": found " + cells.count()
                    + " columns, expected at most " + CsvCells.CELLS_MAX);
        }
    }

    private static char delimiter(String line) {
        for (int i = 0; i < DELIMITERS.length(); i++) {
            if (line.indexOf(DELIMITERS.charAt(i)) >= 0) {
                return DELIMITERS.charAt(i);
            }
        }
        return ',';
    }

    /// Whether the line looks like a row: it begins with a time or a number, or with an empty cell before one.
    private boolean isData() {
        for (int cell = 0; cell < cells.count(); cell++) {
            if (!cells.isEmpty(cell)) {
                String text = cells.text(cell).replace(',', '.');
                byte[] octets = text.getBytes(StandardCharsets.UTF_8);
                return CsvTime.isClock(text) || !Double.isNaN(DecimalText.parse(octets, 0, octets.length, '.'));
            }
        }
        return false;
    }

    private List<String> names() {
        var found = new ArrayList<String>();
        for (int cell = 0; cell < cells.count(); cell++) {
            found.add(cells.text(cell));
        }
        if (found.size() > 1 && found.getLast().isEmpty()) {
            found.removeLast();
        }
        return List.copyOf(found);
    }

    private boolean nextLine(ByteBuffer octets, boolean isEnd) throws UnusableRecordingException {
        do {
            if (!lines.next(octets, isEnd)) {
                return false;
            }
        } while (lines.isBlank() || lines.octets()[0] == '#');
        return true;
    }

    @Override
    public boolean next(ByteBuffer octets, boolean isEnd) throws UnusableRecordingException {
        CsvLayout known = layout(octets, isEnd);
        if (known == null) {
            return false;
        }
        while (isRowWaiting || nextLine(octets, isEnd)) {
            isRowWaiting = false;
            cells.cut(lines, known.columns());
            if (cells.count() != known.columns()) {
                throw new UnusableRecordingException(place() + ": found " + cells.count()
                        + (cells.count() == 1 ? " column" : " columns") + ", expected " + known.columns()
                        + (names.isEmpty() ? " as in the first row" : " as in the header"));
            }
            readTime(known);
            if (readValues(known)) {
                isContinuation = !isGap || !hasGiven;
                isGap = false;
                hasGiven = true;
                return true;
            }
            missingRows++;
            isGap = true;
        }
        return false;
    }

    private void readTime(CsvLayout known) throws UnusableRecordingException {
        if (known.timeColumn() != CsvLayout.NO_TIME) {
            seconds = time.seconds(cells, known.timeColumn(), lines.octets());
            if (Double.isNaN(seconds)) {
                throw unexpected(known.timeColumn(), "a time, in seconds or such as 2026-06-01 12:00:00.000100");
            }
        }
    }

    private boolean readValues(CsvLayout known) throws UnusableRecordingException {
        byte[] line = lines.octets();
        boolean isComplete = true;
        for (int i = 0; i < columns.length; i++) {
            int column = columns[i];
            double value = DecimalText.parse(line, cells.start(column), cells.end(column), known.decimalSign());
            if (Double.isFinite(value)) {
                row[targets[i]] = value * factors[i];
            } else if (cells.isEmpty(column) || cells.text(column).equalsIgnoreCase("nan")) {
                isComplete = false;
            } else {
                throw unexpected(column, "a number such as 230" + known.decimalSign() + "5");
            }
        }
        return isComplete;
    }

    private UnusableRecordingException unexpected(int column, String expected) {
        String name = names.isEmpty() ? Integer.toString(column + 1) : Quoted.quoted(names.get(column));
        return new UnusableRecordingException(place() + ", column " + name + ": found "
                + Quoted.quoted(cells.text(column)) + ", expected " + expected);
    }

    /// Rows passed over because a mapped value was missing.
    long missingRows() {
        return missingRows;
    }

    /// The times of the rows.
    CsvTime time() {
        return time;
    }

    @Override
    public double seconds() {
        return seconds;
    }

    @Override
    public double resolutionSeconds() {
        return time.resolutionSeconds();
    }

    @Override
    public String place() {
        return "line " + lines.number();
    }

    @Override
    public double[] row() {
        return row;
    }

    /// The rate given beside the recording.
    @Override
    public double samplesPerSecond() {
        return givenRate.orElseThrow();
    }

    @Override
    public boolean isContinuation() {
        return isContinuation;
    }
}
