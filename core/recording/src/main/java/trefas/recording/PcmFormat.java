package trefas.recording;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How one sample of raw or WAV data is written: signed, unsigned or floating, 8 to 64 bits, which octet first. Written
/// as audio tools write it: `s16le`, `s16be`, `s24le`, `s24be`, `s32le`, `s32be`, `u8`, `f32le`, `f32be`, `f64le`,
/// `f64be`.
///
/// @param kind of number
/// @param bits of a sample: 8 (unsigned), 16, 24 or 32 (signed), 32 or 64 (floating)
/// @param isLittleEndian whether the least significant octet comes first
public record PcmFormat(Kind kind, int bits, boolean isLittleEndian) {

    /// Kinds of numbers.
    public enum Kind {
        SIGNED,
        UNSIGNED,
        FLOATING
    }

    private static final Pattern WRITTEN = Pattern.compile("(?:([su])(8|16|24|32)|(f)(32|64))(le|be)?");

    /// @throws IllegalArgumentException when there is no such format
    public PcmFormat {
        boolean exists = switch (kind) {
            case SIGNED -> bits == Short.SIZE || bits == 24 || bits == Integer.SIZE;
            case UNSIGNED -> bits == Byte.SIZE;
            case FLOATING -> bits == Float.SIZE || bits == Double.SIZE;
        };
        if (!exists) {
            throw new IllegalArgumentException("no samples of " + bits + " bits, " + kind);
        }
    }

    /// Reads the name of a format; empty when there is no such format. Without `le` or `be` it is `le`.
    public static Optional<PcmFormat> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean isFloating = matcher.group(3) != null;
        int bits = Integer.parseInt(isFloating ? matcher.group(4) : matcher.group(2));
        Kind kind = isFloating ? Kind.FLOATING : "u".equals(matcher.group(1)) ? Kind.UNSIGNED : Kind.SIGNED;
        boolean exists = isFloating || (kind == Kind.UNSIGNED) == (bits == Byte.SIZE);
        return exists ? Optional.of(new PcmFormat(kind, bits, !"be".equals(matcher.group(5)))) : Optional.empty();
    }

    /// Octets of a sample.
    int octets() {
        return bits / Byte.SIZE;
    }

    ByteOrder order() {
        return isLittleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    /// The sample at an index, full scale being 1. The buffer has the format's byte order.
    double sample(ByteBuffer octets, int at) {
        return switch (bits) {
            case Byte.SIZE -> (Byte.toUnsignedInt(octets.get(at)) - 0x80) * 0x1p-7;
            case Short.SIZE -> octets.getShort(at) * 0x1p-15;
            case 24 -> triple(octets, at) * 0x1p-23;
            case Integer.SIZE -> kind == Kind.FLOATING ? octets.getFloat(at) : octets.getInt(at) * 0x1p-31;
            default -> octets.getDouble(at);
        };
    }

    private int triple(ByteBuffer octets, int at) {
        int middle = Byte.toUnsignedInt(octets.get(at + 1)) << 8;
        return isLittleEndian
                ? Byte.toUnsignedInt(octets.get(at)) | middle | (octets.get(at + 2) << 16)
                : Byte.toUnsignedInt(octets.get(at + 2)) | middle | (octets.get(at) << 16);
    }

    /// The name, such as `s24le`.
    @Override
    public String toString() {
        String letter = switch (kind) {
            case SIGNED -> "s";
            case UNSIGNED -> "u";
            case FLOATING -> "f";
        };
        return letter + bits + (bits == Byte.SIZE ? "" : isLittleEndian ? "le" : "be");
    }
}
