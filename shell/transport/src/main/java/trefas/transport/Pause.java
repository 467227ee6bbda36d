package trefas.transport;

import java.io.IOException;
import java.io.InterruptedIOException;

/// Time that a line needs.
final class Pause {

    private Pause() {}

    static void of(int milliseconds) throws IOException {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The line was closed.");
        }
    }
}
