package trefas.metrology.flicker;

/// The incandescent lamp whose flicker, as an eye and a brain perceive it, is weighted (IEC 61000-4-15, dossier
/// metrology 7). The weighting is `k w1 s / (s² + 2 l s + w1²) * (1 + s/w2) / ((1 + s/w3) (1 + s/w4))`; all the
/// constants but k are given in Hz, to be multiplied by 2 pi.
public enum Lamp {
    /// 230 V, 60 W, at 50 Hz.
    VOLTS_230(50, 35, 0.250, 1.74802, 4.05981, 9.15494, 2.27979, 1.22535, 21.9),

    /// 120 V, 60 W, at 60 Hz.
    VOLTS_120(60, 42, 0.321, 1.6357, 4.167375, 9.077169, 2.939902, 1.394468, 17.31512);

    /// Modulation at which one unit of perceptibility is defined, Hz.
    static final double REFERENCE_HERTZ = 8.8;

    private final double mainsHertz;
    private final double lowPassHertz;
    private final double referencePercent;
    private final double gain;
    private final double lambda;
    private final double omega1;
    private final double omega2;
    private final double omega3;
    private final double omega4;

    Lamp(
            double mainsHertz,
            double lowPassHertz,
            double referencePercent,
            double gain,
            double lambda,
            double omega1,
            double omega2,
            double omega3,
            double omega4) {
        this.mainsHertz = mainsHertz;
        this.lowPassHertz = lowPassHertz;
        this.referencePercent = referencePercent;
        this.gain = gain;
        this.lambda = lambda;
        this.omega1 = omega1;
        this.omega2 = omega2;
        this.omega3 = omega3;
        this.omega4 = omega4;
    }

    /// The mains it hangs on, Hz.
    public double mainsHertz() {
        return mainsHertz;
    }

    /// Relative voltage change of a sine of 8.8 Hz that is just perceptible, percent from peak to peak.
    public double referencePercent() {
        return referencePercent;
    }

    /// Corner of the low-pass that takes out the ripple of the squared voltage, Hz.
    double lowPassHertz() {
        return lowPassHertz;
    }

    /// The resonance of the weighting.
    Section resonance(double samplesPerSecond) {
        double w1 = radians(omega1);
        return Section.of(
                new double[] {0, gain * w1, 0},
                new double[] {w1 * w1, 2 * radians(lambda), 1},
                omega1,
                samplesPerSecond);
    }

    /// The lamp's inertia and the rest of the weighting.
    Section inertia(double samplesPerSecond) {
        double w3 = 1 / radians(omega3);
        double w4 = 1 / radians(omega4);
        return Section.of(
                new double[] {1, 1 / radians(omega2), 0}, new double[] {1, w3 + w4, w3 * w4}, omega1, samplesPerSecond);
    }

    private static double radians(double hertz) {
        return 2 * Math.PI * hertz;
    }
}
