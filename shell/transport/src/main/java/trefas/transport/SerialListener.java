package trefas.transport;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import trefas.dlms.signon.SerialMachine;

/// A serial port that answers: one thread and one protocol machine.
public final class SerialListener implements Closeable {

    private static final int READ_OCTETS = 512;

    /// Silence after which it is looked whether the port is to be closed, ms.
    private static final int LOOK_MILLISECONDS = 500;

    private final SerialLine line;
    private final SerialMachine machine;
    private final Thread thread;
    private volatile boolean isClosed;
    private volatile Optional<IOException> problem = Optional.empty();

    private SerialListener(SerialLine line, SerialMachine machine) {
        this.line = line;
        this.machine = machine;
        // The port's own library waits outside of Java: that would hold up virtual threads.
        this.thread = Thread.ofPlatform().daemon().name("serial").unstarted(this::serve);
    }

    /// Answers from now on.
    ///
    /// @param device as the operating system names it: `/dev/ttyUSB0`, `COM3`
    /// @throws IOException when the port can't be had; the message is one sentence
    public static SerialListener open(String device, SerialMachine machine) throws IOException {
        return open(DeviceSerialLine.open(device, machine.firstFormat()), machine);
    }

    static SerialListener open(SerialLine line, SerialMachine machine) {
        var listener = new SerialListener(line, machine);
        listener.thread.start();
        return listener;
    }

    /// Why it answers no more, if it was not closed.
    public Optional<IOException> problem() {
        return problem;
    }

    /// Answers no more, and waits until the last octet has gone.
    @Override
    public void close() throws IOException {
        isClosed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        line.close();
    }

    private void serve() {
        byte[] octets = new byte[READ_OCTETS];
        var sink = new PortSink(line);
        int silentMilliseconds = 0;
        try {
            while (!isClosed) {
                int patience = machine.patienceMilliseconds();
                int wait = Math.clamp((long) patience - silentMilliseconds, 1, LOOK_MILLISECONDS);
                int length = line.read(octets, wait);
                if (length > 0) {
                    silentMilliseconds = 0;
                    machine.receive(octets, 0, length, sink);
                } else {
                    silentMilliseconds = Math.addExact(silentMilliseconds, wait);
                    if (silentMilliseconds >= patience) {
                        machine.silent(silentMilliseconds, sink);
                    }
                }
            }
        } catch (IOException lost) {
            problem = isClosed ? Optional.empty() : Optional.of(lost);
        } catch (UncheckedIOException lost) {
            problem = isClosed ? Optional.empty() : Optional.ofNullable(lost.getCause());
        }
    }
}
