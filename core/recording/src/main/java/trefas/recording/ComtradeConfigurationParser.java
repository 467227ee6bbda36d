package trefas.recording;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the lines of a COMTRADE configuration. Spaces around fields don't matter; lines that later revisions
/// added may be missing.
final class ComtradeConfigurationParser {

    private static final Pattern LINE_END = Pattern.compile("\r?\n|\r");
    private static final Pattern COUNTS =
            Pattern.compile("\\s*(\\d{1,7})\\s*,\\s*(\\d{1,7})\\s*[aA]\\s*,\\s*(\\d{1,7})\\s*[dD]\\s*,?\\s*");
    private static final int FIELDS_1991 = 10;
    private static final int PRIMARY = 10;
    private static final int SECONDARY = 11;
    private static final int SIDE = 12;
    private static final double SECONDS_PER_MICROSECOND = 1e-6;
    private static final double SECONDS_PER_NANOSECOND = 1e-9;

    private final List<String> lines;
    private int next;

    ComtradeConfigurationParser(byte[] octets) throws UnusableRecordingException {
        if (octets.length > ComtradeConfiguration.OCTETS_MAX) {
            throw new UnusableRecordingException("configuration: found " + octets.length + " octets, expected at most "
                    + ComtradeConfiguration.OCTETS_MAX);
        }
        String text = ForeignText.decode(octets, 0, octets.length);
        lines = List.of(LINE_END.split(text.replace((char) ForeignText.END_OF_FILE, ' '), -1));
    }

    ComtradeConfiguration parse() throws UnusableRecordingException {
        String[] head = fields("the station, the recorder and the revision year");
        int revision = head.length < 3 ? 1991 : revision(head[2]);
        int counts = next;
        Matcher count = COUNTS.matcher(line("the numbers of channels, such as 6,6A,0D"));
        if (!count.matches()) {
            throw unexpected(counts, lines.get(counts), "the numbers of channels, such as 6,6A,0D");
        }
        int analogue = within(count.group(2), ComtradeConfiguration.CHANNELS_MAX, "analogue channels");
        int status = within(count.group(3), ComtradeConfiguration.STATUS_CHANNELS_MAX, "status channels");
        var channels = new ArrayList<ComtradeChannel>(analogue);
        for (int place = 1; place <= analogue; place++) {
            channels.add(channel(place));
        }
        for (int place = 0; place < status; place++) {
            line("status channel " + (place + 1) + " of " + status);
        }
        double lineHertz = nonNegative(firstField(line("the line frequency")), 0);
        List<SampleRateSpan> rates = new ArrayList<>();
        long declared = rates(rates);
        String start = optionalLine();
        String trigger = optionalLine();
        int formatLine = next;
        String formatText = firstField(optionalLine());
        ComtradeDataFormat format = ComtradeDataFormat.named(formatText)
                .orElseThrow(() -> unexpected(formatLine, formatText, "ASCII, BINARY, BINARY32 or FLOAT32"));
        double multiplier = nonNegative(firstField(optionalLine()), 1);
        boolean isNano = ComtradeTime.isNanosecond(start) || ComtradeTime.isNanosecond(trigger);
        double tick = (isNano ? SECONDS_PER_NANOSECOND : SECONDS_PER_MICROSECOND) * (multiplier == 0 ? 1 : multiplier);
        return new ComtradeConfiguration(
                head[0],
                head.length < 2 ? "" : head[1],
                revision,
                channels,
                status,
                lineHertz,
                rates,
                declared,
                time(start, revision),
                time(trigger, revision),
                format,
                tick);
    }

    private static Optional<LocalDateTime> time(String text, int revision) {
        return ComtradeTime.parse(text, revision == 1991);
    }

    /// Files of IEC 60255-24:2001 say 2001 and are like 1999.
    private static int revision(String text) {
        double year = number(text);
        return year >= 2013 ? 2013 : year >= 1999 ? 1999 : 1991;
    }

