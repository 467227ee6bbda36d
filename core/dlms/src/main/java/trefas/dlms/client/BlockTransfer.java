package trefas.dlms.client;

import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.ApduBuffer;
import trefas.dlms.xdlms.GeneralBlock;

/// One APDU to the server and its answer, cut into blocks that know nothing of their content (general block
/// transfer, E0, IEC 62056-5-3). Requests go one block a turn; answers may come in bursts of the window that was
/// told.
///
/// ```
/// client                                    server
///   | E0 last, number 1, request ----------> |
///   | <------ E0 streaming, number 1, data   |
///   | <------ E0 number 2, data              |  the window is full: our turn
///   | E0 last, number 2, acknowledged 2 ---> |
///   | <------ E0 last, number 3, data        |
/// ```
final class BlockTransfer {

    /// Blocks out of order or repeated, in one transfer, before it is given up.
    static final int STRAY_BLOCKS_MAX = 256;

    private static final int LENGTH_FIELD_OCTETS_MAX = 3;
    private static final Octets NOTHING = Octets.of(new byte[0]);

    /// What a block led to.
    sealed interface Step {
        /// The transfer goes on; an acknowledgement or a next block may have been written.
        record Going(int octets) implements Step {}

        record Whole(Octets apdu) implements Step {}

        record Broken(String why) implements Step {}
    }

    private final int window;
    private final int dataOctetsMax;
    private final AxdrWriter received = new AxdrWriter(Exchange.VALUE_OCTETS_MAX);
    private byte[] outgoing = {};
    private int number;
    private int acknowledged;
    private int strayBlocks;

    /// @param window blocks taken in one burst, 1 to 63
    /// @param serverPduOctetsMax longest APDU the server takes
    BlockTransfer(int window, int serverPduOctetsMax) {
        this.window = window;
        this.dataOctetsMax = Math.max(1, serverPduOctetsMax - GeneralBlock.HEADER_OCTETS - LENGTH_FIELD_OCTETS_MAX);
    }

    /// Sends an APDU, beginning with its first block.
    void begin(ApduBuffer apdu) {
        outgoing = apdu.toOctets();
        number = 0;
        send(apdu);
    }

    /// True when an APDU can go in as many blocks as there are numbers.
    boolean fits(int apduOctets) {
        return apduOctets <= (long) dataOctetsMax * GeneralBlock.NUMBER_MAX;
    }

    Step receive(GeneralBlock block, ApduBuffer request) {
        if (block.number() == acknowledged + 1) {
            acknowledged++;
            received.octets(block.data().toArray());
        } else if (++strayBlocks > STRAY_BLOCKS_MAX) {
            return new Step.Broken("more than " + STRAY_BLOCKS_MAX + " blocks out of order");
        }
        if (received.overflowed()) {
            return new Step.Broken("an APDU longer than " + Exchange.VALUE_OCTETS_MAX + " octets");
        }
        boolean isWhole = block.isLast() && block.number() == acknowledged;
        if (isWhole && received.length() > 0) {
            return new Step.Whole(Octets.of(received.toOctets()));
        }
        if (isWhole && sentBlocks() >= blocks()) {
            return new Step.Broken("the server gave the transfer up");
        }
        if (!block.isStreaming()) {
            resumeAfter(block.acknowledged());
            send(request);
        }
        return new Step.Going(received.length());
    }

    /// The server lost what came after the block it acknowledges.
    private void resumeAfter(int block) {
        if (block < sentBlocks() && number <= blocks()) {
            number = block;
        }
    }

    private int blocks() {
        return (outgoing.length + dataOctetsMax - 1) / dataOctetsMax;
    }

    private int sentBlocks() {
        return Math.min(number, blocks());
    }

    /// The next block of the request, or an acknowledgement when all of it was sent.
    private void send(ApduBuffer request) {
        int from = number * dataOctetsMax;
        int count = Math.clamp(outgoing.length - (long) from, 0, dataOctetsMax);
        number++;
        var block = new GeneralBlock(
                number >= blocks(),
                false,
                window,
                number,
                acknowledged,
                count == 0 ? NOTHING : Octets.of(outgoing, from, count));
        var out = new AxdrWriter(GeneralBlock.HEADER_OCTETS + LENGTH_FIELD_OCTETS_MAX + count);
        block.encode(out);
        request.reset();
        request.octets(out, 0, out.length());
    }
}
