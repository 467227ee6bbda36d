package trefas.app.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.capture.Endpoint;
import trefas.dlms.capture.TcpPackets;
import trefas.dlms.capture.UnitCutter;
import trefas.dlms.explain.Conversation;
import trefas.dlms.explain.ExplainLimits;
import trefas.dlms.explain.Explanation;
import trefas.dlms.explain.Form;
import trefas.dlms.explain.Speaker;
import trefas.dlms.explain.Unsealer;

/// The same connection with the APDUs of wrapper units in clear, in a second file with the same times. What can't
/// be deciphered, and everything in HDLC frames, stays as it was.
final class DecipheredTwin {

    private static final int WRAPPER_OCTETS = 8;

    private final CaptureWriter file;
    private final TcpPackets packets;
    private final UnitCutter ofClient = new UnitCutter();
    private final UnitCutter ofServer = new UnitCutter();
    private final Conversation conversation;

    DecipheredTwin(CaptureWriter file, Endpoint client, Endpoint server, Unsealer unsealer) {
        this.file = file;
        this.packets = new TcpPackets(client, server);
        // A capture may be long: what it would take to show it is not kept.
        this.conversation = new Conversation(
                new ExplainLimits(
                        ExplainLimits.DEFAULT.octetsMax(),
                        Integer.MAX_VALUE,
                        ExplainLimits.DEFAULT.joinedOctetsMax(),
                        ExplainLimits.DEFAULT.transfersMax(),
                        ExplainLimits.DEFAULT.layersMax()),
                unsealer);
    }

    void opened(long now) throws IOException {
        file.write(now, packets.opening());
    }

    void said(long now, Speaker speaker, byte[] octets, int length) throws IOException {
        UnitCutter cutter = speaker == Speaker.CLIENT ? ofClient : ofServer;
        write(now, speaker, cutter.receive(octets, 0, length));
    }

    void closed(long now, Speaker first) throws IOException {
        write(now, Speaker.CLIENT, ofClient.rest());
        write(now, Speaker.SERVER, ofServer.rest());
        file.write(now, packets.closing(first));
    }

    private void write(long now, Speaker speaker, List<Octets> units) throws IOException {
        for (Octets unit : units) {
            byte[] plain = inClear(speaker, unit).toArray();
            file.write(now, packets.data(speaker, plain, 0, plain.length));
        }
    }

    private Octets inClear(Speaker speaker, Octets unit) {
        if (Form.of(unit) != Form.WRAPPER) {
            return unit;
        }
        List<Explanation> explained = conversation.explain(Form.WRAPPER, speaker, unit);
        return explained.stream()
                .findFirst()
                .flatMap(DecipheredTwin::whole)
                .map(apdu -> wrapped(unit, apdu))
                .orElse(unit);
    }

    /// What the APDU of a unit as a whole was deciphered to; not what is deciphered inside another APDU.
    private static Optional<Octets> whole(Explanation unit) {
        return unit.parts().stream()
                .filter(part -> part.offset() == WRAPPER_OCTETS)
                .flatMap(apdu -> apdu.parts().stream())
                .filter(part -> part.name().startsWith("deciphered"))
                .findFirst()
                .map(part -> part.source().octets());
    }

    private static Octets wrapped(Octets unit, Octets apdu) {
        var octets = new ByteArrayOutputStream();
        octets.write(unit.toArray(), 0, WRAPPER_OCTETS - 2);
        octets.write(apdu.length() >>> 8);
        octets.write(apdu.length());
        octets.writeBytes(apdu.toArray());
        return Octets.of(octets.toByteArray());
    }
}