    private ComtradeChannel channel(int place) throws UnusableRecordingException {
        int at = next;
        String[] field = fields("analogue channel " + place);
        if (field.length < FIELDS_1991) {
            throw unexpected(at, lines.get(at), "the " + FIELDS_1991 + " to 13 fields of analogue channel " + place);
        }
        double multiplier = number(field[5]);
        double offset = field[6].isEmpty() ? 0 : number(field[6]);
        double skew = field[7].isEmpty() ? 0 : number(field[7]);
        if (!Double.isFinite(multiplier) || !Double.isFinite(offset) || !Double.isFinite(skew)) {
            throw unexpected(
                    at,
                    field[5] + "," + field[6] + "," + field[7],
                    "multiplier, offset and skew of channel " + place + " as numbers");
        }
        double least = number(field[8]);
        double most = number(field[9]);
        return new ComtradeChannel(
                new RecordedChannel(place, field[1], field[2], field[4]),
                multiplier,
                offset,
                skew * SECONDS_PER_MICROSECOND,
                Double.isNaN(least) ? Double.NEGATIVE_INFINITY : least,
                Double.isNaN(most) ? Double.POSITIVE_INFINITY : most,
                field.length > PRIMARY ? number(field[PRIMARY]) : Double.NaN,
                field.length > SECONDARY ? number(field[SECONDARY]) : Double.NaN,
                field.length > SIDE && field[SIDE].equalsIgnoreCase("P"));
    }

    /// Reads the sampling rates; a rate of 0 says that the time stamps carry it.
    ///
    /// @return samples declared, 0 when not stated
    private long rates(List<SampleRateSpan> rates) throws UnusableRecordingException {
        int count = within(firstField(line("the number of sampling rates")), ComtradeConfiguration.RATES_MAX, "rates");
        long last = 0;
        boolean isStamped = count == 0;
        for (int i = 0; i < Math.max(count, 1); i++) {
            if (count == 0 && (next == lines.size() || lines.get(next).indexOf('/') >= 0)) {
                return 0;
            }
            int at = next;
            String[] field = fields("a sampling rate and the number of its last sample");
            double rate = number(field[0]);
            double end = field.length < 2 ? Double.NaN : number(field[1]);
            if (!(rate >= 0) || !Double.isFinite(rate) || !(end >= last) || end > Integer.MAX_VALUE * 4.0) {
                throw unexpected(at, lines.get(at), "a sampling rate and the number of its last sample, after " + last);
            }
            isStamped |= rate == 0;
            last = (long) end;
            rates.add(new SampleRateSpan(rate, last));
        }
        if (isStamped) {
            rates.clear();
        }
        return last;
    }

    private String line(String expected) throws UnusableRecordingException {
        if (next == lines.size() || (next == lines.size() - 1 && lines.get(next).isBlank())) {
            throw new UnusableRecordingException(
                    "configuration, line " + (next + 1) + ": found the end of the configuration, expected " + expected);
        }
        return lines.get(next++);
    }

    private String optionalLine() {
        return next < lines.size() ? lines.get(next++) : "";
    }

    private String[] fields(String expected) throws UnusableRecordingException {
        String[] fields = line(expected).split(",", -1);
        for (int i = 0; i < fields.length; i++) {
            fields[i] = fields[i].strip();
        }
        return fields;
    }

    private static String firstField(String line) {
        int comma = line.indexOf(',');
        return (comma < 0 ? line : line.substring(0, comma)).strip();
    }

    private int within(String text, int most, String what) throws UnusableRecordingException {
        double value = number(text);
        if (!(value >= 0) || value > most || value != Math.rint(value)) {
            throw unexpected(next - 1, text, "0 to " + most + " " + what);
        }
        return (int) value;
    }

    private static double number(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        return DecimalText.parse(octets, 0, octets.length, '.');
    }

    private static double nonNegative(String text, double otherwise) {
        double value = number(text);
        return value >= 0 && Double.isFinite(value) ? value : otherwise;
    }

    private static UnusableRecordingException unexpected(int index, String found, String expected) {
        return new UnusableRecordingException("configuration, line " + (index + 1) + ": found "
                + Quoted.quoted(found.strip()) + ", expected " + expected);
    }
}
