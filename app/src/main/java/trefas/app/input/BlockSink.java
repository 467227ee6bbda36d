package trefas.app.input;

import trefas.metrology.SampleBlock;
import trefas.recording.WaveformDescription;

/// Where the blocks of a recording go, in order.
public interface BlockSink {

    /// The next samples.
    ///
    /// @param description what is known of the recording by now
    /// @param block filled again afterwards
    void accept(WaveformDescription description, SampleBlock block) throws UnusableInputException;

    /// Length of what was accepted, s.
    double seconds();
}
