package trefas.dlms.capture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// The blocks of a capture file (pcapng, draft-ietf-opsawg-pcapng), least significant octet first. A file is a
/// section header, one interface description, and a packet block for each packet; it is readable after each of
/// them.
public final class Pcapng {

    /// Link type of Ethernet frames.
    public static final int ETHERNET = 1;

    static final int SECTION_HEADER = 0x0A0D0D0A;
    static final int INTERFACE_DESCRIPTION = 1;
    static final int SIMPLE_PACKET = 3;
    static final int ENHANCED_PACKET = 6;
    static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;

    private static final int OPTION_END = 0;
    private static final int OPTION_APPLICATION = 4;
    private static final int OPTION_TIME_RESOLUTION = 9;
    private static final int NANOSECONDS = 9;
    /// Block type, and both copies of the length.
    private static final int BLOCK_OVERHEAD = 12;

    private static final long LENGTH_UNKNOWN = -1;
    private static final int PACKET_OCTETS_MAX = 262_144;

    private Pcapng() {}

    /// The first block of a file.
    ///
    /// @param application what wrote it, in ASCII
    public static byte[] sectionHeader(String application) {
        byte[] name = application.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer body = body(16 + option(name.length) + 4);
        body.putInt(BYTE_ORDER_MAGIC).putShort((short) 1).putShort((short) 0).putLong(LENGTH_UNKNOWN);
        putOption(OPTION_APPLICATION, name, body);
        body.putInt(OPTION_END);
        return block(SECTION_HEADER, body);
    }

    /// The one interface of a file, with times in nanoseconds.
    public static byte[] interfaceDescription(int linkType) {
        ByteBuffer body = body(8 + option(1) + 4);
        body.putShort((short) linkType).putShort((short) 0).putInt(PACKET_OCTETS_MAX);
        putOption(OPTION_TIME_RESOLUTION, new byte[] {NANOSECONDS}, body);
        body.putInt(OPTION_END);
        return block(INTERFACE_DESCRIPTION, body);
    }

    /// One packet.
    ///
    /// @param epochNanoseconds when, since 1970-01-01 00:00:00 UTC
    public static byte[] packet(long epochNanoseconds, byte[] packet) {
        ByteBuffer body = body(20 + padded(packet.length));
        body.putInt(0)
                .putInt((int) (epochNanoseconds >>> 32))
                .putInt((int) epochNanoseconds)
                .putInt(packet.length)
                .putInt(packet.length)
                .put(packet);
        return block(ENHANCED_PACKET, body);
    }

    private static ByteBuffer body(int octets) {
        return ByteBuffer.allocate(octets).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] block(int type, ByteBuffer body) {
        int length = BLOCK_OVERHEAD + body.capacity();
        var block = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        block.putInt(type).putInt(length).put(body.rewind()).putInt(length);
        return block.array();
    }

    private static void putOption(int code, byte[] value, ByteBuffer body) {
        body.putShort((short) code).putShort((short) value.length).put(value);
        body.position(body.position() + padded(value.length) - value.length);
    }

    private static int option(int valueOctets) {
        return 4 + padded(valueOctets);
    }

    /// Everything in a block begins at a multiple of four octets.
    static int padded(int octets) {
        return (octets + 3) & ~3;
    }
}
