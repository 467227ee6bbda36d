package trefas.quantity;

/// The order in which the phase voltages pass zero (dossier 6.1).
public enum PhaseSequence {
    L1L2L3,
    L1L3L2,
    /// A phase is missing, so there is no order to tell.
    UNDECIDED
}
