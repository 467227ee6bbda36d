package trefas.quantity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An OBIS code, written A-B:C.D.E*F (IEC 62056-6-1). Six octets on the wire, in that order.
///
/// @param a medium: 0 abstract, 1 electricity
/// @param b channel; this meter uses 1 for its own quantities
/// @param c quantity, for example 1 for active import
/// @param d processing, for example 8 for a time integral
/// @param e tariff or further classification, 0 for the total
/// @param f billing period, 255 when not used
public record Obis(int a, int b, int c, int d, int e, int f) {

    private static final int OCTET_MAX = 0xFF;
    private static final int OCTETS = 6;

    private static final Pattern WRITTEN =
            Pattern.compile("(?:(\\d{1,3})-(\\d{1,3}):)?(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:[*.](\\d{1,3}))?");
    private static final Pattern DOTTED =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    /// Groups of a short code such as `1.8.0`: electricity, this meter's channel 1, no billing period.
    private static final int SHORT_A = 1;
    private static final int SHORT_B = 1;
    private static final int SHORT_F = 255;

    public Obis {
        if (((a | b | c | d | e | f) & ~OCTET_MAX) != 0) {
            throw new IllegalArgumentException(
                    "an OBIS group is 0 to 255: " + a + " " + b + " " + c + " " + d + " " + e + " " + f);
        }
    }

    /// For codes we wrote ourselves: a typo is our bug, so it throws.
    public static Obis of(String literal) {
        return parse(literal).orElseThrow(() -> new IllegalArgumentException("not an OBIS code: " + literal));
    }

    /// For codes somebody else wrote: `1.8.0`, `1-1:1.8.0`, `1-1:1.8.0*255` or `1.1.1.8.0.255`.
    /// Groups left out are 1-1 and 255. A typo is an answer, so it is empty.
    public static Optional<Obis> parse(String text) {
        Matcher dotted = DOTTED.matcher(text);
        if (dotted.matches()) {
            return ofGroups(
                    group(dotted, 1, 0),
                    group(dotted, 2, 0),
                    group(dotted, 3, 0),
                    group(dotted, 4, 0),
                    group(dotted, 5, 0),
                    group(dotted, 6, 0));
        }
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        return ofGroups(
                group(written, 1, SHORT_A),
                group(written, 2, SHORT_B),
                group(written, 3, 0),
                group(written, 4, 0),
                group(written, 5, 0),
                group(written, 6, SHORT_F));
    }

    /// True for a text that names only C.D.E, so that A, B and F may be looked for in a meter.
    public static boolean isShort(String text) {
        Matcher written = WRITTEN.matcher(text);
        return written.matches() && written.group(1) == null && written.group(6) == null;
    }

    /// The code in the lower 48 bits, A in the highest octet: a key for tables.
    public static Obis ofPacked(long packed) {
        return new Obis(
                octet(packed, 40),
                octet(packed, 32),
                octet(packed, 24),
                octet(packed, 16),
                octet(packed, 8),
                octet(packed, 0));
    }

    public long packed() {
        return ((long) a << 40) | ((long) b << 32) | ((long) c << 24) | ((long) d << 16) | ((long) e << 8) | f;
    }

    /// The six octets in wire order.
    public byte[] octets() {
        byte[] octets = new byte[OCTETS];
        long packed = packed();
        for (int i = 0; i < OCTETS; i++) {
            octets[i] = (byte) (packed >>> (8 * (OCTETS - 1 - i)));
        }
        return octets;
    }

    /// The part the display shows: C.D.E.
    public String shortCode() {
        return c + "." + d + "." + e;
    }

    @Override
    public String toString() {
        return a + "-" + b + ":" + c + "." + d + "." + e + "*" + f;
    }

    private static Optional<Obis> ofGroups(int a, int b, int c, int d, int e, int f) {
        return a > OCTET_MAX || b > OCTET_MAX || c > OCTET_MAX || d > OCTET_MAX || e > OCTET_MAX || f > OCTET_MAX
                ? Optional.empty()
                : Optional.of(new Obis(a, b, c, d, e, f));
    }

    private static int group(Matcher matcher, int group, int whenAbsent) {
        String digits = matcher.group(group);
        return digits == null ? whenAbsent : Integer.parseInt(digits);
    }

    private static int octet(long packed, int shift) {
        return (int) ((packed >>> shift) & OCTET_MAX);
    }
}
