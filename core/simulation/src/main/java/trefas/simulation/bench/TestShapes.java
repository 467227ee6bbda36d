package trefas.simulation.bench;

import java.util.ArrayList;
import java.util.List;
import trefas.metrology.accuracy.CurrentShape;
import trefas.simulation.bench.LineSpectrum.Line;

/// The currents of the accuracy tests as Fourier series, for a sine of 1 A rms in step with a voltage `sin(w t)`. Sharp
/// corners are band-limited to [#ORDER_MAX] as an anti-alias filter would do; since the voltage is a sine, the power is
/// the one of the uncut shape.
final class TestShapes {

    /// Highest order: 3 kHz at 50 Hz, below half of every usual sampling rate.
    static final int ORDER_MAX = 60;

    private static final int BURST_CYCLES = 4;
    private static final double QUARTER = Math.PI / 2;
    private static final double FIFTH_CURRENT = 0.4;
    private static final double FIFTH_VOLTAGE = 0.1;

    private TestShapes() {}

    /// The voltage that goes with a shape, for 1 V rms of the fundamental.
    static LineSpectrum voltage(CurrentShape shape) {
        return shape == CurrentShape.FIFTH_HARMONIC
                ? new LineSpectrum(0, List.of(new Line(1, 1, 0), new Line(5, FIFTH_VOLTAGE, 0)))
                : LineSpectrum.sine(1, 0);
    }

    /// The current of a shape.
    static LineSpectrum current(CurrentShape shape) {
        return switch (shape) {
            case SINE -> LineSpectrum.sine(1, 0);
            case FIFTH_HARMONIC -> new LineSpectrum(0, List.of(new Line(1, 1, 0), new Line(5, FIFTH_CURRENT, 0)));
            case HALF_WAVE -> halfWave();
            case PHASE_FIRED -> phaseFired();
            case BURST_FIRED -> burst();
        };
    }

    /// max(0, sin): 1/pi + sin/2 - 2/pi * sum over even h of cos(h w t) / (h^2 - 1).
    private static LineSpectrum halfWave() {
        double peak = Math.sqrt(2);
        var lines = new ArrayList<Line>();
        lines.add(new Line(1, 0.5, 0));
        for (int order = 2; order <= ORDER_MAX; order += 2) {
            // -cos(x) = sin(x - pi/2)
            lines.add(new Line(order, 2 / (Math.PI * (((double) order * order) - 1)), -QUARTER));
        }
        return new LineSpectrum(peak / Math.PI, lines);
    }

    /// sin from 90 to 180 degrees of each half wave. With a peak of 1 the fundamental is sin/2 - cos/pi; for odd h
    /// the parts follow from the integrals of sin(x) sin(h x) and sin(x) cos(h x) over that quarter.
    private static LineSpectrum phaseFired() {
        var lines = new ArrayList<Line>();
        lines.add(line(1, 0.5, -1 / Math.PI));
        for (int order = 3; order <= ORDER_MAX; order += 2) {
            double below = order - 1.0;
            double above = order + 1.0;
            double sine = ((Math.sin(above * QUARTER) / above) - (Math.sin(below * QUARTER) / below)) / Math.PI;
            double cosine =
                    (((Math.cos(above * QUARTER) - 1) / above) - ((Math.cos(below * QUARTER) - 1) / below)) / Math.PI;
            lines.add(line(order, sine, cosine));
        }
        return new LineSpectrum(0, lines);
    }

    /// Two of four cycles: lines at every odd quarter of the fundamental, and half of the fundamental itself.
    private static LineSpectrum burst() {
        var lines = new ArrayList<Line>();
        lines.add(new Line(1, 0.5, 0));
        for (int quarter = 1; quarter <= ORDER_MAX * BURST_CYCLES; quarter += 2) {
            double order = quarter / (double) BURST_CYCLES;
            // The integral of sin(x) cos(order x) over two cycles of four; that with sin(order x) is nothing.
            double cosine = -2 / (Math.PI * BURST_CYCLES * ((order * order) - 1));
            lines.add(line(order, 0, cosine));
        }
        return new LineSpectrum(0, lines);
    }

    /// A line of sine and cosine amplitudes, for a sine of 1 A rms that the shape is cut from.
    private static Line line(double order, double sine, double cosine) {
        return new Line(order, Math.hypot(sine, cosine), Math.atan2(cosine, sine));
    }
}
