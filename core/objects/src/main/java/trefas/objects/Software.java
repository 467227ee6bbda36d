package trefas.objects;

/// What the meter answers when asked for its software (dossier 2.2).
///
/// @param number number and revision as one text, ASCII
/// @param revision the revision alone, ASCII
public record Software(String number, String revision) {

    /// A build nobody has given a version.
    public static final Software UNVERSIONED = new Software("trefas", "unversioned");

    /// The answers of a program with a version.
    ///
    /// @param version such as 0.4.0
    public static Software ofVersion(String version) {
        return new Software("trefas-" + version, version);
    }
}
