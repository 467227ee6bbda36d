package trefas.dlms.hdlc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.dlms.ApduBuffer;
import trefas.dlms.ApduServer;
import trefas.dlms.OctetMachine;
import trefas.dlms.OctetSink;
import trefas.dlms.xdlms.ApduTag;

/// A meter on an HDLC line (IEC 62056-46): finds the frames, keeps an independent link for each client and logical
/// device, and answers with the address octets it was called by. Frames for others, and all that are damaged, pass
/// in silence. When a link ends its association ends too.
public final class HdlcServer implements OctetMachine {

    private static final int CONFIRMED = 0x40;

    private final HdlcServerSettings settings;
    private final ApduServer server;
    private final FrameReassembly reassembly = new FrameReassembly();
    private final FrameWriter writer = new FrameWriter();

    /// At most one for each pair the server serves.
    private final List<HdlcServerLink> links = new ArrayList<>(1);

    private final UnnumberedReassembly unnumbered;
    private final ApduBuffer unsent = new ApduBuffer(0);

    public HdlcServer(HdlcServerSettings settings, ApduServer server) {
        this.settings = settings;
        this.server = server;
        this.unnumbered = new UnnumberedReassembly(server.apduOctetsMax());
    }

    /// Without supply nothing is answered, and every link is forgotten.
    @Override
    public void receive(byte[] octets, int offset, int length, OctetSink sink) {
        if (!server.isPowered()) {
            links.clear();
            server.abortAll();
            reassembly.reset();
            return;
        }
        reassembly.receive(
                octets, offset, length, (header, frame, information) -> receive(header, frame, information, sink));
    }

    /// Never: the next SNRM is always welcome.
    @Override
    public boolean isOver() {
        return false;
    }

    @Override
    public int patienceMilliseconds() {
        if (reassembly.hasBegun()) {
            return settings.interOctetMilliseconds();
        }
        return settings.inactivityMilliseconds() > 0 && isConnected() ? settings.inactivityMilliseconds() : ENDLESS;
    }

    @Override
    public void silent(int milliseconds, OctetSink sink) {
        if (milliseconds >= settings.interOctetMilliseconds()) {
            reassembly.silent((header, frame, information) -> receive(header, frame, information, sink));
        }
        if (settings.inactivityMilliseconds() > 0 && milliseconds >= settings.inactivityMilliseconds()) {
            links.forEach(HdlcServerLink::drop);
        }
    }

    /// True while any client has a link.
    public boolean isConnected() {
        for (var link : links) {
            if (link.isConnected()) {
                return true;
            }
        }
        return false;
    }

    /// Sends an APDU nobody asked for, in UI frames, for example a DataNotification. Whether the line may be used
    /// for that now is the caller's business.
    public void push(int clientSap, int serverSap, byte[] apdu, int offset, int length, OctetSink sink) {
        byte[] pdu = new byte[Llc.OCTETS + length];
        Llc.writeResponse(pdu, 0);
        System.arraycopy(apdu, offset, pdu, Llc.OCTETS, length);
        int segmentOctets = settings.parameters().transmitOctetsMax();
        for (var link : links) {
            if (link.isBetween(clientSap, serverSap)) {
                segmentOctets = link.transmitOctetsMax();
            }
        }
        var form = settings.forms().contains(AddressForm.ONE_OCTET)
                ? AddressForm.ONE_OCTET
                : settings.forms().iterator().next();
        UnnumberedReassembly.send(
                HdlcAddress.ofClient(clientSap),
                HdlcAddress.ofServer(form, serverSap, settings.physicalDevice()),
                pdu,
                segmentOctets,
                writer,
                sink);
    }

    private void receive(HdlcHeader header, byte[] octets, int offset, OctetSink sink) {
        var destination = header.destination();
        if (header.source().form() != AddressForm.ONE_OCTET || !settings.forms().contains(destination.form())) {
            return;
        }
        boolean isForAll = destination.isAllStationUpper() || destination.isAllStationLower();
        boolean isForUs = destination.form() == AddressForm.ONE_OCTET
                || destination.isAllStationLower()
                || destination.lower() == settings.physicalDevice();
        if (!isForUs) {
            return;
        }
        if (header.control() instanceof HdlcControl.UnnumberedInformation) {
            unnumbered.receive(header, octets, offset, this::unconfirmed);
        } else if (!isForAll) {
            // What is for all can't be answered by each.
            link(header.source().upper(), destination.upper())
                    .ifPresent(link -> link.receive(header, octets, offset, sink));
        }
    }

    private Optional<HdlcServerLink> link(int clientSap, int serverSap) {
        for (var link : links) {
            if (link.isBetween(clientSap, serverSap)) {
                return Optional.of(link);
            }
        }
        if (!server.serves(clientSap, serverSap)) {
            return Optional.empty();
        }
        var made = new HdlcServerLink(clientSap, serverSap, server, settings.parameters(), writer);
        links.add(made);
        return Optional.of(made);
    }

    /// Hands on what came in UI frames, if nobody waits for an answer to it.
    private void unconfirmed(HdlcHeader header, byte[] pdu, int offset, int length) {
        if (!Llc.isUnconfirmedCommand(pdu, offset, length)) {
            return;
        }
        int apduOffset = offset + Llc.OCTETS;
        int apduLength = length - Llc.OCTETS;
        if (isConfirmedRequest(pdu, apduOffset, apduLength)) {
            return;
        }
        int clientSap = header.source().upper();
        if (header.destination().isAllStationUpper()) {
            server.broadcast(clientSap, pdu, apduOffset, apduLength);
        } else {
            server.receive(clientSap, header.destination().upper(), pdu, apduOffset, apduLength, unsent);
        }
    }

    private static boolean isConfirmedRequest(byte[] octets, int offset, int length) {
        if (length < 3) {
            return false;
        }
        return switch (Byte.toUnsignedInt(octets[offset])) {
            case ApduTag.GET_REQUEST, ApduTag.SET_REQUEST, ApduTag.ACTION_REQUEST ->
                (octets[offset + 2] & CONFIRMED) != 0;
            case ApduTag.ACCESS_REQUEST -> (octets[offset + 1] & CONFIRMED) != 0;
            default -> false;
        };
    }
}
