package trefas.dlms.acse;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The set of services one end offers or both agreed on: 24 bits, the first one on the wire is the highest.
///
/// @param bits 0 to FF FF FF
public record Conformance(int bits) {

    public static final int LENGTH_BITS = 24;
    public static final Conformance EMPTY = new Conformance(0);

    /// Without one of these there is nothing to associate for.
    private static final Conformance SERVICES = of(
            ConformanceBit.READ,
            ConformanceBit.WRITE,
            ConformanceBit.UNCONFIRMED_WRITE,
            ConformanceBit.ACCESS,
            ConformanceBit.GET,
            ConformanceBit.SET,
            ConformanceBit.ACTION);

    public Conformance {
        if (bits >>> LENGTH_BITS != 0) {
            throw new IllegalArgumentException("a conformance block has 24 bits: " + Integer.toHexString(bits));
        }
    }

    public static Conformance of(ConformanceBit... features) {
        return new Conformance(
                Arrays.stream(features).mapToInt(Conformance::mask).reduce(0, (a, b) -> a | b));
    }

    public boolean has(ConformanceBit feature) {
        return (bits & mask(feature)) != 0;
    }

    /// What both ends offer.
    public Conformance and(Conformance other) {
        return new Conformance(bits & other.bits);
    }

    /// True when at least one service can be called with it.
    public boolean hasAService() {
        return (bits & SERVICES.bits) != 0;
    }

    /// The octets and the names: `001214: GET, ...`.
    @Override
    public String toString() {
        return Arrays.stream(ConformanceBit.values())
                .filter(this::has)
                .map(ConformanceBit::name)
                .collect(Collectors.joining(", ", String.format("%06X: ", bits), ""));
    }

    private static int mask(ConformanceBit feature) {
        return 1 << (LENGTH_BITS - 1 - feature.bit());
    }
}
