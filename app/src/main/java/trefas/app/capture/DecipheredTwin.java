package trefas.app.capture;

import java.io.IOException;
import java.util.List;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.capture.Endpoint;
import trefas.dlms.capture.PlainUnits;
import trefas.dlms.capture.TcpPackets;
import trefas.dlms.explain.Speaker;
import trefas.dlms.explain.Unsealer;

/// The same connection with its APDUs in clear, in a second file with the same times: wrapper packets, whatever the
/// line.
final class DecipheredTwin {

    private final CaptureWriter file;
    private final TcpPackets packets;
    private final PlainUnits units;

    DecipheredTwin(CaptureWriter file, Endpoint client, Endpoint server, Unsealer unsealer) {
        this.file = file;
        this.packets = new TcpPackets(client, server);
        this.units = new PlainUnits(unsealer);
    }

    void opened(long now) throws IOException {
        file.write(now, packets.opening());
    }

    void said(long now, Speaker speaker, byte[] octets, int length) throws IOException {
        write(now, speaker, units.receive(speaker, octets, 0, length));
    }

    void closed(long now, Speaker first) throws IOException {
        write(now, Speaker.CLIENT, units.rest(Speaker.CLIENT));
        write(now, Speaker.SERVER, units.rest(Speaker.SERVER));
        file.write(now, packets.closing(first));
    }

    private void write(long now, Speaker speaker, List<Octets> plain) throws IOException {
        for (Octets unit : plain) {
            byte[] octets = unit.toArray();
            file.write(now, packets.data(speaker, octets, 0, octets.length));
        }
    }
}
