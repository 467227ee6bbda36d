package trefas.device.status;

/// What the display shows after the supply has come (dossier 5).
public enum StartUpPhase {
    /// The ROM checksum, identification 96.54.1, text CSUM.
    CHECKSUM,
    /// The software number, identification 0.2.0, the revision as text; marks and arrows are live.
    SOFTWARE,
    /// No value; marks and arrows are live.
    SETTLING,
    /// The automatic list.
    NORMAL
}
