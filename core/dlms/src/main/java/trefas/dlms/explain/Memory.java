package trefas.dlms.explain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import trefas.cosem.CosemData.Octets;

/// What a conversation has shown so far: who the ends are, what was asked, and what is being put together.
final class Memory {

    /// Requests that may wait for an answer: an invoke id has four bits.
    private static final int ASKED_MAX = 16;

    /// Something a client asked.
    ///
    /// @param words what, for example `Clock 0-0:1.0.0*255 clock, attribute 2 time`
    /// @param isList true when the answer is a list
    record Asked(String words, boolean isList) {}

    private final ExplainLimits limits;
    private final Unsealer unsealer;
    private final Map<Integer, Asked> asked = new HashMap<>();
    private final Map<String, Transfer> transfers = new HashMap<>();
    private Optional<Octets> clientTitle = Optional.empty();
    private Optional<Octets> serverTitle = Optional.empty();
    private Optional<Octets> dedicatedKey = Optional.empty();
    private Optional<Octets> clientAddress = Optional.empty();
    private Speaker speaker = Speaker.UNKNOWN;
    private String link = "";

    /// An APDU or a value that comes in pieces.
    static final class Transfer {
        private byte[] octets = new byte[0];
        private int length;
        private long lastNumber;
        private boolean isTooLong;

        long lastNumber() {
            return lastNumber;
        }

        boolean isTooLong() {
            return isTooLong;
        }

        private void take(Octets piece) {
            if (length + piece.length() > octets.length) {
                octets = Arrays.copyOf(octets, Math.max(length + piece.length(), 2 * octets.length));
            }
            System.arraycopy(piece.toArray(), 0, octets, length, piece.length());
            length += piece.length();
        }

        Octets octets() {
            return Octets.of(octets, 0, length);
        }
    }

    Memory(ExplainLimits limits, Unsealer unsealer) {
        this.limits = limits;
        this.unsealer = unsealer;
    }

    Unsealer unsealer() {
        return unsealer;
    }

    Speaker speaker() {
        return speaker;
    }

    void speaks(Speaker whoever) {
        speaker = whoever;
    }

    /// Names the two addresses or ports of what is being explained, the receiver's first.
    void link(String receiverAndSender) {
        link = receiverAndSender;
    }

    String link() {
        return link;
    }

    void clientAddressIs(Octets address) {
        clientAddress = Optional.of(address);
    }

    boolean isClientAddress(Octets address) {
        return clientAddress.equals(Optional.of(address));
    }

    void ask(int invokeId, Asked what) {
        asked.put(invokeId % ASKED_MAX, what);
    }

    Optional<Asked> asked(int invokeId) {
        return Optional.ofNullable(asked.get(invokeId % ASKED_MAX));
    }

    void clientIs(Octets title) {
        clientTitle = Optional.of(title);
    }

    void serverIs(Octets title) {
        serverTitle = Optional.of(title);
    }

    Optional<Octets> clientTitle() {
        return clientTitle;
    }

    Optional<Octets> serverTitle() {
        return serverTitle;
    }

    void dedicatedKeyIs(Octets key) {
        dedicatedKey = Optional.of(key);
    }

    Optional<Octets> dedicatedKey() {
        return dedicatedKey;
    }

    /// Begins a transfer anew, whatever there was before.
    Transfer begin(String what) {
        if (transfers.size() >= limits.transfersMax()) {
            transfers.clear();
        }
        var transfer = new Transfer();
        transfers.put(what, transfer);
        return transfer;
    }

    Optional<Transfer> running(String what) {
        return Optional.ofNullable(transfers.get(what));
    }

    /// Appends a piece, unless the whole gets too long.
    void append(Transfer transfer, long number, Octets piece) {
        transfer.lastNumber = number;
        if (transfer.length + piece.length() > limits.joinedOctetsMax()) {
            transfer.isTooLong = true;
        } else {
            transfer.take(piece);
        }
    }

    /// Ends a transfer and gives it, if there was one.
    Optional<Transfer> end(String what) {
        return Optional.ofNullable(transfers.remove(what));
    }
}
