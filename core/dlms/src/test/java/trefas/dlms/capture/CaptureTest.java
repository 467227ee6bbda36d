package trefas.dlms.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.capture.CaptureFile.Packets;
import trefas.dlms.capture.CapturedMessages.Message;
import trefas.dlms.explain.Speaker;

/// Capture files: golden octets of the blocks, packets with right checksums, and the way back to the messages.
class CaptureTest {

    private static final String GET = "000100100001000DC001C100080000010000FF0200";
    private static final String ANSWER = "0001000100100012C401C100090C07E8010F010A1E0000FFC400";
    private static final Endpoint CLIENT = new Endpoint(Octets.ofHex("0A000001"), 50_000);
    private static final Endpoint METER = new Endpoint(Octets.ofHex("0A000002"), 4_059);
    private static final long TIME = 1_795_889_730_123_456_789L;

    /// draft-ietf-opsawg-pcapng: section header with magic 1A2B3C4D, version 1.0, length unknown, option 4;
    /// interface description of link type 1 with times of 10^-9 s; enhanced packet.
    @Test
    void theBlocksAreTheStandards() {
        assertHex("""
                0A0D0D0A 2C000000 4D3C2B1A 0100 0000 FFFFFFFFFFFFFFFF
                0400 0600 747265666173 0000 00000000 2C000000
                """, Pcapng.sectionHeader("trefas"));
        assertHex("""
                01000000 20000000 0100 0000 00000400
                0900 0100 09 000000 00000000 20000000
                """, Pcapng.interfaceDescription(Pcapng.ETHERNET));
        assertHex("""
                06000000 28000000 00000000 6F4EEC18 15D16DAC 05000000 05000000
                0102030405 000000 28000000
                """, Pcapng.packet(0x18EC4E6F_AC6DD115L, new byte[] {1, 2, 3, 4, 5}));
    }

    /// A packet by hand: Ethernet with type 0800, IPv4 with protocol 6, TCP with SYN, both checksums computed
    /// apart.
    @Test
    void theFirstPacketIsASyn() {
        assertHex("""
                020000000002 020000000001 0800
                4500 0028 0000 4000 40 06 26CE 0A000001 0A000002
                C350 0FDB 10000000 00000000 50 02 FFFF B8B4 0000
                """, new TcpPackets(CLIENT, METER).opening().getFirst());
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        byte[] file = file(CLIENT, METER);

        List<Message> messages = messages(file, OptionalInt.empty());

        assertEquals(List.of(GET, ANSWER), hex(messages));
        assertEquals(
                List.of(Speaker.CLIENT, Speaker.SERVER),
                messages.stream().map(Message::speaker).toList());
        assertEquals(TIME + 3, messages.getFirst().epochNanoseconds());
        assertEquals("10.0.0.1:50000", messages.getFirst().from().toString());
        assertEquals(messages.getFirst().connection(), messages.getLast().connection());
    }

    @Test
    void ipv6IsWrittenAndReadToo() {
        var client = new Endpoint(Octets.ofHex("00000000000000000000000000000001"), 50_000);
        var meter = new Endpoint(Octets.ofHex("00000000000000000000000000000001"), 4_059);

        assertEquals(List.of(GET, ANSWER), hex(messages(file(client, meter), OptionalInt.of(4_059))));
        assertEquals("[0:0:0:0:0:0:0:1]:4059", meter.toString());
    }

    @Test
    void everyChecksumIsRight() {
        var packets = new TcpPackets(CLIENT, METER);
        var all = new ArrayList<byte[]>(packets.opening());
        for (int length : new int[] {0, 1, 2, 3, 1_399, 1_400, 1_401, 5_000}) {
            all.addAll(packets.data(Speaker.CLIENT, new byte[length], 0, length));
        }
        all.addAll(packets.closing(Speaker.SERVER));
        for (byte[] packet : all) {
            assertEquals(0, TcpPackets.folded(TcpPackets.sum(packet, 14, 20)), "IPv4");
            int tcp = packet.length - 34;
            int pseudo = TcpPackets.sum(packet, 26, 8) + 6 + tcp;
            assertEquals(0, TcpPackets.folded(pseudo + TcpPackets.sum(packet, 34, tcp)), "TCP");
        }
    }

    /// Killed in the middle of a block: everything before it is there.
    @Test
    void aFileCutAnywhereIsReadUpToThere() {
        byte[] file = file(CLIENT, METER);
        int header = Pcapng.sectionHeader("trefas").length;
        for (int length = header; length < file.length; length++) {
            var read = assertInstanceOf(Packets.class, CaptureFile.read(Arrays.copyOf(file, length)));
            assertTrue(read.packets().size() < 9);
        }
    }

