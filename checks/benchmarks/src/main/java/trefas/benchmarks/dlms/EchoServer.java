package trefas.benchmarks.dlms;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/// The yardstick: reads octets of the number of a request, writes octets of the number of an answer, and does
/// nothing else.
final class EchoServer implements ServedMeters {

    private static final int BACKLOG = 128;

    private final ServerSocket listening;

    private EchoServer(ServerSocket listening) {
        this.listening = listening;
    }

    static ServedMeters onPlatformThreads(Workload workload) throws IOException {
        return start(workload, Thread.ofPlatform().daemon().factory());
    }

    static ServedMeters onVirtualThreads(Workload workload) throws IOException {
        return start(workload, Thread.ofVirtual().factory());
    }

    private static ServedMeters start(Workload workload, ThreadFactory threads) throws IOException {
        var socket = new ServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        var server = new EchoServer(socket);
        threads.newThread(() -> server.accept(workload, threads)).start();
        return server;
    }

    @Override
    public List<Integer> ports() {
        return List.of(listening.getLocalPort());
    }

    private void accept(Workload workload, ThreadFactory threads) {
        try {
            while (true) {
                Socket accepted = listening.accept();
                threads.newThread(() -> converse(accepted, workload)).start();
            }
        } catch (IOException closed) {
            // The process is about to end.
        }
    }

    private static void converse(Socket socket, Workload workload) {
        byte[] request = new byte[workload.requestOctets()];
        byte[] answer = new byte[workload.answerOctets()];
        try (socket;
                InputStream in = socket.getInputStream();
                OutputStream out = socket.getOutputStream()) {
            socket.setTcpNoDelay(true);
            while (in.readNBytes(request, 0, request.length) == request.length) {
                out.write(answer);
            }
        } catch (IOException peerGone) {
            // Nothing hangs on a connection.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
