package trefas.recording;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Rows of ASCII data: sample number, time stamp, analogue channels, status channels, separated by commas
/// (IEEE C37.111 clause 8.4). An empty field marks a missing sample or time stamp, as do 99999 and 999999 where they
/// lie outside the channel's stated range.
final class AsciiRecords implements ComtradeRecords {

    private static final int ANALOGUE_AT = 2;
    private static final double NINES = 99_999;
    private static final double MORE_NINES = 999_999;
    private static final long INTEGER_MAX = 1L << 53;

    private final LineCutter lines = new LineCutter();
    private final ComtradeConfiguration configuration;
    private final int[] chosen;
    private final double[] counts;
    private final int[] ends;
    private long number;
    private long ticks;

    AsciiRecords(ComtradeConfiguration configuration, int[] chosen) {
        this.configuration = configuration;
        this.chosen = chosen.clone();
        this.counts = new double[chosen.length];
        this.ends = new int[ANALOGUE_AT + configuration.channels().size() + configuration.statusChannels()];
    }

    @Override
    public boolean next(ByteBuffer octets, boolean isEnd) throws UnusableRecordingException {
        do {
            if (!lines.next(octets, isEnd)) {
                return false;
            }
        } while (lines.isBlank());
        cut();
        double written = field(0, false);
        double stamp = field(1, true);
        number = integer(written, 0);
        ticks = Double.isNaN(stamp) ? NO_TICKS : integer(stamp, 1);
        for (int i = 0; i < chosen.length; i++) {
            double value = field(ANALOGUE_AT + chosen[i], true);
            ComtradeChannel channel = configuration.channels().get(chosen[i]);
            boolean isNines = value == NINES || value == MORE_NINES;
            counts[i] = isNines && !(value >= channel.least() && value <= channel.most()) ? Double.NaN : value;
        }
        return true;
    }

    private void cut() throws UnusableRecordingException {
        byte[] line = lines.octets();
        int found = 0;
        int length = lines.length();
        for (int i = 0; i <= length; i++) {
            if (i == length || line[i] == ',') {
                if (found < ends.length) {
                    ends[found] = i;
                }
                found++;
            }
        }
        boolean hasTrailingComma = found == ends.length + 1 && length > 0 && line[length - 1] == ',';
        if (found != ends.length && !hasTrailingComma) {
            throw new UnusableRecordingException(place() + ": found " + found + " fields, expected " + ends.length
                    + ": number, time, " + configuration.channels().size() + " analogue and "
                    + configuration.statusChannels() + " status channels");
        }
    }

    private double field(int place, boolean mayBeEmpty) throws UnusableRecordingException {
        byte[] line = lines.octets();
        int from = place == 0 ? 0 : ends[place - 1] + 1;
        int to = ends[place];
        double value = DecimalText.parse(line, from, to, '.');
        if (!Double.isFinite(value) && !(mayBeEmpty && isBlank(line, from, to))) {
            throw new UnusableRecordingException(place() + ", field " + (place + 1) + ": found "
                    + Quoted.quoted(ForeignText.decode(Arrays.copyOfRange(line, from, to), 0, to - from)
                            .strip())
                    + ", expected a number");
        }
        return value;
    }

    private static boolean isBlank(byte[] line, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!DecimalText.isSpace(line[i])) {
                return false;
            }
        }
        return true;
    }

    private long integer(double value, int place) throws UnusableRecordingException {
        if (value < 0 || value > INTEGER_MAX || value != Math.rint(value)) {
            throw new UnusableRecordingException(place() + ", field " + (place + 1) + ": found "
                    + SteadyRate.plain(value) + ", expected a whole number from 0");
        }
        return (long) value;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public long ticks() {
        return ticks;
    }

    @Override
    public double counts(int place) {
        return counts[place];
    }

    @Override
    public String place() {
        return "data, line " + lines.number();
    }
}
