package trefas.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/// Waits with one thread for what may come at any time: callers at all TCP ports of this process, and octets on
/// connections that have fallen silent. A thread for each port would be woken by way of two others, which costs more
/// than a short session, and a process may have a thousand ports; a thread for each silent connection would cost more
/// memory than all else of it.
final class SocketWatch {

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

    /// A connection that waits for octets without a thread, until they come or it is told to go on without any.
    private record Silent(SocketChannel channel, Runnable resume, AtomicBoolean isOver) {

        void goOn() {
            if (!isOver.getAndSet(true)) {
                resume.run();
            }
        }
    }

    private static final class Shared {
        static final SocketWatch WATCH = new SocketWatch();
    }

    private final Selector selector;
    private final List<Silent> heard = new ArrayList<>();

    private SocketWatch() {
        try {
            selector = Selector.open();
        } catch (IOException noHandles) {
            throw new UncheckedIOException(noHandles);
        }
        Thread.ofPlatform().daemon().name("sockets").start(this::run);
    }

    /// From now on a port is told of its callers, one call at a time.
    static void watch(ServerSocketChannel channel, Port port) throws IOException {
        channel.configureBlocking(false);
        SocketWatch watch = Shared.WATCH;
        channel.register(watch.selector, SelectionKey.OP_ACCEPT, port);
        watch.selector.wakeup();
    }

    /// Goes on with a connection when octets have come, or its peer has gone. Until then nobody may read or write.
    ///
    /// @param channel blocking, now and when `resume` is called
    /// @param resume called once, on another thread or this one, and must not take long
    /// @return goes on at once; for whoever has closed the channel
    static Runnable await(SocketChannel channel, Runnable resume) {
        Selector selector = Shared.WATCH.selector;
        var silent = new Silent(channel, resume, new AtomicBoolean());
        try {
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, silent);
            selector.wakeup();
        } catch (IOException | CancelledKeyException gone) {
            // Whoever goes on finds it closed.
            silent.goOn();
        }
        return () -> {
            silent.goOn();
            // A closed channel keeps its file handle until the selector has let it go.
            selector.wakeup();
        };
    }

    /// Closes a port; when this returns nobody is told of it any more and another may have it.
    static void close(ServerSocketChannel channel) throws IOException {
        channel.close();
        while (channel.isRegistered()) {
            Shared.WATCH.selector.wakeup();
            LockSupport.parkNanos(LET_GO_NANOSECONDS);
        }
    }

    private void run() {
        while (true) {
            try {
                if (heard.isEmpty()) {
                    selector.select(this::happened);
                }
                letGo();
            } catch (IOException | RuntimeException failed) {
                // Without this thread no port would answer any more. Who was heard is let go in the next round.
                LockSupport.parkNanos(PAUSE_NANOSECONDS);
            }
        }
    }

    private void happened(SelectionKey key) {
        switch (key.attachment()) {
            case Silent silent -> {
                key.cancel();
                heard.add(silent);
            }
            default -> called(key);
        }
    }

    /// A channel can block again only when the selector has forgotten it, which takes another look at what is ready.
    private void letGo() throws IOException {
        if (heard.isEmpty()) {
            return;
        }
        selector.selectNow(key -> {
            if (key.attachment() instanceof Port) {
                called(key);
            }
        });
        while (!heard.isEmpty()) {
            Silent silent = heard.removeLast();
            try {
                silent.channel().configureBlocking(true);
            } catch (IOException | IllegalBlockingModeException gone) {
                // Whoever goes on finds it closed, or can't read and closes it.
            }
            silent.goOn();
        }
    }

    private static void called(SelectionKey key) {
        try {
            ((Port) key.attachment()).called();
        } catch (ClosedChannelException gone) {
            // The port is closing; its key goes with it.
        } catch (IOException | RuntimeException failed) {
            LockSupport.parkNanos(PAUSE_NANOSECONDS);
        }
    }
}
