package trefas.simulation.bench;

import java.util.ArrayList;
import java.util.List;
import trefas.metrology.SampleWindow;
import trefas.metrology.TenCycleValues;
import trefas.metrology.WindowStage;
import trefas.metrology.kernel.EnergyRegister;
import trefas.metrology.kernel.EnergyRegisters;
import trefas.metrology.kernel.FourQuadrantEnergy;

/// Reads the registers at the end of every window, as a bench gates a meter by its pulses. It stands after the
/// registers among the stages.
final class BenchRecorder implements WindowStage {

    private static final double MICRO = 1e-6;

    /// A reading.
    ///
    /// @param seconds end of the window
    /// @param wattSeconds net active energy so far
    /// @param varSeconds net reactive energy so far
    /// @param values of the window
    record Reading(double seconds, double wattSeconds, double varSeconds, TenCycleValues values) {}

    private final FourQuadrantEnergy energy;
    private final int mostReadings;
    private final List<Reading> readings = new ArrayList<>();

    BenchRecorder(FourQuadrantEnergy energy, int mostReadings) {
        this.energy = energy;
        this.mostReadings = mostReadings;
    }

    @Override
    public void window(SampleWindow window, TenCycleValues values) {
        if (readings.size() < mostReadings) {
            EnergyRegisters total = energy.total();
            readings.add(new Reading(
                    values.endSeconds(),
                    net(total, EnergyRegister.ACTIVE_IMPORT, EnergyRegister.ACTIVE_EXPORT),
                    net(total, EnergyRegister.REACTIVE_POSITIVE, EnergyRegister.REACTIVE_NEGATIVE),
                    values));
        }
    }

    private static double net(EnergyRegisters registers, EnergyRegister plus, EnergyRegister minus) {
        return MICRO * (registers.microwattSeconds(plus) - registers.microwattSeconds(minus));
    }

    /// In the order of time.
    List<Reading> readings() {
        return List.copyOf(readings);
    }
}
