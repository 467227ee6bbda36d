package trefas.app.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.Decoded.Complete;
import trefas.dlms.ApduBuffer;
import trefas.dlms.client.Outcome;
import trefas.dlms.security.ApduProtection.Opened;
import trefas.dlms.security.AssociationProtection;
import trefas.dlms.security.Envelope;
import trefas.dlms.wrapper.WrapperHeader;
import trefas.dlms.xdlms.DataNotification;
import trefas.dlms.xdlms.LongInvokeId;
import trefas.transport.MeterConnection;

/// Values that a meter pushes to a head-end on this machine, confirmed or not, over TCP and UDP (class 40).
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PushEndToEndTest {

    private static final String SETUP = "0-0:25.9.0*255";
    private static final int CLASS = 40;
    private static final int OVER_TCP = 0;
    private static final int OVER_UDP = 1;

    /// ```
    /// client                      meter                          head-end
    ///   | SET operation method ----> |                                |
    ///   | push --------------------> | general-glo DataNotification   |
    ///   |                            | -----------------------------> |
    ///   |                            | <- general-glo Confirm --------|
    ///   | GET last confirmation ---> |                                |
    /// ```
    @Test
    void aConfirmedPushKeepsWhenItWasConfirmed() throws Exception {
        try (var headEnd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var meter = new StandardMeter(Optional.empty());
                var client = meter.management()) {
            CosemData before = StandardMeter.read(client, CLASS, SETUP, 13);
            StandardMeter.set(client, CLASS, SETUP, 11, new CosemData.Enumerated(2));
            push(client, OVER_TCP, headEnd.getLocalPort());

            try (var pushed = new Pushed(headEnd.accept())) {
                var protection = meter.listening();
                DataNotification heard = opened(protection, pushed.apdu());
                assertTrue(heard.invokeId().isConfirmed());
                pushed.answer(confirmation(protection, heard));

                StandardMeter.until(
                        () -> !StandardMeter.read(client, CLASS, SETUP, 13).equals(before));
            }
        }
    }

    /// A confirmation of something else is none: the push comes again, under another number.
    @Test
    void aPushThatIsNotConfirmedIsRepeated() throws Exception {
        try (var headEnd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var meter = new StandardMeter(Optional.empty());
                var client = meter.management()) {
            CosemData before = StandardMeter.read(client, CLASS, SETUP, 13);
            StandardMeter.set(client, CLASS, SETUP, 11, new CosemData.Enumerated(2));
            StandardMeter.set(
                    client,
                    CLASS,
                    SETUP,
                    7,
                    StandardMeter.structure(
                            new CosemData.LongUnsigned(1),
                            new CosemData.LongUnsigned(100),
                            new CosemData.LongUnsigned(1)));
            push(client, OVER_TCP, headEnd.getLocalPort());

            var protection = meter.listening();
            DataNotification first;
            try (var pushed = new Pushed(headEnd.accept())) {
                first = opened(protection, pushed.apdu());
                var another = new DataNotification(
                        LongInvokeId.ofNumber(first.invokeId().number() + 1), first.dateTime(), first.value());
                pushed.answer(confirmation(protection, another));
            }
            try (var pushed = new Pushed(headEnd.accept())) {
                DataNotification second = opened(protection, pushed.apdu());
                assertTrue(second.invokeId().number() != first.invokeId().number());
                assertEquals(before, StandardMeter.read(client, CLASS, SETUP, 13));
                pushed.answer(confirmation(protection, second));
                StandardMeter.until(
                        () -> !StandardMeter.read(client, CLASS, SETUP, 13).equals(before));
            }
        }
    }

    @Test
    void aPushOverUdpIsOneDatagram() throws Exception {
        try (var headEnd = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                var meter = new StandardMeter(Optional.empty());
                var client = meter.management()) {
            push(client, OVER_UDP, headEnd.getLocalPort());

            var packet = received(headEnd);
            DataNotification heard = opened(meter.listening(), apdu(packet));
            assertTrue(!heard.invokeId().isConfirmed());
            assertInstanceOf(CosemData.Structure.class, heard.value());
        }
    }

    @Test
    void aConfirmedPushOverUdpIsConfirmedByADatagram() throws Exception {
        try (var headEnd = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                var meter = new StandardMeter(Optional.empty());
                var client = meter.management()) {
            CosemData before = StandardMeter.read(client, CLASS, SETUP, 13);
            StandardMeter.set(client, CLASS, SETUP, 11, new CosemData.Enumerated(2));
            push(client, OVER_UDP, headEnd.getLocalPort());

            var packet = received(headEnd);
            var protection = meter.listening();
            byte[] answer = wrapped(confirmation(protection, opened(protection, apdu(packet))));
            headEnd.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));

            StandardMeter.until(
                    () -> !StandardMeter.read(client, CLASS, SETUP, 13).equals(before));
        }
    }

    private static void push(MeterConnection client, int service, int port) throws IOException {
        byte[] destination = ("127.0.0.1:" + port).getBytes(StandardCharsets.US_ASCII);
        StandardMeter.set(
                client,
                CLASS,
                SETUP,
                3,
                StandardMeter.structure(
                        new CosemData.Enumerated(service),
                        new CosemData.OctetString(CosemData.Octets.of(destination)),
                        new CosemData.Enumerated(0)));
        assertInstanceOf(Outcome.Done.class, StandardMeter.call(client, CLASS, SETUP, 1, new CosemData.Int8(0)));
    }

    private static DataNotification opened(AssociationProtection protection, byte[] apdu) {
        var plain = assertInstanceOf(Opened.Plain.class, protection.open(apdu, 0, apdu.length));
        assertEquals(StandardMeter.BOTH, plain.envelope().protection());
        Complete<?> complete = assertInstanceOf(
                Complete.class, DataNotification.decode(plain.octets(), plain.offset(), plain.length()));
        return assertInstanceOf(DataNotification.class, complete.value());
    }

    private static byte[] confirmation(AssociationProtection protection, DataNotification heard) {
        var out = new AxdrWriter(64);
        heard.confirmation().encode(out);
        var apdu = new ApduBuffer(0).octets(out.toOctets());
        assertTrue(protection.seal(
                new Envelope(Envelope.Family.GENERAL_GLOBAL, StandardMeter.BOTH, Optional.empty()), apdu));
        return apdu.toOctets();
    }

    /// Client 1 answers logical device 1.
    private static byte[] wrapped(byte[] apdu) {
        byte[] octets = new byte[WrapperHeader.OCTETS + apdu.length];
        new WrapperHeader(1, 1, apdu.length).encode(octets, 0);
        System.arraycopy(apdu, 0, octets, WrapperHeader.OCTETS, apdu.length);
        return octets;
    }

    private static DatagramPacket received(DatagramSocket headEnd) throws IOException {
        var packet = new DatagramPacket(new byte[2_048], 2_048);
        headEnd.receive(packet);
        return packet;
    }

    private static byte[] apdu(DatagramPacket packet) {
        byte[] octets = Arrays.copyOf(packet.getData(), packet.getLength());
        var header = assertInstanceOf(Complete.class, WrapperHeader.decode(octets, 0, octets.length));
        assertEquals(new WrapperHeader(1, 1, octets.length - WrapperHeader.OCTETS), header.value());
        return Arrays.copyOfRange(octets, WrapperHeader.OCTETS, octets.length);
    }

    /// The head-end's end of a connection the meter made.
    private static final class Pushed implements AutoCloseable {
        private final Socket socket;

        Pushed(Socket socket) {
            this.socket = socket;
        }

        byte[] apdu() throws IOException {
            var in = new DataInputStream(socket.getInputStream());
            assertEquals(1, in.readUnsignedShort(), "version of the wrapper");
            assertEquals(1, in.readUnsignedShort(), "from logical device 1");
            assertEquals(1, in.readUnsignedShort(), "to client 1");
            return in.readNBytes(in.readUnsignedShort());
        }

        void answer(byte[] apdu) throws IOException {
            socket.getOutputStream().write(wrapped(apdu));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
