package trefas.benchmarks.dlms;

import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import trefas.benchmarks.ProcessTime;

/// The process a server is measured in. It prints its ports, answers each line of its standard input with a
/// figure, and ends with its standard input, so none is left behind.
///
/// | asked | answered |
/// |---|---|
/// | `cpu` | user and system time of the process, ns; octets allocated by all its threads |
/// | `heap` | octets of used heap after collections |
public final class ServerMain {

    private static final int COLLECTIONS = 4;

    private static final Map<String, ServedMeters.Start> KINDS = Map.of(
            "echo", EchoServer::onPlatformThreads,
            "echo-virtual", EchoServer::onVirtualThreads,
            "trefas", TrefasMeters::start,
            "gurux", load("GuruxMeters"),
            "jdlms", load("JdlmsMeters"));

    private ServerMain() {}

    public static void main(String[] arguments) throws IOException {
        List<String> said = Arrays.asList(arguments);
        ServedMeters.Start kind = KINDS.get(said.getFirst());
        if (kind == null) {
            throw new IllegalArgumentException("no such server: " + said.getFirst());
        }
        // Peers write to the standard output as they like; figures keep their own.
        PrintStream figures = System.out;
        System.setOut(System.err);
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        try (ServedMeters served = kind.with(Workload.ofArguments(said.subList(1, said.size())))) {
            figures.println(served.ports().stream().map(String::valueOf).collect(Collectors.joining(" ")));
            for (String asked = lines.readLine(); asked != null; asked = lines.readLine()) {
                figures.println(answer(asked));
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static String answer(String asked) {
        return switch (asked) {
            case "cpu" -> ProcessTime.nanoseconds() + " " + allocatedOctets();
            case "heap" -> String.valueOf(usedHeapOctets());
            default -> "0";
        };
    }

    /// Virtual threads count with their carriers.
    private static long allocatedOctets() {
        return ManagementFactory.getPlatformMXBean(ThreadMXBean.class).getTotalThreadAllocatedBytes();
    }

    private static long usedHeapOctets() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    /// Peers are found by name only when they are asked for, so that nothing else needs their libraries.
    private static ServedMeters.Start load(String name) {
        return workload -> {
            try {
                return Class.forName(ServerMain.class.getPackageName() + "." + name)
                        .asSubclass(ServedMeters.Start.class)
                        .getDeclaredConstructor()
                        .newInstance()
                        .with(workload);
            } catch (ReflectiveOperationException missing) {
                throw new IOException("this server is not on the class path: " + name, missing);
            }
        };
    }
}
