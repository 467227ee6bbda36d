package trefas.dlms.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.cosem.LogicalDevice;
import trefas.dlms.ApduBuffer;
import trefas.dlms.OctetMachine;
import trefas.dlms.OctetSink;
import trefas.dlms.wrapper.WrapperHeader;
import trefas.dlms.wrapper.WrapperReassembly;

/// The server side of one TCP connection (IEC 62056-47): finds the APDUs, hands each to its association and wraps the
/// answers. Client and server ports together tell associations apart, so one connection may hold several.
public final class WrapperServer implements OctetMachine {

    /// A request up to so many times the agreed size is still read, to be told that it is too long; above that the
    /// stream is given up.
    private static final int TOLERANCE = 2;

    private final ServerProfile profile;
    private final LogicalDevice device;
    private final WrapperReassembly reassembly;
    private final ApduBuffer answer = new ApduBuffer(WrapperHeader.OCTETS);
    /// At most one for each configured pair.
    private final List<ServerAssociation> associations = new ArrayList<>(1);

    public WrapperServer(ServerProfile profile, LogicalDevice device) {
        this.profile = profile;
        this.device = device;
        this.reassembly = new WrapperReassembly(Math.min(WrapperHeader.LENGTH_MAX, TOLERANCE * profile.pduOctetsMax()));
    }

    /// Without supply nothing is answered, and what was agreed is forgotten.
    @Override
    public void receive(byte[] octets, int offset, int length, OctetSink sink) {
        if (!device.isPowered()) {
            associations.clear();
            reassembly.reset();
            return;
        }
        reassembly.receive(
                octets, offset, length, (header, apdu, apduOffset) -> answer(header, apdu, apduOffset, sink));
    }

    @Override
    public boolean isOver() {
        return reassembly.isBroken();
    }

    /// Why it is over, in words; empty while it is not.
    public String fault() {
        return reassembly.fault();
    }

    private void answer(WrapperHeader header, byte[] apdu, int offset, OctetSink sink) {
        var association = association(header.sourcePort(), header.destinationPort());
        if (association.isEmpty()) {
            return;
        }
        association.get().receive(apdu, offset, header.length(), answer);
        while (!answer.isEmpty()) {
            byte[] space = answer.space();
            header.ofAnswer(answer.length()).encode(space, 0);
            sink.send(space, 0, WrapperHeader.OCTETS + answer.length());
            association.get().more(answer);
        }
    }

    /// The association of this pair; empty for a pair nobody configured, and for one too many: neither is answered.
    private Optional<ServerAssociation> association(int clientSap, int serverSap) {
        for (var known : associations) {
            if (known.settings().clientSap() == clientSap && known.settings().serverSap() == serverSap) {
                return Optional.of(known);
            }
        }
        var settings = profile.settings(clientSap, serverSap);
        if (settings.isEmpty() || !hasRoom()) {
            return Optional.empty();
        }
        var made = new ServerAssociation(profile, settings.get(), device);
        associations.add(made);
        return Optional.of(made);
    }

    /// Associations that are not open make room for others.
    private boolean hasRoom() {
        if (associations.size() >= profile.limits().associations()) {
            associations.removeIf(association -> !association.isOpen());
        }
        return associations.size() < profile.limits().associations();
    }
}
