package trefas.dlms.explain;

import java.util.function.Function;
import java.util.function.LongFunction;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.explain.Explanation.Source;

/// Reads octets left to right and hangs each field into the tree. After the first octet that can't be right
/// nothing more is read, every number is 0 and [#hasFailed] stays true.
final class Walk {

    private final Source source;
    private final Budget budget;
    private int position;
    private int end;
    private Part current;
    private boolean failed;

    /// @param into the part that what is read is hung into
    Walk(Source source, int offset, int end, Part into, Budget budget) {
        this.source = source;
        this.position = offset;
        this.end = end;
        this.current = into;
        this.budget = budget;
    }

    Source source() {
        return source;
    }

    Budget budget() {
        return budget;
    }

    /// The part that is being read.
    Part part() {
        return current;
    }

    int position() {
        return position;
    }

    int end() {
        return end;
    }

    int remaining() {
        return end - position;
    }

    boolean hasMore() {
        return !failed && position < end;
    }

    boolean hasFailed() {
        return failed;
    }

    /// An octet ahead, or -1 behind the end.
    int peek(int ahead) {
        return !failed && ahead < end - position ? source.octets().octet(position + ahead) : -1;
    }

    /// A part that consists of what its body reads.
    void group(String name, Runnable body) {
        if (failed) {
            return;
        }
        Part outer = current;
        var part = new Part(source, position, name);
        if (budget.takePart()) {
            outer.with(part);
        }
        current = part;
        body.run();
        part.endingAt(position);
        current = outer;
    }

    /// The same, but the body may read only so many octets, and a remainder is a fault.
    void within(int count, Runnable body) {
        if (!has(count)) {
            return;
        }
        int outerEnd = end;
        end = position + count;
        body.run();
        if (!failed && position < end) {
            fault(octets(end - position) + " too many");
        }
        end = outerEnd;
    }

    /// A field that is a number.
    long number(String name, int count, LongFunction<String> words) {
        int begin = position;
        long value = take(count);
        if (!failed) {
            hang(name, begin, words.apply(value));
        }
        return value;
    }

    long number(String name, int count) {
        return number(name, count, Long::toString);
    }

    /// A field that is a run of octets.
    Octets run(String name, int count, Function<Octets, String> words) {
        int begin = position;
        Octets octets = takeRun(count);
        if (!failed) {
            hang(name, begin, words.apply(octets));
        }
        return octets;
    }

    /// A number that gets no part of its own.
    long take(int count) {
        if (!has(count)) {
            return 0;
        }
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = (value << 8) | source.octets().octet(position++);
        }
        return value;
    }

    /// Octets that get no part of their own.
    Octets takeRun(int count) {
        if (!has(count)) {
            return Octets.of(new byte[0]);
        }
        byte[] octets = new byte[count];
        for (int i = 0; i < count; i++) {
            octets[i] = (byte) source.octets().octet(position++);
        }
        return Octets.of(octets);
    }

    /// A length or count as A-XDR and BER write it, also in a longer form than needed.
    int takeLength() {
        int at = position;
        int first = (int) take(1);
        if (first < 0x80) {
            return first;
        }
        int count = first & 0x7F;
        if (count < 1 || count > 4) {
            faultAt(
                    at,
                    first == 0x80
                            ? "a length of unknown end (80) is not allowed"
                            : "a length field of " + count + " octets");
            return 0;
        }
        long value = take(count);
        if (value > Integer.MAX_VALUE) {
            faultAt(at, "a length of " + value);
            return 0;
        }
        if (!failed && isLongerThanNeeded(count, value)) {
            current.remark(Remark.Kind.NOTE, at, "length " + value + " in a longer form than needed");
        }
        return (int) value;
    }

    /// A length that must fit what is left.
    int takeFittingLength(String of) {
        int at = position;
        int length = takeLength();
        if (!failed && length > remaining()) {
            faultAt(at, of + " is said to have " + octets(length) + ", but " + left());
            return 0;
        }
        return length;
    }

    /// The flag before an optional element: 01 is there, 00 is not, anything else is a fault.
    boolean takePresence(String of) {
        int at = position;
        int flag = (int) take(1);
        if (flag > 1) {
            faultAt(at, "flag " + hex(flag, 2) + " before " + of + ", expected 00 or 01");
        }
        return !failed && flag == 1;
    }

    void say(String words) {
        current.saying(words);
    }

    void note(String text) {
        noteAt(position, text);
    }

    void noteAt(int at, String text) {
        current.remark(Remark.Kind.NOTE, at, text);
    }

    void warn(int at, String text) {
        current.remark(Remark.Kind.WARNING, at, text);
    }

    void distrust(int at, String why) {
        current.remark(Remark.Kind.UNVERIFIED, at, why);
    }

    void fault(String why) {
        faultAt(position, why);
    }

    void faultAt(int at, String why) {
        if (!failed) {
            failed = true;
            current.remark(Remark.Kind.FAULT, at, why);
            budget.found(new Remark(Remark.Kind.FAULT, at, why));
        }
    }

    /// A fault after which reading goes on.
    void blame(int at, String why) {
        current.remark(Remark.Kind.FAULT, at, why);
        budget.found(new Remark(Remark.Kind.FAULT, at, why));
    }

    /// Everything must have been read.
    void finish(String what) {
        if (hasMore()) {
            fault(octets(remaining()) + " after " + what);
        }
    }

    /// Hangs a part that was put together elsewhere.
    void hang(Part part) {
        if (budget.takePart()) {
            current.with(part);
        }
    }

    /// Reads over what is left without a word.
    void skipRest() {
        position = end;
    }

    private void hang(String name, int begin, String words) {
        if (budget.takePart()) {
            current.with(new Part(source, begin, name).endingAt(position).saying(words));
        }
    }

    private boolean has(int count) {
        if (!failed && count > end - position) {
            faultAt(
                    end,
                    remaining() == 0
                            ? "ends here, " + octets(count) + " expected"
                            : octets(count) + " expected from " + hex(position, 4) + " on, but " + left());
        }
        return !failed;
    }

    private static boolean isLongerThanNeeded(int count, long value) {
        return (value < 0x80) || (count > 1 && value < 0x100) || (count > 2 && value < 0x1_0000);
    }

    /// How much is left, as a sentence part.
    String left() {
        return switch (remaining()) {
            case 0 -> "nothing is left";
            case 1 -> "only 1 octet is left";
            default -> "only " + remaining() + " octets are left";
        };
    }

    static String octets(int count) {
        return count == 1 ? "1 octet" : count + " octets";
    }

    static String hex(long value, int digits) {
        return String.format("%0" + digits + "X", value);
    }
}
