package trefas.dlms.client;

import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData.Octets;
import trefas.dlms.xdlms.DataBlock;

/// A long value that goes to the server in blocks of a SET or an ACTION (IEC 62056-5-3).
final class OutgoingBlocks {

    /// The last flag and the number.
    private static final int BLOCK_FIELDS_OCTETS = 5;

    private static final int LENGTH_FIELD_OCTETS_MAX = 3;

    private final byte[] value;
    private int sent;
    private long number;

    OutgoingBlocks(AxdrWriter value) {
        this.value = value.toOctets();
    }

    /// Number of the block sent last, from 1; 0 before the first.
    long number() {
        return number;
    }

    int sentOctets() {
        return sent;
    }

    boolean isFinished() {
        return sent == value.length;
    }

    /// Cuts off what fits.
    ///
    /// @param apduOctetsMax octets of the APDU it goes into
    /// @param fieldsOctets those before the block
    DataBlock next(int apduOctetsMax, int fieldsOctets) {
        int room = Math.max(1, apduOctetsMax - fieldsOctets - BLOCK_FIELDS_OCTETS - LENGTH_FIELD_OCTETS_MAX);
        int count = Math.min(room, value.length - sent);
        number++;
        sent += count;
        return new DataBlock(isFinished(), number, Octets.of(value, sent - count, count));
    }
}
