package trefas.dlms.hdlc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.OctetMachine;

/// A client's frames and a server's answers in words, so that a test reads like the sequence diagram.
final class HdlcTalk {

    static final HexFormat HEX = HexFormat.of().withUpperCase();
    static final HdlcControl SNRM = new HdlcControl.SetNormalResponseMode(true);
    static final HdlcControl DISC = new HdlcControl.Disconnect(true);
    static final HdlcControl UI = new HdlcControl.UnnumberedInformation(false);

    private final OctetMachine server;
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private HdlcAddress clientAddress = HdlcAddress.ofClient(16);
    private HdlcAddress serverAddress = HdlcAddress.ofOneOctet(1);
    private List<String> answers = List.of();

    HdlcTalk(OctetMachine server) {
        this.server = server;
    }

    static HdlcControl rr(int expected) {
        return new HdlcControl.ReceiveReady(expected, true);
    }

    static HdlcControl rnr(int expected) {
        return new HdlcControl.ReceiveNotReady(expected, true);
    }

    static HdlcControl i(int sent, int expected) {
        return new HdlcControl.Information(sent, expected, true);
    }

    /// An information frame without the poll bit.
    static HdlcControl more(int sent, int expected) {
        return new HdlcControl.Information(sent, expected, false);
    }

    HdlcTalk between(int client, HdlcAddress device) {
        clientAddress = HdlcAddress.ofClient(client);
        serverAddress = device;
        return this;
    }

    /// A frame without information.
    HdlcTalk client(HdlcControl control) {
        return client(control, "");
    }

    HdlcTalk client(HdlcControl control, String information) {
        return raw(frame(false, control, information));
    }

    HdlcTalk segment(HdlcControl control, String information) {
        return raw(frame(true, control, information));
    }

    byte[] frame(boolean isSegmented, HdlcControl control, String information) {
        return new HdlcFrame(isSegmented, serverAddress, clientAddress, control, Octets.ofHex(information)).encode();
    }

    HdlcTalk raw(String hex) {
        return raw(HEX.parseHex(hex.replace(" ", "")));
    }

    HdlcTalk raw(byte[] octets) {
        sent.reset();
        server.receive(octets, 0, octets.length, sent::write);
        answers = words();
        return this;
    }

    HdlcTalk silence(int milliseconds) {
        sent.reset();
        server.silent(milliseconds, sent::write);
        answers = words();
        return this;
    }

    /// All frames the server sent since, in words: `RR N(R)=1 P/F`, `I N(S)=0 N(R)=1 P/F E6E700…`, with an S
    /// before the information of a segment.
    HdlcTalk server(String... words) {
        assertEquals(List.of(words), answers);
        return this;
    }

    HdlcTalk nothing() {
        return server();
    }

    List<String> answers() {
        return answers;
    }

    byte[] octets() {
        return sent.toByteArray();
    }

    private List<String> words() {
        var words = new ArrayList<String>();
        byte[] octets = sent.toByteArray();
        var reassembly = new FrameReassembly();
        reassembly.receive(octets, 0, octets.length, (header, frame, offset) -> {
            assertEquals(clientAddress, header.destination());
            assertEquals(serverAddress, header.source());
            int count = header.informationOctets();
            String information = HEX.formatHex(frame, offset, offset + count);
            words.add(header.control().words()
                    + (header.format().isSegmented() ? " S" : "")
                    + (count == 0 ? "" : " " + information));
        });
        return words;
    }
}
