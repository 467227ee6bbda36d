package trefas.device.status;

/// How long the tamper hand is shown (TD p21).
public enum TamperHand {
    /// As long as there is a magnet or the cover is off.
    TEMPORARY,
    /// Until somebody releases it.
    PERMANENT
}
