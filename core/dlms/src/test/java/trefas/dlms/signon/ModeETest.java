package trefas.dlms.signon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.dlms.ApduBuffer;
import trefas.dlms.ApduServer;
import trefas.dlms.OctetMachine;
import trefas.dlms.hdlc.HdlcServerSettings;

/// The sign-on of IEC 62056-21 in mode E from both ends (reference A9, conformance cases W10 to W13).
class ModeETest {

    private static final SignOnIdentity IDENTITY =
            new SignOnIdentity("KAM", BaudRate.B9600, "6841138BN143002", "00021830417");
    private static final String SNRM = "7EA0070321930F017E";
    private static final String UA = "7EA01E210373C37A818012050180060180070400000001080400000001533B7E";
    private static final String DISC = "7EA00703215303C77E";
    private static final String REQUEST = text("/?!\r\n");
    private static final String IDENTIFICATION = text("/KAM5\\26841138BN143002\r\n");

    private final Script script = new Script();
    private final ModeEServer meter = new ModeEServer(IDENTITY, HdlcServerSettings.DEFAULT, new Silent());

    /// What a machine did with its port, in words.
    private static final class Script implements SerialSink {
        private List<String> deeds = new ArrayList<>();

        Script() {}

        @Override
        public void send(byte[] octets, int offset, int length) {
            deeds.add(HexFormat.of().withUpperCase().formatHex(octets, offset, offset + length));
        }

        @Override
        public void change(LineFormat format) {
            deeds.add(format.toString());
        }

        @Override
        public void pause(int milliseconds) {
            deeds.add(milliseconds + " ms");
        }

        void expect(String... expected) {
            assertEquals(List.of(expected), deeds);
            deeds = new ArrayList<>();
        }
    }

    /// Serves client 16 and has nothing to say to it.
    private static final class Silent implements ApduServer {
        Silent() {}

        @Override
        public boolean isPowered() {
            return true;
        }

        @Override
        public boolean serves(int clientSap, int serverSap) {
            return clientSap == 16 && serverSap == 1;
        }

        @Override
        public void receive(int clientSap, int serverSap, byte[] octets, int offset, int length, ApduBuffer answer) {
            answer.reset();
        }

        @Override
        public void broadcast(int clientSap, byte[] octets, int offset, int length) {
            // Nobody answers.
        }

        @Override
        public void abort(int clientSap, int serverSap) {
            // Nothing is associated.
        }

        @Override
        public void abortAll() {
            // Nothing is associated.
        }

        @Override
        public int apduOctetsMax() {
            return 1_024;
        }
    }

    @Test
    @DisplayName("W10 sign-on and ACK 2 5 2: confirmed at 9600 7E1, then UA to SNRM at 8N1")
    void w10() {
        assertEquals(LineFormat.SIGN_ON, meter.firstFormat());
        reader(REQUEST);
        script.expect("200 ms", IDENTIFICATION);
        reader("063235320D0A");
        script.expect("9600 7E1", "200 ms", "063235320D0A", "9600 8N1");
        reader(SNRM);
        script.expect(UA);
    }

    @Test
    @DisplayName("W10 the reader's side of the same")
    void w10Reader() {
        var reader = new ModeEClient("", BaudRate.B19200);
        reader.start(script);
        script.expect("300 7E1", REQUEST);
        give(reader, IDENTIFICATION);
        script.expect("200 ms", "063235320D0A", "9600 7E1");
        assertEquals(new SignOnState.Waiting(), reader.state());
        give(reader, "063235320D0A");
        script.expect("9600 8N1");
        assertEquals(new SignOnState.SignedOn(BaudRate.B9600, "KAM5\\26841138BN143002"), reader.state());
    }

    @Test
    void afterTheLinkThePortGoesBackToTheSignOn() {
        reader(REQUEST);
        reader("063235320D0A");
        reader(SNRM);
        script.deeds.clear();
        meter.silent(ModeEServer.RETURN_MILLISECONDS, script);
        script.expect();
        reader(DISC);
        script.deeds.clear();
        assertEquals(ModeEServer.RETURN_MILLISECONDS, meter.patienceMilliseconds());
        meter.silent(ModeEServer.RETURN_MILLISECONDS, script);
        script.expect("300 7E1");
        reader(REQUEST);
        script.expect("200 ms", IDENTIFICATION);
    }

    @Test
    void aLinkThatIsForgottenLeadsBackToo() {
        reader(REQUEST);
        reader("063235320D0A");
        reader(SNRM);
        script.deeds.clear();
        assertEquals(20_000, meter.patienceMilliseconds());
        meter.silent(20_000, script);
        script.expect("300 7E1");
    }

