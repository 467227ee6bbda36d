package trefas.app.input;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.function.LongSupplier;

/// A line at the bottom of a terminal that says how far a long input has come, how fast and how long it will still
/// take. It appears after a second, is drawn a few times a second, and is wiped when the input is over.
public final class Progress {

    private static final long APPEARS_NANOSECONDS = 1_000_000_000L;
    private static final long REDRAWN_NANOSECONDS = 250_000_000L;
    private static final int BAR_WIDTH = 24;
    private static final int LINE_WIDTH = 79;
    private static final double NANO = 1e-9;
    private static final double MEGA = 1e6;
    private static final long SECONDS_PER_MINUTE = 60;
    private static final long SECONDS_PER_HOUR = 3_600;

    private final PrintWriter terminal;
    private final boolean isShown;
    private final LongSupplier nanoTime;
    private String name = "";
    private long octetsTotal;
    private long octets;
    private long began;
    private long drawn;
    private boolean isVisible;

    /// @param terminal where the line is drawn
    /// @param isShown whether that is a terminal at all
    /// @param nanoTime a clock for durations, such as [System#nanoTime]
    public Progress(PrintWriter terminal, boolean isShown, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.isShown = isShown;
        this.nanoTime = nanoTime;
    }

    /// Nobody looks.
    public static Progress silent() {
        return new Progress(new PrintWriter(Writer.nullWriter()), false, System::nanoTime);
    }

    /// An input begins.
    ///
    /// @param octetsTotal its length; 0 when nobody knows
    void begin(String input, long octetsTotal) {
        this.name = input;
        this.octetsTotal = octetsTotal;
        this.octets = 0;
        this.began = nanoTime.getAsLong();
        this.drawn = began;
    }

    /// So many octets more have been read.
    ///
    /// @param seconds of the record measured so far
    void advance(long more, double seconds) {
        octets += more;
        if (!isShown) {
            return;
        }
        long now = nanoTime.getAsLong();
        if (now - began < APPEARS_NANOSECONDS || now - drawn < REDRAWN_NANOSECONDS) {
            return;
        }
        drawn = now;
        draw((now - began) * NANO, seconds);
    }

    /// The input is over, or given up.
    void end() {
        if (isVisible) {
            terminal.print("\r" + " ".repeat(LINE_WIDTH) + "\r");
            terminal.flush();
            isVisible = false;
        }
    }

    private void draw(double elapsed, double seconds) {
        double perSecond = octets / elapsed;
        String speed = String.format(Locale.ROOT, "%.0f MB/s, %.0f x real time", perSecond / MEGA, seconds / elapsed);
        String line;
        if (octetsTotal > 0) {
            double part = Math.clamp((double) octets / octetsTotal, 0, 1);
            int filled = (int) (part * BAR_WIDTH);
            String bar = "#".repeat(filled) + ".".repeat(BAR_WIDTH - filled);
            long left = (long) Math.ceil(Math.max(0, octetsTotal - octets) / Math.max(1, perSecond));
            line = String.format(Locale.ROOT, "[%s] %3.0f %%  %s, %s left", bar, 100 * part, speed, time(left));
        } else {
            line = String.format(Locale.ROOT, "%s: %.0f MB, %s", name, octets / MEGA, speed);
        }
        String cut = line.length() > LINE_WIDTH ? line.substring(0, LINE_WIDTH) : line;
        terminal.print("\r" + cut + " ".repeat(LINE_WIDTH - cut.length()));
        terminal.flush();
        isVisible = true;
    }

    private static String time(long seconds) {
        if (seconds >= SECONDS_PER_HOUR) {
            return seconds / SECONDS_PER_HOUR + " h " + seconds % SECONDS_PER_HOUR / SECONDS_PER_MINUTE + " min";
        }
        return seconds >= SECONDS_PER_MINUTE
                ? seconds / SECONDS_PER_MINUTE + " min " + seconds % SECONDS_PER_MINUTE + " s"
                : seconds + " s";
    }
}
