package trefas.recording;

import java.nio.ByteBuffer;
import trefas.metrology.SampleBlock;

/// Puts rows into blocks that never cross a gap or a change of the rate.
final class RowsToBlocks {

    private final RowSource rows;
    private boolean isHolding;

    RowsToBlocks(RowSource rows) {
        this.rows = rows;
    }

    void decode(ByteBuffer octets, boolean isEnd, SampleBlock block) throws UnusableRecordingException {
        block.length(0);
        int length = 0;
        while (length < block.capacity()) {
            if (!isHolding && !rows.next(octets, isEnd)) {
                return;
            }
            isHolding = true;
            if (length == 0) {
                block.begin(rows.samplesPerSecond(), rows.isContinuation());
            } else if (!rows.isContinuation() || rows.samplesPerSecond() != block.samplesPerSecond()) {
                return;
            }
            double[] row = rows.row();
            for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
                block.channel(channel)[length] = row[channel];
            }
            length++;
            block.length(length);
            isHolding = false;
        }
    }
}
