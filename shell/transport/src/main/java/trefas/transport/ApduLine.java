package trefas.transport;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/// A line to a meter that carries whole APDUs, whatever is below: TCP or UDP with the wrapper, HDLC over TCP or on
/// a serial port. Knows no association. One thread at a time, save [#close], which may come from another. Whatever
/// goes wrong with the line is an [IOException] whose message is one sentence.
public interface ApduLine extends Closeable {

    /// Who is at the other end, for sentences: `meter.example port 4059`, `/dev/ttyUSB0`.
    String name();

    /// Gets ready to talk between these two. With HDLC a link is made, and one that stood before is ended, so
    /// whatever was associated on it is gone; with the wrapper only the ports change. To be called before the
    /// first APDU.
    ///
    /// @param clientSap 1 to 127
    /// @param serverSap logical device, 1 to 16 383
    void connect(int clientSap, int serverSap) throws IOException;

    /// Longest APDU the line carries in either direction.
    default int apduOctetsMax() {
        return 0xFFFF;
    }

    /// Sends one APDU that asks for an answer, or at least may have one.
    void send(byte[] apdu, int offset, int length) throws IOException;

    /// Sends one APDU nobody is to answer: with HDLC in an UI frame, else like any other.
    default void sendUnconfirmed(byte[] apdu, int offset, int length) throws IOException {
        send(apdu, offset, length);
    }

    /// Waits for the next APDU between the two: an answer, or something unasked.
    ///
    /// @throws NoAnswerException when nothing came within the time; the line may still be used
    /// @throws LinkLostException when the meter ended the link or does not answer it any more; [#connect] may help
    byte[] receive(Duration longest) throws IOException;

    /// Ends the link, if there is one, and closes the line.
    @Override
    void close() throws IOException;
}
