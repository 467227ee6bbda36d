package trefas.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.locks.LockSupport;

/// Waits for callers at all TCP ports of this process with one thread. A thread for each port would be woken by way of
/// two others, which costs more than a short session; a process may have a thousand ports.
final class Acceptor {

    /// Pause after an accept that failed, for example for want of file handles, which is the same at every port.
    private static final long PAUSE_NANOSECONDS = 100_000_000;

    /// How often a closing port looks whether it is let go.
    private static final long LET_GO_NANOSECONDS = 100_000;

    /// What a port does when somebody calls.
    @FunctionalInterface
    interface Port {

        /// Admits callers until none is left.
        void called() throws IOException;
    }

    private static final class Shared {
        static final Acceptor ACCEPTOR = new Acceptor();
    }

    private final Selector selector;

    private Acceptor() {
        try {
            selector = Selector.open();
        } catch (IOException noHandles) {
            throw new UncheckedIOException(noHandles);
        }
        Thread.ofPlatform().daemon().name("acceptor").start(this::run);
    }

    /// From now on a port is told of its callers, one call at a time.
    static void watch(ServerSocketChannel channel, Port port) throws IOException {
        channel.configureBlocking(false);
        Acceptor acceptor = Shared.ACCEPTOR;
        channel.register(acceptor.selector, SelectionKey.OP_ACCEPT, port);
        acceptor.selector.wakeup();
    }

    /// Closes a port; when this returns nobody is told of it any more and another may have it.
    static void close(ServerSocketChannel channel) throws IOException {
        channel.close();
        while (channel.isRegistered()) {
            Shared.ACCEPTOR.selector.wakeup();
            LockSupport.parkNanos(LET_GO_NANOSECONDS);
        }
    }

    private void run() {
        while (true) {
            try {
                selector.select(Acceptor::call);
            } catch (IOException failed) {
                LockSupport.parkNanos(PAUSE_NANOSECONDS);
            }
        }
    }

    private static void call(SelectionKey key) {
        try {
            ((Port) key.attachment()).called();
        } catch (ClosedChannelException gone) {
            // The port is closing; its key goes with it.
        } catch (IOException | RuntimeException failed) {
            LockSupport.parkNanos(PAUSE_NANOSECONDS);
        }
    }
}
