package trefas.dlms.server;

import trefas.cosem.LogicalDevice;
import trefas.dlms.ApduBuffer;
import trefas.dlms.ApduServer;
import trefas.dlms.OctetMachine;
import trefas.dlms.OctetSink;
import trefas.dlms.wrapper.WrapperHeader;
import trefas.dlms.wrapper.WrapperReassembly;

/// The server side of one TCP connection (IEC 62056-47): finds the APDUs, hands each to its association and wraps
/// the answers. Client and server ports together tell associations apart, so one connection may hold several.
public final class WrapperServer implements OctetMachine {

    /// A request up to so many times the agreed size is still read, to be told that it is too long; above that the
    /// stream is given up.
    private static final int TOLERANCE = 2;

    private final ApduServer server;
    private final WrapperReassembly reassembly;
    private final ApduBuffer answer = new ApduBuffer(WrapperHeader.OCTETS);

    public WrapperServer(ServerProfile profile, LogicalDevice device) {
        this(new AssociationTable(profile, device));
    }

    public WrapperServer(ApduServer server) {
        this.server = server;
        this.reassembly = new WrapperReassembly(Math.min(WrapperHeader.LENGTH_MAX, TOLERANCE * server.apduOctetsMax()));
    }

    /// Without supply nothing is answered, and what was agreed is forgotten.
    @Override
    public void receive(byte[] octets, int offset, int length, OctetSink sink) {
        if (!server.isPowered()) {
            server.abortAll();
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
        int client = header.sourcePort();
        int logicalDevice = header.destinationPort();
        server.receive(client, logicalDevice, apdu, offset, header.length(), answer);
        while (!answer.isEmpty()) {
            byte[] space = answer.space();
            header.ofAnswer(answer.length()).encode(space, 0);
            sink.send(space, 0, WrapperHeader.OCTETS + answer.length());
            server.more(client, logicalDevice, answer);
        }
    }
}
