package trefas.transport;

import java.io.Closeable;
import java.io.IOException;

/// A line that carries octets both ways: a TCP connection or a serial port, seen from whoever began it.
interface OctetLine extends Closeable {

    /// Who is at the other end, for sentences.
    String name();

    /// Waits for octets.
    ///
    /// @return how many came, 0 when nothing came in time
    /// @throws IOException when the line has ended
    int read(byte[] octets, int milliseconds) throws IOException;

    /// Sends octets; returns once they are with the operating system.
    void write(byte[] octets, int offset, int length) throws IOException;
}
