package trefas.metrology.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;
import trefas.metrology.PhaseValues;
import trefas.metrology.SampleWindow;
import trefas.metrology.SummationMethod;
import trefas.metrology.TenCycleValues;
import trefas.metrology.WindowStage;
import trefas.quantity.Phase;

/// The energies of a record, per phase and in total, window by window. Reactive energy is that of the fundamentals
/// (IEC 62053-24); apparent energy is the root of P squared and Q squared (dossier 3.7). Quadrants, thresholds and the
/// summation method are applied to each window.
///
/// | method     | a window of the total counts                                            |
/// |------------|-------------------------------------------------------------------------|
/// | individual | each phase by itself, in the quadrant it lies in                        |
/// | vector     | the net of the phases, in the quadrant of net P and net Q               |
/// | total      | every phase as import, a turned phase with its reactive power turned too |
///
/// The whole record counts: the samples before the first window with the power of the first, those after the last with
/// the power of the last. A stretch too short for any window counts nothing.
public final class FourQuadrantEnergy implements WindowStage {

    private final SummationMethod method;
    private final EnergyThresholds thresholds;
    private final List<EnergyRegisters> phases =
            List.of(new EnergyRegisters(), new EnergyRegisters(), new EnergyRegisters());
    private final EnergyRegisters total = new EnergyRegisters();
    private double countedSeconds;
    private @Nullable TenCycleValues latest;

    /// Starts with empty registers.
    ///
    /// @param method of the total; a phase's own registers do not depend on it
    /// @param thresholds below which a phase does not count
    public FourQuadrantEnergy(SummationMethod method, EnergyThresholds thresholds) {
        this.method = method;
        this.thresholds = thresholds;
    }

    @Override
    public boolean needsSamples() {
        return false;
    }

    @Override
    public void window(SampleWindow window, TenCycleValues values) {
        countUntil(values.endSeconds(), values);
        latest = values;
    }

    @Override
    public void stretchEnded(double startSeconds, double endSeconds) {
        TenCycleValues last = latest;
        if (last != null) {
            countUntil(endSeconds, last);
        }
        latest = null;
        countedSeconds = endSeconds;
    }

    private void countUntil(double endSeconds, TenCycleValues values) {
        double seconds = Math.max(0, endSeconds - countedSeconds);
        double netWatts = 0;
        double netVars = 0;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            PhaseValues measured = values.phase(phase);
            double watts = thresholds.active(measured.activePower());
            double vars = thresholds.reactive(measured.reactivePower());
            phases.get(phase).count(watts, vars, seconds);
            boolean isTurned = method == SummationMethod.TOTAL && watts < 0;
            netWatts += isTurned ? -watts : watts;
            netVars += isTurned ? -vars : vars;
            if (method == SummationMethod.INDIVIDUAL) {
                total.count(watts, vars, seconds);
            }
        }
        if (method != SummationMethod.INDIVIDUAL) {
            total.count(netWatts, netVars, seconds);
        }
        countedSeconds = endSeconds;
    }

    /// The registers of a phase, 0 to 2.
    public EnergyRegisters phase(int phase) {
        return phases.get(phase);
    }

    /// The registers of the three phases together.
    public EnergyRegisters total() {
        return total;
    }

    /// Up to where the record has been counted, s since its first sample.
    public double countedSeconds() {
        return countedSeconds;
    }
}
