package trefas.recording;

import java.nio.ByteBuffer;
import trefas.metrology.SampleBlock;

/// Samples in volts and amperes in, octets of a recording out; the way back of [WaveformDecoder]. One
/// encoder writes one recording, whose length in frames it is told at the start. A frame is one sample of
/// each of the six channels.
///
/// ```
/// write(encoder.head()); while (source.next(block)) { for (int from = 0; from < block.length(); ) { from
/// += encoder.encode(block, from, octets.clear()); write(octets.flip()); } }
/// ```
public interface WaveformEncoder {

    /// Octets before the first frame; none when the recording begins with it.
    ByteBuffer head();

    /// The most octets a frame can take. A buffer must have room for one.
    int frameOctetsMax();

    /// Encodes as many frames as the buffer is sure to have room for, in one go with the frames before.
    ///
    /// @param from the first frame of the block that has not been encoded
    /// @return frames encoded, at least 1 when there is one and room for it
    int encode(SampleBlock block, int from, ByteBuffer octets);

    /// Samples so far that were beyond full scale and were written as full scale.
    long clippedSamples();
}
