package trefas.app.input;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Whether standard error is a terminal. Java tells that only of standard input and output together; where the
/// system shows its descriptors as files, the answer is exact also when the output goes into a file.
public final class TerminalCheck {

    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private TerminalCheck() {}

    /// Whether a line drawn on standard error can be drawn over.
    public static boolean isErrorTerminal() {
        try {
            if (Files.isSymbolicLink(STANDARD_ERROR)) {
                String device = Files.readSymbolicLink(STANDARD_ERROR).toString();
                return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
            }
        } catch (IOException hidden) {
            return false;
        }
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }
}
