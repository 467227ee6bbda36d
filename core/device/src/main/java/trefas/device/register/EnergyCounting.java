package trefas.device.register;

import trefas.metrology.OneSecondValues;
import trefas.metrology.PhaseThresholds;
import trefas.metrology.SecondTotals;
import trefas.quantity.Phase;
import trefas.quantity.Quadrant;

/// Adds one second of three phases to the registers (dossier 3.4, 3.5, 3.7, 3.9). No state: shared by all meters.
public final class EnergyCounting {

    private EnergyCounting() {}

    /// Counts each phase by its own direction and the totals as they were summed. What the meter was not ordered to
    /// measure does not count.
    ///
    /// @return whether any reading stepped on
    public static boolean addOneSecond(OneSecondValues values, SecondTotals totals, RegisterBank registers) {
        MeasuredEnergies measured = registers.measured();
        boolean stepped = registers.addOneSecond(EnergyRegister.A_PLUS, totals.importMilliwatts());
        if (measured.hasExport()) {
            stepped |= registers.addOneSecond(EnergyRegister.A_MINUS, totals.exportMilliwatts());
        }
        if (measured.hasReactive()) {
            stepped |= addReactive(totals, registers);
            stepped |= addApparent(totals, registers);
        }
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            stepped |= addPhase(phase, values.milliwatts(phase), measured.hasExport(), registers);
            if (measured.hasReactive()) {
                stepped |= addReactivePhase(phase, values.millivars(phase), registers);
            }
        }
        return stepped;
    }

    private static boolean addReactive(SecondTotals totals, RegisterBank registers) {
        boolean stepped = registers.addOneSecond(EnergyRegister.R_PLUS, totals.positiveMillivars());
        stepped |= registers.addOneSecond(EnergyRegister.R_MINUS, totals.negativeMillivars());
        stepped |= registers.addOneSecond(EnergyRegister.R1, totals.millivars(Quadrant.I));
        stepped |= registers.addOneSecond(EnergyRegister.R2, totals.millivars(Quadrant.II));
        stepped |= registers.addOneSecond(EnergyRegister.R3, totals.millivars(Quadrant.III));
        stepped |= registers.addOneSecond(EnergyRegister.R4, totals.millivars(Quadrant.IV));
        return stepped;
    }

    /// Apparent power goes where the net active power goes, and nothing to E- without export (dossier 3.7).
    private static boolean addApparent(SecondTotals totals, RegisterBank registers) {
        long active = totals.netMilliwatts();
        long apparent = ApparentPower.millivoltAmperes(active, totals.netMillivars());
        return registers.addOneSecond(active >= 0 ? EnergyRegister.E_PLUS : EnergyRegister.E_MINUS, apparent);
    }

    /// Each phase has its own registers and its own direction, whatever the summation method.
    private static boolean addPhase(int phase, int milliwatts, boolean hasExport, RegisterBank registers) {
        if (!PhaseThresholds.registers(milliwatts)) {
            return false;
        }
        if (milliwatts > 0) {
            return registers.addOneSecond(EnergyRegister.A_PLUS_L1, phase, milliwatts);
        }
        return hasExport && registers.addOneSecond(EnergyRegister.A_MINUS_L1, phase, -(long) milliwatts);
    }

    private static boolean addReactivePhase(int phase, int millivars, RegisterBank registers) {
        if (!PhaseThresholds.registersReactive(millivars)) {
            return false;
        }
        return millivars > 0
                ? registers.addOneSecond(EnergyRegister.R_PLUS_L1, phase, millivars)
                : registers.addOneSecond(EnergyRegister.R_MINUS_L1, phase, -(long) millivars);
    }
}
