package trefas.recording;

import java.nio.ByteBuffer;
import java.util.Optional;
import trefas.metrology.SampleBlock;

/// Octets of a recording in, samples in volts and amperes out. One decoder reads one recording from its first octet to
/// its last, however the octets are cut, and holds a bounded number of its rows.
///
/// ```
/// do {
///     decoder.decode(octets, isEnd, block);   // takes what it can, fills the block as far as it goes
///     if (block.length() > 0) use(block);     // a block that isn't full may end at a gap
/// } while (block.length() > 0);               // empty: all octets are taken; at the end, the recording is over
/// ```
public interface WaveformDecoder {

    /// Decodes as much as octets are there and the block has room for. The block is begun anew by the decoder; it
    /// never crosses a change of the sampling rate or a gap. Octets that were understood are consumed, also when
    /// the block stays empty.
    ///
    /// @param octets the next octets, from position to limit
    /// @param isEnd whether nothing follows them
    /// @param block where the samples go
    /// @throws UnusableRecordingException when they can't be samples; the decoder is spent
    void decode(ByteBuffer octets, boolean isEnd, SampleBlock block) throws UnusableRecordingException;

    /// What the recording is. Empty until its head has been read; what is only known later, such as a rate found
    /// from times, or notices, is added as it becomes known.
    default Optional<WaveformDescription> description() {
        return Optional.empty();
    }
}
