package trefas.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import trefas.dlms.signon.LineFormat;
import trefas.dlms.signon.SerialSink;

/// The one place where what a machine wants of a serial port becomes a deed.
record PortSink(SerialLine line) implements SerialSink {

    @Override
    public void send(byte[] octets, int offset, int length) {
        doing(() -> line.write(octets, offset, length));
    }

    @Override
    public void change(LineFormat format) {
        doing(() -> line.change(format));
    }

    @Override
    public void pause(int milliseconds) {
        doing(() -> Pause.of(milliseconds));
    }

    /// Something that a line may refuse.
    @FunctionalInterface
    private interface Deed {
        void run() throws IOException;
    }

    private static void doing(Deed deed) {
        try {
            deed.run();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
