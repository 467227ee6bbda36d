package trefas.transport;

import java.io.IOException;

/// A request the meter refuses as a whole, or that could not be sent to it; the association stands.
public final class RequestRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    RequestRefusedException(String meter, String reason) {
        super("The meter at " + meter + " refuses the request: " + reason + ".");
        this.reason = reason;
    }

    /// The reason in words, for example `service not supported in this association`.
    public String reason() {
        return reason;
    }
}
