package trefas.simulation;

import trefas.metrology.OneSecondValues;
import trefas.metrology.PhaseThresholds;
import trefas.quantity.Phase;
import trefas.quantity.PhaseSequence;

/// A world that plays a recording. Each second has exactly the power of its minute, so the energy of a minute is
/// an exact number of milliwatt seconds. A missing minute has neither voltage nor current, as does the time before
/// the first; the world ends with the last. A recording of three phases is connected phase by phase; one of a
/// whole house as its connection says.
///
/// The voltage and current are the recording's own. Household recordings round currents coarsely, so U times I may
/// differ from the power by that rounding; the power is what counts.
public final class RecordedLoad implements World {

    /// A recording says nothing about the frequency, so it is nominal.
    public static final int MILLIHERTZ = 50_000;

    private final LoadRecording recording;
    private final HouseConnection connection;
    private int row;

    public RecordedLoad(LoadRecording recording, HouseConnection connection) {
        this.recording = recording;
        this.connection = connection;
    }

    public LoadRecording recording() {
        return recording;
    }

    @Override
    public boolean second(long endEpochSecond, OneSecondValues values) {
        values.clear();
        if (endEpochSecond > recording.endEpochSecond()) {
            return false;
        }
        long minute = Math.floorDiv(endEpochSecond - 1, LoadRecording.SECONDS_PER_MINUTE);
        if (!recording.isRowOf(row, minute)) {
            int found = recording.rowOf(minute);
            if (found < 0) {
                return true;
            }
            row = found;
        }
        fill(values);
        return true;
    }

    private void fill(OneSecondValues values) {
        boolean isPerPhase = recording.systems() == Phase.COUNT;
        int phasesWithVoltage = 0;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            int system = isPerPhase ? phase : 0;
            int millivolts = recording.millivolts(row, system);
            if (millivolts != 0 && (isPerPhase || connection.isOn(phase))) {
                values.phase(
                        phase,
                        millivolts,
                        part(recording.milliamperes(row, system), phase),
                        part(recording.milliwatts(row, system), phase),
                        part(recording.millivars(row, system), phase));
                phasesWithVoltage += PhaseThresholds.indicatesVoltage(millivolts) ? 1 : 0;
            }
        }
        if (phasesWithVoltage > 0 || recording.millivolts(row, 0) != 0) {
            values.supply(
                    MILLIHERTZ, phasesWithVoltage == Phase.COUNT ? PhaseSequence.L1L2L3 : PhaseSequence.UNDECIDED);
        }
    }

    private int part(int whole, int phase) {
        return recording.systems() == Phase.COUNT ? whole : connection.part(whole, phase);
    }
}
