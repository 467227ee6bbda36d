package trefas.app.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void theProgressTellsRateAndTimeLeftAndIsWipedAtTheEnd() {
        var terminal = new StringWriter();
        long[] now = {0};
        var progress = new Progress(new PrintWriter(terminal), true, () -> now[0]);
        progress.begin("long.wav", 1_000_000_000);
        progress.advance(100_000_000, 400);
        assertEquals("", terminal.toString(), "nothing within the first second");
        now[0] = 2_000_000_000L;
        progress.advance(100_000_000, 800);

        assertTrue(
                terminal.toString().contains("[####....................]  20 %  100 MB/s, 400 x real time, 8 s left"),
                terminal.toString());
        progress.end();
        assertTrue(terminal.toString().endsWith(" \r"));
    }

    @Test
    void withoutATerminalThereIsNoProgress() {
        var terminal = new StringWriter();
        long[] now = {0};
        var progress = new Progress(new PrintWriter(terminal), false, () -> now[0]);
        progress.begin("long.wav", 100);
        now[0] = 5_000_000_000L;
        progress.advance(50, 1);
        progress.end();

        assertEquals("", terminal.toString());
    }
}
