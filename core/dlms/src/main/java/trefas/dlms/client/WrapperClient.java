package trefas.dlms.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.cosem.AccessSelection;
import trefas.cosem.AttributeDescriptor;
import trefas.dlms.ApduBuffer;
import trefas.dlms.OctetSink;
import trefas.dlms.acse.AssociationSettings;
import trefas.dlms.wrapper.WrapperHeader;
import trefas.dlms.wrapper.WrapperReassembly;

/// A client on one TCP connection (IEC 62056-47), one association, one request at a time. Pure: whoever holds the
/// socket passes octets in and out and decides how long to wait.
public final class WrapperClient {

    private final ClientAssociation association;
    private final WrapperReassembly reassembly;
    private final ApduBuffer request = new ApduBuffer(WrapperHeader.OCTETS);

    public WrapperClient(AssociationSettings settings) {
        this(new ClientAssociation(settings));
    }

    public WrapperClient(ClientAssociation association) {
        this.association = association;
        this.reassembly = new WrapperReassembly(association.settings().pduOctetsMax());
    }

    /// True when a request may be made.
    public boolean isOpen() {
        return association.isOpen();
    }

    /// True when the stream or the association can't be understood any more.
    public boolean isOver() {
        return association.isBroken() || reassembly.isBroken();
    }

    /// Asks for the association. Answered by [ClientEvent.Opened] or [ClientEvent.Rejected].
    ///
    /// @return why nothing was sent, as [ClientAssociation#open] says it; empty when it was
    public Optional<String> open(OctetSink sink) {
        return sent(association.open(request), sink);
    }

    /// Asks for one attribute or a part of it. Answered by [ClientEvent.Value], [ClientEvent.Failed] or
    /// [ClientEvent.Refused]; the blocks of a long value are fetched by [#receive].
    public Optional<String> get(AttributeDescriptor attribute, Optional<AccessSelection> selection, OctetSink sink) {
        return sent(association.get(attribute, selection, request), sink);
    }

    /// Asks for anything, as [ClientAssociation#call] says it.
    public Optional<String> call(ServiceCall call, OctetSink sink) {
        return sent(association.call(call, request), sink);
    }

    /// Asks to close the association. Answered by [ClientEvent.Released].
    public Optional<String> release(OctetSink sink) {
        return sent(association.release(request), sink);
    }

    /// Takes what arrived, cut in any way; sends what follows from it and tells what became of the request.
    public List<ClientEvent> receive(byte[] octets, int offset, int length, OctetSink sink) {
        var events = new ArrayList<ClientEvent>(1);
        reassembly.receive(octets, offset, length, (header, apdu, apduOffset) -> {
            if (!isForThisAssociation(header) || association.isBroken()) {
                return;
            }
            association.receive(apdu, apduOffset, header.length(), request).ifPresent(events::add);
            send(sink);
        });
        if (reassembly.isBroken() && !association.isBroken()) {
            events.add(new ClientEvent.Malformed(reassembly.fault()));
        }
        return events;
    }

    private Optional<String> sent(Optional<String> fault, OctetSink sink) {
        if (fault.isEmpty()) {
            send(sink);
        }
        return fault;
    }

    private boolean isForThisAssociation(WrapperHeader header) {
        var settings = association.settings();
        return header.sourcePort() == settings.serverSap() && header.destinationPort() == settings.clientSap();
    }

    private void send(OctetSink sink) {
        if (request.isEmpty()) {
            return;
        }
        var settings = association.settings();
        byte[] space = request.space();
        new WrapperHeader(settings.clientSap(), settings.serverSap(), request.length()).encode(space, 0);
        sink.send(space, 0, WrapperHeader.OCTETS + request.length());
    }
}
