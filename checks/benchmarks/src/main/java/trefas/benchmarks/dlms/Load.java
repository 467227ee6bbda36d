package trefas.benchmarks.dlms;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// So many times the same deed, after a warm-up, in some windows; the figure is the median window's.
///
/// @param warmUp deeds before the first window
/// @param deeds in one window
/// @param windows an odd number, so that there is one in the middle
record Load(int warmUp, int deeds, int windows) {

    private static final int WINDOWS = 5;
    private static final double NANOSECONDS_PER_MICROSECOND = 1_000;
    private static final double NANOSECONDS_PER_SECOND = 1e9;

    /// What one client does to a server.
    @FunctionalInterface
    interface Deed {
        void run() throws IOException;
    }

    /// What one deed costs the server.
    ///
    /// @param microseconds user and system time of the server's process
    /// @param octets allocated
    /// @param perSecond deeds of one client
    record Cost(double microseconds, double octets, double perSecond) {}

    /// In five windows.
    Load(int warmUp, int deeds) {
        this(warmUp, deeds, WINDOWS);
    }

    Cost on(ServerProcess server, Deed deed) throws IOException {
        for (int i = 0; i < warmUp; i++) {
            deed.run();
        }
        List<Cost> costs = new ArrayList<>();
        for (int window = 0; window < windows; window++) {
            ServerProcess.Usage before = server.usage();
            long began = System.nanoTime();
            for (int i = 0; i < deeds; i++) {
                deed.run();
            }
            long took = System.nanoTime() - began;
            ServerProcess.Usage used = server.usage().since(before);
            costs.add(new Cost(
                    used.nanoseconds() / NANOSECONDS_PER_MICROSECOND / deeds,
                    (double) used.octets() / deeds,
                    deeds * NANOSECONDS_PER_SECOND / took));
        }
        return new Cost(
                median(costs, Comparator.comparingDouble(Cost::microseconds)).microseconds(),
                median(costs, Comparator.comparingDouble(Cost::octets)).octets(),
                median(costs, Comparator.comparingDouble(Cost::perSecond)).perSecond());
    }

    private static Cost median(List<Cost> costs, Comparator<Cost> order) {
        return costs.stream().sorted(order).toList().get(costs.size() / 2);
    }
}
