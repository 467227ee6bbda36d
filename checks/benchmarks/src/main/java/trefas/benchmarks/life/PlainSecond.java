package trefas.benchmarks.life;

import trefas.metrology.OneSecondValues;
import trefas.quantity.Phase;

/// The yardstick of the lives: what nobody could leave out who counts one second of three phases. Active and reactive
/// power go to a total and to a phase, by their sign, and each of these registers is asked whether its last digit
/// stepped.
final class PlainSecond {

    private static final int TOTALS = 4;
    private static final int REGISTERS = TOTALS + TOTALS * Phase.COUNT;
    private static final long STEP = 36_000_000L;

    private final long[] registers = new long[REGISTERS];
    private final long[] steps = new long[REGISTERS];

    /// Counts a second.
    ///
    /// @return whether a register stepped
    boolean add(OneSecondValues values) {
        long active = 0;
        long reactive = 0;
        boolean stepped = false;
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            int watts = values.milliwatts(phase);
            int vars = values.millivars(phase);
            active += watts;
            reactive += vars;
            stepped |= add(TOTALS + phase + (watts < 0 ? Phase.COUNT : 0), Math.abs(watts));
            stepped |= add(TOTALS + phase + (vars < 0 ? TOTALS - 1 : 2) * Phase.COUNT, Math.abs(vars));
        }
        stepped |= add(active < 0 ? 1 : 0, Math.abs(active));
        stepped |= add(reactive < 0 ? TOTALS - 1 : 2, Math.abs(reactive));
        return stepped;
    }

    private boolean add(int register, long milli) {
        registers[register] += milli;
        if (registers[register] < steps[register]) {
            return false;
        }
        steps[register] = (registers[register] / STEP + 1) * STEP;
        return true;
    }
}
