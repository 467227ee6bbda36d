package trefas.recording;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Cuts octets into lines. A line ends with a line feed; a carriage return before it is no part of it. The text after
/// the last line feed is a line too, if there is any.
final class LineCutter {

    /// The longest line read, octets; a COMTRADE row of 65 000 status channels fits.
    static final int LINE_OCTETS_MAX = 1 << 20;

    private static final int LINE_OCTETS_FIRST = 1 << 10;

    private byte[] line = new byte[LINE_OCTETS_FIRST];
    private int length;
    private boolean isComplete;
    private long number;

    /// Takes octets up to the end of the line.
    ///
    /// @return whether a line is there
    boolean next(ByteBuffer octets, boolean isEnd) throws UnusableRecordingException {
        if (isComplete) {
            isComplete = false;
            length = 0;
        }
        int start = octets.position();
        int limit = octets.limit();
        int at = start;
        while (at < limit && octets.get(at) != '\n') {
            at++;
        }
        int more = at - start;
        while (line.length - length < more) {
            grow();
        }
        octets.get(line, length, more);
        length += more;
        if (at < limit) {
            octets.position(at + 1);
            return complete();
        }
        return isEnd && length > 0 && complete();
    }

    private boolean complete() {
        isComplete = true;
        number++;
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        return true;
    }

    private void grow() throws UnusableRecordingException {
        if (line.length == LINE_OCTETS_MAX) {
            throw new UnusableRecordingException("line " + (number + 1) + ": found more than " + LINE_OCTETS_MAX
                    + " octets without a line feed, expected lines of text");
        }
        line = Arrays.copyOf(line, Math.min(2 * line.length, LINE_OCTETS_MAX));
    }

    /// The octets of the line, of which [#length] count; valid until the next line.
    byte[] octets() {
        return line;
    }

    /// Octets in the line, without its end.
    int length() {
        return length;
    }

    /// Number of the line, from 1.
    long number() {
        return number;
    }

    /// The line as text.
    String text() {
        return ForeignText.decode(line, 0, length);
    }

    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != ForeignText.END_OF_FILE) {
                return false;
            }
        }
        return true;
    }
}
