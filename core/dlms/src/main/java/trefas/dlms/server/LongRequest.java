package trefas.dlms.server;

import trefas.cosem.AxdrWriter;
import trefas.dlms.xdlms.DataBlock;

/// The value of a SET or the parameters of an ACTION while they come in blocks.
final class LongRequest {

    /// What became of one block.
    enum Taken {
        /// More must come.
        MORE,
        /// It was the last one.
        WHOLE,
        /// Not the number that was expected.
        WRONG_NUMBER,
        /// Longer than anything that is put together here.
        TOO_LONG
    }

    private final AxdrWriter raw;
    private long blockNumber;

    /// @param octetsMax longest request that is put together
    LongRequest(int octetsMax) {
        this.raw = new AxdrWriter(octetsMax);
    }

    Taken take(DataBlock block) {
        if (block.number() != blockNumber + 1) {
            return Taken.WRONG_NUMBER;
        }
        blockNumber++;
        raw.octets(block.raw().toArray());
        if (raw.overflowed()) {
            return Taken.TOO_LONG;
        }
        return block.isLast() ? Taken.WHOLE : Taken.MORE;
    }

    byte[] octets() {
        return raw.toOctets();
    }
}
