package trefas.recording;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import trefas.metrology.SampleBlock;

/// Decodes a COMTRADE recording in one file (`.cff`, IEEE C37.111-2013 clause 9): sections CFG, INF, HDR and DAT, each
/// behind a line such as `--- file type: DAT BINARY: 702 ---`. The number of dashes, spaces and colons doesn't matter;
/// a DAT line without a format means that of the configuration, one without a length means the rest of the file.
public final class CffDecoder implements WaveformDecoder {

    private static final Pattern SEPARATOR = Pattern.compile(
            "\\s*-{2,}\\s*file\\s+type\\s*:?\\s*(?<section>CFG|INF|HDR|DAT)\\b\\s*:?\\s*(?<format>[A-Z]+[0-9]*)?"
                    + "\\s*:?\\s*(?<length>[0-9]{1,18})?\\s*-*\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final int SEPARATOR_LENGTH_MAX = 200;
    private static final int CONFIGURATION_OCTETS_FIRST = 1 << 14;

    private final RecordingOptions options;
    private final LineCutter lines = new LineCutter();
    private byte[] configuration = new byte[CONFIGURATION_OCTETS_FIRST];
    private int configurationLength;
    private String section = "";
    private @Nullable ComtradeDecoder data;
    private long octetsLeft = Long.MAX_VALUE;

    /// Prepares for a file.
    public CffDecoder(RecordingOptions options) {
        this.options = options;
    }

    @Override
    public void decode(ByteBuffer octets, boolean isEnd, SampleBlock block) throws UnusableRecordingException {
        block.length(0);
        ComtradeDecoder decoder = data == null ? head(octets, isEnd) : data;
        if (decoder == null) {
            return;
        }
        boolean isLast = octets.remaining() >= octetsLeft;
        int limit = octets.limit();
        if (isLast) {
            octets.limit(octets.position() + (int) octetsLeft);
        } else if (isEnd && octetsLeft != Long.MAX_VALUE) {
            throw new UnusableRecordingException(
                    "DAT section: found the end of the file " + (octetsLeft - octets.remaining())
                            + " octets too early, expected the length its separator states");
        }
        int before = octets.position();
        decoder.decode(octets, isEnd || isLast, block);
        if (octetsLeft != Long.MAX_VALUE) {
            octetsLeft -= octets.position() - before;
        }
        octets.limit(limit);
        if (octetsLeft == 0 && block.length() == 0) {
            octets.position(limit);
        }
    }

    /// Reads lines up to and including the DAT separator.
    private @Nullable ComtradeDecoder head(ByteBuffer octets, boolean isEnd) throws UnusableRecordingException {
        while (lines.next(octets, isEnd)) {
            Matcher separator = separator();
            if (separator != null) {
                section = separator.group("section").toUpperCase(Locale.ROOT);
                if (section.equals("DAT")) {
                    data = open(separator.group("format"), separator.group("length"));
                    return data;
                }
            } else if (section.equals("CFG")) {
                keep();
            } else if (section.isEmpty() && !lines.isBlank()) {
                throw new UnusableRecordingException("line " + lines.number() + ": found " + Quoted.quoted(lines.text())
                        + ", expected \"--- file type: CFG ---\"");
            }
        }
        if (isEnd) {
            throw new UnusableRecordingException("line " + (lines.number() + 1)
                    + ": found the end of the file, expected \"--- file type: "
                    + (section.isEmpty() ? "CFG" : "DAT") + " ---\"");
        }
        return null;
    }

    private @Nullable Matcher separator() {
        if (lines.length() > SEPARATOR_LENGTH_MAX) {
            return null;
        }
        Matcher matcher = SEPARATOR.matcher(lines.text());
        return matcher.matches() ? matcher : null;
    }

    private void keep() throws UnusableRecordingException {
        int length = configurationLength + lines.length() + 1;
        if (length > ComtradeConfiguration.OCTETS_MAX) {
            throw new UnusableRecordingException("line " + lines.number() + ": found a CFG section of more than "
                    + ComtradeConfiguration.OCTETS_MAX + " octets, expected a smaller one");
        }
        if (length > configuration.length) {
            configuration = Arrays.copyOf(configuration, Math.max(length, 2 * configuration.length));
        }
        System.arraycopy(lines.octets(), 0, configuration, configurationLength, lines.length());
        configuration[length - 1] = '\n';
        configurationLength = length;
    }

    private ComtradeDecoder open(@Nullable String format, @Nullable String length) throws UnusableRecordingException {
        ComtradeConfiguration parsed = ComtradeConfiguration.parse(Arrays.copyOf(configuration, configurationLength));
        if (format != null) {
            ComtradeDataFormat named = ComtradeDataFormat.named(format)
                    .orElseThrow(() -> new UnusableRecordingException("line " + lines.number() + ": found the format "
                            + Quoted.quoted(format) + ", expected ASCII, BINARY, BINARY32 or FLOAT32"));
            parsed = parsed.with(named);
        }
        if (length != null && parsed.format() != ComtradeDataFormat.ASCII) {
            octetsLeft = Long.parseLong(length);
        }
        return new ComtradeDecoder(parsed, options, RecordingFormat.COMTRADE_CFF);
    }

    @Override
    public Optional<WaveformDescription> description() {
        return data == null ? Optional.empty() : data.description();
    }
}
