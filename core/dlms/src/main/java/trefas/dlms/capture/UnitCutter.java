package trefas.dlms.capture;

import java.util.ArrayList;
import java.util.List;
import trefas.cosem.CosemData.Octets;

/// Cuts a stream into whole wrapper units and HDLC frames, however it arrives. Frames that share a flag both get it.
/// What is neither is handed on as it came.
public final class UnitCutter {

    private static final int FLAG = 0x7E;
    private static final int FORMAT_TYPE = 0xA;
    private static final int FORMAT_LENGTH = 0x7FF;
    private static final int WRAPPER_OCTETS = 8;

    /// Octets of the longest unit: a wrapper header and 65 535 more. Also the most that is kept.
    private static final int UNIT_OCTETS_MAX = WRAPPER_OCTETS + 0xFFFF;

    private static final int NOT_YET = 0;

    private byte[] kept = new byte[0];

    /// True when the last unit was a frame, whose closing flag may open the next one (IEC 62056-46, 6.4.4.1).
    private boolean isAfterFrame;

    /// Begins with an empty stream.
    public UnitCutter() {}

    /// Takes some octets and gives the units they complete.
    public List<Octets> receive(byte[] octets, int offset, int length) {
        byte[] all = new byte[kept.length + length];
        System.arraycopy(kept, 0, all, 0, kept.length);
        System.arraycopy(octets, offset, all, kept.length, length);
        var units = new ArrayList<Octets>();
        int at = 0;
        while (at < all.length) {
            boolean sharesFlag = isAfterFrame && Byte.toUnsignedInt(all[at]) >>> 4 == FORMAT_TYPE;
            int count = sharesFlag ? frameOctets(all, at) : unitOctets(all, at);
            if (count == NOT_YET) {
                break;
            }
            units.add(sharesFlag ? withFlag(all, at, count) : Octets.of(all, at, count));
            isAfterFrame = sharesFlag || all[at] == FLAG;
            at += count;
        }
        if (all.length - at > UNIT_OCTETS_MAX) {
            units.add(Octets.of(all, at, all.length - at));
            at = all.length;
        }
        kept = Octets.of(all, at, all.length - at).toArray();
        return units;
    }

    /// What is left of a unit that never ended.
    public List<Octets> rest() {
        Octets rest = Octets.of(kept);
        kept = new byte[0];
        return isFlagsOnly(rest) ? List.of() : List.of(rest);
    }

    /// Flags alone fill the time between frames.
    private static boolean isFlagsOnly(Octets octets) {
        for (int i = 0; i < octets.length(); i++) {
            if (octets.octet(i) != FLAG) {
                return false;
            }
        }
        return true;
    }

    private static Octets withFlag(byte[] octets, int at, int count) {
        byte[] frame = new byte[1 + count];
        frame[0] = FLAG;
        System.arraycopy(octets, at, frame, 1, count);
        return Octets.of(frame);
    }

    /// Octets of the unit that begins here, or 0 when more of them are needed.
    private static int unitOctets(byte[] octets, int at) {
        int left = octets.length - at;
        if (octets[at] == FLAG) {
            return frameOctets(octets, at);
        }
        if (octets[at] == 0 && (left < 2 || octets[at + 1] == 1)) {
            if (left < WRAPPER_OCTETS) {
                return NOT_YET;
            }
            int count = WRAPPER_OCTETS + word(octets, at + 6);
            return count <= left ? count : NOT_YET;
        }
        return left;
    }

    /// Flags before a frame and one after it belong to it.
    private static int frameOctets(byte[] octets, int at) {
        int begin = at;
        while (begin < octets.length && octets[begin] == FLAG) {
            begin++;
        }
        if (octets.length - begin < 2) {
            return NOT_YET;
        }
        int format = word(octets, begin);
        if (format >>> 12 != FORMAT_TYPE) {
            return octets.length - at;
        }
        int end = begin + (format & FORMAT_LENGTH) + 1;
        return end <= octets.length ? end - at : NOT_YET;
    }

    private static int word(byte[] octets, int at) {
        return (Byte.toUnsignedInt(octets[at]) << 8) | Byte.toUnsignedInt(octets[at + 1]);
    }
}
