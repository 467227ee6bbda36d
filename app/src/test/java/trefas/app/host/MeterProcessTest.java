package trefas.app.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trefas.app.ExitCode;
import trefas.app.settings.FurtherPorts;
import trefas.app.settings.RunSettings;
import trefas.app.settings.Speed;
import trefas.transport.ApduLine;
import trefas.transport.DatagramLine;
import trefas.transport.HdlcLine;
import trefas.transport.HdlcLineSettings;
import trefas.transport.TcpWrapperLine;

/// A whole meter over real sockets on this machine, on ports the system picks, without a memory on disk.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class MeterProcessTest {

    private static final long NOW = HostOnBench.START;
    private static final RunSettings SETTINGS = RunSettings.DEFAULT
            .withStateDirectory(Optional.empty())
            .withDlmsPort(0)
            .withFacePort(OptionalInt.empty())
            .withP1Port(OptionalInt.of(0));

    @Test
    void whoListensToP1GetsATelegramOfADueSecond() throws Exception {
        try (var process = MeterProcess.start(SETTINGS.withSpeed(new Speed(20)), NOW, 0);
                var listener = new Socket(
                        InetAddress.getLoopbackAddress(), process.p1Port().orElseThrow());
                var lines = new BufferedReader(
                        new InputStreamReader(listener.getInputStream(), StandardCharsets.US_ASCII))) {
            var telegram = new ArrayList<String>();
            while (telegram.isEmpty() || !telegram.getLast().startsWith("!")) {
                telegram.add(lines.readLine());
            }

            assertEquals(List.of("/TRF5", ""), telegram.subList(0, 2));
            assertTrue(telegram.get(2).matches("0-0:1\\.0\\.0\\(26112214\\d{3}0W\\)"), telegram.get(2));
            assertEquals(30, telegram.size());
        }
    }

    @Test
    void wrapperHdlcAndUdpReachTheSameMeter() throws Exception {
        var settings = SETTINGS.withFurtherPorts(FurtherPorts.NONE.withUdp(0));
        var loopback = InetAddress.getLoopbackAddress();
        var patience = Duration.ofSeconds(20);
        try (var process = MeterProcess.start(settings, NOW, 0);
                var wrapper = TcpWrapperLine.open(new InetSocketAddress(loopback, process.dlmsPort()), patience);
                var hdlc = HdlcLine.overTcp(
                        new InetSocketAddress(loopback, process.dlmsPort()), patience, HdlcLineSettings.DEFAULT);
                var udp = DatagramLine.open(
                        new InetSocketAddress(loopback, process.dlmsUdpPort().orElseThrow()))) {
            byte[] aarq = HexFormat.of().parseHex("601DA109060760857405080101BE10040E01000000065F1F0400007E1F04B0");
            for (ApduLine line : List.of(wrapper, hdlc, udp)) {
                line.connect(16, 1);
                line.send(aarq, 0, aarq.length);
                String aare = HexFormat.of().formatHex(line.receive(patience));
                assertTrue(aare.startsWith("6129") && aare.contains("a203020100"), aare);
            }
        }
    }

    @Test
    void aSerialPortThatIsNotThereIsToldInOneSentence() {
        var serial = new FurtherPorts.Serial("/dev/no-such-port", FurtherPorts.Mode.MODE_E);
        var settings = SETTINGS.withFurtherPorts(FurtherPorts.NONE.withSerial(serial));

        var failure = assertThrows(StartException.class, () -> MeterProcess.start(settings, NOW, 0));
        assertTrue(String.valueOf(failure.getMessage()).contains("/dev/no-such-port"), failure.getMessage());
    }

    @Test
    void aPortThatIsOffIsNotOpened() throws StartException {
        try (var process = MeterProcess.start(SETTINGS.withP1Port(OptionalInt.empty()), NOW, 0)) {
            assertEquals(OptionalInt.empty(), process.p1Port());
            assertEquals(OptionalInt.empty(), process.facePort());
            assertTrue(process.dlmsPort() > 0);
        }
    }

    @Test
    void aTakenP1PortEndsTheStartWithOneSentence() throws IOException {
        try (var taken = taken()) {
            int port = taken.getLocalPort();

            assertEquals(
                    "TCP port " + port + " on localhost can't be listened on: it is taken or not allowed;"
                            + " choose another with --p1 (0 takes a free one, off opens none).",
                    refused(SETTINGS.withP1Port(OptionalInt.of(port))));
        }
    }

    @Test
    void aTakenDlmsPortEndsTheStartWithOneSentence() throws IOException {
        try (var taken = taken()) {
            int port = taken.getLocalPort();

            assertEquals(
                    "TCP port " + port + " on localhost can't be listened on: it is taken or not allowed;"
                            + " choose another with --port (0 takes a free one).",
                    refused(SETTINGS.withDlmsPort(port)));
        }
    }

    private static ServerSocket taken() throws IOException {
        var socket = new ServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return socket;
    }

    private static String refused(RunSettings settings) {
        var refused = assertThrows(
                StartException.class, () -> MeterProcess.start(settings, NOW, 0).close());
        assertEquals(ExitCode.PORT_OR_CONNECTION, refused.exitCode());
        return refused.sentence();
    }
}
