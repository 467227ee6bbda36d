package trefas.metrology.event;

import trefas.metrology.PhaseValues;
import trefas.metrology.Phasor;
import trefas.metrology.SampleBlock;
import trefas.metrology.SampleWindow;
import trefas.metrology.TenCycleValues;
import trefas.metrology.WindowStage;
import trefas.quantity.Phase;

/// A three-phase supply written as a formula, sampled and cut into windows of ten cycles from a rising zero crossing
/// of L1 at time 0 on, as an ideal kernel would.
record SupplyOnBench(double hertz, double samplesPerSecond, double seconds, Voltage voltage) {

    private static final int CYCLES = 10;

    /// The voltage of a phase at a time, V.
    interface Voltage {
        double at(int phase, double time);
    }

    static double radians(int phase, double hertz, double time) {
        return 2 * Math.PI * (hertz * time - phase / 3.0);
    }

    static Voltage sine(double volts, double hertz) {
        return (phase, time) -> Math.sqrt(2) * volts * Math.sin(radians(phase, hertz, time));
    }

    /// Runs all whole windows through the stage; the time at which the last one ended.
    double run(WindowStage stage) {
        return run(stage, 0);
    }

    /// The same, at a later time of the record.
    double run(WindowStage stage, double beginSeconds) {
        int margin = SampleWindow.MARGIN;
        int samples = (int) Math.ceil(seconds * samplesPerSecond) + 2 * margin;
        var channels = new double[SampleBlock.CHANNELS][samples];
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            for (int k = 0; k < samples; k++) {
                channels[phase][k] = voltage.at(phase, (k - margin) / samplesPerSecond);
            }
        }
        var window = new SampleWindow(channels);
        int windows = (int) Math.floor(seconds * hertz / CYCLES + 1e-9);
        for (int n = 0; n < windows; n++) {
            double start = n * CYCLES / hertz;
            double end = (n + 1) * CYCLES / hertz;
            window.place(
                    margin + start * samplesPerSecond,
                    margin + end * samplesPerSecond,
                    CYCLES,
                    samplesPerSecond,
                    beginSeconds + start);
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                window.voltageRadians(phase, Math.IEEEremainder(radians(phase, hertz, start), 2 * Math.PI));
            }
            stage.window(window, NO_VALUES);
        }
        return beginSeconds + windows * CYCLES / hertz;
    }

    private static final PhaseValues NOTHING = new PhaseValues(0, 0, 0, Phasor.ZERO, Phasor.ZERO);

    /// The stage under test looks at the samples only.
    static final TenCycleValues NO_VALUES = new TenCycleValues(0, 0.2, 10, 50, NOTHING, NOTHING, NOTHING, 0, 0, 0, 0);
}
