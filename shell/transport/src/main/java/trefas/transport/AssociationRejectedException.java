package trefas.transport;

import java.io.IOException;

/// The meter answers, but does not want this client: a wrong password, or nothing in common.
public final class AssociationRejectedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    AssociationRejectedException(String meter, String reason) {
        super("The meter at " + meter + " rejects the association: " + reason + ".");
        this.reason = reason;
    }

    /// The meter's reason in words, for example `authentication failure`.
    public String reason() {
        return reason;
    }
}
