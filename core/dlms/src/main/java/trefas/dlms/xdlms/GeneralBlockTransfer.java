package trefas.dlms.xdlms;

import java.util.Arrays;
import java.util.Optional;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.ApduBuffer;

/// One end of general block transfers (IEC 62056-5-3): cuts APDUs into blocks and joins blocks to APDUs, in both
/// directions at once. Server and client use the same. Blocks that were lost are asked for again by the number of
/// the last one in sequence, blocks that come twice are passed over.
///
/// ```
/// client                                 server
///   | last block 1, window 2 -------------> |  a whole request
///   | <------------- block 1, more follows  |
///   | <------------- block 2, your turn     |  the window is full
///   | block 2, empty, acknowledges 2 -----> |
///   | <------------------ last block 3      |
/// ```
///
/// Numbers count from 1 in each direction; a block 1 that acknowledges nothing begins a new exchange.
public final class GeneralBlockTransfer {

    /// What became of a block.
    public enum Taken {
        /// [#apdu] is whole.
        WHOLE,
        /// Nothing new is whole; [#next] says whether there is something to send.
        GOING_ON,
        /// More than is put together here: everything was forgotten.
        TOO_LONG
    }

    private static final byte[] NOTHING = {};

    private final int reassemblyOctetsMax;
    private final int ownWindow;
    private final int blockOctets;

    private AxdrWriter received;
    private boolean isReceiving;
    private int receivedNumber;

    private byte[] sending = NOTHING;
    /// Number of the block that begins with the first octet of `sending`.
    private int firstNumber = 1;
    private int nextNumber = 1;
    private int acknowledgedNumber;
    private int peerWindow = 1;
    private int burstLeft;
    private boolean owesAcknowledgement;

    /// @param sendOctetsMax longest APDU the other end takes
    /// @param ownWindow blocks this end takes at once, 1 to 63
    /// @param reassemblyOctetsMax longest APDU that is put together
    public GeneralBlockTransfer(int sendOctetsMax, int ownWindow, int reassemblyOctetsMax) {
        this.ownWindow = ownWindow;
        this.reassemblyOctetsMax = reassemblyOctetsMax;
        this.blockOctets = blockOctets(sendOctetsMax);
        this.received = new AxdrWriter(reassemblyOctetsMax);
    }

    /// True while an APDU is being put together or sent.
    public boolean isBusy() {
        return isReceiving || sending.length > 0;
    }

    /// Forgets everything, as for a new exchange.
    public void reset() {
        forgetReceived();
        receivedNumber = 0;
        forgetSent();
        firstNumber = 1;
        nextNumber = 1;
        acknowledgedNumber = 0;
        burstLeft = 0;
        owesAcknowledgement = false;
    }

    /// Takes one block of the other end.
    public Taken take(GeneralBlock block) {
        if (block.number() == 1 && block.acknowledged() == 0 && !isRepeatedFirst(block)) {
            reset();
        }
        peerWindow = Math.max(1, block.window());
        acknowledge(block.acknowledged());
        if (block.number() != receivedNumber + 1) {
            // A block before it was lost, or this one has come before. Whoever waits for an answer is told what is
            // here.
            owesAcknowledgement = !block.isStreaming() && isReceiving && block.number() > 0;
            return Taken.GOING_ON;
        }
        receivedNumber++;
        if (block.data().length() == 0 && !isReceiving) {
            // An acknowledgement alone.
            return Taken.GOING_ON;
        }
        return append(block);
    }

    /// The APDU that became whole. It may be asked for once.
    public byte[] apdu() {
        byte[] whole = received.toOctets();
        forgetReceived();
        return whole;
    }

    /// Begins to send an APDU in blocks.
    ///
    /// @return false when there are not enough block numbers for it
    public boolean send(byte[] apdu) {
        if (apdu.length > (long) (GeneralBlock.NUMBER_MAX - nextNumber) * blockOctets) {
            return false;
        }
        sending = apdu;
        firstNumber = nextNumber;
        acknowledgedNumber = nextNumber - 1;
        owesAcknowledgement = false;
        burstLeft = peerWindow;
        return true;
    }

