package trefas.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import trefas.device.Effect;
import trefas.device.Meter;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.memory.PermanentMemory;
import trefas.metrology.OneSecondValues;
import trefas.quantity.PhaseSequence;

/// A meter on a bench with a steady load: what the benchmarks have in common.
public final class BenchedMeter {

    public static final int SERIAL = 21_830_417;

    /// 2026-01-01T00:00:00Z.
    public static final long START = 1_767_225_600L;

    private static final int SECONDS_PER_CAPTURE = 900;
    private static final int PHASES = 3;

    private BenchedMeter() {}

    /// 230 V and 1 kW on each phase.
    static OneSecondValues steadyLoad() {
        var values = new OneSecondValues();
        for (int phase = 0; phase < PHASES; phase++) {
            values.phase(phase, 230_000, 4_400, 1_000_000, 100_000);
        }
        values.supply(50_000, PhaseSequence.L1L2L3);
        return values;
    }

    /// A meter that has measured a few seconds.
    static Meter running(int serialNumber) {
        var meter = new Meter(MeterConfiguration.DEFAULT, serialNumber);
        OneSecondValues values = steadyLoad();
        for (int second = 0; second < PHASES; second++) {
            meter.secondElapsed(START + second, values, _ -> {});
        }
        return meter;
    }

    /// A meter that has lived long enough to fill its load profile with so many rows.
    static Meter withRows(int rows, PermanentMemory memory) {
        return withRows(SERIAL, rows, memory);
    }

    /// The same for a meter of any serial number.
    public static Meter withRows(int serialNumber, int rows, PermanentMemory memory) {
        var meter = new Meter(MeterConfiguration.DEFAULT, serialNumber);
        OneSecondValues values = steadyLoad();
        List<PermanentMemory.Captured> captured = new ArrayList<>();
        try {
            for (long second = 1; second <= (long) rows * SECONDS_PER_CAPTURE; second++) {
                meter.secondElapsed(START + second, values, effect -> {
                    switch (effect) {
                        case Effect.SaveRegisters _,
                                Effect.SaveSettings _,
                                Effect.SwitchRelay _,
                                Effect.SendPulses _,
                                Effect.Call _ -> {}
                        case Effect.AppendRow(var logger, var entry, int capacity) ->
                            captured.add(new PermanentMemory.Captured(logger, entry, capacity));
                    }
                });
                if (!captured.isEmpty()) {
                    memory.save(serialNumber, meter.registers(), captured);
                    captured.clear();
                }
            }
        } catch (IOException unsaved) {
            throw new UncheckedIOException(unsaved);
        }
        return meter;
    }
}
