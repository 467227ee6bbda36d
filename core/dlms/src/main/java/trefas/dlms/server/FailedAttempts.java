package trefas.dlms.server;

import java.util.HashMap;
import java.util.Map;
import trefas.dlms.acse.AssociationSettings;

/// How often in a row clients failed to prove who they are, for each configured association and over all
/// connections. The core knows no time: the shell decides when to [#forgive], for example a minute after the lock.
///
/// All connections of a meter share one instance, each perhaps on a thread of its own, so it is the one place here
/// where a lock is taken.
public final class FailedAttempts {

    private final int attemptsMax;

    /// By client and server; no more entries than configured associations.
    private final Map<Integer, Integer> failures = new HashMap<>();

    private boolean isConnectionLocked;
    private int forgivenTimes;

    /// @param attemptsMax failures in a row after which nobody gets in
    public FailedAttempts(int attemptsMax) {
        this.attemptsMax = attemptsMax;
    }

    /// True when even the right proof is refused.
    public synchronized boolean isLocked(AssociationSettings settings) {
        return failures.getOrDefault(key(settings), 0) >= attemptsMax;
    }

    /// True when any association is locked, on all connections or on one, so that the shell may start its clock.
    public synchronized boolean isAnyLocked() {
        return isConnectionLocked || failures.values().stream().anyMatch(count -> count >= attemptsMax);
    }

    /// Counts a failure.
    synchronized void failed(AssociationSettings settings) {
        failures.merge(key(settings), 1, Integer::sum);
    }

    /// A success ends the row.
    synchronized void succeeded(AssociationSettings settings) {
        if (!failures.isEmpty()) {
            failures.remove(key(settings));
        }
    }

    /// A connection refuses whoever speaks on it. A serial line is one that never closes, so it must be forgiven
    /// too.
    synchronized void connectionLocked() {
        isConnectionLocked = true;
    }

    /// How often everybody was forgiven.
    synchronized int forgivenTimes() {
        return forgivenTimes;
    }

    /// Lets everybody try again, on open connections too.
    public synchronized void forgive() {
        failures.clear();
        isConnectionLocked = false;
        forgivenTimes++;
    }

    private static int key(AssociationSettings settings) {
        return (settings.clientSap() << 16) | settings.serverSap();
    }
}
