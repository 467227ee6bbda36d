package trefas.verification;

import java.io.IOException;

/// The meter has answered a foreign client with a result other than success.
final class ForeignRefusalException extends IOException {

    /// data-access-result read-write-denied.
    static final int READ_WRITE_DENIED = 3;

    private static final long serialVersionUID = 1L;

    private final int result;

    ForeignRefusalException(int result) {
        super("refused with result " + result);
        this.result = result;
    }

    /// data-access-result or action-result as on the wire.
    int result() {
        return result;
    }
}
