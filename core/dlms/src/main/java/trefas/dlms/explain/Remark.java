package trefas.dlms.explain;

/// Something to know about a run of octets.
///
/// @param offset of the octet it is about, in the source of the explanation that has it
/// @param text one sentence part, without a full stop
public record Remark(Kind kind, int offset, String text) {

    /// How bad it is.
    public enum Kind {
        /// Worth knowing, nothing wrong.
        NOTE,
        /// Understood, but not as the standard wants it.
        WARNING,
        /// Protected, and the keys given do not verify or open it.
        UNVERIFIED,
        /// Can't be right: nothing after it in the same APDU is explained.
        FAULT
    }
}
