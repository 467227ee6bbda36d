package trefas.app.capture;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import trefas.dlms.capture.Pcapng;

/// A capture file being written, for several connections at once. Each packet is in the file before the call
/// returns, so a capture that is killed is readable up to there.
final class CaptureWriter implements Closeable {

    private final OutputStream out;
    private final long octetsMax;
    private long octets;
    private boolean isFull;

    private CaptureWriter(OutputStream out, long octetsMax) {
        this.out = out;
        this.octetsMax = octetsMax;
    }

    /// Begins a new file; an old one of that name is replaced.
    ///
    /// @param octetsMax size the file may reach
    static CaptureWriter open(Path file, long octetsMax) throws IOException {
        var writer = new CaptureWriter(Files.newOutputStream(file), octetsMax);
        writer.put(Pcapng.sectionHeader("trefas"));
        writer.put(Pcapng.interfaceDescription(Pcapng.ETHERNET));
        return writer;
    }

    /// Appends packets of one moment, unless the file is full.
    synchronized void write(long epochNanoseconds, List<byte[]> packets) throws IOException {
        for (byte[] packet : packets) {
            byte[] block = Pcapng.packet(epochNanoseconds, packet);
            isFull |= octets + block.length > octetsMax;
            if (!isFull) {
                put(block);
            }
        }
    }

    synchronized boolean isFull() {
        return isFull;
    }

    @Override
    public synchronized void close() throws IOException {
        isFull = true;
        out.close();
    }

    private void put(byte[] block) throws IOException {
        out.write(block);
        octets += block.length;
    }
}
