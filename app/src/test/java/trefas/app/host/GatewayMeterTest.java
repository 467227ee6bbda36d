package trefas.app.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trefas.app.settings.FurtherPorts;
import trefas.app.settings.RunSettings;
import trefas.cosem.AttributeDescriptor;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.client.ClientSettings;
import trefas.dlms.gateway.GatewayAddress;
import trefas.dlms.hdlc.AddressForm;
import trefas.dlms.hdlc.HdlcClientSettings;
import trefas.quantity.Obis;
import trefas.transport.ApduLine;
import trefas.transport.DatagramLine;
import trefas.transport.GatewayLine;
import trefas.transport.HdlcLine;
import trefas.transport.HdlcLineSettings;
import trefas.transport.MeterConnection;
import trefas.transport.ReadResult;
import trefas.transport.TcpWrapperLine;

/// The names a meter is called by on its lines, over real sockets: the one behind a gateway and the physical
/// address on HDLC.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class GatewayMeterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final GatewayAddress OWN = new GatewayAddress(1, Octets.of(new byte[] {0x31, 0x32}));
    private static final GatewayAddress ANOTHER = new GatewayAddress(2, Octets.of(new byte[] {0x31, 0x32}));
    private static final AttributeDescriptor NAME = new AttributeDescriptor(1, Obis.of("0-0:42.0.0*255"), 2);
    private static final int PHYSICAL = 200;
    private static final RunSettings SETTINGS = RunSettings.DEFAULT
            .withStateDirectory(Optional.empty())
            .withDlmsPort(0)
            .withFacePort(OptionalInt.empty())
            .withP1Port(OptionalInt.empty())
            .withFurtherPorts(FurtherPorts.NONE.withUdp(0).withGateway(OWN).withHdlcAddress(PHYSICAL));

    /// ```
    /// client                                 meter
    ///   | E6 01 02 31 32, AARQ, GET ... -------> |
    ///   | <----- E7 01 02 31 32, AARE, value ... |
    /// ```
    @Test
    void aMeterBehindAGatewayAnswersUnderItsNameOnEveryLine() throws Exception {
        try (var process = MeterProcess.start(SETTINGS, HostOnBench.START, 0)) {
            Octets direct = name(TcpWrapperLine.open(tcp(process), PATIENCE));

            assertEquals(direct, name(new GatewayLine(TcpWrapperLine.open(tcp(process), PATIENCE), OWN)));
            assertEquals(direct, name(new GatewayLine(HdlcLine.overTcp(tcp(process), PATIENCE, hdlc(PHYSICAL)), OWN)));
            assertEquals(
                    direct,
                    name(new GatewayLine(
                            DatagramLine.open(new InetSocketAddress(
                                    InetAddress.getLoopbackAddress(),
                                    process.dlmsUdpPort().orElseThrow())),
                            OWN)));
        }
    }

    /// What names another meter gets silence: the next thing that is heard is the answer to the next request.
    @Test
    void whatIsForAnotherMeterIsPassedOver() throws Exception {
        byte[] aarq = HexFormat.of().parseHex("601DA109060760857405080101BE10040E01000000065F1F0400007E1F04B0");
        try (var process = MeterProcess.start(SETTINGS, HostOnBench.START, 0);
                var line = TcpWrapperLine.open(tcp(process), PATIENCE)) {
            line.connect(16, 1);
            new GatewayLine(line, ANOTHER).send(aarq, 0, aarq.length);
            new GatewayLine(line, OWN).send(aarq, 0, aarq.length);

            byte[] heard = line.receive(PATIENCE);
            assertEquals("e701023132612", HexFormat.of().formatHex(heard).substring(0, 13));
        }
    }

    @Test
    void onAnHdlcLineTheMeterHearsItsOwnPhysicalAddressOnly() throws Exception {
        try (var process = MeterProcess.start(SETTINGS, HostOnBench.START, 0)) {
            Octets direct = name(TcpWrapperLine.open(tcp(process), PATIENCE));

            assertEquals(direct, name(HdlcLine.overTcp(tcp(process), PATIENCE, hdlc(PHYSICAL))));
            var impatient = hdlc(PHYSICAL + 1)
                    .withLink(HdlcClientSettings.DEFAULT.withRepeats(0).withResponse(200));
            assertThrows(IOException.class, () -> name(HdlcLine.overTcp(tcp(process), PATIENCE, impatient)));
        }
    }

    private static HdlcLineSettings hdlc(int physicalDevice) {
        return HdlcLineSettings.DEFAULT.withAddress(AddressForm.FOUR_OCTETS, physicalDevice);
    }

    private static InetSocketAddress tcp(MeterProcess process) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), process.dlmsPort());
    }

    private static Octets name(ApduLine line) throws IOException {
        try (var connection = MeterConnection.open(line, ClientSettings.publicClient(1), Optional.empty(), PATIENCE)) {
            var value = assertInstanceOf(ReadResult.Value.class, connection.get(NAME, Optional.empty()));
            return assertInstanceOf(CosemData.OctetString.class, value.data()).octets();
        }
    }
}
