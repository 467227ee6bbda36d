package trefas.app.decode;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.explain.Speaker;

/// Octets as people write them down: hexadecimal with or without spaces, `0x`, commas, colons and line breaks;
/// dumps with offsets and a column of text; comments; and marks such as `C:`, `S:`, `TX`, `RX`, `->` and `<-` that
/// say who speaks. A blank line or a mark begins a new message.
public final class HexText {

    /// Characters of a text that are read.
    public static final int CHARACTERS_MAX = 16 * 1_048_576;

    private static final Pattern COMMENT = Pattern.compile("(#|//|;).*$");
    private static final Pattern MARK = Pattern.compile(
            "^\\s*(?:\\[?\\d{1,2}:\\d{2}:\\d{2}(?:[.,]\\d+)?\\]?\\s+)?"
                    + "(C:|S:|CLIENT\\b:?|SERVER\\b:?|TX\\b:?|RX\\b:?|SEND\\b:?|RECV\\b:?|OUT\\b:?|IN\\b:?|"
                    + "C->S:?|S->C:?|->|<-|>>|<<|→|←|>|<)"
                    + "\\s*(?:\\d{1,2}:\\d{2}:\\d{2}(?:[.,]\\d+)?\\s+)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OFFSET = Pattern.compile("^\\s*([0-9a-fA-F]{4,8})(?::\\s+|\\s\\s+)(\\S.*)$");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,:._\\-|\"'{}\\[\\]()`]+");

    /// What became of reading a text.
    public sealed interface Read {}

    /// At least one message.
    public record Messages(List<Message> messages) implements Read {
        public Messages {
            messages = List.copyOf(messages);
        }
    }

    /// Something in it is not hexadecimal.
    ///
    /// @param why one sentence part with the line
    public record NotHex(String why) implements Read {}

    /// One message.
    ///
    /// @param isMarked true when somebody wrote who speaks
    /// @param lines octets of each line, for texts that have a message on each
    public record Message(Speaker speaker, boolean isMarked, Octets octets, List<Octets> lines) {
        public Message {
            lines = List.copyOf(lines);
        }
    }

    private final List<Message> messages = new ArrayList<>();
    private final List<Octets> lines = new ArrayList<>();
    private Speaker speaker = Speaker.UNKNOWN;
    private boolean isMarked;
    private int dumped;

    private HexText() {}

    public static Read read(String text) {
        if (text.length() > CHARACTERS_MAX) {
            return new NotHex("the text is longer than " + CHARACTERS_MAX + " characters");
        }
        return new HexText().readLines(text.lines().toList());
    }

    private Read readLines(List<String> all) {
        for (int number = 1; number <= all.size(); number++) {
            String wrong = line(all.get(number - 1));
            if (!wrong.isEmpty()) {
                return new NotHex("line " + number + ": " + wrong);
            }
        }
        end();
        return messages.isEmpty() ? new NotHex("there are no octets in it") : new Messages(messages);
    }

    /// @return what is wrong with the line, or nothing
    private String line(String written) {
        String line = COMMENT.matcher(written).replaceFirst("");
        if (line.isBlank()) {
            if (written.isBlank()) {
                end();
            }
            return "";
        }
        Matcher mark = MARK.matcher(line);
        if (mark.find()) {
            end();
            isMarked = true;
            speaker = speaker(mark.group(1));
            line = line.substring(mark.end());
        }
        if (isEndOfDump(line.strip())) {
            return "";
        }
        Matcher offset = OFFSET.matcher(line);
        boolean isDump = offset.matches() && Long.parseLong(offset.group(1), 16) == dumped && isDumpLine(offset);
        return octets(isDump ? withoutText(line, offset.group(2)) : line, isDump);
    }

    /// Some dumps end with the number of octets.
    private boolean isEndOfDump(String line) {
        return dumped > 0 && line.matches("[0-9a-fA-F]{4,8}") && Long.parseLong(line, 16) == dumped;
    }

    /// `0000` begins a dump; further offsets count what stood before.
    private boolean isDumpLine(Matcher offset) {
        return dumped > 0 || offset.group(1).matches("0{4,8}");
    }

    /// Without the column of text: behind `|`, behind two spaces where the offset ends in a colon, else behind
    /// three.
    private static String withoutText(String line, String octets) {
        String gap = line.substring(0, line.indexOf(octets)).contains(":") ? "  " : "   ";
        int bar = octets.indexOf('|');
        String beforeBar = bar >= 0 ? octets.substring(0, bar) : octets;
        int end = beforeBar.indexOf(gap);
        return bar < 0 && end >= 0 ? beforeBar.substring(0, end) : beforeBar;
    }

    private String octets(String line, boolean isDump) {
        var digits = new StringBuilder();
        for (String token : SEPARATORS.split(line.strip(), -1)) {
            String bare = token.toLowerCase(Locale.ROOT).replace("0x", "").replace("\\x", "");
            if (bare.isEmpty()) {
                continue;
            }
            if (!bare.matches("[0-9a-f]+")) {
                return "found \"" + shortened(token) + "\", expected hexadecimal digits";
            }
            if (bare.length() % 2 != 0) {
                if (bare.length() > 1 || !token.toLowerCase(Locale.ROOT).startsWith("0x")) {
                    return "found \"" + shortened(token) + "\", half an octet";
                }
                digits.append('0');
            }
            digits.append(bare);
        }
        var octets = Octets.of(HexFormat.of().parseHex(digits));
        if (octets.length() > 0) {
            lines.add(octets);
        }
        dumped = isDump ? dumped + octets.length() : 0;
        return "";
    }

    private void end() {
        if (!lines.isEmpty()) {
            messages.add(new Message(speaker, isMarked, joined(lines), lines));
        }
        lines.clear();
        speaker = Speaker.UNKNOWN;
        isMarked = false;
        dumped = 0;
    }

    private static Speaker speaker(String mark) {
        String bare = mark.toUpperCase(Locale.ROOT).replace(":", "");
        return switch (bare) {
            case "C", "CLIENT", "TX", "SEND", "OUT", "C->S", "->", ">>", "→", ">" -> Speaker.CLIENT;
            default -> Speaker.SERVER;
        };
    }

    private static Octets joined(List<Octets> parts) {
        byte[] all = new byte[parts.stream().mapToInt(Octets::length).sum()];
        int at = 0;
        for (Octets part : parts) {
            System.arraycopy(part.toArray(), 0, all, at, part.length());
            at += part.length();
        }
        return Octets.of(all);
    }

    private static String shortened(String token) {
        return token.length() <= 20 ? token : token.substring(0, 20) + "…";
    }
}
