package trefas.app;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/// A line at the bottom of a terminal that says how many rows have come. It appears after a second and is wiped at
/// the end.
final class RowProgress {

    private static final long APPEARS_NANOSECONDS = 1_000_000_000L;
    private static final long REDRAWN_NANOSECONDS = 250_000_000L;
    private static final int LINE_WIDTH = 30;

    private final PrintWriter terminal;
    private final boolean isShown;
    private final LongSupplier nanoTime;
    private final long began;
    private long drawn;
    private long rows;
    private boolean isVisible;

    /// @param isShown whether the writer is a terminal at all
    RowProgress(PrintWriter terminal, boolean isShown, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.isShown = isShown;
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
        this.drawn = began;
    }

    void row() {
        rows++;
        if (!isShown) {
            return;
        }
        long now = nanoTime.getAsLong();
        if (now - began >= APPEARS_NANOSECONDS && now - drawn >= REDRAWN_NANOSECONDS) {
            drawn = now;
            isVisible = true;
            String line = rows + " rows";
            terminal.print("\r" + line + " ".repeat(Math.max(0, LINE_WIDTH - line.length())));
            terminal.flush();
        }
    }

    void end() {
        if (isVisible) {
            terminal.print("\r" + " ".repeat(LINE_WIDTH) + "\r");
            terminal.flush();
        }
    }
}
