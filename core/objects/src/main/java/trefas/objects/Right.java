package trefas.objects;

import trefas.cosem.AttributeAccess;

/// What the meter's papers grant for an attribute (dossier 19, 20). Who asks decides what becomes of it: the public
/// client only reads, the management client may do whatever anybody may (decision 0023).
enum Right {
    /// Nobody may.
    NONE(AttributeAccess.NO_ACCESS),
    /// R.
    READ(AttributeAccess.READ_ONLY),
    /// W: secrets, which are never read.
    WRITE(AttributeAccess.WRITE_ONLY),
    /// RW.
    READ_WRITE(AttributeAccess.READ_AND_WRITE),
    /// R(W): of the modules only the primary one writes.
    PRIMARY_WRITES(AttributeAccess.READ_AND_WRITE);

    private final AttributeAccess atMost;

    Right(AttributeAccess atMost) {
        this.atMost = atMost;
    }

    AttributeAccess of(Association association) {
        boolean mayWrite = switch (association.view()) {
            case PUBLIC -> false;
            case FULL -> this != PRIMARY_WRITES || association.clientSap() == Association.PRIMARY_MODULE.clientSap();
            case MANAGEMENT -> true;
        };
        if (mayWrite || !atMost.isWritable()) {
            return atMost;
        }
        return atMost.isReadable() ? AttributeAccess.READ_ONLY : AttributeAccess.NO_ACCESS;
    }
}
