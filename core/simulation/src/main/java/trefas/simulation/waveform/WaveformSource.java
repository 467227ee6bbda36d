package trefas.simulation.waveform;

import trefas.metrology.SampleBlock;

/// Where samples come from, pulled block by block. The same source made again gives the same samples bit by
/// bit, however large the blocks are.
public interface WaveformSource {

    /// Fills the block with the next samples, as many as it holds.
    ///
    /// @return false when there are no more; then the block is empty
    boolean next(SampleBlock block);
}
