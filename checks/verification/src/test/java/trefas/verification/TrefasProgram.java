package trefas.verification;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The packaged program as a user starts it: the launcher `./trefas` in a child process. The launcher replaces itself
/// by the program, so a signal to this process reaches the meter. Closing kills what is still running.
final class TrefasProgram implements AutoCloseable {

    /// From the launch to any one line of the banner; far more than it takes, for a machine that does much else.
    static final Duration START_LIMIT = Duration.ofSeconds(60);

    /// From a signal, or from the last thing a command has to do, to its end.
    static final Duration END_LIMIT = Duration.ofSeconds(60);

    /// The checkout whose build is looked at.
    static final Path ROOT = findRoot();

    private static final String INCUBATING = "WARNING: Using incubator modules: jdk.incubator.vector";

    private static final Pattern DLMS = Pattern.compile("DLMS wrapper, HDLC +localhost:(\\d+)");
    private static final Pattern FACE = Pattern.compile("face and controls +http://localhost:(\\d+)");
    private static final Pattern LAST_LINE = Pattern.compile("^Try: ");

    private final List<String> command;
    private final Process process;
    private final Transcript out;
    private final Transcript err;

    /// How a program ended and what it had written.
    record Ended(int exitCode, List<String> out, List<String> err) {

        Ended {
            out = List.copyOf(out);
            err = List.copyOf(err);
        }

        String text() {
            return String.join("\n", out);
        }

        /// The error output without the line in which the JVM warns of the Vector API; nobody can turn that off.
        List<String> complaints() {
            return err.stream().filter(line -> !line.equals(INCUBATING)).toList();
        }
    }

    /// What a started meter says about itself.
    ///
    /// @param facePort empty when no page was asked for
    record Banner(int dlmsPort, OptionalInt facePort, List<String> lines) {

        Banner {
            lines = List.copyOf(lines);
        }

        String text() {
            return String.join("\n", lines);
        }
    }

    private TrefasProgram(List<String> command, Process process) {
        this.command = command;
        this.process = process;
        this.out = Transcript.of(process.getInputStream(), "output of " + process.pid());
        this.err = Transcript.of(process.getErrorStream(), "errors of " + process.pid());
    }

    /// Starts `./trefas` with these arguments in the root of the checkout.
    static TrefasProgram start(String... arguments) throws IOException {
        return startIn(ROOT, Map.of(), arguments);
    }

    /// Starts the launcher of another folder, which then is the working directory.
    ///
    /// @param environment added to that of the tests
    static TrefasProgram startIn(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add("./trefas");
        command.addAll(List.of(arguments));
        return start(command, folder, environment);
    }

    /// Starts what a person would type at a shell in the root of the checkout, such as a pipe. Ctrl-C works, also when
    /// the tests run in the background, where a shell lets it be ignored.
    static TrefasProgram startLine(String line) throws IOException {
        return startLineIn(ROOT, Map.of(), line);
    }

    /// The same in another folder.
    ///
    /// @param environment added to that of the tests
    static TrefasProgram startLineIn(Path folder, Map<String, String> environment, String line) throws IOException {
        return start(List.of("env", "--default-signal=INT", "bash", "-o", "pipefail", "-c", line), folder, environment);
    }

    private static TrefasProgram start(List<String> command, Path folder, Map<String, String> environment)
            throws IOException {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        return new TrefasProgram(List.copyOf(command), builder.start());
    }

    /// Runs a command that ends by itself.
    static Ended run(String... arguments) throws IOException, InterruptedException {
        try (var program = start(arguments)) {
            return program.awaitEnd();
        }
    }

    /// Waits until the whole banner is there.
    Banner awaitBanner() throws InterruptedException {
        awaitLine(LAST_LINE);
        List<String> lines = out.lines();
        var dlms = OptionalInt.empty();
        var face = OptionalInt.empty();
        for (String line : lines) {
            dlms = dlms.isPresent() ? dlms : port(DLMS, line);
            face = face.isPresent() ? face : port(FACE, line);
        }
        return new Banner(dlms.orElseThrow(() -> new AssertionError("no DLMS port in " + story())), face, lines);
    }

    /// Waits for the line with the DLMS port, which is open by then.
    int awaitDlmsPort() throws InterruptedException {
        return Integer.parseInt(awaitLine(DLMS).group(1));
    }

    private static OptionalInt port(Pattern pattern, String line) {
        var matcher = pattern.matcher(line);
        return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /// Waits for a line of the standard output in which the pattern is found.
    MatchResult awaitLine(Pattern pattern) throws InterruptedException {
        return awaitLine(pattern, START_LIMIT);
    }

    MatchResult awaitLine(Pattern pattern, Duration limit) throws InterruptedException {
        return out.await(pattern, limit)
                .orElseThrow(
                        () -> new AssertionError("no line like " + pattern + " within " + limit + " in " + story()));
    }

    /// Waits for the end of the program.
    Ended awaitEnd() throws InterruptedException {
        return awaitEnd(END_LIMIT);
    }

    Ended awaitEnd(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running after " + limit + ": " + story());
        }
        return new Ended(process.exitValue(), out.awaitEnd(END_LIMIT), err.awaitEnd(END_LIMIT));
    }

    /// Lets some time pass, or less when the program ends before.
    ///
    /// @return whether the program has ended
    boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// What the program reads as its standard input. The tests close it.
    OutputStream input() {
        return process.getOutputStream();
    }

    /// Ctrl-C (SIGINT).
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /// Asks the program to end, as Ctrl-C and a service manager do (SIGTERM).
    void terminate() {
        process.destroy();
    }

    /// Ends the program without asking (SIGKILL) and waits until it is gone.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("survived a kill: " + story());
        }
    }

    /// What the program has written to its error output so far.
    List<String> errors() {
        return err.lines();
    }

    /// Everything known about the program, for the message of a failing test.
    String story() {
        return String.join(" ", command) + (process.isAlive() ? ", running" : ", ended with " + process.exitValue())
                + "\n--- out\n" + String.join("\n", out.lines()) + "\n--- err\n" + String.join("\n", err.lines());
    }

    @Override
    public void close() {
        // The launcher becomes the program; only a build it had to start first would be a child of its own.
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }

    private static Path findRoot() {
        try {
            for (Path folder = Path.of("").toRealPath(); folder != null; folder = folder.getParent()) {
                if (Files.isExecutable(folder.resolve("trefas")) && Files.exists(folder.resolve("app/pom.xml"))) {
                    return folder;
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        throw new IllegalStateException(
                "run the tests inside a checkout: no launcher found above the working directory");
    }
}