    /// The units of a stream are found however it is cut.
    @ParameterizedTest(name = "pieces of {0}")
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 20, 100})
    void piecesBecomeUnits(int piece) {
        byte[] stream = HexFormat.of().parseHex(GET + ANSWER + "7EA0070321930F017E" + "7EA00721037301407E");
        var cutter = new UnitCutter();
        var units = new ArrayList<String>();
        for (int at = 0; at < stream.length; at += piece) {
            cutter.receive(stream, at, Math.min(piece, stream.length - at)).forEach(unit -> units.add(unit.toString()));
        }

        assertEquals(List.of(GET, ANSWER, "7EA0070321930F017E", "7EA00721037301407E"), units);
    }

    /// The closing flag of a frame opens the next one; flags alone fill the time.
    @ParameterizedTest(name = "pieces of {0}")
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 20, 100})
    void framesThatShareAFlagBothGetIt(int piece) {
        byte[] stream = HexFormat.of().parseHex("7EA0070321930F01" + "7EA00721037301407E" + "A0070321930F017E7E7E");
        var cutter = new UnitCutter();
        var units = new ArrayList<String>();
        for (int at = 0; at < stream.length; at += piece) {
            cutter.receive(stream, at, Math.min(piece, stream.length - at)).forEach(unit -> units.add(unit.toString()));
        }

        assertEquals(List.of("7EA0070321930F017E", "7EA00721037301407E", "7EA0070321930F017E"), units);
        assertEquals(List.of(), cutter.rest());
    }

    /// Segments that come twice, late or not at all.
    @Test
    void segmentsOutOfOrderArePutInOrder() {
        var packets = new TcpPackets(CLIENT, METER);
        var first = new ArrayList<byte[]>(packets.opening());
        byte[] get = HexFormat.of().parseHex(GET);
        byte[] one = packets.data(Speaker.CLIENT, get, 0, 5).getFirst();
        byte[] two = packets.data(Speaker.CLIENT, get, 5, 10).getFirst();
        byte[] three = packets.data(Speaker.CLIENT, get, 15, get.length - 15).getFirst();
        first.addAll(List.of(three, one, one, two, three));

        assertEquals(List.of(GET), hex(messages(written(first), OptionalInt.empty())));
    }

    /// The older format, big-endian, with microseconds, on a line without Ethernet: UDP to port 4059.
    @Test
    void olderFilesOfOthersAreRead() {
        String file = """
                A1B2C3D4 0002 0004 00000000 00000000 00040000 00000065
                00000001 00000002 00000031 00000031
                45 00 0031 0000 0000 40 11 0000 0A000001 0A000002
                C350 0FDB 001D 0000
                """ + GET;
        List<Message> messages = messages(HexFormat.of().parseHex(file.replaceAll("\\s", "")), OptionalInt.empty());

        assertEquals(List.of(GET), hex(messages));
        assertEquals(1_000_002_000L, messages.getFirst().epochNanoseconds());
    }

    @FuzzTest
    void anyFileIsAnswered(byte[] noise) {
        if (CaptureFile.read(noise) instanceof Packets(var packets, boolean _)) {
            for (Message message : CapturedMessages.of(packets, OptionalInt.empty())) {
                assertTrue(message.octets().length() > 0);
            }
        }
        var cutter = new UnitCutter();
        int length = cutter.receive(noise, 0, noise.length).stream()
                        .mapToInt(Octets::length)
                        .sum()
                + cutter.rest().stream().mapToInt(Octets::length).sum();
        assertEquals(noise.length, length);
    }

    private static byte[] file(Endpoint client, Endpoint meter) {
        var packets = new TcpPackets(client, meter);
        var all = new ArrayList<byte[]>(packets.opening());
        for (Speaker speaker : List.of(Speaker.CLIENT, Speaker.SERVER)) {
            byte[] octets = HexFormat.of().parseHex(speaker == Speaker.CLIENT ? GET : ANSWER);
            all.addAll(packets.data(speaker, octets, 0, octets.length));
        }
        all.addAll(packets.closing(Speaker.CLIENT));
        return written(all);
    }

    private static byte[] written(List<byte[]> packets) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(Pcapng.sectionHeader("trefas"));
        file.writeBytes(Pcapng.interfaceDescription(Pcapng.ETHERNET));
        long time = TIME;
        for (byte[] packet : packets) {
            file.writeBytes(Pcapng.packet(time++, packet));
        }
        return file.toByteArray();
    }

    private static List<Message> messages(byte[] file, OptionalInt port) {
        return CapturedMessages.of(
                assertInstanceOf(Packets.class, CaptureFile.read(file)).packets(), port);
    }

    private static List<String> hex(List<Message> messages) {
        return messages.stream().map(message -> message.octets().toString()).toList();
    }

    private static void assertHex(String expected, byte[] actual) {
        assertEquals(
                expected.replaceAll("\\s", ""), HexFormat.of().withUpperCase().formatHex(actual));
    }
}
