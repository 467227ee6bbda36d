package trefas.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.gateway.GatewayAddress;
import trefas.dlms.gateway.GatewayServer;
import trefas.dlms.hdlc.AddressForm;
import trefas.dlms.hdlc.HdlcClientSettings;
import trefas.dlms.hdlc.HdlcParameters;
import trefas.dlms.hdlc.HdlcServer;
import trefas.dlms.hdlc.HdlcServerSettings;
import trefas.dlms.server.DatagramServer;
import trefas.dlms.server.DetectingServer;
import trefas.dlms.signon.BaudRate;
import trefas.dlms.signon.LineFormat;
import trefas.dlms.signon.ModeEServer;
import trefas.dlms.signon.SerialMachine;
import trefas.dlms.signon.SignOnIdentity;

/// Every kind of line against a meter's ports, over real sockets of this machine and a serial cable in memory: the
/// same APDUs go and come, whatever carries them.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class MeterLinesTest {

    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final HdlcClientSettings PATIENT = HdlcClientSettings.DEFAULT.withResponse(5_000);
    private static final SignOnIdentity IDENTITY = new SignOnIdentity("KAm", BaudRate.B9600, "6841138", "21830417");

    @Test
    void wrapperAndHdlcShareAPort() throws IOException {
        try (var port = detecting(TcpLimits.DEFAULT);
                var wrapper = TcpWrapperLine.open(at(port), LONG);
                var hdlc = HdlcLine.overTcp(at(port), LONG, HdlcLineSettings.DEFAULT.withLink(PATIENT))) {
            assertCarries(wrapper, 2_000);
            assertCarries(hdlc, 2_000);
            assertCarries(wrapper, 1);
        }
    }

    @Test
    void hdlcInSmallFramesAndWideWindowsWithAnyAddress() throws IOException {
        var parameters = HdlcParameters.both(64, 7);
        for (AddressForm form : AddressForm.values()) {
            try (var port = TcpListener.open(
                            ANY_PORT,
                            TcpLimits.DEFAULT,
                            () -> new HdlcServer(
                                    HdlcServerSettings.DEFAULT.withParameters(parameters), new EchoApdus()));
                    var line = HdlcLine.overTcp(
                            at(port), LONG, new HdlcLineSettings(PATIENT.withParameters(parameters), form, 32))) {
                assertCarries(line, 2_000);
            }
        }
    }

    @Test
    void anotherPairTalksOnTheSameLine() throws IOException {
        try (var port = detecting(TcpLimits.DEFAULT);
                var line = HdlcLine.overTcp(at(port), LONG, HdlcLineSettings.DEFAULT.withLink(PATIENT))) {
            line.connect(16, 1);
            assertEchoes(line, new byte[] {1});
            line.connect(16, 16);
            assertEchoes(line, new byte[] {2});
        }
    }

    @Test
    void datagramsCarryTheSame() throws IOException {
        try (var port = udp(UdpLimits.DEFAULT);
                var line = DatagramLine.open(at(port))) {
            assertCarries(line, 2_000);
        }
    }

    @Test
    @DisplayName("W09 a truncated datagram is ignored by the port, and takes no place")
    void w09() throws IOException {
        try (var port = udp(new UdpLimits(1, LONG, 100));
                var stranger = new DatagramSocket();
                var line = DatagramLine.open(at(port))) {
            byte[] cut = {0, 1, 0, 16, 0, 1, 0, 9, 1, 2};
            stranger.send(new DatagramPacket(cut, cut.length, at(port)));
            byte[] tooLong = new byte[300];
            System.arraycopy(new byte[] {0, 1, 0, 16, 0, 1, 1, 0x24}, 0, tooLong, 0, 8);
            stranger.send(new DatagramPacket(tooLong, tooLong.length, at(port)));
            line.connect(16, 1);
            assertEchoes(line, new byte[] {7});
        }
    }

    @Test
    void onePeerTooManyIsPassedOver() throws IOException {
        try (var port = udp(new UdpLimits(1, LONG, 100));
                var first = DatagramLine.open(at(port));
                var second = DatagramLine.open(at(port))) {
            first.connect(16, 1);
            assertEchoes(first, new byte[] {1});
            second.connect(16, 1);
            second.send(new byte[] {2}, 0, 1);
            assertThrows(NoAnswerException.class, () -> second.receive(SHORT));
            assertEchoes(first, new byte[] {3});
        }
    }

    @Test
    @DisplayName("W04 a PDU that does not go on: closed after the inactivity, no hang")
    void w04() throws IOException {
        try (var port = TcpListener.open(
                        ANY_PORT,
                        TcpLimits.DEFAULT,
                        () -> new DetectingServer(HdlcServerSettings.DEFAULT, new EchoApdus(), 200));
                var socket = new Socket()) {
            socket.connect(at(port));
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(new byte[] {0, 1, 0, 16, 0, 1, 4, 0, 1});
            assertEquals(-1, socket.getInputStream().read());
        }
    }

    @Test
    @DisplayName("W07 a connection lost in the middle: its place is free, a new one works")
    void w07() throws IOException {
        try (var port = detecting(new TcpLimits(1, Duration.ofMinutes(1), 64))) {
            for (int round = 0; round < 5; round++) {
                while (port.connectionCount() > 0) {
                    Thread.onSpinWait();
                }
                try (var line = TcpWrapperLine.open(at(port), LONG)) {
                    line.connect(16, 1);
                    assertEchoes(line, new byte[2_000]);
                    line.send(new byte[2_000], 0, 2_000);
                }
            }
        }
    }

    @Test
    @DisplayName("W08 one connection above the limit is closed, the others go on")
    void w08() throws IOException {
        try (var port = detecting(new TcpLimits(2, Duration.ofMinutes(1), 64));
                var first = TcpWrapperLine.open(at(port), LONG);
                var second = TcpWrapperLine.open(at(port), LONG)) {
            first.connect(16, 1);
            second.connect(16, 1);
            assertEchoes(first, new byte[] {1});
            assertEchoes(second, new byte[] {2});
            try (var third = TcpWrapperLine.open(at(port), LONG)) {
                third.connect(16, 1);
                assertThrows(IOException.class, () -> {
                    third.send(new byte[] {3}, 0, 1);
                    third.receive(LONG);
                });
            }
            assertEchoes(first, new byte[] {4});
            assertEchoes(second, new byte[] {5});
        }
    }

    @Test
    void aMeterBehindAConcentratorIsReachedByItsName() throws IOException {
        var there = new GatewayAddress(0, Octets.ofHex("3031"));
        var nowhere = new GatewayAddress(0, Octets.ofHex("3032"));
        var gateway = new GatewayServer(new EchoApdus(), Map.of(there, new EchoApdus()));
        try (var port = TcpListener.open(
                        ANY_PORT,
                        TcpLimits.DEFAULT,
                        () -> new DetectingServer(HdlcServerSettings.DEFAULT, gateway, 0));
                var line = new GatewayLine(TcpWrapperLine.open(at(port), LONG), there);
                var lost = new GatewayLine(TcpWrapperLine.open(at(port), LONG), nowhere)) {
            assertCarries(line, 1_000);
            lost.connect(16, 1);
            lost.send(new byte[] {1}, 0, 1);
            assertThrows(NoAnswerException.class, () -> lost.receive(SHORT));
        }
    }

    @Test
    void directHdlcOnASerialCable() throws IOException {
        var ends = CableEnd.cable(LineFormat.DIRECT);
        var machine = SerialMachine.of(new HdlcServer(HdlcServerSettings.DEFAULT, new EchoApdus()), LineFormat.DIRECT);
        try (var meter = SerialListener.open(ends[0], machine);
                var line =
                        HdlcLine.onSerialLine(ends[1], SerialMode.DIRECT, HdlcLineSettings.DEFAULT.withLink(PATIENT))) {
            assertCarries(line, 1_500);
            assertEquals(Optional.empty(), meter.problem());
        }
    }

    @Test
    @DisplayName("W10 a sign-on in mode E over a serial cable, then HDLC")
    void w10() throws IOException {
        var ends = CableEnd.cable(LineFormat.SIGN_ON);
        try (var meter = SerialListener.open(
                        ends[0], new ModeEServer(IDENTITY, HdlcServerSettings.DEFAULT, new EchoApdus()));
                var line =
                        HdlcLine.onSerialLine(ends[1], SerialMode.MODE_E, HdlcLineSettings.DEFAULT.withLink(PATIENT))) {
            assertCarries(line, 1_500);
            line.connect(16, 16);
            assertEchoes(line, new byte[] {9});
            assertEquals(Optional.empty(), meter.problem());
        }
    }

    @Test
    void withoutAMeterASignOnFailsInOneSentence() {
        var ends = CableEnd.cable(LineFormat.SIGN_ON);
        var line = HdlcLine.onSerialLine(ends[1], SerialMode.MODE_E, HdlcLineSettings.DEFAULT);

        var failure = assertThrows(IOException.class, () -> line.connect(16, 1));
        assertEquals("No sign-on at the other end: no answer to the sign-on.", failure.getMessage());
    }

    @Test
    void whatIsNotThereIsToldInOneSentence() throws IOException {
        try (var port = detecting(TcpLimits.DEFAULT);
                var line = HdlcLine.overTcp(
                        at(port),
                        LONG,
                        HdlcLineSettings.DEFAULT.withLink(
                                PATIENT.withResponse(20).withRepeats(1)))) {
            String name = line.name();
            assertEquals(
                    "The link to " + name + " was lost: there was none.",
                    assertThrows(LinkLostException.class, () -> line.send(new byte[1], 0, 1))
                            .getMessage());
            assertEquals(
                    "The link to " + name + " was lost: no answer to SNRM.",
                    assertThrows(LinkLostException.class, () -> line.connect(17, 1))
                            .getMessage());
        }
        assertThrows(
                IOException.class,
                () -> HdlcLine.onSerialPort("/dev/no-such-port", SerialMode.DIRECT, HdlcLineSettings.DEFAULT));
    }

    private static void assertCarries(ApduLine line, int octetsMax) throws IOException {
        line.connect(16, 1);
        for (int octets = 1; octets <= octetsMax; octets = octets * 3 + 1) {
            byte[] apdu = new byte[octets];
            for (int i = 0; i < octets; i++) {
                apdu[i] = (byte) (i + 1);
            }
            assertEchoes(line, apdu);
        }
        line.sendUnconfirmed(new byte[] {0x0F}, 0, 1);
        assertEquals(
                "No answer from " + line.name() + " within 50 ms.",
                assertThrows(NoAnswerException.class, () -> line.receive(SHORT)).getMessage());
        assertEchoes(line, new byte[] {5, 6, 7});
    }

    private static void assertEchoes(ApduLine line, byte[] apdu) throws IOException {
        line.send(apdu, 0, apdu.length);
        assertArrayEquals(apdu, line.receive(LONG));
    }

    private static TcpListener detecting(TcpLimits limits) throws IOException {
        return TcpListener.open(
                ANY_PORT,
                limits,
                () -> new DetectingServer(
                        HdlcServerSettings.DEFAULT, new EchoApdus(), DetectingServer.INACTIVITY_MILLISECONDS));
    }

    private static UdpListener udp(UdpLimits limits) throws IOException {
        return UdpListener.open(
                ANY_PORT, limits, () -> new DatagramServer(new EchoApdus(), DetectingServer.INACTIVITY_MILLISECONDS));
    }

    private static InetSocketAddress at(TcpListener port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port.port());
    }

    private static InetSocketAddress at(UdpListener port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port.port());
    }
}
