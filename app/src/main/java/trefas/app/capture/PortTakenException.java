package trefas.app.capture;

import java.io.IOException;

/// The port to listen on can't be had; the message is one sentence part that names it.
public final class PortTakenException extends IOException {

    private static final long serialVersionUID = 1L;

    PortTakenException(String message) {
        super(message);
    }
}
