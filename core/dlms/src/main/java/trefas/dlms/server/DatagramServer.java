package trefas.dlms.server;

import trefas.cosem.Decoded.Complete;
import trefas.dlms.ApduBuffer;
import trefas.dlms.ApduServer;
import trefas.dlms.OctetMachine;
import trefas.dlms.OctetSink;
import trefas.dlms.wrapper.WrapperHeader;

/// A meter that one peer reaches over UDP (IEC 62056-47): each call of [#receive] brings one datagram with one
/// wrapper PDU, each call of the sink takes one; the blocks of a window go out one after the other. A datagram
/// whose length is not the one in its header was cut or is none of
/// ours: it is passed over.
public final class DatagramServer implements OctetMachine {

    /// Octets of APDU and header that fit an UDP datagram over IPv4.
    public static final int DATAGRAM_OCTETS_MAX = 65_507;

    private final ApduServer server;
    private final int inactivityMilliseconds;
    private final ApduBuffer answer = new ApduBuffer(WrapperHeader.OCTETS);
    private boolean isOver;

    /// @param inactivityMilliseconds silence after which the peer's associations are forgotten, 0 for never
    public DatagramServer(ApduServer server, int inactivityMilliseconds) {
        this.server = server;
        this.inactivityMilliseconds = inactivityMilliseconds;
    }

    /// True when a datagram is one whole wrapper PDU.
    public static boolean isPdu(byte[] octets, int offset, int length) {
        return WrapperHeader.decode(octets, offset, length) instanceof Complete<WrapperHeader>(var header, int used)
                && header.length() == length - used;
    }

    @Override
    public void receive(byte[] octets, int offset, int length, OctetSink sink) {
        if (!server.isPowered()) {
            server.abortAll();
            return;
        }
        if (!(WrapperHeader.decode(octets, offset, length) instanceof Complete<WrapperHeader>(var header, int used))
                || header.length() != length - used) {
            return;
        }
        server.receive(header.sourcePort(), header.destinationPort(), octets, offset + used, header.length(), answer);
        while (!answer.isEmpty() && answer.length() <= DATAGRAM_OCTETS_MAX - WrapperHeader.OCTETS) {
            byte[] space = answer.space();
            header.ofAnswer(answer.length()).encode(space, 0);
            sink.send(space, 0, WrapperHeader.OCTETS + answer.length());
            server.more(header.sourcePort(), header.destinationPort(), answer);
        }
    }

    /// True after the inactivity: the peer begins anew.
    @Override
    public boolean isOver() {
        return isOver;
    }

    @Override
    public int patienceMilliseconds() {
        return inactivityMilliseconds == 0 ? ENDLESS : inactivityMilliseconds;
    }

    @Override
    public void silent(int milliseconds, OctetSink sink) {
        if (inactivityMilliseconds > 0 && milliseconds >= inactivityMilliseconds) {
            server.abortAll();
            isOver = true;
        }
    }
}
