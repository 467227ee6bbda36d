package trefas.transport;

import java.util.Arrays;
import trefas.dlms.ApduBuffer;
import trefas.dlms.ApduServer;

/// Gives every APDU back to whoever sent it; one that begins with 0F has no answer.
final class EchoApdus implements ApduServer {

    @Override
    public boolean isPowered() {
        return true;
    }

    @Override
    public boolean serves(int clientSap, int serverSap) {
        return clientSap == 16;
    }

    @Override
    public void receive(int clientSap, int serverSap, byte[] octets, int offset, int length, ApduBuffer answer) {
        answer.reset();
        if (clientSap == 16 && length > 0 && octets[offset] != 0x0F) {
            answer.octets(Arrays.copyOfRange(octets, offset, offset + length));
        }
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
        return 2_000;
    }
}
