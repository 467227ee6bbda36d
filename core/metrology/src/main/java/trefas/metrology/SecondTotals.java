package trefas.metrology;

import trefas.quantity.Phase;
import trefas.quantity.Quadrant;

/// The three-phase totals of one second under a summation method (dossier 3.4). One mutable instance is filled
/// again each second; nothing is allocated. Times one second, each power is the energy that the second adds.
///
/// | method     | active power                                   | reactive power                              |
/// |------------|------------------------------------------------|---------------------------------------------|
/// | individual | import and export of the phases, each by itself | each phase in the quadrant it lies in        |
/// | vector     | the net is import or export                    | the net, in the quadrant of net P and net Q |
/// | total      | every phase is import                          | the net after a turned phase is turned back |
///
/// Every method keeps: net is import minus export, and positive minus negative; no part is ever negative.
public final class SecondTotals {

    private long importMilliwatts;
    private long exportMilliwatts;
    private long millivarsI;
    private long millivarsII;
    private long millivarsIII;
    private long millivarsIV;

    /// Starts with nothing.
    public SecondTotals() {}

    /// The totals of what the energy registers count: a power below its threshold
    /// ([PhaseThresholds#registers], [PhaseThresholds#registersReactive]) is nothing, whatever the other phases do.
    /// A phase that counts reactive power only lies on the import side.
    public void register(OneSecondValues values, SummationMethod method) {
        fill(values, method, true);
    }

    /// The totals of what is shown as momentary power: every phase as it is measured, however small.
    public void sum(OneSecondValues values, SummationMethod method) {
        fill(values, method, false);
    }

    private void fill(OneSecondValues values, SummationMethod method, boolean isThresholdKept) {
        clear();
        long netMilliwatts = 0;
        long netMillivars = 0;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            int watts = values.milliwatts(phase);
            int vars = values.millivars(phase);
            long active = isThresholdKept && !PhaseThresholds.registers(watts) ? 0 : watts;
            long reactive = isThresholdKept && !PhaseThresholds.registersReactive(vars) ? 0 : vars;
            switch (method) {
                case INDIVIDUAL -> count(active, reactive);
                case VECTOR -> {
                    netMilliwatts += active;
                    netMillivars += reactive;
                }
                case TOTAL -> {
                    netMilliwatts += Math.abs(active);
                    netMillivars += active < 0 ? -reactive : reactive;
                }
            }
        }
        count(netMilliwatts, netMillivars);
    }

    /// Import minus export, mW.
    public long netMilliwatts() {
        return importMilliwatts - exportMilliwatts;
    }

    /// What counts in A+ (A14), mW.
    public long importMilliwatts() {
        return importMilliwatts;
    }

    /// What counts in A- (A23), mW, not negative.
    public long exportMilliwatts() {
        return exportMilliwatts;
    }

    /// Positive minus negative reactive power, mvar.
    public long netMillivars() {
        return positiveMillivars() - negativeMillivars();
    }

    /// What counts in R+ (R12), mvar.
    public long positiveMillivars() {
        return millivarsI + millivarsII;
    }

    /// What counts in R- (R34), mvar, not negative.
    public long negativeMillivars() {
        return millivarsIII + millivarsIV;
    }

    /// Magnitude of the imported complex power, mVA (dossier 3.7).
    public long importMillivoltAmperes() {
        return magnitude(importMilliwatts(), millivarsI - millivarsIV);
    }

    /// Magnitude of the exported complex power, mVA.
    public long exportMillivoltAmperes() {
        return magnitude(exportMilliwatts(), millivarsII - millivarsIII);
    }

    private static long magnitude(long milliwatts, long millivars) {
        return Math.round(Math.hypot((double) milliwatts, (double) millivars));
    }

    /// What counts in the reactive register of a quadrant (R1 to R4), mvar, not negative.
    public long millivars(Quadrant quadrant) {
        return switch (quadrant) {
            case I -> millivarsI;
            case II -> millivarsII;
            case III -> millivarsIII;
            case IV -> millivarsIV;
        };
    }

    private void clear() {
        importMilliwatts = 0;
        exportMilliwatts = 0;
        millivarsI = 0;
        millivarsII = 0;
        millivarsIII = 0;
        millivarsIV = 0;
    }

    private void count(long active, long reactive) {
        if (active >= 0) {
            importMilliwatts += active;
        } else {
            exportMilliwatts -= active;
        }
        switch (Quadrant.of(active, reactive)) {
            case I -> millivarsI += reactive;
            case II -> millivarsII += reactive;
            case III -> millivarsIII -= reactive;
            case IV -> millivarsIV -= reactive;
        }
    }
}
