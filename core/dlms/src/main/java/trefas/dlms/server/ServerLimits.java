package trefas.dlms.server;

import trefas.dlms.xdlms.GeneralBlock;

/// How much of others' input a server takes and keeps, for each association unless said otherwise.
///
/// @param valueOctets longest answer that is kept while it is fetched in blocks
/// @param reassemblyOctets longest request that is put together from blocks
/// @param listItems attributes or methods in one request
/// @param associations kept for one connection; more are not answered
/// @param generalBlockWindow blocks of a general block transfer the server takes at once, 1 to 63
/// @param failedAuthentications in a row for one association, over all connections; then nobody gets in until
///     [FailedAttempts#forgive]
/// @param failedOnConnection in a row on one connection, which is then refused until it closes
public record ServerLimits(
        int valueOctets,
        int reassemblyOctets,
        int listItems,
        int associations,
        int generalBlockWindow,
        int failedAuthentications,
        int failedOnConnection) {

    /// Octets of the longest value that is read in one go. The deepest load profile with eight registers, 17 284
    /// rows of 66 octets, takes a quarter of it.
    public static final int VALUE_OCTETS = 4 * 1_024 * 1_024;

    public static final int REASSEMBLY_OCTETS = 64 * 1_024;
    public static final int LIST_ITEMS = 255;
    public static final int ASSOCIATIONS = 16;
    public static final int FAILED_AUTHENTICATIONS = 10;
    public static final int FAILED_ON_CONNECTION = 5;

    public static final ServerLimits DEFAULT = new ServerLimits(
            VALUE_OCTETS,
            REASSEMBLY_OCTETS,
            LIST_ITEMS,
            ASSOCIATIONS,
            GeneralBlock.WINDOW_MAX,
            FAILED_AUTHENTICATIONS,
            FAILED_ON_CONNECTION);

    public ServerLimits {
        if (valueOctets < 1 || reassemblyOctets < 1 || listItems < 1 || associations < 1) {
            throw new IllegalArgumentException("a limit below 1");
        }
        if (generalBlockWindow < 1 || generalBlockWindow > GeneralBlock.WINDOW_MAX) {
            throw new IllegalArgumentException("a window is 1 to 63 blocks: " + generalBlockWindow);
        }
        if (failedAuthentications < 1 || failedOnConnection < 1) {
            throw new IllegalArgumentException("at least one attempt must be allowed");
        }
    }

    /// The same limits with another window.
    public ServerLimits withGeneralBlockWindow(int window) {
        return new ServerLimits(
                valueOctets,
                reassemblyOctets,
                listItems,
                associations,
                window,
                failedAuthentications,
                failedOnConnection);
    }

    /// The same limits with another length of what is put together from blocks.
    public ServerLimits withReassemblyOctets(int octets) {
        return new ServerLimits(
                valueOctets,
                octets,
                listItems,
                associations,
                generalBlockWindow,
                failedAuthentications,
                failedOnConnection);
    }

    /// The same limits with another number of failed authentications.
    ///
    /// @param overall in a row for one association
    /// @param onConnection in a row on one connection
    public ServerLimits withFailedAuthentications(int overall, int onConnection) {
        return new ServerLimits(
                valueOctets, reassemblyOctets, listItems, associations, generalBlockWindow, overall, onConnection);
    }
}
