package trefas.dlms.explain;

/// How much an explanation may cost. What is beyond a limit is still checked, but not shown.
///
/// @param octetsMax octets of one message; the rest of a longer one is left out with a warning
/// @param partsMax parts of the trees of one conversation
/// @param joinedOctetsMax octets of an APDU put together from segments or blocks
/// @param transfersMax APDUs being put together at the same time
/// @param layersMax APDUs inside one another: ciphered, signed, in blocks
public record ExplainLimits(int octetsMax, int partsMax, int joinedOctetsMax, int transfersMax, int layersMax) {

    /// 1 MB each, 200 000 parts, 16 transfers, 8 layers.
    public static final ExplainLimits DEFAULT = new ExplainLimits(1_048_576, 200_000, 1_048_576, 16, 8);
}
