package trefas.dlms.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.explain.Conversation;
import trefas.dlms.explain.ExplainLimits;
import trefas.dlms.explain.Explanation;
import trefas.dlms.explain.Form;
import trefas.dlms.explain.Speaker;
import trefas.dlms.explain.Unsealer;
import trefas.dlms.wrapper.WrapperHeader;

/// What two ends say on one connection, with its APDUs in clear, as wrapper units.
///
/// HDLC becomes wrapper units too: an APDU in clear is shorter than the one that was sent, so frames of it would have
/// other segments and numbers than those on the line, and acknowledgements of frames that are not there. APDUs are
/// what is wanted in clear; frames stand in the capture itself. What can't be deciphered stays as it was.
public final class PlainUnits {

    private final UnitCutter ofClient = new UnitCutter();
    private final UnitCutter ofServer = new UnitCutter();
    private final FrameApdus framesOfClient = new FrameApdus();
    private final FrameApdus framesOfServer = new FrameApdus();
    private final Conversation conversation;

    public PlainUnits(Unsealer unsealer) {
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

    /// Takes what one end said, cut anywhere, and gives the units it completes.
    public List<Octets> receive(Speaker speaker, byte[] octets, int offset, int length) {
        return plain(speaker, cutter(speaker).receive(octets, offset, length));
    }

    /// What is left when the connection ends.
    public List<Octets> rest(Speaker speaker) {
        return plain(speaker, cutter(speaker).rest());
    }

    private UnitCutter cutter(Speaker speaker) {
        return speaker == Speaker.CLIENT ? ofClient : ofServer;
    }

    private List<Octets> plain(Speaker speaker, List<Octets> units) {
        var plain = new ArrayList<Octets>();
        for (Octets unit : units) {
            switch (Form.of(unit)) {
                case WRAPPER -> plain.add(inClear(speaker, unit));
                case HDLC -> {
                    var frames = speaker == Speaker.CLIENT ? framesOfClient : framesOfServer;
                    frames.receive(unit).ifPresent(apdu -> plain.add(inClear(speaker, apdu)));
                }
                case LLC, APDU, AXDR -> plain.add(unit);
            }
        }
        return plain;
    }

    private Octets inClear(Speaker speaker, Octets unit) {
        return conversation.explain(Form.WRAPPER, speaker, unit).stream()
                .findFirst()
                .flatMap(explained -> apduInClear(unit, explained))
                .filter(apdu -> apdu.length() <= WrapperHeader.LENGTH_MAX)
                .map(apdu -> wrapped(unit, apdu))
                .orElse(unit);
    }

    private static Optional<Octets> apduInClear(Octets unit, Explanation explained) {
        Octets apdu = part(unit, WrapperHeader.OCTETS, unit.length() - WrapperHeader.OCTETS);
        return explained.parts().stream()
                .filter(part -> part.offset() == WrapperHeader.OCTETS)
                .findFirst()
                .flatMap(part -> AssociationOctets.isOne(apdu)
                        ? deciphered(part).flatMap(initiate -> AssociationOctets.with(initiate, apdu))
                        : part.parts().stream()
                                .flatMap(inside -> own(inside).stream())
                                .findFirst());
    }

    /// What an APDU as a whole was deciphered to; not what is deciphered inside another APDU.
    private static Optional<Octets> own(Explanation part) {
        return part.name().startsWith("deciphered") ? Optional.of(part.source().octets()) : Optional.empty();
    }

    /// The first that was deciphered anywhere inside.
    private static Optional<Octets> deciphered(Explanation explained) {
        for (Explanation part : explained.parts()) {
            Optional<Octets> found = own(part).or(() -> deciphered(part));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Octets wrapped(Octets unit, Octets apdu) {
        byte[] octets = new byte[WrapperHeader.OCTETS + apdu.length()];
        System.arraycopy(unit.toArray(), 0, octets, 0, WrapperHeader.OCTETS - 2);
        octets[WrapperHeader.OCTETS - 2] = (byte) (apdu.length() >>> Byte.SIZE);
        octets[WrapperHeader.OCTETS - 1] = (byte) apdu.length();
        System.arraycopy(apdu.toArray(), 0, octets, WrapperHeader.OCTETS, apdu.length());
        return Octets.of(octets);
    }

    private static Octets part(Octets octets, int offset, int count) {
        return Octets.of(octets.toArray(), offset, count);
    }
}
