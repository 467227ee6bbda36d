package trefas.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import trefas.dlms.signon.ModeEClient;
import trefas.dlms.signon.SignOnState;

/// A reader's sign-on in mode E, carried out on a serial port.
final class SignOn {

    private static final int READ_OCTETS = 64;

    /// Even at 300 baud a sign-on is done by then, whatever noise there is.
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private SignOn() {}

    /// Returns when the port speaks HDLC.
    ///
    /// @throws IOException when the meter does not answer or has no HDLC; the message is one sentence
    static void on(SerialLine line, SerialMode.SignOn mode) throws IOException {
        var client = new ModeEClient(mode.deviceAddress(), mode.highest());
        var sink = new PortSink(line);
        var deadline = Deadline.in(LONGEST);
        byte[] octets = new byte[READ_OCTETS];
        try {
            client.start(sink);
            while (client.state() instanceof SignOnState.Waiting) {
                if (deadline.isOver()) {
                    throw new IOException("No sign-on at " + line.name() + " within " + LONGEST.toSeconds() + " s.");
                }
                int patience = client.patienceMilliseconds();
                int length = line.read(octets, patience);
                if (length > 0) {
                    client.receive(octets, 0, length, sink);
                } else {
                    client.silent(patience);
                }
            }
        } catch (UncheckedIOException lost) {
            throw lost.getCause();
        }
        if (client.state() instanceof SignOnState.Failed(String reason)) {
            throw new IOException("No sign-on at " + line.name() + ": " + reason + ".");
        }
    }
}
