package trefas.metrology.accuracy;

/// The wave shapes of the accuracy tests. The amperes of a test are the rms of the sine that a shape is made of.
public enum CurrentShape {
    /// Nothing but the fundamental.
    SINE("sine"),
    /// Fifth harmonic of 10 % in the voltage and 40 % in the current, in phase at the zero crossing: P = 1.04 P1.
    FIFTH_HARMONIC("5th harmonic"),
    /// Only the positive halves: direct current and even harmonics, P = U I / 2.
    HALF_WAVE("half wave"),
    /// Nothing in the first quarter of each half wave: odd harmonics, P = U I / 2 and Q1 = U I / pi.
    PHASE_FIRED("90 deg fired"),
    /// Two cycles on, two off: sub-harmonics, P = U I / 2.
    BURST_FIRED("burst 2/2");

    private final String title;

    CurrentShape(String title) {
        this.title = title;
    }

    /// As a table names it.
    public String title() {
        return title;
    }
}
