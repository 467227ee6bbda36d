package trefas.transport;

import java.io.IOException;

/// The data link to the meter has ended, and every association on it; the line itself still stands.
public final class LinkLostException extends IOException {

    private static final long serialVersionUID = 1L;

    LinkLostException(String name, String reason) {
        super("The link to " + name + " was lost: " + reason + ".");
    }
}
