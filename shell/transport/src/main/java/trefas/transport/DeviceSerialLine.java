package trefas.transport;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.util.Arrays;
import trefas.dlms.signon.LineFormat;

/// A serial port of this machine. It is always set to 8N1: seven bits and an even parity bit take the same place
/// on the line as eight bits do, so the parity is made and taken off here, for ports that know no parity of their
/// own.
final class DeviceSerialLine implements SerialLine {

    /// Octets a port may hold back after the operating system has none left.
    private static final int OCTETS_IN_PORT = 2;

    private static final int BITS_PER_OCTET = 11;
    private static final int MILLISECONDS_PER_SECOND = 1_000;

    private final SerialPort port;
    private final String name;
    private int readMilliseconds = -1;
    private LineFormat format;

    private DeviceSerialLine(SerialPort port, String name, LineFormat format) {
        this.port = port;
        this.name = name;
        this.format = format;
    }

    /// Opens a port.
    ///
    /// @param device as the operating system names it: `/dev/ttyUSB0`, `COM3`
    /// @throws IOException when it can't be had; the message is one sentence
    static DeviceSerialLine open(String device, LineFormat format) throws IOException {
        try {
            var port = SerialPort.getCommPort(device);
            // Whoever is allowed to use the port has been: nothing is changed but its line settings.
            port.disableExclusiveLock();
            set(port, format);
            if (!port.openPort()) {
                throw new IOException(
                        "The serial port " + device + " can't be opened: it is missing, taken or not" + " allowed.");
            }
            return new DeviceSerialLine(port, device, format);
        } catch (SerialPortInvalidPortException unknown) {
            throw new IOException("There is no serial port " + device + ".", unknown);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int read(byte[] octets, int milliseconds) throws IOException {
        if (milliseconds != readMilliseconds) {
            port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, milliseconds, 0);
            readMilliseconds = milliseconds;
        }
        int length = port.readBytes(octets, octets.length);
        if (length < 0) {
            throw new IOException("The serial port " + name + " was lost.");
        }
        for (int i = 0; i < length && hasParity(); i++) {
            octets[i] &= 0x7F;
        }
        return length;
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        byte[] sent = Arrays.copyOfRange(octets, offset, offset + length);
        for (int i = 0; i < length && hasParity(); i++) {
            sent[i] = withEvenParity(sent[i]);
        }
        int written = 0;
        while (written < length) {
            int count = port.writeBytes(sent, length - written, written);
            if (count <= 0) {
                throw new IOException("The serial port " + name + " takes no octets.");
            }
            written += count;
        }
    }

    @Override
    public void change(LineFormat next) throws IOException {
        while (port.bytesAwaitingWrite() > 0) {
            Pause.of(1);
        }
        Pause.of(1 + OCTETS_IN_PORT * BITS_PER_OCTET * MILLISECONDS_PER_SECOND / format.bitsPerSecond());
        if (!set(port, next)) {
            throw new IOException("The serial port " + name + " can't be set to " + next + ".");
        }
        format = next;
    }

    @Override
    public void close() {
        port.closePort();
    }

    private boolean hasParity() {
        return format.framing() == LineFormat.Framing.SEVEN_EVEN;
    }

    private static boolean set(SerialPort port, LineFormat format) {
        return port.setComPortParameters(format.bitsPerSecond(), 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    }

    private static byte withEvenParity(byte octet) {
        int seven = octet & 0x7F;
        return (byte) ((Integer.bitCount(seven) & 1) == 0 ? seven : seven | 0x80);
    }
}
