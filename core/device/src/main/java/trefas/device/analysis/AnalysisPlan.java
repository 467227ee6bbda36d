package trefas.device.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import trefas.device.log.CaptureMoments;
import trefas.device.log.LoggedRegister;
import trefas.device.log.LoggedValues;
import trefas.metrology.OneSecondValues;

/// What is added up for a choice of columns, and how their means come from the sums. Immutable: shared by all meters
/// that are set up alike, so make one for each [AnalysisSettings], not one for each meter.
///
/// | mean              | from                                         | step       |
/// |-------------------|----------------------------------------------|------------|
/// | P+ P- Q+ Q- S+ S- | seconds of that direction; others count as 0 | W, var, VA |
/// | U, I              | rms of each second                           | V, 10 mA   |
/// | PF of a phase     | sum of the magnitudes of P and of Q          | 0.01       |
/// | PF                | the same, phases added with sign first       | 0.01       |
/// | frequency         | each second                                  | 0.01 Hz    |
/// | THD               | seconds that have one                        | 0.01 %     |
///
/// Sums are exact, a mean is cut to its step. It is over the seconds that were measured; of none at all it is 0, a
/// power factor 1.00 (decision 0040).
public final class AnalysisPlan {

    private static final int FINGERPRINT_FACTOR = 31;

    private final AnalysisSettings settings;
    private final CaptureMoments moments;
    private final List<AnalysisColumn> columns;
    /// What is added up, slot by slot.
    private final List<Addend> addends = new ArrayList<>();
    /// The same for the hot path, for each meter goes over them each second: of what is measured, its place and two
    /// multiples of which the greater is added; nothing of the others.
    private final int[] places;
    private final int[] multiples;
    private final int[] otherMultiples;
    /// Slots of sums that have to be worked out.
    private final int[] workedOut;
    private final boolean needsDistortion;
    private final int fingerprint;

    public AnalysisPlan(AnalysisSettings settings) {
        this.settings = settings;
        this.moments = settings.registers().isEmpty()
                ? time -> CaptureMoments.NEVER
                : CaptureMoments.each(settings.interval());
        this.columns = settings.registers().stream()
                .map(register -> AnalysisColumn.of(register, this::slot))
                .toList();
        this.places = ofMeasured(addend -> addend.sum().place(addend.phase()));
        this.multiples = ofMeasured(addend -> addend.sum().multiple());
        this.otherMultiples = ofMeasured(addend -> addend.sum().otherMultiple());
        this.workedOut = IntStream.range(0, addends.size())
                .filter(slot -> !addends.get(slot).sum().isMeasured())
                .toArray();
        this.needsDistortion = addends.stream().anyMatch(addend -> addend.sum().isDistortion());
        this.fingerprint = fingerprint(settings.registers());
    }

    public AnalysisSettings settings() {
        return settings;
    }

    CaptureMoments moments() {
        return moments;
    }

    /// Sums that a meter of this plan keeps.
    int sums() {
        return addends.size();
    }

    /// Columns of a row.
    int columns() {
        return columns.size();
    }

    /// Where a mean stands in a row; negative for a register that is no mean or was not chosen.
    int columnOfMean(LoggedRegister register) {
        int column = settings.registers().indexOf(register);
        return column < 0 || columns.get(column) instanceof AnalysisColumn.Standing ? -1 : column;
    }

    /// Tells choices of columns apart.
    int fingerprint() {
        return fingerprint;
    }

    /// Whether seconds with a known distortion are to be counted.
    boolean needsDistortion() {
        return needsDistortion;
    }

    /// Adds one second to all sums.
    void add(OneSecondValues values, Distortion distortion, long[] sums) {
        for (int slot = 0; slot < sums.length; slot++) {
            long measured = values.at(places[slot]);
            sums[slot] += Math.max(multiples[slot] * measured, otherMultiples[slot] * measured);
        }
        for (int slot : workedOut) {
            Addend addend = addends.get(slot);
            sums[slot] += addend.sum().of(addend.phase(), values, distortion);
        }
    }

    private int[] ofMeasured(ToIntFunction<Addend> number) {
        return addends.stream()
                .mapToInt(addend -> addend.sum().isMeasured() ? number.applyAsInt(addend) : 0)
                .toArray();
    }

    /// The columns of a row.
    ///
    /// @param seconds measured in the interval
    /// @param distortionSeconds of them with a known distortion
    long[] readings(LoggedValues values, long[] sums, int seconds, int distortionSeconds) {
        long[] readings = new long[columns.size()];
        for (int column = 0; column < readings.length; column++) {
            readings[column] = switch (columns.get(column)) {
                case AnalysisColumn.Standing(LoggedRegister register) -> values.value(register);
                case AnalysisColumn.Mean(int slot, int step, long max) ->
                    Math.min(mean(sums[slot], seconds, step), max);
                case AnalysisColumn.MeanDistortion(int slot, long max) ->
                    Math.min(mean(sums[slot], distortionSeconds, 1), max);
                case AnalysisColumn.MeanPowerFactor(int active, int reactive) ->
                    PowerFactor.hundredths(sums[active], sums[reactive]);
            };
        }
        return readings;
    }

    /// The means of an interval in which nothing was measured; registers that stand as they are have none.
    int[] latestOfNothing() {
        int[] latest = new int[columns.size()];
        for (int column = 0; column < latest.length; column++) {
            if (columns.get(column) instanceof AnalysisColumn.MeanPowerFactor) {
                latest[column] = PowerFactor.hundredths(0, 0);
            }
        }
        return latest;
    }

    private static long mean(long sum, int seconds, int step) {
        return seconds == 0 ? 0 : sum / ((long) seconds * step);
    }

    /// Where a sum is kept, from now on.
    private int slot(Sum sum, int phase) {
        var addend = new Addend(sum, phase);
        int slot = addends.indexOf(addend);
        if (slot >= 0) {
            return slot;
        }
        addends.add(addend);
        return addends.size() - 1;
    }

    private static int fingerprint(List<LoggedRegister> registers) {
        int fingerprint = 1;
        for (LoggedRegister register : registers) {
            fingerprint = FINGERPRINT_FACTOR * fingerprint + Long.hashCode(register.key());
        }
        return fingerprint;
    }

    /// One sum of one phase.
    private record Addend(Sum sum, int phase) {}

    /// Plans of the same settings are the same.
    @Override
    public boolean equals(Object other) {
        return other instanceof AnalysisPlan that && settings.equals(that.settings);
    }

    @Override
    public int hashCode() {
        return settings.hashCode();
    }
}
