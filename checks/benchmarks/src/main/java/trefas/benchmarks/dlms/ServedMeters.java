package trefas.benchmarks.dlms;

import java.io.IOException;
import java.util.List;

/// What a server process of a benchmark serves, and where.
interface ServedMeters extends AutoCloseable {

    /// One TCP port for each meter.
    List<Integer> ports();

    /// How a kind of server is started in its own process.
    @FunctionalInterface
    interface Start {
        ServedMeters with(Workload workload) throws IOException;
    }

    @Override
    default void close() throws IOException {}
}
