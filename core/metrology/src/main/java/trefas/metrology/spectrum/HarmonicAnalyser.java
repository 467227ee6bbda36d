package trefas.metrology.spectrum;

import org.jspecify.annotations.Nullable;
import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.SampleBlock;
import trefas.metrology.SampleWindow;
import trefas.metrology.TenCycleValues;
import trefas.metrology.WindowStage;

/// Harmonics, groups and interharmonics of every window (IEC 61000-4-7): interpolates the window to a power
/// of two points that divide its cycles evenly, transforms them, corrects the interpolator's known response
/// bin by bin and gathers the bins. The window is rectangular, as the standard wants it, and the six
/// channels go through each step together.
///
/// Angles count from the start of the window. Half the sampling rate bounds what can be told: orders beyond
/// are zero, not guessed. Content beyond the highest order is kept from folding into it by 90 dB.
public final class HarmonicAnalyser implements WindowStage {

    /// Most cycles of a window: the basic interval at 60 Hz.
    public static final int CYCLES_MAX = 12;

    /// Most samples of a window, 1.25 million a second at 50 Hz.
    public static final int SAMPLES_MAX = 250_000;

    /// The highest bin by the points. The rest is where the interpolator's attenuation grows.
    private static final double BAND_MAX = 0.305;

    private static final int LOG2_LIMIT = 32;

    private final RowArithmetic arithmetic;
    private final SpectrumStage next;
    private final HarmonicSpectrum spectrum;
    private final Bins bins;
    private final @Nullable FourierPlan[] plans = new @Nullable FourierPlan[LOG2_LIMIT];
    private final @Nullable KaiserKernel[] kernels =
            new @Nullable KaiserKernel[(int) (KaiserKernel.STRETCH_MAX / KaiserKernel.STRETCH_STEP) + 1];
    private double[] samples = {};
    private double[] points = {};

    /// Analyses to an order.
    ///
    /// @param orders 1 to [HarmonicSpectrum#ORDERS_MAX]; 40 for the meter, 50 for class A of IEC 61000-4-30
    /// @param next receives the spectrum of each window
    public HarmonicAnalyser(int orders, SpectrumStage next) {
        this(orders, next, RowArithmetic.fastest());
    }

    HarmonicAnalyser(int orders, SpectrumStage next, RowArithmetic arithmetic) {
        this.arithmetic = arithmetic;
        this.next = next;
        spectrum = new HarmonicSpectrum(orders);
        bins = new Bins(CYCLES_MAX * (orders + 1));
    }

    /// Analyses a window and passes its spectrum on.
    ///
    /// @throws IllegalArgumentException for a window of other than 1 to [#CYCLES_MAX] cycles or of more
    ///     than [#SAMPLES_MAX] samples
    @Override
    public void window(SampleWindow window, TenCycleValues values) {
        int cycles = window.cycles();
        double length = window.samples();
        if (cycles < 1 || cycles > CYCLES_MAX || !(length > 0 && length <= SAMPLES_MAX)) {
            throw new IllegalArgumentException("a window has 1 to " + CYCLES_MAX + " cycles in at most " + SAMPLES_MAX
                    + " samples: " + cycles + " cycles in " + length);
        }
        int band = cycles * (spectrum.orders() + 1);
        int count = count(band, length);
        double step = length / count;
        KaiserKernel kernel = kernel(stretch(band, step, count));
        int first = (int) Math.floor(window.start()) - kernel.before();
        // Half a step on the safe side of the last point, which lies a whole step before the end.
        int last = (int) Math.floor(window.end() - step / 2) + kernel.taps() / 2;
        interleave(window, first, last - first + 1);
        FourierPlan plan = plan(count);
        arithmetic.interpolate(samples, window.start() - first, step, kernel, points, count);
        arithmetic.transform(points, plan);
        bins.take(arithmetic, points, plan, kernel, length, band);
        bins.gather(cycles, spectrum);
        next.spectrum(window, values, spectrum);
    }

    /// Points of a window: so many that neither the band nor the stretch of the interpolator is too wide.
    private static int count(int band, double length) {
        int count = FourierPlan.POINTS_MIN;
        while (band > BAND_MAX * count || stretch(band, length / count, count) > KaiserKernel.STRETCH_MAX) {
            count *= 2;
        }
        return count;
    }

    /// The stretch that attenuates all that would fold into the band.
    private static double stretch(int band, double step, int count) {
        return Math.max(1, KaiserKernel.STOP * step / (1 - (double) band / count));
    }

    private KaiserKernel kernel(double stretch) {
        int steps = (int) Math.ceil(stretch / KaiserKernel.STRETCH_STEP);
        KaiserKernel kernel = kernels[steps];
        if (kernel == null) {
            kernel = new KaiserKernel(steps * KaiserKernel.STRETCH_STEP);
            kernels[steps] = kernel;
        }
        return kernel;
    }

    private FourierPlan plan(int count) {
        int log2 = Integer.numberOfTrailingZeros(count);
        FourierPlan plan = plans[log2];
        if (plan == null) {
            plan = new FourierPlan(count);
            plans[log2] = plan;
        }
        if (points.length < count * RowArithmetic.LANES) {
            points = new double[count * RowArithmetic.LANES];
        }
        return plan;
    }

    /// Samples of six arrays to rows.
    private void interleave(SampleWindow window, int first, int count) {
        if (samples.length < count * RowArithmetic.LANES) {
            samples = new double[count * RowArithmetic.LANES];
        }
        double[] u1 = window.channel(SampleBlock.voltage(0));
        double[] u2 = window.channel(SampleBlock.voltage(1));
        double[] u3 = window.channel(SampleBlock.voltage(2));
        double[] i1 = window.channel(SampleBlock.current(0));
        double[] i2 = window.channel(SampleBlock.current(1));
        double[] i3 = window.channel(SampleBlock.current(2));
        double[] rows = samples;
        int row = 0;
        for (int sample = first; sample < first + count; sample++) {
            rows[row] = u1[sample];
            rows[row + 1] = u2[sample];
            rows[row + 2] = u3[sample];
            rows[row + 3] = i1[sample];
            rows[row + 4] = i2[sample];
            rows[row + 5] = i3[sample];
            row += RowArithmetic.LANES;
        }
    }
}
