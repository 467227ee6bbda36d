package trefas.metrology.event;

import trefas.metrology.SampleWindow;

/// One phase on its way through the windows: where its current half cycle began, what it holds so far, and where the
/// next zero crossing is expected.
final class HalfCyclePhase {

    /// Most a boundary gives way to a new angle, as a part of the period. A step of the magnitude near the edge of
    /// a window disturbs the angle measured there, and the angle may jump. An rms over a full period is right
    /// wherever it begins, while a cycle too long or short by this much on both sides is wrong by a twentieth of a
    /// percent; so the boundaries follow slowly.
    private static final double SLEW = 1 / 2_048.0;

    /// Angles this close before a zero crossing, in half turns, are at it.
    private static final double CROSSING_SLACK = 1e-9;

    private final SquareIntegral integral = new SquareIntegral();
    private double halfStart;
    private double partial;
    private double previousStart;
    private double previousIntegral;
    /// Boundaries crossed since the beginning, counted from -1 to 2: with the third a first whole cycle has ended.
    private int halves;
    private double boundary;
    private double cycleStart;
    private double volts;

    HalfCyclePhase() {}

    /// Forgets everything; the first half cycle begins with the first zero crossing at or after the window's start.
    void begin(SampleWindow window, int phase, double hertz) {
        double turns = window.cycles() == 0 ? 0 : window.voltageRadians(phase) / Math.PI;
        double fraction = Math.ceil(turns - CROSSING_SLACK) - turns;
        boundary = window.startSeconds() + Math.max(0, fraction) / (2 * hertz);
        halves = -1;
        partial = 0;
        integral.start(window.channel(phase), window.start());
    }

    /// Goes on in the next window.
    void enter(SampleWindow window, int phase, double hertz) {
        integral.start(window.channel(phase), window.start());
        if (halves >= 0) {
            expectCrossing(window, phase, hertz);
        } else {
            boundary = Math.max(boundary, window.startSeconds());
        }
    }

    /// The end of the current half cycle, seconds since the first sample of the record.
    double boundary() {
        return boundary;
    }

    /// Ends the current half cycle; whether a whole cycle ended with it, of which [#cycleStart] and [#volts] tell.
    boolean cross(SampleWindow window, int phase, double hertz) {
        double position = window.start() + (boundary - window.startSeconds()) * window.samplesPerSecond();
        partial += integral.advance(window.channel(phase), position) / window.samplesPerSecond();
        halves = Math.min(halves + 1, 2);
        if (halves == 2) {
            cycleStart = previousStart;
            volts = Math.sqrt(Math.max(0, previousIntegral + partial) / (boundary - previousStart));
        }
        previousStart = halfStart;
        previousIntegral = partial;
        halfStart = boundary;
        partial = 0;
        expectCrossing(window, phase, hertz);
        return halves == 2;
    }

    /// Beginning of the cycle that ended last, s.
    double cycleStart() {
        return cycleStart;
    }

    /// Beginning of the half cycle that goes on, which is the end of the cycle that ended last, s.
    double halfStart() {
        return halfStart;
    }

    /// Rms of the cycle that ended last, V.
    double volts() {
        return volts;
    }

    /// Takes what is left of the window into the half cycle that goes on in the next.
    void leave(SampleWindow window, int phase) {
        partial += integral.advance(window.channel(phase), window.end()) / window.samplesPerSecond();
    }

    private void expectCrossing(SampleWindow window, int phase, double hertz) {
        double period = 1 / hertz;
        double target = halfStart + period / 2;
        double late = 0;
        if (window.cycles() > 0) {
            double halfTurns = window.voltageRadians(phase) / Math.PI + 2 * hertz * (target - window.startSeconds());
            late = (Math.rint(halfTurns) - halfTurns) * period / 2;
        }
        double slew = Math.clamp(late, -SLEW * period, SLEW * period);
        boundary = Math.max(target + slew, window.startSeconds());
    }
}
