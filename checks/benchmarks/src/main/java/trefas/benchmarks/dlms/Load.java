package trefas.benchmarks.dlms;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// So many times the same deed, after a warm-up, in five windows; the figure is the median window's.
///
/// @param warmUp deeds before the first window
/// @param deeds in one window
record Load(int warmUp, int deeds) {

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

    Cost on(ServerProcess server, Deed deed) throws IOException {
        for (int i = 0; i < warmUp; i++) {
            deed.run();
        }
        List<Cost> windows = new ArrayList<>();
        for (int window = 0; window < WINDOWS; window++) {
            ServerProcess.Usage before = server.usage();
            long began = System.nanoTime();
            for (int i = 0; i < deeds; i++) {
                deed.run();
            }
            long took = System.nanoTime() - began;
            ServerProcess.Usage used = server.usage().since(before);
            windows.add(new Cost(
                    used.nanoseconds() / NANOSECONDS_PER_MICROSECOND / deeds,
                    (double) used.octets() / deeds,
                    deeds * NANOSECONDS_PER_SECOND / took));
        }
        return new Cost(
                median(windows, Comparator.comparingDouble(Cost::microseconds)).microseconds(),
                median(windows, Comparator.comparingDouble(Cost::octets)).octets(),
                median(windows, Comparator.comparingDouble(Cost::perSecond)).perSecond());
    }

    private static Cost median(List<Cost> windows, Comparator<Cost> order) {
        return windows.stream().sorted(order).toList().get(WINDOWS / 2);
    }
}
