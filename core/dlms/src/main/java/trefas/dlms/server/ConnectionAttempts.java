package trefas.dlms.server;

import trefas.dlms.acse.AssociationSettings;

/// How often in a row somebody failed to prove who he is on one connection and for one association; counted among
/// all connections as well, in [FailedAttempts].
final class ConnectionAttempts {

    private final AssociationSettings settings;
    private final FailedAttempts everywhere;
    private final int attemptsMax;
    private int failures;
    private int forgivenBefore;

    ConnectionAttempts(AssociationSettings settings, ServerProfile profile) {
        this.settings = settings;
        this.everywhere = profile.failedAttempts();
        this.attemptsMax = profile.limits().failedOnConnection();
    }

    /// True when even the right proof is refused, here or on all connections.
    boolean areOver() {
        return (failures >= attemptsMax && !isForgiven()) || everywhere.isLocked(settings);
    }

    void succeeded() {
        failures = 0;
        everywhere.succeeded(settings);
    }

    void failed() {
        failures = isForgiven() ? 1 : failures + 1;
        forgivenBefore = everywhere.forgivenTimes();
        everywhere.failed(settings);
        if (failures >= attemptsMax) {
            everywhere.connectionLocked();
        }
    }

    private boolean isForgiven() {
        return failures > 0 && everywhere.forgivenTimes() != forgivenBefore;
    }
}
