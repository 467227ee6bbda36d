package trefas.dlms.explain;

import java.util.Optional;
import trefas.cosem.CosemData.Octets;

/// What a run of octets is taken for.
public enum Form {
    /// HDLC frames, with or without flags around them.
    HDLC,
    /// Wrapper headers with APDUs (IEC 62056-47), several in a row.
    WRAPPER,
    /// The LLC header of HDLC and an APDU.
    LLC,
    /// One APDU.
    APDU,
    /// One value of COSEM data.
    AXDR;

    private static final int FLAG = 0x7E;
    private static final int LENGTH_OF_FORMAT = 0x7FF;
    /// First octets from here on are no tags of COSEM data.
    private static final int DATA_TAGS_END = 0x22;

    /// The likeliest form of octets, told from how they begin and from how far each reading gets.
    public static Form of(Octets octets) {
        int length = octets.length();
        int first = length > 0 ? octets.octet(0) : -1;
        int second = length > 1 ? octets.octet(1) : -1;
        if (first == FLAG || isBareFrame(octets)) {
            return HDLC;
        }
        if (first == 0x00 && second == 0x01 && length > 2) {
            return WRAPPER;
        }
        if (isLlc(octets, 0)) {
            return LLC;
        }
        boolean mayBeData = SimpleType.ofTag(first).isPresent() || first == 0x01 || first == 0x02 || first == 0x13;
        if (!mayBeData || first < 0) {
            return APDU;
        }
        Optional<String> apdu = ApduNames.of(first);
        if (apdu.isEmpty() || first >= DATA_TAGS_END) {
            return apdu.isEmpty() ? AXDR : APDU;
        }
        return reach(octets, APDU) >= reach(octets, AXDR) ? APDU : AXDR;
    }

    static boolean isLlc(Octets octets, int at) {
        return octets.length() >= at + 3
                && octets.octet(at) == 0xE6
                && (octets.octet(at + 1) == 0xE6 || octets.octet(at + 1) == 0xE7)
                && octets.octet(at + 2) == 0x00;
    }

    /// A frame whose flags were left out: its length is all there is.
    private static boolean isBareFrame(Octets octets) {
        if (octets.length() < 7 || octets.octet(0) >>> 4 != 0xA) {
            return false;
        }
        return (((octets.octet(0) << 8) | octets.octet(1)) & LENGTH_OF_FORMAT) == octets.length();
    }

    /// How many octets a reading takes before something is wrong; one more than there are when nothing is.
    private static int reach(Octets octets, Form form) {
        var source = new Explanation.Source(0, octets);
        var limits = new ExplainLimits(octets.length(), 0, 0, 1, ExplainLimits.DEFAULT.layersMax());
        var budget = new Budget(limits);
        var walk = new Walk(source, 0, octets.length(), new Part(source, 0, "APDU"), budget);
        if (form == APDU) {
            ApduWalk.apdu(walk, new Memory(limits, Unsealer.WITHOUT_KEYS), 0);
        } else {
            BlockWalk.oneValue(walk);
        }
        return budget.takeFault().map(Remark::offset).orElse(octets.length() + 1);
    }
}
