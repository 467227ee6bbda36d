package trefas.transport;

import java.io.IOException;
import java.time.Duration;

/// Nothing came from the meter in time.
public final class NoAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    NoAnswerException(String name, Duration longest) {
        super("No answer from " + name + " within " + longest.toMillis() + " ms.");
    }
}
