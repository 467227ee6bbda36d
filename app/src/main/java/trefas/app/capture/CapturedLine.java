package trefas.app.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.capture.Endpoint;
import trefas.dlms.explain.Speaker;
import trefas.dlms.wrapper.WrapperHeader;
import trefas.transport.ApduLine;

/// A line whose APDUs are written into a capture file as they pass, each behind a wrapper header and in TCP
/// packets of two ends that are made up: what carried it does not show, so one picture fits TCP, UDP, HDLC and
/// serial ports.
public final class CapturedLine implements ApduLine {

    private static final long OCTETS_MAX = CaptureRelay.Limits.DEFAULT.octetsMax();
    private static final Octets HOST = Octets.ofHex("7F000001");
    private static final Endpoint CLIENT = new Endpoint(HOST, 49_152);
    private static final Endpoint SERVER = new Endpoint(HOST, 4_059);

    private final ApduLine line;
    private final CaptureWriter file;
    private final CapturedConnection connection;
    private int clientSap;
    private int serverSap;

    private CapturedLine(ApduLine line, CaptureWriter file, InstantSource clock) {
        this.line = line;
        this.file = file;
        this.connection = new CapturedConnection(file, CLIENT, SERVER, clock, Optional.empty());
    }

    /// Begins a new file of up to 100 MB; an old one of that name is replaced.
    ///
    /// @throws IOException when the file can't be written
    public static CapturedLine open(ApduLine line, Path file, InstantSource clock) throws IOException {
        var captured = new CapturedLine(line, CaptureWriter.open(file, OCTETS_MAX), clock);
        captured.connection.opened();
        return captured;
    }

    @Override
    public String name() {
        return line.name();
    }

    @Override
    public void connect(int client, int server) throws IOException {
        clientSap = client;
        serverSap = server;
        line.connect(client, server);
    }

    @Override
    public int apduOctetsMax() {
        return line.apduOctetsMax();
    }

    @Override
    public void send(byte[] apdu, int offset, int length) throws IOException {
        said(Speaker.CLIENT, new WrapperHeader(clientSap, serverSap, length), apdu, offset);
        line.send(apdu, offset, length);
    }

    @Override
    public void sendUnconfirmed(byte[] apdu, int offset, int length) throws IOException {
        said(Speaker.CLIENT, new WrapperHeader(clientSap, serverSap, length), apdu, offset);
        line.sendUnconfirmed(apdu, offset, length);
    }

    @Override
    public byte[] receive(Duration longest) throws IOException {
        byte[] apdu = line.receive(longest);
        said(Speaker.SERVER, new WrapperHeader(serverSap, clientSap, apdu.length), apdu, 0);
        return apdu;
    }

    @Override
    public void close() throws IOException {
        try (line;
                file) {
            if (!file.isFull()) {
                connection.closed(Speaker.CLIENT);
            }
        }
    }

    private void said(Speaker speaker, WrapperHeader header, byte[] apdu, int offset) throws IOException {
        byte[] octets = new byte[WrapperHeader.OCTETS + header.length()];
        header.encode(octets, 0);
        System.arraycopy(apdu, offset, octets, WrapperHeader.OCTETS, header.length());
        connection.said(speaker, octets, octets.length);
    }
}
