package trefas.benchmarks.dlms;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/// Sends octets to an echo and waits for its answer.
final class EchoClient implements AutoCloseable {

    private final Socket socket;
    private final byte[] request;
    private final byte[] answer;

    EchoClient(int port, int requestOctets, int answerOctets) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        request = new byte[requestOctets];
        answer = new byte[answerOctets];
    }

    void exchange() throws IOException {
        socket.getOutputStream().write(request);
        if (socket.getInputStream().readNBytes(answer, 0, answer.length) != answer.length) {
            throw new IOException("the echo has closed the connection");
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
