package trefas.metrology.measurement;

import java.util.Optional;
import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.SampleWindow;
import trefas.metrology.TenCycleValues;

/// Sees every window of a measurement after it has been measured.
public interface WindowOnlooker {

    /// The next window.
    ///
    /// @param window placed again for the next one
    /// @param values what the kernel found in it
    /// @param spectrum its harmonics, filled again for the next; none for a window without a frequency
    /// @param isFlagged whether a dip, swell or interruption is known to touch it
    void window(SampleWindow window, TenCycleValues values, Optional<HarmonicSpectrum> spectrum, boolean isFlagged);
}
