package trefas.dlms.capture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import trefas.cosem.CosemData.Octets;

/// A capture file as others or we wrote it: pcapng in either byte order, or the older pcap with micro- or
/// nanoseconds.
public final class CaptureFile {

    /// Packets of a file that are looked at.
    public static final int PACKETS_MAX = 1_000_000;

    private static final int PCAP_HEADER_OCTETS = 24;
    private static final int PCAP_RECORD_OCTETS = 16;
    private static final int PCAP_MICROSECONDS = 0xA1B2C3D4;
    private static final int PCAP_NANOSECONDS = 0xA1B23C4D;
    private static final int BLOCK_OCTETS_MIN = 12;
    private static final int OPTION_TIME_RESOLUTION = 9;
    private static final int MICROSECONDS = 6;
    private static final int INTERFACES_MAX = 256;
    private static final long NANOSECONDS_PER_SECOND = 1_000_000_000L;

    /// What became of reading a file.
    public sealed interface Read {}

    /// The packets, in the order of the file.
    ///
    /// @param isCut true when the last packet is not whole, as when a capture was killed
    public record Packets(List<Packet> packets, boolean isCut) implements Read {
        public Packets {
            packets = List.copyOf(packets);
        }
    }

    /// Not such a file.
    ///
    /// @param offset of the first octet that can't be right
    public record Unreadable(String why, int offset) implements Read {}

    /// One packet as it was on its line.
    ///
    /// @param linkType what its first header is, a number of the capture formats
    public record Packet(long epochNanoseconds, int linkType, Octets octets) {}

    private record Interface(int linkType, int resolution) {}

    private CaptureFile() {}

    /// True when octets begin as a capture file does.
    public static boolean isOne(byte[] file) {
        if (file.length < 4) {
            return false;
        }
        int magic = ByteBuffer.wrap(file).getInt();
        return magic == Pcapng.SECTION_HEADER || isPcap(magic) || isPcap(Integer.reverseBytes(magic));
    }

    public static Read read(byte[] file) {
        if (!isOne(file)) {
            return new Unreadable("neither pcapng nor pcap", 0);
        }
        int magic = ByteBuffer.wrap(file).getInt();
        if (magic == Pcapng.SECTION_HEADER) {
            return pcapng(file);
        }
        ByteOrder order = isPcap(magic) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return pcap(ByteBuffer.wrap(file).order(order));
    }

    private static boolean isPcap(int magic) {
        return magic == PCAP_MICROSECONDS || magic == PCAP_NANOSECONDS;
    }

    private static Read pcap(ByteBuffer file) {
        if (file.capacity() < PCAP_HEADER_OCTETS) {
            return new Unreadable("the header of the file is cut", file.capacity());
        }
        long nanoseconds = file.getInt(0) == PCAP_NANOSECONDS ? 1 : 1_000;
        int linkType = file.getInt(20) & 0xFFFF;
        var packets = new ArrayList<Packet>();
        int at = PCAP_HEADER_OCTETS;
        while (at + PCAP_RECORD_OCTETS <= file.capacity() && packets.size() < PACKETS_MAX) {
            long seconds = Integer.toUnsignedLong(file.getInt(at));
            long fraction = Integer.toUnsignedLong(file.getInt(at + 4));
            int length = file.getInt(at + 8);
            int octetsAt = at + PCAP_RECORD_OCTETS;
            if (length < 0 || length > file.capacity() - octetsAt) {
                return new Packets(packets, true);
            }
            packets.add(new Packet(
                    (seconds * NANOSECONDS_PER_SECOND) + (fraction * nanoseconds),
                    linkType,
                    part(file, octetsAt, length)));
            at = octetsAt + length;
        }
        return new Packets(packets, at < file.capacity());
    }

    private static Octets part(ByteBuffer file, int offset, int count) {
        byte[] octets = new byte[count];
        file.get(offset, octets);
        return Octets.of(octets);
    }