    @ParameterizedTest(name = "{0}: no switch, and back to the beginning")
    @CsvSource(textBlock = """
        W11 19200 where 9600 was offered, 063236320D0A
        W11 a reserved character,         063237320D0A
        W11 readout of mode C,            063035300D0A
        W11 programming of mode C,        063035310D0A
        W11 another protocol,             063335320D0A
        W11 no binary mode,               063235300D0A
        W11 too short,                    0632350D0A
        W11 too long,                     06323532320D0A
        """)
    void anAcknowledgementOfSomethingElse(String what, String acknowledgement) {
        reader(REQUEST);
        script.expect("200 ms", IDENTIFICATION);
        reader(acknowledgement);
        script.expect();
        reader("063235320D0A");
        script.expect();
        reader(SNRM);
        script.expect();
        reader(REQUEST);
        script.expect("200 ms", IDENTIFICATION);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"21830418", "1", "2183041", "218304170", "KAM"})
    @DisplayName("W12 a sign-on with another device address is not answered")
    void w12(String address) {
        reader(text("/?" + address + "!\r\n"));
        script.expect();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"21830417", "00021830417", "00000000021830417"})
    void ourOwnAddressIsAnsweredWhateverItsZeros(String address) {
        reader(text("/?" + address + "!\r\n"));
        script.expect("200 ms", IDENTIFICATION);
    }

    @Test
    @DisplayName("W13 without an ACK the meter is back at the beginning after 1.5 s")
    void w13() {
        assertEquals(OctetMachine.ENDLESS, meter.patienceMilliseconds());
        reader(REQUEST);
        script.expect("200 ms", IDENTIFICATION);
        assertEquals(1_500, meter.patienceMilliseconds());
        meter.silent(1_500, script);
        assertEquals(OctetMachine.ENDLESS, meter.patienceMilliseconds());
        reader("063235320D0A");
        script.expect();
        reader(REQUEST);
        script.expect("200 ms", IDENTIFICATION);
    }

    @Test
    void everyChunkingIsTheSame() {
        String whole = "00FF" + REQUEST + "063235320D0A" + SNRM;
        for (int size = 2; size <= whole.length(); size += 2) {
            var fresh = new ModeEServer(IDENTITY, HdlcServerSettings.DEFAULT, new Silent());
            for (int from = 0; from < whole.length(); from += size) {
                byte[] octets = octets(whole.substring(from, Math.min(whole.length(), from + size)));
                fresh.receive(octets, 0, octets.length, script);
            }
            script.expect("200 ms", IDENTIFICATION, "9600 7E1", "200 ms", "063235320D0A", "9600 8N1", UA);
        }
    }

    @Test
    void aNewRequestBeginsAgainWhereverTheOldOneStood() {
        reader(text("/?218304"));
        reader(REQUEST);
        script.expect("200 ms", IDENTIFICATION);
        reader("0632");
        reader(REQUEST);
        script.expect("200 ms", IDENTIFICATION);
        reader(text("/?" + "9".repeat(100) + "!\r\n"));
        script.expect();
    }

    @ParameterizedTest(name = "{1} for {0}")
    @CsvSource(delimiter = '|', textBlock = """
        /KAM5 6841138 | the meter KAM5 6841138 does not offer HDLC
        /KAM          | the meter KAM does not offer HDLC
        /KAM9\\2684   | the meter KAM9\\2684 does not offer HDLC
        /KAM5\\@684   | the meter KAM5\\@684 does not offer HDLC
        """)
    void aMeterWithoutHdlcIsToldSo(String message, String reason) {
        var reader = new ModeEClient("", BaudRate.B9600);
        reader.start(script);
        give(reader, text(message + "\r\n"));

        assertEquals(new SignOnState.Failed(reason), reader.state());
    }

    @Test
    void aSilentMeterEndsTheSignOn() {
        var reader = new ModeEClient("", BaudRate.B2400);
        reader.start(script);
        assertEquals(2_000, reader.patienceMilliseconds());
        reader.silent(2_000);
        assertEquals(new SignOnState.Failed("no answer to the sign-on"), reader.state());

        var second = new ModeEClient("", BaudRate.B2400);
        second.start(script);
        // With the echo of an optical head before it.
        give(second, REQUEST + IDENTIFICATION);
        second.silent(2_000);
        assertEquals(new SignOnState.Failed("the meter does not confirm 2400 baud"), second.state());
    }

    @FuzzTest
    void anyOctetsAreSurvived(byte[] noise) {
        var fresh = new ModeEServer(IDENTITY, HdlcServerSettings.DEFAULT, new Silent());
        fresh.receive(noise, 0, noise.length, script);
        fresh.silent(fresh.patienceMilliseconds(), script);
        fresh.silent(ModeEServer.RETURN_MILLISECONDS, script);
        script.deeds.clear();
        byte[] request = octets(REQUEST);
        fresh.receive(request, 0, request.length, script);
        script.expect("200 ms", IDENTIFICATION);
        var reader = new ModeEClient("", BaudRate.B9600);
        reader.start(script);
        reader.receive(noise, 0, noise.length, script);
        reader.silent(2_000);
        assertInstanceOf(SignOnState.class, reader.state());
    }

    private void reader(String hex) {
        byte[] octets = octets(hex);
        meter.receive(octets, 0, octets.length, script);
    }

    private void give(ModeEClient reader, String hex) {
        byte[] octets = octets(hex);
        reader.receive(octets, 0, octets.length, script);
    }

    private static byte[] octets(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String text(String text) {
        return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
