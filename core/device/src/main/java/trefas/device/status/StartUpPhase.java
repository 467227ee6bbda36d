package trefas.device.status;

/// What the display shows after the supply has come (dossier 5). Marks and arrows are live in all of them.
public enum StartUpPhase {
    /// The ROM checksum, identification 96.54.1, text CSUM.
    CHECKSUM,
    /// The software number, identification 0.2.0, the revision as text.
    SOFTWARE,
    /// No value.
    SETTLING,
    /// The automatic list.
    NORMAL
}
