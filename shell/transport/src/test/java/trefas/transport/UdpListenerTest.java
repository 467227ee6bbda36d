package trefas.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trefas.dlms.OctetMachine;
import trefas.dlms.OctetSink;
import trefas.dlms.wrapper.WrapperHeader;

/// An UDP port whose meter can't keep its word any more: no answer leaves, and everything agreed with that peer is
/// over, but the port and its other peers are still there.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class UdpListenerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final byte FAIL = 0x66;

    private final AtomicInteger machines = new AtomicInteger();

    /// Answers with how many datagrams it has had, until its memory fails.
    private final class Counting implements OctetMachine {
        private int heard;

        Counting() {
            machines.incrementAndGet();
        }

        @Override
        public void receive(byte[] octets, int offset, int length, OctetSink sink) {
            heard++;
            if (octets[offset + WrapperHeader.OCTETS] == FAIL) {
                throw new UncheckedIOException(new IOException("the memory of this meter has failed"));
            }
            byte[] answer = new byte[WrapperHeader.OCTETS + 1];
            // From logical device 1 to client 16.
            new WrapperHeader(1, 16, 1).encode(answer, 0);
            answer[WrapperHeader.OCTETS] = (byte) heard;
            sink.send(answer, 0, answer.length);
        }

        @Override
        public boolean isOver() {
            return false;
        }
    }

    @Test
    void aMemoryThatFailsEndsWhatThatPeerAgreedAndNothingElse() throws IOException {
        try (var listener = UdpListener.open(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), UdpLimits.DEFAULT, Counting::new);
                var peer = line(listener);
                var other = line(listener)) {
            assertHears(peer, 1);
            assertHears(other, 1);
            assertHears(peer, 2);

            peer.send(new byte[] {FAIL}, 0, 1);
            // The next datagram meets a new machine, and nothing came of the one before.
            assertHears(peer, 1);
            assertHears(other, 2);
        }
        assertEquals(3, machines.get());
    }

    private static void assertHears(DatagramLine line, int count) throws IOException {
        line.send(new byte[] {1}, 0, 1);
        assertArrayEquals(new byte[] {(byte) count}, line.receive(PATIENCE));
    }

    private static DatagramLine line(UdpListener listener) throws IOException {
        var line = DatagramLine.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.port()));
        line.connect(16, 1);
        return line;
    }
}
