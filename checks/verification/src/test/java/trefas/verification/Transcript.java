package trefas.verification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lines a child process has written to one of its outputs so far. They are taken as they come, so the child never
/// waits for a reader.
final class Transcript {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final List<String> lines = new ArrayList<>();
    private boolean ended;

    private Transcript() {}

    static Transcript of(InputStream output, String name) {
        var transcript = new Transcript();
        Thread.ofPlatform().daemon().name(name).start(() -> transcript.fill(output));
        return transcript;
    }

    private void fill(InputStream output) {
        try (var reader = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            reader.lines().forEach(line -> change(() -> lines.add(line)));
        } catch (IOException | UncheckedIOException killed) {
            // The pipe of a killed process breaks; what it wrote before is here.
        } finally {
            change(() -> ended = true);
        }
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    List<String> lines() {
        lock.lock();
        try {
            return List.copyOf(lines);
        } finally {
            lock.unlock();
        }
    }

    /// Waits for a line in which the pattern is found.
    ///
    /// @return the first such line's match, or empty when the output ended or the limit passed without one
    Optional<MatchResult> await(Pattern pattern, Duration limit) throws InterruptedException {
        long nanos = limit.toNanos();
        int seen = 0;
        lock.lock();
        try {
            while (true) {
                for (; seen < lines.size(); seen++) {
                    Matcher matcher = pattern.matcher(lines.get(seen));
                    if (matcher.find()) {
                        return Optional.of(matcher.toMatchResult());
                    }
                }
                if (ended || nanos <= 0) {
                    return Optional.empty();
                }
                nanos = grown.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Waits until the output has ended.
    ///
    /// @return all of its lines
    List<String> awaitEnd(Duration limit) throws InterruptedException {
        long nanos = limit.toNanos();
        lock.lock();
        try {
            while (!ended) {
                if (nanos <= 0) {
                    throw new AssertionError("an output was still open after " + limit.toSeconds() + " s, with "
                            + String.join("\n", lines));
                }
                nanos = grown.awaitNanos(nanos);
            }
            return List.copyOf(lines);
        } finally {
            lock.unlock();
        }
    }
}
