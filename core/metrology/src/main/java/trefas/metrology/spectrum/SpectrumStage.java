package trefas.metrology.spectrum;

import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.SampleWindow;
import trefas.metrology.TenCycleValues;

/// Something that looks at the spectrum of every basic interval.
@FunctionalInterface
public interface SpectrumStage {

    /// The next window, what the kernel found in it and its spectrum.
    ///
    /// @param spectrum filled again for the next window: [SpectrumMean] keeps what is to last
    void spectrum(SampleWindow window, TenCycleValues values, HarmonicSpectrum spectrum);
}
