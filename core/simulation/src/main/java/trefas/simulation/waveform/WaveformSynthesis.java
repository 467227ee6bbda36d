package trefas.simulation.waveform;

import java.util.Arrays;
import trefas.metrology.SampleBlock;
import trefas.quantity.Phase;
import trefas.simulation.Noise;

/// Makes samples of a model. Works in chunks that begin where the model says and not where blocks do, so
/// the samples are the same however the blocks are cut. Within a chunk the fundamental turns by a
/// recurrence and every order by multiplying with it; each chunk begins with an exact angle, so errors do
/// not grow. All loops run over plain arrays at equal places, which the compiler turns into vector
/// instructions.
final class WaveformSynthesis implements WaveformSource {

    /// The lowest and highest rate, samples per second.
    static final double RATE_MIN = 500;

    static final double RATE_MAX = 1_000_000;

    /// The longest record, s: a year.
    static final double SECONDS_MAX = 366.0 * 86_400;

    private static final int CHUNK = 256;

    /// An instant this little before a sample counts as on it, samples.
    private static final double NEAR = 1e-6;

    private static final int NOISE = 1_200;

    private final WaveformModel model;
    private final SlotWalk walk;
    private final double samplesPerSecond;
    private final long total;
    private final double limitSeconds;
    private final double[][] chunk = new double[SampleBlock.CHANNELS][CHUNK];
    private final double[] cosine = new double[CHUNK];
    private final double[] sine = new double[CHUNK];
    private final double[] orderCosine = new double[CHUNK];
    private final double[] orderSine = new double[CHUNK];
    private final double[] factors = new double[CHUNK];
    private int length;
    private int place;
    private long position;
    private long slotEnd;
    private int highestOrder;
    private boolean isBegun;

    WaveformSynthesis(WaveformModel model, double samplesPerSecond, double seconds) {
        if (!(samplesPerSecond >= RATE_MIN && samplesPerSecond <= RATE_MAX)) {
            throw new IllegalArgumentException(
                    "a rate is " + RATE_MIN + " to " + RATE_MAX + " samples per second: " + samplesPerSecond);
        }
        if (!(seconds > 0 && seconds <= SECONDS_MAX)) {
            throw new IllegalArgumentException("a record is up to " + SECONDS_MAX + " s: " + seconds);
        }
        this.model = model;
        this.walk = new SlotWalk(model);
        this.samplesPerSecond = samplesPerSecond;
        this.total = Math.round(samplesPerSecond * seconds);
        this.limitSeconds = seconds + 1;
    }

