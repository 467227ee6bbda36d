package trefas.dlms.explain;

/// Which end of a conversation sent something.
public enum Speaker {
    CLIENT,
    SERVER,
    /// Nobody said so; the APDU usually does.
    UNKNOWN
}
