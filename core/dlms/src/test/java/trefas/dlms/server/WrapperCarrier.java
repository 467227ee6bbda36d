package trefas.dlms.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import trefas.cosem.Decoded.Complete;
import trefas.dlms.ApduServer;
import trefas.dlms.wrapper.WrapperHeader;

/// One TCP connection, as it were.
final class WrapperCarrier implements Carrier {

    private final WrapperServer server;

    WrapperCarrier(ApduServer served) {
        this.server = new WrapperServer(served);
    }

    @Override
    public List<byte[]> ask(int clientSap, int serverSap, byte[] apdu) {
        var answers = new ArrayList<byte[]>();
        byte[] pdu = new byte[WrapperHeader.OCTETS + apdu.length];
        new WrapperHeader(clientSap, serverSap, apdu.length).encode(pdu, 0);
        System.arraycopy(apdu, 0, pdu, WrapperHeader.OCTETS, apdu.length);
        server.receive(pdu, 0, pdu.length, (sent, offset, length) -> {
            var header = new WrapperHeader(serverSap, clientSap, length - WrapperHeader.OCTETS);
            assertEquals(new Complete<>(header, WrapperHeader.OCTETS), WrapperHeader.decode(sent, offset, length));
            answers.add(Arrays.copyOfRange(sent, offset + WrapperHeader.OCTETS, offset + length));
        });
        return answers;
    }
}
