package trefas.objects;

import trefas.cosem.AttributeAccess;
import trefas.objects.Association.Security;

/// What the meter's papers grant for an attribute (dossier 19, 20). Who asks decides what becomes of it: the
/// public client only reads, the management client may do whatever anybody may (decision 0023).
enum Right {
    /// Nobody may.
    NONE(AttributeAccess.NO_ACCESS),
    /// R.
    READ(AttributeAccess.READ_ONLY),
    /// W: a command.
    WRITE(AttributeAccess.WRITE_ONLY),
    /// W: the password of the association itself, which is never read.
    OWN_PASSWORD(AttributeAccess.WRITE_ONLY),
    /// RW.
    READ_WRITE(AttributeAccess.READ_AND_WRITE),
    /// R(W): of the modules only the primary one writes.
    PRIMARY_WRITES(AttributeAccess.READ_AND_WRITE),
    /// R, and written by the management client (decision 0050).
    MANAGEMENT_WRITES(AttributeAccess.READ_AND_WRITE);

    private final AttributeAccess atMost;

    Right(AttributeAccess atMost) {
        this.atMost = atMost;
    }

    /// What it comes to for a client of this association.
    ///
    /// @param mechanismId how the client proved itself
    AttributeAccess of(Association association, int mechanismId) {
        if (this == OWN_PASSWORD) {
            return mechanismId == Security.LOW_LEVEL.mechanism() ? atMost : AttributeAccess.NO_ACCESS;
        }
        boolean mayWrite = switch (association.view()) {
            case PUBLIC -> false;
            case FULL -> isWrittenBy(association);
            case MANAGEMENT -> true;
        };
        if (mayWrite || !atMost.isWritable()) {
            return atMost;
        }
        return atMost.isReadable() ? AttributeAccess.READ_ONLY : AttributeAccess.NO_ACCESS;
    }

    private boolean isWrittenBy(Association module) {
        return switch (this) {
            case NONE, READ, WRITE, OWN_PASSWORD, READ_WRITE -> true;
            case PRIMARY_WRITES -> module.clientSap() == Association.PRIMARY_MODULE.clientSap();
            case MANAGEMENT_WRITES -> false;
        };
    }
}