    @Override
    public boolean next(SampleBlock block) {
        block.begin(samplesPerSecond, isBegun);
        isBegun = true;
        int filled = 0;
        while (filled < block.capacity() && (place < length || makeChunk())) {
            int count = Math.min(length - place, block.capacity() - filled);
            for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
                System.arraycopy(chunk[channel], place, block.channel(channel), filled, count);
            }
            place += count;
            filled += count;
        }
        block.length(filled);
        return filled > 0;
    }

    private boolean makeChunk() {
        if (position >= total) {
            return false;
        }
        while (position >= slotEnd) {
            walk.next(limitSeconds);
            slotEnd = (long) Math.ceil((walk.end() * samplesPerSecond) - NEAR);
            if (walk.isChanged()) {
                highestOrder = findHighestOrder();
            }
        }
        length = (int) Math.min(CHUNK, Math.min(slotEnd, total) - position);
        place = 0;
        turn(cosine, sine, 1);
        fill();
        if (model.grid().noiseVolts() > 0 || model.grid().noiseAmperes() > 0) {
            addNoise();
        }
        position += length;
        return true;
    }

    /// Sine and cosine of a frequency that keeps its ratio to the fundamental. The step between two samples
    /// grows evenly when the frequency does.
    private void turn(double[] cosines, double[] sines, double ratio) {
        long cycles = Math.floorMod(walk.cycles(), (long) GridHarmonic.PERIOD_CYCLES);
        double since = (position / samplesPerSecond) - walk.start();
        double step = 1 / samplesPerSecond;
        double hertz = walk.hertz() + (walk.hertzPerSecond() * since);
        double turns = ratio * (cycles + walk.turns() + (since * (walk.hertz() + hertz) / 2));
        double angle = 2 * Math.PI * (turns - Math.floor(turns));
        double stepAngle = ratio * 2 * Math.PI * step * (hertz + (walk.hertzPerSecond() * step / 2));
        double growth = ratio * 2 * Math.PI * walk.hertzPerSecond() * step * step;
        double c = StrictMath.cos(angle);
        double s = StrictMath.sin(angle);
        double stepC = StrictMath.cos(stepAngle);
        double stepS = StrictMath.sin(stepAngle);
        double growthC = StrictMath.cos(growth);
        double growthS = StrictMath.sin(growth);
        for (int k = 0; k < length; k++) {
            cosines[k] = c;
            sines[k] = s;
            double turned = (c * stepC) - (s * stepS);
            s = (s * stepC) + (c * stepS);
            c = turned;
            double grown = (stepC * growthC) - (stepS * growthS);
            stepS = (stepS * growthC) + (stepC * growthS);
            stepC = grown;
        }
    }

    private void fill() {
        Flicker flicker = model.grid().flicker();
        GridState state = walk.state();
        for (double[] channel : chunk) {
            Arrays.fill(channel, 0, length, 0);
        }
        addOrders(0, state.voltage());
        addOrders(Phase.COUNT, state.following());
        addInterharmonics();
        if (flicker.isModulating()) {
            flicker.fill(factors, length, position / samplesPerSecond, 1 / samplesPerSecond);
            for (double[] channel : chunk) {
                multiply(channel, factors, length);
            }
        }
        addOrders(Phase.COUNT, state.holding());
    }

    /// Adds three channels of orders, from a channel on.
    private void addOrders(int firstChannel, OrderPhasors phasors) {
        for (int order = 0; order <= highestOrder; order++) {
            if (order == 1) {
                System.arraycopy(cosine, 0, orderCosine, 0, length);
                System.arraycopy(sine, 0, orderSine, 0, length);
            } else if (order > 1) {
                turnOn(orderCosine, orderSine, cosine, sine, length);
            }
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                double real = phasors.real(phase, order);
                double imaginary = phasors.imaginary(phase, order);
                if (order == 0 && real != 0) {
                    add(chunk[firstChannel + phase], real, length);
                } else if (real != 0 || imaginary != 0) {
                    double peak = Math.sqrt(2);
                    add(chunk[firstChannel + phase], orderSine, peak * real, orderCosine, peak * imaginary, length);
                }
            }
        }
    }

    private int findHighestOrder() {
        GridState state = walk.state();
        for (int order = model.orders(); order > 1; order--) {
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                if (state.voltage().square(phase, order)
                                + state.following().square(phase, order)
                                + state.holding().square(phase, order)
                        > 0) {
                    return order;
                }
            }
        }
        return 1;
    }

    private void addInterharmonics() {
        for (GridHarmonic harmonic : model.grid().harmonics()) {
            if (!harmonic.isHarmonic()) {
                turn(orderCosine, orderSine, harmonic.ratio());
                double peak = Math.sqrt(2) * model.grid().declaredVolts() * harmonic.percent() / 100;
                for (int phase = 0; phase < Phase.COUNT; phase++) {
                    double angle = (harmonic.ratio() * walk.state().angle(phase)) + Math.toRadians(harmonic.degrees());
                    double rms = peak * walk.state().factor(phase);
                    add(
                            chunk[phase],
                            orderSine,
                            rms * StrictMath.cos(angle),
                            orderCosine,
                            rms * StrictMath.sin(angle),
                            length);
                }
            }
        }
    }

    private void addNoise() {
        for (int channel = 0; channel < SampleBlock.CHANNELS; channel++) {
            double rms = channel < Phase.COUNT
                    ? model.grid().noiseVolts()
                    : model.grid().noiseAmperes();
            long key = Noise.key(model.seed(), NOISE + channel);
            double[] samples = chunk[channel];
            for (int k = 0; k < length; k++) {
                samples[k] += rms * Noise.normal(key, position + k);
            }
        }
    }

    private static void turnOn(double[] cosines, double[] sines, double[] byCosine, double[] bySine, int length) {
        for (int k = 0; k < length; k++) {
            double c = cosines[k];
            double s = sines[k];
            cosines[k] = (c * byCosine[k]) - (s * bySine[k]);
            sines[k] = (s * byCosine[k]) + (c * bySine[k]);
        }
    }

    private static void add(
            double[] target, double[] sines, double bySine, double[] cosines, double byCosine, int length) {
        for (int k = 0; k < length; k++) {
            target[k] += (sines[k] * bySine) + (cosines[k] * byCosine);
        }
    }

    private static void add(double[] target, double constant, int length) {
        for (int k = 0; k < length; k++) {
            target[k] += constant;
        }
    }

    private static void multiply(double[] target, double[] factors, int length) {
        for (int k = 0; k < length; k++) {
            target[k] *= factors[k];
        }
    }
}
