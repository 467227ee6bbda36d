package trefas.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import trefas.cosem.Decoded.Complete;
import trefas.dlms.ApduBuffer;
import trefas.dlms.gateway.GatewayAddress;
import trefas.dlms.gateway.GatewayHeader;

/// A meter behind a concentrator: each APDU goes under the meter's name, and only those come back that carry it
/// (Green Book, gateway protocol).
public final class GatewayLine implements ApduLine {

    private static final byte[] NOTHING = {};

    private final ApduLine line;
    private final GatewayAddress address;
    private final GatewayHeader header;

    /// @param line to the concentrator; closed with this one
    public GatewayLine(ApduLine line, GatewayAddress address) {
        this.line = line;
        this.address = address;
        this.header = new GatewayHeader(GatewayHeader.Direction.REQUEST, address);
    }

    @Override
    public String name() {
        return "meter " + address + " behind " + line.name();
    }

    @Override
    public void connect(int clientSap, int serverSap) throws IOException {
        line.connect(clientSap, serverSap);
    }

    @Override
    public int apduOctetsMax() {
        return line.apduOctetsMax() - header.octets();
    }

    @Override
    public void send(byte[] apdu, int offset, int length) throws IOException {
        byte[] octets = withHeader(apdu, offset, length);
        line.send(octets, 0, octets.length);
    }

    @Override
    public void sendUnconfirmed(byte[] apdu, int offset, int length) throws IOException {
        byte[] octets = withHeader(apdu, offset, length);
        line.sendUnconfirmed(octets, 0, octets.length);
    }

    @Override
    public byte[] receive(Duration longest) throws IOException {
        var deadline = Deadline.in(longest);
        while (!deadline.isOver()) {
            byte[] octets = next(deadline);
            if (GatewayHeader.decode(octets, 0, octets.length) instanceof Complete<GatewayHeader>(var found, int used)
                    && found.direction() == GatewayHeader.Direction.RESPONSE
                    && found.address().equals(address)) {
                return Arrays.copyOfRange(octets, used, octets.length);
            }
        }
        throw new NoAnswerException(name(), longest);
    }

    /// The next APDU from the concentrator; empty when none came in time.
    private byte[] next(Deadline deadline) throws IOException {
        try {
            return line.receive(Duration.ofMillis(deadline.millisecondsLeft(Integer.MAX_VALUE)));
        } catch (NoAnswerException silent) {
            return NOTHING;
        }
    }

    @Override
    public void close() throws IOException {
        line.close();
    }

    private byte[] withHeader(byte[] apdu, int offset, int length) {
        var buffer = new ApduBuffer(0);
        header.write(buffer);
        buffer.octets(Arrays.copyOfRange(apdu, offset, offset + length));
        return buffer.toOctets();
    }
}
