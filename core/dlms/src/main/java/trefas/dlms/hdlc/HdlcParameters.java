package trefas.dlms.hdlc;

import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Malformed;

/// What the two ends of a link agree on, seen from one of them (IEC 62056-46, information field of SNRM and UA).
///
/// ```
/// 81 80 LL  05 len octets-sent  06 len octets-received  07 04 window-sent  08 04 window-received
/// ```
///
/// @param transmitOctetsMax information in one frame this end sends, 32 to 2 030
/// @param receiveOctetsMax information in one frame this end takes, 32 to 2 030
/// @param transmitWindow frames this end sends before it waits for a word, 1 to 7
/// @param receiveWindow frames the other end may send before it waits for a word, 1 to 7
public record HdlcParameters(int transmitOctetsMax, int receiveOctetsMax, int transmitWindow, int receiveWindow) {

    public static final int OCTETS_MIN = 32;
    public static final int OCTETS_MAX = HdlcFrame.INFORMATION_OCTETS_MAX;
    public static final int WINDOW_MAX = 7;

    /// What holds for whatever is not said: 128 octets, windows of 1.
    public static final HdlcParameters DEFAULT = new HdlcParameters(128, 128, 1, 1);

    private static final int FORMAT = 0x81;
    private static final int PARAMETER_GROUP = 0x80;
    private static final int TRANSMIT_OCTETS = 0x05;
    private static final int RECEIVE_OCTETS = 0x06;
    private static final int TRANSMIT_WINDOW = 0x07;
    private static final int RECEIVE_WINDOW = 0x08;
    private static final int WINDOW_OCTETS = 4;
    private static final int ENCODED_OCTETS_MAX = 23;
    private static final int VALUE_OCTETS_MAX = 4;

    public HdlcParameters {
        if (!isOctets(transmitOctetsMax) || !isOctets(receiveOctetsMax)) {
            throw new IllegalArgumentException(
                    "information is 32 to 2 030 octets: " + transmitOctetsMax + ", " + receiveOctetsMax);
        }
        if (!isWindow(transmitWindow) || !isWindow(receiveWindow)) {
            throw new IllegalArgumentException("a window is 1 to 7: " + transmitWindow + ", " + receiveWindow);
        }
    }

    /// The same limits both ways.
    public static HdlcParameters both(int octetsMax, int window) {
        return new HdlcParameters(octetsMax, octetsMax, window, window);
    }

    /// What holds at this end after the other end proposed its own: the lower of both limits each way.
    public HdlcParameters agreed(HdlcParameters others) {
        return new HdlcParameters(
                Math.min(transmitOctetsMax, others.receiveOctetsMax),
                Math.min(receiveOctetsMax, others.transmitOctetsMax),
                Math.min(transmitWindow, others.receiveWindow),
                Math.min(receiveWindow, others.transmitWindow));
    }

    /// Reads an information field. An empty one means the defaults; an unknown parameter is skipped, and so is
    /// user data behind the group. Limits above what the standard knows are taken as its highest.
    public static Decoded<HdlcParameters> decode(byte[] octets, int offset, int length) {
        if (length == 0) {
            return new Complete<>(DEFAULT, 0);
        }
        if (length < 3 || unsigned(octets, offset) != FORMAT || unsigned(octets, offset + 1) != PARAMETER_GROUP) {
            return new Malformed<>("no parameter group 81 80", offset);
        }
        int end = offset + 3 + unsigned(octets, offset + 2);
        if (end > offset + length) {
            return new Malformed<>("the parameter group is longer than the information", offset + 2);
        }
        int[] found = {
            DEFAULT.transmitOctetsMax, DEFAULT.receiveOctetsMax, DEFAULT.transmitWindow, DEFAULT.receiveWindow
        };
        int position = offset + 3;
        while (position < end) {
            int valueLength = position + 1 < end ? unsigned(octets, position + 1) : VALUE_OCTETS_MAX + 1;
            int next = position + 2 + valueLength;
            if (next > end) {
                return new Malformed<>("a parameter is cut", position);
            }
            int which = unsigned(octets, position) - TRANSMIT_OCTETS;
            if (which >= 0 && which < found.length) {
                long value = valueLength <= VALUE_OCTETS_MAX ? number(octets, position + 2, valueLength) : -1;
                int least = which < 2 ? OCTETS_MIN : 1;
                if (value < least) {
                    return new Malformed<>("parameter " + (which + TRANSMIT_OCTETS) + " is too low", position + 2);
                }
                found[which] = (int) Math.min(value, which < 2 ? OCTETS_MAX : WINDOW_MAX);
            }
            position = next;
        }
        return new Complete<>(new HdlcParameters(found[0], found[1], found[2], found[3]), end - offset);
    }

    /// The information field that says all four.
    public Octets encode() {
        byte[] octets = new byte[ENCODED_OCTETS_MAX];
        octets[0] = (byte) FORMAT;
        octets[1] = (byte) PARAMETER_GROUP;
        int position = put(octets, 3, TRANSMIT_OCTETS, transmitOctetsMax, octetsOf(transmitOctetsMax));
        position = put(octets, position, RECEIVE_OCTETS, receiveOctetsMax, octetsOf(receiveOctetsMax));
        position = put(octets, position, TRANSMIT_WINDOW, transmitWindow, WINDOW_OCTETS);
        position = put(octets, position, RECEIVE_WINDOW, receiveWindow, WINDOW_OCTETS);
        octets[2] = (byte) (position - 3);
        return Octets.of(octets, 0, position);
    }

    private static int put(byte[] octets, int position, int id, int value, int count) {
        octets[position] = (byte) id;
        octets[position + 1] = (byte) count;
        for (int i = 0; i < count; i++) {
            octets[position + 2 + i] = (byte) (value >>> (8 * (count - 1 - i)));
        }
        return position + 2 + count;
    }

    private static int octetsOf(int value) {
        return value <= 0xFF ? 1 : 2;
    }

    private static long number(byte[] octets, int offset, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | unsigned(octets, offset + i);
        }
        return value;
    }

    private static int unsigned(byte[] octets, int offset) {
        return Byte.toUnsignedInt(octets[offset]);
    }

    private static boolean isOctets(int value) {
        return value >= OCTETS_MIN && value <= OCTETS_MAX;
    }

    private static boolean isWindow(int value) {
        return value >= 1 && value <= WINDOW_MAX;
    }
}
