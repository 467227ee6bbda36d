package trefas.transport;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The threads that connections of this process run on. The first ones have threads of the operating system, all
/// others virtual ones: to wake a virtual thread for a few octets costs several times what the answer costs, but
/// thousands of the others would cost memory.
final class ConnectionThreads {

    /// Threads of the operating system for connections, of all ports together.
    private static final int PLATFORM_THREADS_MAX = 64;

    private static final long KEPT_SECONDS = 10;

    private static final ThreadPoolExecutor PLATFORM = new ThreadPoolExecutor(
            0,
            PLATFORM_THREADS_MAX,
            KEPT_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("connection-", 0).factory(),
            (connection, _) -> Thread.ofVirtual().name("connection").start(connection));

    private ConnectionThreads() {}

    /// Begins with a connection at once.
    static void execute(Runnable connection) {
        PLATFORM.execute(connection);
    }
}
