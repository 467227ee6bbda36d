package trefas.storage;

import java.io.IOException;

/// A record that can't be what was saved.
final class DamagedRecordException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    DamagedRecordException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /// What was found, to stand after "is damaged:".
    String reason() {
        return reason;
    }
}