    /// Begins to send an APDU in blocks to an end that has not sent any itself.
    ///
    /// @return false when there are not enough block numbers for it
    public boolean begin(byte[] apdu) {
        reset();
        peerWindow = 1;
        return send(apdu);
    }

    /// Appends the next block there is to send.
    ///
    /// @return false when it is the other end's turn; then nothing was appended
    public boolean next(ApduBuffer out) {
        return nextBlock()
                .map(block -> {
                    out.write(block::encode);
                    return true;
                })
                .orElse(false);
    }

    /// Appends an acknowledgement of what is here, for an end that has waited too long for the next block.
    public void repeat(ApduBuffer out) {
        owesAcknowledgement = true;
        next(out);
    }

    private Optional<GeneralBlock> nextBlock() {
        if (owesAcknowledgement) {
            owesAcknowledgement = false;
            return Optional.of(new GeneralBlock(
                    false, false, ownWindow, ownNumberForAcknowledgement(), receivedNumber, Octets.of(NOTHING)));
        }
        int from = (nextNumber - firstNumber) * blockOctets;
        if (burstLeft == 0 || from >= sending.length) {
            return Optional.empty();
        }
        burstLeft--;
        int count = Math.min(blockOctets, sending.length - from);
        boolean isLast = from + count == sending.length;
        boolean isStreaming = !isLast && burstLeft > 0;
        var block = new GeneralBlock(
                isLast, isStreaming, ownWindow, nextNumber, receivedNumber, Octets.of(sending, from, count));
        nextNumber++;
        if (isLast) {
            burstLeft = 0;
            keepUnacknowledged();
        }
        return Optional.of(block);
    }

    private Taken append(GeneralBlock block) {
        isReceiving = true;
        received.octets(block.data().toArray());
        if (received.overflowed()) {
            reset();
            return Taken.TOO_LONG;
        }
        if (block.isLast()) {
            isReceiving = false;
            return Taken.WHOLE;
        }
        owesAcknowledgement = !block.isStreaming();
        return Taken.GOING_ON;
    }

    /// Goes on behind the last block the other end has, so that a lost one is sent again.
    private void acknowledge(int acknowledged) {
        if (sending.length == 0 || acknowledged < firstNumber - 1 || acknowledged >= nextNumber) {
            return;
        }
        int octetsThere = (acknowledged - firstNumber + 1) * blockOctets;
        if (octetsThere >= sending.length) {
            forgetSent();
            return;
        }
        acknowledgedNumber = acknowledged;
        nextNumber = acknowledged + 1;
        burstLeft = peerWindow;
    }

    /// True for the first block of the request that is being put together, come once more.
    private boolean isRepeatedFirst(GeneralBlock block) {
        if (!isReceiving || receivedNumber == 0 || block.data().length() > received.length()) {
            return false;
        }
        byte[] again = block.data().toArray();
        byte[] before = new byte[again.length];
        received.copyTo(0, before, 0, before.length);
        return Arrays.equals(again, before);
    }

    /// An acknowledgement has a number of its own, like every block.
    private int ownNumberForAcknowledgement() {
        return nextNumber++;
    }

    private void forgetReceived() {
        isReceiving = false;
        if (received.length() > 0 || received.overflowed()) {
            received = new AxdrWriter(reassemblyOctetsMax);
        }
    }

    /// All was sent; only what may have been lost is kept, no more than the window of the other end.
    private void keepUnacknowledged() {
        int from = (acknowledgedNumber + 1 - firstNumber) * blockOctets;
        if (from > 0) {
            sending = Arrays.copyOfRange(sending, from, sending.length);
            firstNumber = acknowledgedNumber + 1;
        }
    }

    private void forgetSent() {
        sending = NOTHING;
    }

    /// Octets of a block so that it fits, its length field counted too.
    private static int blockOctets(int sendOctetsMax) {
        int room = sendOctetsMax - GeneralBlock.HEADER_OCTETS;
        return room - (room - 1 < 0x80 ? 1 : room - 2 <= 0xFF ? 2 : 3);
    }
}
