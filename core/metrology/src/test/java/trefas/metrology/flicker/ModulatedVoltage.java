package trefas.metrology.flicker;

import java.util.function.DoubleUnaryOperator;
import trefas.metrology.PhaseValues;
import trefas.metrology.Phasor;
import trefas.metrology.SampleBlock;
import trefas.metrology.SampleWindow;
import trefas.metrology.TenCycleValues;
import trefas.metrology.WindowStage;

/// Three voltages as analytic functions of time, cut into windows of ten cycles between fractional edges.
final class ModulatedVoltage {

    static final double VOLTS = 230;

    private final double samplesPerSecond;
    private final double mainsHertz;
    private final DoubleUnaryOperator[] voltages;

    ModulatedVoltage(double samplesPerSecond, double mainsHertz, DoubleUnaryOperator... voltages) {
        this.samplesPerSecond = samplesPerSecond;
        this.mainsHertz = mainsHertz;
        this.voltages = voltages;
    }

    /// A sine whose amplitude follows a factor.
    static DoubleUnaryOperator carrier(double hertz, double degrees, DoubleUnaryOperator factor) {
        double angle = Math.toRadians(degrees);
        return t -> VOLTS * Math.sqrt(2) * Math.sin(2 * Math.PI * hertz * t + angle) * factor.applyAsDouble(t);
    }

    /// Amplitude factor of a sinusoidal change, percent from peak to peak.
    static DoubleUnaryOperator sine(double hertz, double percent) {
        return t -> 1 + percent / 200 * Math.sin(2 * Math.PI * hertz * t);
    }

    /// Amplitude factor of a rectangular change, percent from level to level. A sample that lies within half a
    /// distance of an edge takes its mean over that distance, so that the edge is where it is and not at a sample.
    static DoubleUnaryOperator square(double hertz, double percent, double samplesPerSecond) {
        double half = 0.5 / samplesPerSecond;
        return t -> 1 + percent / 200 * (area(hertz, t + half) - area(hertz, t - half)) * samplesPerSecond;
    }

    /// Integral of a square wave of +1 and -1.
    private static double area(double hertz, double t) {
        double period = t * hertz - Math.floor(t * hertz);
        return (period < 0.5 ? period : 1 - period) / hertz;
    }

    /// Shows a stage every window of a stretch of time.
    void feed(WindowStage stage, double fromSeconds, double toSeconds) {
        int cycles = (int) Math.round(mainsHertz / 5);
        double length = cycles / mainsHertz;
        int room = (int) Math.ceil(length * samplesPerSecond) + 2 * SampleWindow.MARGIN + 2;
        double[][] channels = new double[SampleBlock.CHANNELS][room];
        SampleWindow window = new SampleWindow(channels);
        for (int k = 0; fromSeconds + (k + 1) * length < toSeconds + 1e-6; k++) {
            double start = fromSeconds + k * length;
            double end = fromSeconds + (k + 1) * length;
            long base = (long) Math.floor(start * samplesPerSecond) - SampleWindow.MARGIN;
            for (int phase = 0; phase < voltages.length; phase++) {
                for (int i = 0; i < room; i++) {
                    channels[phase][i] = voltages[phase].applyAsDouble((base + i) / samplesPerSecond);
                }
            }
            window.place(
                    start * samplesPerSecond - base, end * samplesPerSecond - base, cycles, samplesPerSecond, start);
            stage.window(window, values(window));
        }
    }

    private static TenCycleValues values(SampleWindow window) {
        return new TenCycleValues(
                window.startSeconds(),
                window.endSeconds(),
                window.cycles(),
                window.hertz(),
                phase(window, 0),
                phase(window, 1),
                phase(window, 2),
                0,
                0,
                0,
                0);
    }

    private static PhaseValues phase(SampleWindow window, int phase) {
        double squares = 0;
        int from = (int) Math.ceil(window.start());
        int to = (int) Math.ceil(window.end());
        for (int i = from; i < to; i++) {
            double volts = window.channel(phase)[i];
            squares += volts * volts;
        }
        double rms = Math.sqrt(squares / (to - from));
        return new PhaseValues(rms, 0, 0, new Phasor(rms, 0), Phasor.ZERO);
    }
}
