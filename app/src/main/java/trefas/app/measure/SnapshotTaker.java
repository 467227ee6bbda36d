package trefas.app.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import trefas.metrology.HarmonicSpectrum;
import trefas.metrology.SampleWindow;
import trefas.metrology.TenCycleValues;
import trefas.metrology.measurement.MeasurementSettings;
import trefas.metrology.measurement.WindowOnlooker;
import trefas.quantity.Phase;

/// Keeps the waveforms worth a picture: the first cycles of a record, and the window whose voltage is farthest from
/// the declared one, when that is farther than a supply should be.
final class SnapshotTaker implements WindowOnlooker {

    private static final int FIRST_CYCLES = 3;
    private static final int ALL_CYCLES = Integer.MAX_VALUE;
    private static final double NOTABLE_PART = 0.1;

    private final double declaredVolts;
    private final Iterable<Phase> phases;
    private @Nullable Snapshot first;
    private @Nullable Snapshot farthest;
    private double distance = NOTABLE_PART;

    SnapshotTaker(MeasurementSettings settings) {
        this.declaredVolts = settings.declaredVolts();
        this.phases = settings.phasesWithVoltage();
    }

    @Override
    public void window(
            SampleWindow window, TenCycleValues values, Optional<HarmonicSpectrum> spectrum, boolean isFlagged) {
        if (first == null) {
            first = Snapshot.of(window, FIRST_CYCLES);
        }
        for (Phase phase : phases) {
            double voltage = values.phase(phase.index()).voltage();
            double away = Math.abs(voltage - declaredVolts) / declaredVolts;
            // A hair more than before is not another picture: a steady dip would be copied window by window.
            if (away > distance * 1.001) {
                distance = away;
                farthest = Snapshot.of(window, ALL_CYCLES);
            }
        }
    }

    List<Snapshot> snapshots() {
        var snapshots = new ArrayList<Snapshot>();
        if (first != null) {
            snapshots.add(first);
        }
        if (farthest != null) {
            snapshots.add(farthest);
        }
        return snapshots;
    }
}
