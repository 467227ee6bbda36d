package trefas.simulation.bench;

import java.util.ArrayList;
import java.util.List;

/// A periodic signal as the sum of its lines, so that its power with another is known exactly and no sampling rate
/// above twice its highest line can falsify it.
final class LineSpectrum {

    /// Samples between two exact angles; in between the lines are turned by complex products.
    private static final int RENEWAL = 1_024;

    /// One line, `rms * sqrt(2) * sin(2 pi order f t + radians)`.
    ///
    /// @param order multiple of the fundamental; a fraction for sub-harmonics
    record Line(double order, double rms, double radians) {}

    private final double direct;
    private final List<Line> lines;

    /// Of a direct part and lines of different orders.
    LineSpectrum(double direct, List<Line> lines) {
        this.direct = direct;
        this.lines = List.copyOf(lines);
    }

    static LineSpectrum nothing() {
        return new LineSpectrum(0, List.of());
    }

    static LineSpectrum sine(double rms, double radians) {
        return new LineSpectrum(0, List.of(new Line(1, rms, radians)));
    }

    /// The same a part of a cycle later, and multiplied.
    LineSpectrum shifted(double radians, double factor) {
        var shifted = new ArrayList<Line>();
        for (Line line : lines) {
            shifted.add(new Line(line.order, factor * line.rms, line.radians - (line.order * radians)));
        }
        return new LineSpectrum(factor * direct, shifted);
    }

    /// Mean of the products, W: only lines of the same order make power.
    double activePower(LineSpectrum current) {
        double sum = direct * current.direct;
        for (Line line : lines) {
            for (Line other : current.lines) {
                if (line.order == other.order) {
                    sum += line.rms * other.rms * Math.cos(line.radians - other.radians);
                }
            }
        }
        return sum;
    }

    /// Reactive power of the fundamentals, var; positive when the current lags.
    double reactivePower(LineSpectrum current) {
        double sum = 0;
        for (Line line : lines) {
            for (Line other : current.lines) {
                if (line.order == 1 && other.order == 1) {
                    sum += line.rms * other.rms * Math.sin(line.radians - other.radians);
                }
            }
        }
        return sum;
    }

    double rms() {
        double squares = direct * direct;
        for (Line line : lines) {
            squares += line.rms * line.rms;
        }
        return Math.sqrt(squares);
    }

    /// Writes samples.
    ///
    /// @param first number of the first one since the signal began
    /// @param cyclesPerSample frequency of the fundamental by the sampling rate
    void fill(double[] samples, int length, long first, double cyclesPerSample) {
        java.util.Arrays.fill(samples, 0, length, direct);
        for (Line line : lines) {
            for (int from = 0; from < length; from += RENEWAL) {
                add(line, samples, from, Math.min(length, from + RENEWAL), first, cyclesPerSample);
            }
        }
    }

    private static void add(Line line, double[] samples, int from, int to, long first, double cyclesPerSample) {
        double step = 2 * Math.PI * line.order * cyclesPerSample;
        double cycles = line.order * cyclesPerSample * (first + from);
        double angle = (2 * Math.PI * (cycles - Math.rint(cycles))) + line.radians;
        double peak = line.rms * Math.sqrt(2);
        double sine = peak * Math.sin(angle);
        double cosine = peak * Math.cos(angle);
        double stepSine = Math.sin(step);
        double stepCosine = Math.cos(step);
        for (int n = from; n < to; n++) {
            samples[n] += sine;
            double next = (sine * stepCosine) + (cosine * stepSine);
            cosine = (cosine * stepCosine) - (sine * stepSine);
            sine = next;
        }
    }
}
