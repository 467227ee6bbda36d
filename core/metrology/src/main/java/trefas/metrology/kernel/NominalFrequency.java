package trefas.metrology.kernel;

/// The frequency a supply is built for, which decides how many cycles a basic interval of IEC 61000-4-30 holds.
public enum NominalFrequency {
    /// 50 Hz: 10 cycles.
    HERTZ_50(50, 10),
    /// 60 Hz: 12 cycles.
    HERTZ_60(60, 12),
    /// Whichever of the two the first cycles are nearer to; 50 Hz as long as no voltage tells.
    AUTOMATIC(50, 10);

    private final int hertz;
    private final int cycles;

    NominalFrequency(int hertz, int cycles) {
        this.hertz = hertz;
        this.cycles = cycles;
    }

    /// The frequency itself, Hz.
    public int hertz() {
        return hertz;
    }

    /// Cycles of a basic interval.
    public int cycles() {
        return cycles;
    }

    /// What this setting means for a supply of a measured frequency.
    ///
    /// @param measuredHertz of the first cycles
    NominalFrequency resolved(double measuredHertz) {
        if (this != AUTOMATIC) {
            return this;
        }
        return measuredHertz < (HERTZ_50.hertz + HERTZ_60.hertz) / 2.0 ? HERTZ_50 : HERTZ_60;
    }
}
