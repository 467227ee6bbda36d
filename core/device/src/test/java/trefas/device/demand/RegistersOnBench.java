package trefas.device.demand;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import trefas.device.register.EnergyFormat;
import trefas.device.register.MeasuredEnergies;
import trefas.device.register.RegisterBank;
import trefas.metrology.OneSecondValues;
import trefas.metrology.SecondTotals;
import trefas.metrology.SummationMethod;
import trefas.quantity.PhaseSequence;

/// The registers of one meter, fed second by second with a load that one number tells.
final class RegistersOnBench {

    /// 2026-03-02T00:00:00Z, a Monday.
    static final long MIDNIGHT = 1_772_409_600L;

    private final MeasuredEnergies measured;
    private final int zoneHours;
    private final OneSecondValues values = new OneSecondValues();
    private final SecondTotals totals = new SecondTotals();
    private MeterRegisters registers;
    private long now = MIDNIGHT;
    private long world = MIDNIGHT;

    RegistersOnBench() {
        this(MeasuredEnergies.FOUR_QUADRANTS, 0);
    }

    RegistersOnBench(MeasuredEnergies measured, int zoneHours) {
        this.measured = measured;
        this.zoneHours = zoneHours;
        registers = new MeterRegisters(EnergyFormat.F63, measured, DemandSettings.DEFAULT, zoneHours);
    }

    /// These registers, at UTC; not to be restarted.
    RegistersOnBench(MeterRegisters registers) {
        this.measured = registers.energies().measured();
        this.zoneHours = 0;
        this.registers = registers;
    }

    MeterRegisters registers() {
        return registers;
    }

    Demand demand() {
        return registers.demand();
    }

    long now() {
        return now;
    }

    RegistersOnBench load(int watts, int vars) {
        return load(watts, vars, 50_000);
    }

    /// All on L1.
    RegistersOnBench load(int watts, int vars, int millihertz) {
        values.phase(0, 230_000, 1_000, watts * 1_000, vars * 1_000);
        values.supply(millihertz, PhaseSequence.L1L2L3);
        return this;
    }

    /// Some seconds of the load pass.
    ///
    /// @return whether any of the seconds changed something that must be kept
    boolean run(int seconds) {
        boolean changed = false;
        for (int second = 0; second < seconds; second++) {
            now++;
            world++;
            totals.register(values, SummationMethod.VECTOR);
            changed |= registers.secondElapsed(now, world, values, totals);
        }
        return changed;
    }

    /// No mains: nobody tells the registers of these seconds.
    void outage(int seconds) {
        now += seconds;
        world += seconds;
    }

    void setClock(long time) {
        now = time;
    }

    /// Kills the meter and starts another from its memory.
    void restart() {
        byte[] record = record();
        MeterRegisters restored = new MeterRegisters(
                EnergyFormat.F63, measured, registers.demand().settings(), zoneHours);
        var from = ByteBuffer.wrap(record);
        assertTrue(restored.energies().read(from));
        assertTrue(restored.read(from));
        assertFalse(from.hasRemaining());
        registers = restored;
    }

    byte[] record() {
        var record = ByteBuffer.allocate(RegisterBank.recordLength() + registers.recordLength());
        registers.energies().write(record);
        registers.write(record);
        assertFalse(record.hasRemaining());
        return record.array();
    }
}
