package trefas.app.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trefas.app.settings.KeySet;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Protection;
import trefas.dlms.ApduBuffer;
import trefas.dlms.client.Outcome;
import trefas.dlms.hdlc.HdlcAddress;
import trefas.dlms.hdlc.HdlcControl;
import trefas.dlms.hdlc.HdlcFrame;
import trefas.dlms.security.AssociationProtection;
import trefas.dlms.security.Envelope;
import trefas.security.KeyId;
import trefas.security.KeyWrap;
import trefas.security.SymmetricKey;
import trefas.transport.ApduLine;
import trefas.transport.DatagramLine;
import trefas.transport.MeterConnection;
import trefas.transport.TcpWrapperLine;

/// Client 102, which is heard without an association and gets no answer: a head-end that disconnects many meters
/// with one APDU under the broadcast key, on every line.
///
/// ```
/// client 1                                meter
///   | key_transfer(broadcast key) ---------> |
/// client 102                               |
///   | glo-ACTION, unconfirmed -------------> |  script 1: contacts open
///   |                              (nothing) |
/// ```
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BroadcastEndToEndTest {

    private static final SymmetricKey KEY = SymmetricKey.ofHex("A0A1A2A3A4A5A6A7A8A9AAABACADAEAF");
    private static final String CONTACTS = "0-0:96.3.10*255";
    private static final String AARQ = "601DA109060760857405080101BE10040E01000000065F1F0400007E1F04B0";

    /// ACTION-Request-Normal, unconfirmed: execute of the disconnector's script table, script 1.
    private static final String DISCONNECT = "C301010009" + "00000A006AFF" + "01" + "01120001";

    private static final int BROADCASTER = 102;
    private static final int ALL_STATION = 0x7F;

    @Test
    void overTheWrapperOnTcp() throws Exception {
        try (var meter = new StandardMeter(Optional.empty());
                var line = TcpWrapperLine.open(meter.tcp(), StandardMeter.PATIENCE)) {
            byte[] apdu = prepared(meter);
            tell(line, apdu);
            assertEquals(open(), contacts(meter));
        }
    }

    @Test
    void overUdp() throws Exception {
        try (var meter = new StandardMeter(Optional.empty());
                var line = DatagramLine.open(meter.udp())) {
            byte[] apdu = prepared(meter);
            tell(line, apdu);
            assertEquals(open(), contacts(meter));
        }
    }

    /// In an UI frame to the all-station address.
    @Test
    void overHdlcToAllStations() throws Exception {
        try (var meter = new StandardMeter(Optional.empty());
                var socket = new Socket(meter.tcp().getAddress(), meter.tcp().getPort())) {
            byte[] apdu = prepared(meter);
            socket.getOutputStream()
                    .write(new HdlcFrame(
                                    false,
                                    HdlcAddress.ofOneOctet(ALL_STATION),
                                    HdlcAddress.ofClient(BROADCASTER),
                                    new HdlcControl.UnnumberedInformation(false),
                                    Octets.ofHex("E6E600" + HexFormat.of().formatHex(apdu)))
                            .encode());
            // What is answered next proves that the frame before was taken: an SNRM gets an UA.
            socket.getOutputStream()
                    .write(new HdlcFrame(
                                    false,
                                    HdlcAddress.ofOneOctet(1),
                                    HdlcAddress.ofClient(16),
                                    new HdlcControl.SetNormalResponseMode(true),
                                    Octets.ofHex(""))
                            .encode());
            assertEquals(0x7E, socket.getInputStream().read());
            assertEquals(open(), contacts(meter));
        }
    }

    /// The same octets again are a replay: what was connected since stays connected.
    @Test
    void aBroadcastThatComesAgainDoesNothing() throws Exception {
        try (var meter = new StandardMeter(Optional.empty());
                var line = TcpWrapperLine.open(meter.tcp(), StandardMeter.PATIENCE)) {
            byte[] apdu = prepared(meter);
            tell(line, apdu);
            try (var client = meter.management()) {
                assertInstanceOf(
                        Outcome.Done.class, StandardMeter.call(client, 70, CONTACTS, 2, new CosemData.Int8(0)));
            }
            CosemData connected = contacts(meter);
            tell(line, apdu);
            assertEquals(connected, contacts(meter));
        }
    }

    /// Client 102 must at least authenticate (dossier G6).
    @Test
    void whatIsNotAuthenticatedIsNotDone() throws Exception {
        try (var meter = new StandardMeter(Optional.empty());
                var line = TcpWrapperLine.open(meter.tcp(), StandardMeter.PATIENCE)) {
            prepared(meter);
            CosemData before = contacts(meter);
            tell(line, HexFormat.of().parseHex(DISCONNECT));
            tell(line, sealed(meter, new Protection(false, true, false)));
            assertEquals(before, contacts(meter));
        }
    }

    /// Gives the meter the broadcast key and seals the request under it.
    private static byte[] prepared(StandardMeter meter) throws IOException {
        byte[] wrapped = KeyWrap.wrap(KeySet.DEMO.master().orElseThrow(), KEY);
        try (var client = meter.management()) {
            var keys = new CosemData.Array(List.of(StandardMeter.structure(
                    new CosemData.Enumerated(1), new CosemData.OctetString(Octets.of(wrapped)))));
            assertInstanceOf(Outcome.Done.class, StandardMeter.call(client, 64, "0-0:43.0.0*255", 2, keys));
        }
        meter.headEnd.install(KeyId.GLOBAL_BROADCAST_ENCRYPTION, KEY);
        return sealed(meter, StandardMeter.BOTH);
    }

    private static byte[] sealed(StandardMeter meter, Protection protection) {
        var all = AssociationProtection.ofBroadcaster(meter.access());
        var buffer = new ApduBuffer(0).octets(HexFormat.of().parseHex(DISCONNECT));
        assertTrue(all.seal(new Envelope(Envelope.Family.GENERAL_GLOBAL, protection, Optional.empty()), buffer));
        return buffer.toOctets();
    }

    /// Nothing comes back of it: the next thing that is heard is the answer to the public client's AARQ.
    private static void tell(ApduLine line, byte[] apdu) throws IOException {
        line.connect(BROADCASTER, 1);
        line.sendUnconfirmed(apdu, 0, apdu.length);
        line.connect(16, 1);
        byte[] aarq = HexFormat.of().parseHex(AARQ);
        line.send(aarq, 0, aarq.length);
        assertEquals(0x61, line.receive(StandardMeter.PATIENCE)[0]);
    }

    private static CosemData contacts(StandardMeter meter) throws IOException {
        try (MeterConnection client = meter.management()) {
            return StandardMeter.read(client, 70, CONTACTS, 2);
        }
    }

    private static CosemData open() {
        return new CosemData.Bool(false);
    }
}
