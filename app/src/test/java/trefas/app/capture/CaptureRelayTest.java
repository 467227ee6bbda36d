package trefas.app.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trefas.dlms.capture.CaptureFile;
import trefas.dlms.capture.CapturedMessages;
import trefas.dlms.capture.CapturedMessages.Message;
import trefas.dlms.explain.KeyUnsealer;
import trefas.dlms.explain.Speaker;
import trefas.dlms.explain.Unsealer;
import trefas.security.SymmetricKey;

/// A relay between a client and a meter of one answer, and the file it writes.
class CaptureRelayTest {

    private static final String CIPHERED_GET =
            "0001001000010029DB084D4D4D0000BC614E1E3001234567411312FF935A47566827C467BC7D825C3BE4A77C3FCC056B6B";
    private static final String PLAIN_GET = "000100100001000DC0010000080000010000FF0200";
    private static final String ANSWER = "0001000100100012C401C100090C07E8010F010A1E0000FFC400";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatBothSayIsHandedOnAndWritten() throws Exception {
        Path file = folder.resolve("a.pcapng");
        try (var meter = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var relay = relay(meter, file, Optional.empty(), Unsealer.WITHOUT_KEYS, CaptureRelay.Limits.DEFAULT)) {
            converse(meter, relay, PLAIN_GET);
        }
        List<Message> messages = messages(file);

        assertEquals(
                List.of(PLAIN_GET, ANSWER),
                messages.stream().map(message -> message.octets().toString()).toList());
        assertEquals(
                List.of(Speaker.CLIENT, Speaker.SERVER),
                messages.stream().map(Message::speaker).toList());
    }

    @Test
    void theTwinIsInClear() throws Exception {
        Path file = folder.resolve("a.pcapng");
        Path plain = folder.resolve("a.plain.pcapng");
        var keys = new KeyUnsealer.Keys(
                Optional.of(SymmetricKey.ofHex("000102030405060708090A0B0C0D0E0F")),
                Optional.of(SymmetricKey.ofHex("D0D1D2D3D4D5D6D7D8D9DADBDCDDDEDF")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        try (var meter = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var relay =
                        relay(meter, file, Optional.of(plain), new KeyUnsealer(keys), CaptureRelay.Limits.DEFAULT)) {
            converse(meter, relay, CIPHERED_GET);
        }
        List<Message> twin = messages(plain);

        assertEquals(CIPHERED_GET, messages(file).getFirst().octets().toString());
        assertEquals(
                List.of(PLAIN_GET, ANSWER),
                twin.stream().map(message -> message.octets().toString()).toList());
        assertEquals(
                messages(file).stream().map(Message::epochNanoseconds).toList(),
                twin.stream().map(Message::epochNanoseconds).toList());
    }

    /// The file is readable while the capture runs: whoever kills it loses nothing that was said.
    @Test
    void everythingSaidIsInTheFileAtOnce() throws Exception {
        Path file = folder.resolve("a.pcapng");
        try (var meter = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var relay = relay(meter, file, Optional.empty(), Unsealer.WITHOUT_KEYS, CaptureRelay.Limits.DEFAULT);
                var client = new Socket(InetAddress.getLoopbackAddress(), relay.port())) {
            client.getOutputStream().write(HexFormat.of().parseHex(PLAIN_GET));
            try (Socket accepted = meter.accept()) {
                accepted.getInputStream().readNBytes(PLAIN_GET.length() / 2);

                assertEquals(PLAIN_GET, messages(file).getFirst().octets().toString());
            }
        }
    }

    @Test
    void aFullFileEndsTheCapture() throws Exception {
        Path file = folder.resolve("a.pcapng");
        try (var meter = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var relay =
                        relay(meter, file, Optional.empty(), Unsealer.WITHOUT_KEYS, new CaptureRelay.Limits(500, 1));
                var client = new Socket(InetAddress.getLoopbackAddress(), relay.port())) {
            client.getOutputStream().write(new byte[1_000]);
            try (Socket _ = meter.accept()) {
                assertEquals("the file has reached its largest size", relay.await(60_000));
            }
        }
        assertTrue(Files.size(file) <= 500);
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var address = (InetSocketAddress) taken.getLocalSocketAddress();
            Path file = folder.resolve("a.pcapng");

            var refused = assertThrows(
                    PortTakenException.class,
                    () -> CaptureRelay.open(
                            address,
                            address,
                            file,
                            Optional.empty(),
                            Unsealer.WITHOUT_KEYS,
                            InstantSource.system(),
                            CaptureRelay.Limits.DEFAULT));
            assertTrue(String.valueOf(refused.getMessage()).startsWith("TCP port " + address.getPort()));
            assertTrue(Files.notExists(file), "nothing was written");
        }
    }

    private static CaptureRelay relay(
            ServerSocket meter, Path file, Optional<Path> plain, Unsealer unsealer, CaptureRelay.Limits limits)
            throws IOException {
        return CaptureRelay.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                (InetSocketAddress) meter.getLocalSocketAddress(),
                file,
                plain,
                unsealer,
                InstantSource.system(),
                limits);
    }

    /// One question, one answer, and the client closes.
    private static void converse(ServerSocket meter, CaptureRelay relay, String get) throws IOException {
        byte[] answer = HexFormat.of().parseHex(ANSWER);
        try (var client = new Socket(InetAddress.getLoopbackAddress(), relay.port())) {
            client.getOutputStream().write(HexFormat.of().parseHex(get));
            try (Socket accepted = meter.accept()) {
                assertEquals(
                        get,
                        HexFormat.of()
                                .withUpperCase()
                                .formatHex(accepted.getInputStream().readNBytes(get.length() / 2)));
                accepted.getOutputStream().write(answer);
                assertArrayEquals(answer, client.getInputStream().readNBytes(answer.length));
            }
        }
    }

    private static List<Message> messages(Path file) throws IOException {
        var read = assertInstanceOf(CaptureFile.Packets.class, CaptureFile.read(Files.readAllBytes(file)));
        return CapturedMessages.of(read.packets(), OptionalInt.empty());
    }
}
