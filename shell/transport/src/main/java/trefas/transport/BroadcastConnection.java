package trefas.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// One listener of a broadcaster and the messages that wait for it.
final class BroadcastConnection implements AcceptingPort.Connection {

    /// Not a message: the end.
    private static final byte[] END = {};

    private final Socket socket;
    private final BlockingQueue<byte[]> waiting;

    BroadcastConnection(Socket socket, int messagesWaitingMax) {
        this.socket = socket;
        this.waiting = new ArrayBlockingQueue<>(messagesWaitingMax);
    }

    /// Puts a message into the queue, or ends the connection when it is full.
    void offer(byte[] message) {
        if (!waiting.offer(message)) {
            end();
        }
    }

    /// Writes what comes into the queue until the listener hangs up or is dropped.
    @Override
    public boolean serve() {
        try (socket;
                OutputStream out = socket.getOutputStream()) {
            socket.setTcpNoDelay(true);
            while (!socket.isClosed()) {
                out.write(waiting.take());
            }
        } catch (IOException hungUp) {
            // The listener has gone, or was dropped. Nothing to undo.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /// Drops the listener, also in the middle of a write; a thread that waits for a message wakes up.
    @Override
    public void end() {
        try {
            socket.close();
        } catch (IOException alreadyLost) {
            // It is closed either way.
        }
        // A full queue needs no such end: its next message can't be written any more.
        waiting.offer(END);
    }
}
