package trefas.metrology.kernel;

import java.util.Arrays;
import trefas.metrology.Phasor;

/// Finds the fundamental when nothing is known but that it lies between 40 and 70 Hz: the strongest of thirty-one
/// spectral lines over a tenth of a second, then its exact frequency from how far the angle moves between two places.
final class FrequencySearch {

    /// Lowest and highest fundamental that is looked for, Hz.
    static final int HERTZ_MIN = 40;

    static final int HERTZ_MAX = 70;

    /// How far beyond that range a fundamental that moves is followed before it is given up, Hz.
    private static final int FOLLOWED_HERTZ = 4;

    private static final double LINE_SECONDS = 0.1;
    private static final int REFINEMENTS = 3;

    private final Demodulator demodulator;
    private final int[] voltages;
    private final double minimum;
    private final double samplesPerSecond;
    private final Phasor[] early;

    /// Searches certain channels.
    ///
    /// @param voltages channels that may tell a frequency
    /// @param minimum rms below which they tell none
    FrequencySearch(Demodulator demodulator, int[] voltages, double minimum, double samplesPerSecond) {
        this.demodulator = demodulator;
        this.voltages = voltages.clone();
        this.minimum = minimum;
        this.samplesPerSecond = samplesPerSecond;
        this.early = new Phasor[voltages.length];
        Arrays.fill(early, Phasor.ZERO);
    }

    /// Whether a fundamental that was found once is still one.
    boolean isFollowed(double radiansPerSample) {
        double hertz = radiansPerSample * samplesPerSecond / (2 * Math.PI);
        return hertz >= HERTZ_MIN - FOLLOWED_HERTZ && hertz <= HERTZ_MAX + FOLLOWED_HERTZ;
    }

    /// Radians per sample of the fundamental around the middle of a stretch; 0 when there is none.
    ///
    /// @param from first sample that may be looked at
    /// @param to one after the last
    double search(double[][] channels, int from, int to) {
        double strongest = strongest(channels, from, to);
        return strongest == 0 ? 0 : refine(channels, from, to, strongest);
    }

    /// The strongest line, radians per sample; 0 when all channels are too small to tell.
    private double strongest(double[][] channels, int from, int to) {
        int length = Math.min(to - from, (int) (LINE_SECONDS * samplesPerSecond));
        int start = from + (to - from - length) / 2;
        if (!hasVoltage(channels, start, length)) {
            return 0;
        }
        double best = 0;
        double strongest = 0;
        for (int hertz = HERTZ_MIN; hertz <= HERTZ_MAX; hertz++) {
            double radiansPerSample = 2 * Math.PI * hertz / samplesPerSecond;
            double power = 0;
            for (int channel : voltages) {
                power += power(channels[channel], start, length, radiansPerSample);
            }
            if (power > strongest) {
                strongest = power;
                best = radiansPerSample;
            }
        }
        return best;
    }

    private boolean hasVoltage(double[][] channels, int start, int length) {
        for (int channel : voltages) {
            double squares = 0;
            for (int k = 0; k < length; k++) {
                squares += channels[channel][start + k] * channels[channel][start + k];
            }
            if (squares >= minimum * minimum * length) {
                return true;
            }
        }
        return false;
    }

    /// Square of a spectral line under a raised cosine.
    private static double power(double[] channel, int start, int length, double radiansPerSample) {
        double turnSine = Math.sin(radiansPerSample);
        double turnCosine = Math.cos(radiansPerSample);
        double s = 0;
        double c = 1;
        double sines = 0;
        double cosines = 0;
        double taper = 2 * Math.PI / length;
        for (int k = 0; k < length; k++) {
            double x = channel[start + k] * (1 - Math.cos(taper * (k + 0.5)));
            sines += x * s;
            cosines += x * c;
            double turned = s * turnCosine + c * turnSine;
            c = c * turnCosine - s * turnSine;
            s = turned;
        }
        return sines * sines + cosines * cosines;
    }

    /// The frequency from the angles at two places, as far apart as the stretch allows but at most two cycles; 0 when
    /// it leaves the range or the fundamental is too small, or when the stretch is shorter than it takes.
    double refine(double[][] channels, int from, int to, double coarse) {
        double radiansPerSample = coarse;
        for (int i = 0; i < REFINEMENTS; i++) {
            demodulator.tune(radiansPerSample);
            int room = to - from - 2 * demodulator.reach() - 1;
            int distance = Math.min(room, (int) (4 * Math.PI / radiansPerSample));
            if (distance < 1) {
                return 0;
            }
            int first = from + demodulator.reach() + (room - distance) / 2;
            radiansPerSample += moved(channels, first, distance, radiansPerSample) / distance;
            double hertz = radiansPerSample * samplesPerSecond / (2 * Math.PI);
            if (!(hertz >= HERTZ_MIN && hertz <= HERTZ_MAX)) {
                return 0;
            }
        }
        return isLoud() ? radiansPerSample : 0;
    }

    /// How far the angle moves over a distance beyond what a frequency lets expect, radians.
    private double moved(double[][] channels, int first, int distance, double radiansPerSample) {
        Phasor sum = Phasor.ZERO;
        for (int i = 0; i < voltages.length; i++) {
            early[i] = demodulator.at(channels[voltages[i]], first);
            Phasor late = demodulator.at(channels[voltages[i]], first + distance);
            sum = sum.plus(late.times(early[i].conjugate()));
        }
        return sum.turned(-radiansPerSample * distance).radians();
    }

    private boolean isLoud() {
        for (Phasor phasor : early) {
            if (phasor.magnitude() >= minimum) {
                return true;
            }
        }
        return false;
    }
}
