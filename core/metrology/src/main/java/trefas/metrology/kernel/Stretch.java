package trefas.metrology.kernel;

import java.util.List;
import java.util.stream.IntStream;
import trefas.metrology.SampleBlock;
import trefas.metrology.SampleWindow;
import trefas.metrology.TenCycleValues;
import trefas.metrology.WindowStage;
import trefas.quantity.Phase;

/// One gapless stretch of samples of one rate, and how far it has been cut into windows.
final class Stretch {

    /// What is looked at to find the first frequency: four cycles of 40 Hz twice, two cycles apart.
    private static final double ACQUISITION_SECONDS = 0.16;

    /// Cycles after an edge that must be there to place it: two for its angle, one to measure a frequency afresh, one
    /// for an angle that jumps.
    private static final int CYCLES_AHEAD = 4;

    /// Cycles after an edge that suffice when it lies where it was expected: those of its angle. The sooner a window is
    /// summed, the less must be kept.
    private static final int CALM_CYCLES_AHEAD = 2;

    /// Seconds after an edge that must be there to look for a voltage: half of the above.
    private static final double SEARCH_AHEAD_SECONDS = ACQUISITION_SECONDS / 2;

    /// Samples after an edge that a window needs: its margin and the sample that the edge follows.
    private static final int SAMPLES_AHEAD = SampleWindow.MARGIN + 1;

    private final KernelSettings settings;
    private final List<WindowStage> stages;
    private final WindowValues values;
    private final SampleStore store;
    private final FundamentalTracker tracker;
    private final SampleWindow window;
    private final double startSeconds;
    private NominalFrequency nominal;
    private final boolean isSeenByStages;
    private boolean isStarted;

    /// Angles of the voltages at the start of the window.
    private final double[] radians = new double[Phase.COUNT];

    Stretch(
            KernelSettings settings,
            List<WindowStage> stages,
            WindowSums sums,
            double samplesPerSecond,
            double startSeconds) {
        this.settings = settings;
        this.stages = stages;
        this.values = new WindowValues(sums);
        this.store = new SampleStore(samplesPerSecond);
        int[] voltages =
                IntStream.range(0, Phase.COUNT).filter(settings::hasVoltage).toArray();
        this.tracker = new FundamentalTracker(sums, voltages, settings.minimumVoltage(), samplesPerSecond);
        this.isSeenByStages = stages.stream().anyMatch(WindowStage::needsSamples);
        this.window = new SampleWindow(isSeenByStages ? store.contiguous() : new double[SampleBlock.CHANNELS][0]);
        this.startSeconds = startSeconds;
        this.nominal = settings.nominalFrequency();
    }

    double samplesPerSecond() {
        return store.samplesPerSecond();
    }

    /// One sample after the last, since the first of the record.
    double endSeconds() {
        return startSeconds + (store.dropped() + store.length()) / samplesPerSecond();
    }

    /// Takes the next samples and works out the windows that they complete.
    void append(SampleBlock block) {
        int taken = 0;
        while (taken < block.length()) {
            taken += store.lend(block, taken);
            if (isSeenByStages) {
                store.contiguous();
            }
            cut(false);
            tracker.shift(store.keep(tracker.edge()));
        }
    }

    /// Works out the windows that remain; nothing follows.
    void end() {
        cut(true);
        for (WindowStage stage : stages) {
            stage.stretchEnded(startSeconds, endSeconds());
        }
    }

    private void cut(boolean isEnd) {
        if (!isStarted && !start(isEnd)) {
            return;
        }
        boolean isMore = true;
        while (isMore) {
            isMore = tracker.isLocked() ? cutLocked(isEnd) : cutFree(isEnd);
        }
    }

    private boolean start(boolean isEnd) {
        int needed = (int) (ACQUISITION_SECONDS * samplesPerSecond()) + SAMPLES_AHEAD;
        if (store.length() < needed && !isEnd) {
            return false;
        }
        tracker.acquireFirst(store, Math.min(store.length(), needed));
        resolveNominal();
        isStarted = true;
        return true;
    }

    private void resolveNominal() {
        if (tracker.isLocked()) {
            nominal = settings.nominalFrequency()
                    .resolved(tracker.radiansPerSample() * samplesPerSecond() / (2 * Math.PI));
        }
    }

    /// The next window of whole cycles.
    ///
    /// @return whether there was one
    private boolean cutLocked(boolean isEnd) {
        double start = tracker.edge();
        int cycles = nominal.cycles();
        double period = (tracker.expected(cycles) - start) / cycles;
        if (isEnd) {
            cycles = Math.min(cycles, cyclesLeft(start, period));
            if (cycles < 1) {
                return false;
            }
        } else if (!isEnough(cycles, period)) {
            return false;
        }
        rememberAngles();
        tracker.advance(store, cycles);
        if (tracker.edge() + SAMPLES_AHEAD > store.length()) {
            return false;
        }
        show(start, cycles);
        return true;
    }

    /// Whether the samples suffice to place the next edge.
    private boolean isEnough(int cycles, double period) {
        double after = store.length() - SAMPLES_AHEAD - tracker.expected(cycles);
        return after >= CYCLES_AHEAD * period
                || (after >= CALM_CYCLES_AHEAD * period && tracker.isAsExpected(store, cycles));
    }

    /// The next window of nominal length, while no voltage tells a frequency.
    private boolean cutFree(boolean isEnd) {
        double start = tracker.edge();
        double period = samplesPerSecond() / nominal.hertz();
        int cycles = nominal.cycles();
        int ahead = (int) (SEARCH_AHEAD_SECONDS * samplesPerSecond());
        if (start + cycles * period + ahead + SAMPLES_AHEAD > store.length()) {
            if (!isEnd) {
                return false;
            }
            cycles = Math.min(cycles, cyclesLeft(start, period));
            if (cycles < 1) {
                return false;
            }
        }
        rememberAngles();
        tracker.advanceFreely(cycles * period);
        show(start, 0);
        if (!isEnd) {
            tracker.acquireHere(store, ahead);
            resolveNominal();
        }
        return true;
    }

    private int cyclesLeft(double start, double period) {
        // Half a sample in hand, for the last edge may lie a little later than expected.
        return (int) Math.floor((store.length() - SAMPLES_AHEAD - 0.5 - start) / period);
    }

    private void rememberAngles() {
        if (!isSeenByStages) {
            return;
        }
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            radians[phase] = tracker.radians(phase);
        }
    }

    private void show(double start, int cycles) {
        double seconds = startSeconds + (store.dropped() + start) / samplesPerSecond();
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            window.voltageRadians(phase, radians[phase]);
        }
        window.place(start, tracker.edge(), cycles, samplesPerSecond(), seconds);
        TenCycleValues found = values.of(window, store);
        for (WindowStage stage : stages) {
            stage.window(window, found);
        }
    }
}
