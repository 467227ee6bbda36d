package trefas.dlms.hdlc;

/// The three octets before an APDU in HDLC (IEC 62056-46, LLC sublayer): destination E6, source E6 from the client
/// or E7 from the server, and a quality of 0. They stand in the first segment only.
public final class Llc {

    public static final int OCTETS = 3;

    private static final int DESTINATION = 0xE6;
    private static final int BROADCAST = 0xFF;
    private static final int COMMAND = 0xE6;
    private static final int RESPONSE = 0xE7;

    private Llc() {}

    static void writeCommand(byte[] octets, int offset) {
        write(octets, offset, COMMAND);
    }

    static void writeResponse(byte[] octets, int offset) {
        write(octets, offset, RESPONSE);
    }

    /// True when what follows is an APDU of a client.
    public static boolean isCommand(byte[] octets, int offset, int length) {
        return isFrom(COMMAND, octets, offset, length) && unsigned(octets, offset) == DESTINATION;
    }

    /// True when what follows is an APDU of a client for whoever hears it.
    static boolean isUnconfirmedCommand(byte[] octets, int offset, int length) {
        return isFrom(COMMAND, octets, offset, length)
                && (unsigned(octets, offset) == DESTINATION || unsigned(octets, offset) == BROADCAST);
    }

    /// True when what follows is an APDU of a server.
    public static boolean isResponse(byte[] octets, int offset, int length) {
        return isFrom(RESPONSE, octets, offset, length) && unsigned(octets, offset) == DESTINATION;
    }

    private static boolean isFrom(int source, byte[] octets, int offset, int length) {
        return length >= OCTETS && unsigned(octets, offset + 1) == source;
    }

    private static void write(byte[] octets, int offset, int source) {
        octets[offset] = (byte) DESTINATION;
        octets[offset + 1] = (byte) source;
        octets[offset + 2] = 0;
    }

    private static int unsigned(byte[] octets, int offset) {
        return Byte.toUnsignedInt(octets[offset]);
    }

    /// A client's APDU with the octets of LLC in front.
    static byte[] command(byte[] apdu, int offset, int length) {
        byte[] pdu = new byte[OCTETS + length];
        writeCommand(pdu, 0);
        System.arraycopy(apdu, offset, pdu, OCTETS, length);
        return pdu;
    }
}
