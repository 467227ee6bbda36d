package trefas.app.read;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import trefas.quantity.Obis;

/// What somebody names at the command line: an object, perhaps one attribute or method of it, perhaps its class.
///
/// | written       | means                                                        |
/// |---------------|--------------------------------------------------------------|
/// | `1.8.0`       | the object the meter lists under that code                   |
/// | `1.8.0:3`     | its attribute 3                                              |
/// | `3/1.8.0:2`   | attribute 2 of an object of class 3, listed by the meter or not |
///
/// @param classId 0 to 65 535; empty when the meter's list is to tell
/// @param code the OBIS code as it was written, since a short one means the best match
/// @param member number of an attribute or a method, -128 to 127
public record ObjectPath(OptionalInt classId, String code, OptionalInt member) {

    private static final int CLASS_MAX = 0xFFFF;
    private static final Pattern WRITTEN = Pattern.compile("(?:(\\d{1,5})/)?(.*?)(?::(-?\\d{1,3}))?");

    /// Empty when it is none of these.
    public static Optional<ObjectPath> parse(String text) {
        // A colon also stands inside 1-1:1.8.0; a member follows the last group only.
        if (Obis.parse(text).isPresent()) {
            return Optional.of(new ObjectPath(OptionalInt.empty(), text, OptionalInt.empty()));
        }
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches() || Obis.parse(matcher.group(2)).isEmpty()) {
            return Optional.empty();
        }
        OptionalInt classId = number(matcher.group(1), 0, CLASS_MAX);
        OptionalInt member = number(matcher.group(3), Byte.MIN_VALUE, Byte.MAX_VALUE);
        boolean isWithin =
                (matcher.group(1) == null || classId.isPresent()) && (matcher.group(3) == null || member.isPresent());
        return isWithin ? Optional.of(new ObjectPath(classId, matcher.group(2), member)) : Optional.empty();
    }

    /// The code with the groups filled in that a short one leaves out.
    public Obis obis() {
        return Obis.of(code);
    }

    private static OptionalInt number(@Nullable String digits, int least, int most) {
        if (digits == null) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(digits);
        return number < least || number > most ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
