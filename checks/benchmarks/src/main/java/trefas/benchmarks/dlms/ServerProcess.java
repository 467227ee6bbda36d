package trefas.benchmarks.dlms;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A server in a process of its own, seen from the process that measures it.
final class ServerProcess implements AutoCloseable {

    private static final int SECONDS_TO_END = 5;
    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:-UsePerfData",
            "-Xmx1g",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream questions;
    private final List<Integer> ports;

    private ServerProcess(Process process) throws IOException {
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        this.questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.US_ASCII);
        this.ports = Arrays.stream(said().split(" ", -1)).map(Integer::valueOf).toList();
    }

    /// Starts a server and waits until it listens.
    ///
    /// @param kind as [ServerMain] knows it
    static ServerProcess start(String kind, Workload workload) throws IOException {
        var command = new ArrayList<String>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(JVM);
        String further = System.getProperty("trefas.server.options", "");
        if (!further.isEmpty()) {
            command.addAll(List.of(further.split(" ", -1)));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ServerMain.class.getName(), kind));
        command.addAll(workload.toArguments());
        var log = File.createTempFile("trefas-benchmark-" + kind + "-", ".log");
        log.deleteOnExit();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.to(log))
                .start();
        try {
            return new ServerProcess(process);
        } catch (IOException notStarted) {
            process.destroyForcibly();
            throw new IOException(kind + " did not start: " + Files.readString(log.toPath()), notStarted);
        }
    }

    List<Integer> ports() {
        return ports;
    }

    int port() {
        return ports.getFirst();
    }

    /// What the process has used so far.
    Usage usage() throws IOException {
        String[] numbers = asked("cpu").split(" ", -1);
        return new Usage(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
    }

    /// Used heap after collections.
    long heapOctets() throws IOException {
        return Long.parseLong(asked("heap"));
    }

    private String asked(String question) throws IOException {
        questions.println(question);
        return said();
    }

    private String said() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the server process has ended");
        }
        return line;
    }

    /// User and system time, ns, and octets allocated.
    record Usage(long nanoseconds, long octets) {

        Usage since(Usage earlier) {
            return new Usage(nanoseconds - earlier.nanoseconds, octets - earlier.octets);
        }
    }

    @Override
    public void close() {
        questions.close();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException asked) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
