package trefas.device.register;

import trefas.metrology.OneSecondValues;
import trefas.metrology.PhaseThresholds;
import trefas.metrology.SecondTotals;
import trefas.quantity.Phase;
import trefas.quantity.Quadrant;

/// Adds one second of three phases to the registers (dossier 3.4, 3.5, 3.9). No state: shared by all meters.
public final class EnergyCounting {

    private EnergyCounting() {}

    /// Counts each phase by its own direction and the totals as they were summed.
    ///
    /// @return whether any reading stepped on
    public static boolean addOneSecond(OneSecondValues values, SecondTotals totals, RegisterBank registers) {
        boolean stepped = addTotals(totals, registers);
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            stepped |= addPhase(phase, values.milliwatts(phase), values.millivars(phase), registers);
        }
        return stepped;
    }

    private static boolean addTotals(SecondTotals totals, RegisterBank registers) {
        boolean stepped = registers.addOneSecond(EnergyRegister.A_PLUS, totals.importMilliwatts());
        stepped |= registers.addOneSecond(EnergyRegister.A_MINUS, totals.exportMilliwatts());
        stepped |= registers.addOneSecond(EnergyRegister.R_PLUS, totals.positiveMillivars());
        stepped |= registers.addOneSecond(EnergyRegister.R_MINUS, totals.negativeMillivars());
        stepped |= registers.addOneSecond(EnergyRegister.R1, totals.millivars(Quadrant.I));
        stepped |= registers.addOneSecond(EnergyRegister.R2, totals.millivars(Quadrant.II));
        stepped |= registers.addOneSecond(EnergyRegister.R3, totals.millivars(Quadrant.III));
        stepped |= registers.addOneSecond(EnergyRegister.R4, totals.millivars(Quadrant.IV));
        return stepped;
    }

    /// Each phase has its own registers and its own direction, whatever the summation method.
    private static boolean addPhase(int phase, int milliwatts, int millivars, RegisterBank registers) {
        boolean stepped = false;
        if (PhaseThresholds.registers(milliwatts)) {
            stepped = milliwatts > 0
                    ? registers.addOneSecond(EnergyRegister.A_PLUS_L1, phase, milliwatts)
                    : registers.addOneSecond(EnergyRegister.A_MINUS_L1, phase, -(long) milliwatts);
        }
        if (PhaseThresholds.registersReactive(millivars)) {
            stepped |= millivars > 0
                    ? registers.addOneSecond(EnergyRegister.R_PLUS_L1, phase, millivars)
                    : registers.addOneSecond(EnergyRegister.R_MINUS_L1, phase, -(long) millivars);
        }
        return stepped;
    }
}
