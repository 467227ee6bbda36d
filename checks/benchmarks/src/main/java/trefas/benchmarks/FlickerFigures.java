package trefas.benchmarks;

import java.util.List;
import java.util.Locale;
import trefas.metrology.SampleBlock;
import trefas.metrology.flicker.FlickerMeter;
import trefas.metrology.flicker.FlickerSink;
import trefas.metrology.flicker.Lamp;
import trefas.metrology.flicker.LongTermFlicker;
import trefas.metrology.flicker.ShortTermFlicker;
import trefas.metrology.interval.ClockTicks;
import trefas.metrology.interval.Flags;
import trefas.metrology.kernel.KernelSettings;
import trefas.metrology.kernel.WaveformKernel;

/// Pst at the seven points of IEC 61000-4-15 edition 2, each of which should read 1, through the whole kernel. Changes
/// fall on zero crossings of L1.
final class FlickerFigures {

    private static final double[] CHANGES_A_MINUTE = {1, 2, 7, 39, 110, 1_620, 4_000};
    private static final double[] PERCENT = {2.715, 2.191, 1.450, 0.894, 0.722, 0.407, 2.343};
    private static final int RATE = 4_000;
    private static final int SECONDS = 2 * FlickerMeter.SHORT_TERM_SECONDS + 1;
    private static final double VOLTS = 230;

    private FlickerFigures() {}

    static void print() {
        System.out.print("Pst at the seven points of edition 2, exact 1:");
        for (int point = 0; point < PERCENT.length; point++) {
            System.out.printf(Locale.ROOT, " %.4f", shortTerm(CHANGES_A_MINUTE[point] / 120, PERCENT[point]));
        }
        System.out.println();
    }

    /// Pst of the second ten minutes.
    private static double shortTerm(double hertz, double percent) {
        double[] latest = {Double.NaN};
        var meter = new FlickerMeter(Lamp.VOLTS_230, new ClockTicks(0), Flags.NONE, new FlickerSink() {
            @Override
            public void shortTerm(ShortTermFlicker flicker) {
                latest[0] = flicker.l1().orElse(latest[0]);
            }

            @Override
            public void longTerm(LongTermFlicker flicker) {}
        });
        var kernel = new WaveformKernel(KernelSettings.DEFAULT, List.of(meter));
        var block = new SampleBlock(RATE);
        for (int second = 0; second < SECONDS; second++) {
            block.begin(RATE, true);
            for (int sample = 0; sample < RATE; sample++) {
                double t = second + sample / (double) RATE;
                block.channel(0)[sample] =
                        VOLTS * Math.sqrt(2) * Math.sin(2 * Math.PI * 50 * t) * factor(hertz, percent, t);
            }
            block.length(RATE);
            kernel.accept(block);
        }
        kernel.finish();
        meter.finish();
        return latest[0];
    }

    /// Level of a rectangular change; the sample around an edge takes its mean over its own time.
    private static double factor(double hertz, double percent, double t) {
        double half = 0.5 / RATE;
        return 1 + percent / 200 * (area(hertz, t + half) - area(hertz, t - half)) * RATE;
    }

    private static double area(double hertz, double t) {
        double period = t * hertz - Math.floor(t * hertz);
        return (period < 0.5 ? period : 1 - period) / hertz;
    }
}
