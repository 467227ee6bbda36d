package trefas.app.host;

import java.util.List;
import trefas.device.Meter;
import trefas.device.configuration.MeterConfiguration;
import trefas.metrology.OneSecondValues;
import trefas.objects.ObjectModel;
import trefas.quantity.Phase;
import trefas.quantity.PhaseSequence;
import trefas.simulation.World;

/// A meter in its shell, with a memory that can be looked into and a world that does as it is told.
final class HostOnBench {

    /// 2026-11-22T13:37:00Z, a full minute and not yet a full quarter.
    static final long START = 1_795_354_620L;

    static final int SERIAL_NUMBER = 1_830_417;

    final SpyMemory memory = new SpyMemory();
    final Meter meter;
    final MeterHost host;
    long lastSecond = Long.MAX_VALUE;
    int millivolts = 230_000;

    HostOnBench() {
        this(MeterConfiguration.DEFAULT);
    }

    HostOnBench(MeterConfiguration made) {
        meter = new Meter(made, SERIAL_NUMBER);
        World world = this::second;
        host = new MeterHost(meter, ObjectModel.of(made), memory, List.of(), world, START);
    }

    private boolean second(long end, OneSecondValues values) {
        values.clear();
        if (end > lastSecond) {
            return false;
        }
        for (int phase = 0; phase < Phase.COUNT; phase++) {
            values.phase(phase, millivolts, 10_000, 2_300_000, 100_000);
        }
        values.supply(50_000, PhaseSequence.L1L2L3);
        return true;
    }
}
