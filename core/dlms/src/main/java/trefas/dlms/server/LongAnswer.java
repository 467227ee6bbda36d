package trefas.dlms.server;

import trefas.cosem.AxdrWriter;
import trefas.dlms.ApduBuffer;

/// An answer while it is encoded and, when it does not fit an APDU, while the client fetches it block by block.
/// The space of a long one is given back once it was sent.
final class LongAnswer {

    private static final int OCTETS_KEPT = 1_024;

    private final int octetsMax;
    private AxdrWriter value;
    private boolean isSending;
    private int invokeNumber;
    private int sentOctets;
    private long blockNumber;

    /// @param octetsMax longest answer
    LongAnswer(int octetsMax) {
        this.octetsMax = octetsMax;
        this.value = new AxdrWriter(octetsMax);
    }

    /// Where the answer is encoded.
    AxdrWriter value() {
        return value;
    }

    boolean isSending() {
        return isSending;
    }

    /// True while blocks of the request with this number are sent.
    boolean isSending(int number) {
        return isSending && invokeNumber == number;
    }

    /// Number of the block sent last.
    long blockNumber() {
        return blockNumber;
    }

    /// What was encoded is to be sent in blocks.
    void beginBlocks(int number) {
        isSending = true;
        invokeNumber = number;
        sentOctets = 0;
        blockNumber = 0;
    }

    /// Octets the next block takes, its length field counted too; it becomes the block sent last.
    ///
    /// @param room octets behind the header of the block
    int nextBlock(int room) {
        int lengthFieldOctets = room - 1 < 0x80 ? 1 : room - 2 <= 0xFF ? 2 : 3;
        blockNumber++;
        return Math.min(value.length() - sentOctets, room - lengthFieldOctets);
    }

    /// True when so many octets are all that is left.
    boolean isLast(int count) {
        return sentOctets + count == value.length();
    }

    /// Appends so many octets with their length field. The last ones end the transfer.
    void writeBlock(int count, ApduBuffer answer) {
        answer.lengthField(count).octets(value, sentOctets, count);
        sentOctets += count;
        if (sentOctets == value.length()) {
            end();
        }
    }

    /// Forgets the answer.
    void end() {
        isSending = false;
        if (value.length() > OCTETS_KEPT || value.overflowed()) {
            value = new AxdrWriter(octetsMax);
        } else {
            value.reset();
        }
    }
}
