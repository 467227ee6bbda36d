package trefas.app.settings;

/// Which objects the meter shows. The name is the word in the file.
public enum ModelChoice {
    /// The meter's own list (dossier 20).
    OWN,
    /// The standard classes, as IDIS and DSMR head-ends expect them.
    STANDARD
}