    private static Read pcapng(byte[] octets) {
        var file = ByteBuffer.wrap(octets);
        var packets = new ArrayList<Packet>();
        var interfaces = new ArrayList<Interface>();
        var order = ByteOrder.BIG_ENDIAN;
        int at = 0;
        while (at + BLOCK_OCTETS_MIN <= octets.length && packets.size() < PACKETS_MAX) {
            if (file.order(ByteOrder.BIG_ENDIAN).getInt(at) == Pcapng.SECTION_HEADER) {
                int magic = file.getInt(at + 8);
                if (magic != Pcapng.BYTE_ORDER_MAGIC && Integer.reverseBytes(magic) != Pcapng.BYTE_ORDER_MAGIC) {
                    return new Unreadable("a section header without the byte-order magic", at + 8);
                }
                order = magic == Pcapng.BYTE_ORDER_MAGIC ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
                interfaces.clear();
            }
            file.order(order);
            int type = file.getInt(at);
            int length = file.getInt(at + 4);
            if (length < BLOCK_OCTETS_MIN || length % 4 != 0) {
                return packets.isEmpty()
                        ? new Unreadable("a block of " + length + " octets", at + 4)
                        : new Packets(packets, true);
            }
            if (length > octets.length - at) {
                return new Packets(packets, true);
            }
            block(type, at + 8, length - BLOCK_OCTETS_MIN, file, interfaces, packets);
            at += length;
        }
        return new Packets(packets, at < octets.length);
    }

    private static void block(
            int type, int at, int length, ByteBuffer file, List<Interface> interfaces, List<Packet> packets) {
        if (type == Pcapng.INTERFACE_DESCRIPTION && length >= 8 && interfaces.size() < INTERFACES_MAX) {
            int resolution = resolution(file, at + 8, at + length);
            interfaces.add(new Interface(Short.toUnsignedInt(file.getShort(at)), resolution));
        } else if (type == Pcapng.ENHANCED_PACKET && length >= 20) {
            int number = file.getInt(at);
            int captured = file.getInt(at + 12);
            if (number >= 0 && number < interfaces.size() && captured >= 0 && captured <= length - 20) {
                long time = (Integer.toUnsignedLong(file.getInt(at + 4)) << 32)
                        | Integer.toUnsignedLong(file.getInt(at + 8));
                var on = interfaces.get(number);
                packets.add(
                        new Packet(nanoseconds(time, on.resolution()), on.linkType(), part(file, at + 20, captured)));
            }
        } else if (type == Pcapng.SIMPLE_PACKET && length >= 4 && !interfaces.isEmpty()) {
            int captured = Math.min(Math.max(0, file.getInt(at)), length - 4);
            packets.add(new Packet(0, interfaces.getFirst().linkType(), part(file, at + 4, captured)));
        }
    }

    /// The option if_tsresol: a power of ten, or of two with the highest bit set.
    private static int resolution(ByteBuffer file, int from, int end) {
        int at = from;
        while (at + 4 <= end) {
            int code = Short.toUnsignedInt(file.getShort(at));
            int length = Short.toUnsignedInt(file.getShort(at + 2));
            if (code == OPTION_TIME_RESOLUTION && length == 1 && at + 5 <= end) {
                return Byte.toUnsignedInt(file.get(at + 4));
            }
            at += 4 + Pcapng.padded(length);
        }
        return MICROSECONDS;
    }

    private static long nanoseconds(long time, int resolution) {
        if ((resolution & 0x80) != 0) {
            int bits = Math.min(resolution & 0x7F, 40);
            return ((time >>> bits) * NANOSECONDS_PER_SECOND)
                    + (((time & ((1L << bits) - 1)) * (NANOSECONDS_PER_SECOND >>> 9)) >>> Math.max(0, bits - 9));
        }
        long value = time;
        for (int digits = resolution; digits < 9; digits++) {
            value *= 10;
        }
        for (int digits = 9; digits < Math.min(resolution, 30); digits++) {
            value /= 10;
        }
        return value;
    }
}
