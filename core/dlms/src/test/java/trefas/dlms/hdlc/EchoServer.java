package trefas.dlms.hdlc;

import java.util.Arrays;
import trefas.dlms.ApduBuffer;
import trefas.dlms.ApduServer;

/// Gives every APDU back to whoever sent it, and counts them.
final class EchoServer implements ApduServer {

    int received;

    @Override
    public boolean isPowered() {
        return true;
    }

    @Override
    public boolean serves(int clientSap, int serverSap) {
        return true;
    }

    @Override
    public void receive(int clientSap, int serverSap, byte[] octets, int offset, int length, ApduBuffer answer) {
        answer.reset();
        answer.octets(Arrays.copyOfRange(octets, offset, offset + length));
        received++;
    }

    @Override
    public void broadcast(int clientSap, byte[] octets, int offset, int length) {
        received++;
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
        return 0xFFFF;
    }
}
