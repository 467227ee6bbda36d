package trefas.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.function.Function;
import trefas.security.SecurityAccess;
import trefas.security.SecurityState;

/// A client's keys whose invocation counter outlives the program in a file of one number: the counter from which on
/// none was ever used (docs/decisions/0019). It is always written before a counter beyond it leaves, so a client
/// that is killed skips a few counters and uses none twice.
final class CounterFile implements SecurityAccess {

    /// Counters set aside with one write.
    static final int RESERVED_AHEAD = 1_000;

    private final Path file;
    private final SecurityState state;
    private final SecureRandom randomness;
    private long reservedBelow;

    private CounterFile(Path file, SecurityState state, SecureRandom randomness) {
        this.file = file;
        this.state = state;
        this.randomness = randomness;
    }

    /// Goes on counting where the file says, or at 1 when there is none.
    ///
    /// @throws CommandFailure when the file holds something else
    static CounterFile open(Path file, SecurityState state, SecureRandom randomness) throws IOException {
        state.continueSendingAt(next(file));
        return new CounterFile(file, state, randomness);
    }

    /// One deed; what it counted is covered by the file before anything of it leaves.
    ///
    /// @throws CommandFailure when the file can't be written
    @Override
    public synchronized <T> T with(Function<SecurityState, T> deed) {
        T done = deed.apply(state);
        long next = state.unicastCounter().next();
        if (next > reservedBelow) {
            write(next + RESERVED_AHEAD);
        }
        return done;
    }

    @Override
    public SecureRandom randomness() {
        return randomness;
    }

    /// Gives back what was set aside and not used: before an orderly end.
    synchronized void settle() {
        write(state.unicastCounter().next());
    }

    private static long next(Path file) throws IOException {
        if (!Files.exists(file)) {
            return 1;
        }
        String text = Files.readString(file, StandardCharsets.US_ASCII).strip();
        if (!text.matches("\\d{1,10}")) {
            throw new CommandFailure(
                    ExitCode.WRONG_USAGE, file + " holds no invocation counter: expected one number, such as 1.");
        }
        return Long.parseLong(text);
    }

    /// Brings the new name of the file to the disk as well, where the operating system lets folders be opened; where it
    /// does not, as on Windows, it does so itself.
    private void forceFolder() {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOpened) {
            // The file itself is on the disk, under its old name or its new one.
        }
    }

    /// The old number stands until the new one is whole and on the disk, so no power cut brings an older one back.
    private void write(long counter) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            byte[] text = (counter + System.lineSeparator()).getBytes(StandardCharsets.US_ASCII);
            try (var channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                for (var octets = ByteBuffer.wrap(text); octets.hasRemaining(); ) {
                    int _ = channel.write(octets);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            forceFolder();
            reservedBelow = counter;
        } catch (IOException failed) {
            throw new CommandFailure(
                    ExitCode.FAILED, "The invocation counter can't be written to " + file + ": " + failed.getMessage());
        }
    }
}
