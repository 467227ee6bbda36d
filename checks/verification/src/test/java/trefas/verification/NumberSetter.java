package trefas.verification;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/// A client as small as can be that writes meter number 2 of a meter and reads it back, octet by octet as the
/// Green Book
/// has them: what a kill does to a SET is seen without a client of ours in between.
final class NumberSetter implements AutoCloseable {

    /// Client 18, server 16, low level security with the password 12345; proposes GET, SET and more.
    private static final String AARQ = "6033 A109060760857405080101 8A020780 8B0760857405080201 AC078005 3132333435"
            + " BE10040E 01000000065F1F0400 001E1D FFFF";

    private static final String NUMBER_2 = "0001 0101000002FF 02 00";
    private static final String SET = "C101C1" + NUMBER_2 + "06";
    private static final String GET = "C001C1" + NUMBER_2;
    private static final int HEADER_OCTETS = 8;
    private static final int TIME_OUT_MILLIS = 10_000;

    private final Socket socket;
    private final DataInputStream answers;

    NumberSetter(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIME_OUT_MILLIS);
        answers = new DataInputStream(socket.getInputStream());
        String aare = ask(octets(AARQ));
        if (!aare.contains("A203020100")) {
            throw new IOException("not let in: " + aare);
        }
    }

    /// Returns when the meter has acknowledged it.
    void set(int number) throws IOException {
        String answer = ask(ByteBuffer.allocate(octets(SET).length + Integer.BYTES)
                .put(octets(SET))
                .putInt(number)
                .array());
        if (!answer.equals("C501C100")) {
            throw new IOException("not set: " + answer);
        }
    }

    int read() throws IOException {
        String answer = ask(octets(GET));
        if (!answer.startsWith("C401C10006")) {
            throw new IOException("not read: " + answer);
        }
        return HexFormat.fromHexDigits(answer.substring(10));
    }

    private String ask(byte[] apdu) throws IOException {
        socket.getOutputStream()
                .write(ByteBuffer.allocate(HEADER_OCTETS + apdu.length)
                        .put(octets("0001 0012 0010"))
                        .putShort((short) apdu.length)
                        .put(apdu)
                        .array());
        byte[] header = answers.readNBytes(HEADER_OCTETS);
        if (header.length < HEADER_OCTETS) {
            throw new EOFException("the meter hung up");
        }
        byte[] answer = answers.readNBytes(ByteBuffer.wrap(header).getShort(HEADER_OCTETS - 2));
        return HexFormat.of().withUpperCase().formatHex(answer);
    }

    private static byte[] octets(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
