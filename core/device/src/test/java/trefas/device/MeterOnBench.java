package trefas.device;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.display.DisplayLists;
import trefas.device.log.CapturePeriod;
import trefas.device.log.DataLogger;
import trefas.device.log.LoadProfileContent;
import trefas.device.log.ProfileEntry;
import trefas.device.register.EnergyRegister;
import trefas.metrology.OneSecondValues;
import trefas.quantity.PhaseSequence;

/// A meter on the test bench with its permanent memory beside it: feeds seconds and carries out the effects of
/// each.
final class MeterOnBench {

    static final int SERIAL = 18_304_117;

    /// 2026-01-01T00:00:00Z, a border of every grid.
    static final long START = 1_767_225_600L;

    private final OneSecondValues values = new OneSecondValues();
    private final MeterConfiguration configuration;
    private Meter meter;

    /// End of the last second fed.
    long at;

    /// What the memory holds, as of the last second with an effect.
    byte[] saved;

    byte[] savedSettings = {};

    int saves;
    /// Of the load profile.
    final List<ProfileEntry> rows = new ArrayList<>();

    /// Of all loggers.
    final List<Logged> logged = new ArrayList<>();

    /// What the meter wants done outside.
    final List<Effect> told = new ArrayList<>();

    record Logged(DataLogger logger, ProfileEntry entry) {}

    MeterOnBench(MeterConfiguration configuration, long startAt) {
        this.configuration = configuration;
        this.meter = new Meter(configuration, SERIAL);
        this.saved = meter.registers();
        this.at = startAt;
        volts(230_000);
        values.supply(50_000, PhaseSequence.L1L2L3);
    }

    /// The default meter, about to measure its first second.
    MeterOnBench(long startAt) {
        this(MeterConfiguration.DEFAULT, startAt);
    }

    static MeterConfiguration logging(LoadProfileContent content, CapturePeriod period) {
        MeterConfiguration as = MeterConfiguration.DEFAULT;
        return new MeterConfiguration(
                as.typeNumber(), as.energyFormat(), as.summation(), content, period, as.clock(), DisplayLists.DEFAULT);
    }

    Meter meter() {
        return meter;
    }

    /// What is connected from now on, W of each phase.
    MeterOnBench load(int wattsL1, int wattsL2, int wattsL3) {
        int[] watts = {wattsL1, wattsL2, wattsL3};
        for (int phase = 0; phase < watts.length; phase++) {
            values.phase(
                    phase,
                    values.millivolts(phase),
                    Math.abs(watts[phase]) * 1_000 / 230,
                    watts[phase] * 1_000,
                    watts[phase] * 100);
        }
        return this;
    }

    MeterOnBench volts(int... millivolts) {
        for (int phase = 0; phase < 3; phase++) {
            values.phase(
                    phase,
                    millivolts[phase % millivolts.length],
                    values.milliamperes(phase),
                    values.milliwatts(phase),
                    values.millivars(phase));
        }
        return this;
    }

    /// Measures some seconds.
    MeterOnBench run(long seconds) {
        for (long i = 0; i < seconds; i++) {
            at++;
            carryOut(effects -> meter.secondElapsed(at, values, effects));
        }
        return this;
    }

    /// Sets the meter's clock to a time, or anything else on it.
    MeterOnBench set(BiConsumer<Meter, Consumer<Effect>> setting) {
        carryOut(effects -> setting.accept(meter, effects));
        return this;
    }

    private void carryOut(Consumer<Consumer<Effect>> deed) {
        int[] count = {0};
        deed.accept(effect -> {
            count[0]++;
            switch (effect) {
                case Effect.SaveRegisters _, Effect.SaveSettings _ -> saves++;
                case Effect.AppendRow(DataLogger logger, ProfileEntry entry, int _) -> {
                    if (logger == DataLogger.LOAD_PROFILE) {
                        rows.add(entry);
                    }
                    logged.add(new Logged(logger, entry));
                }
                case Effect.SwitchRelay _, Effect.SendPulses _, Effect.Call _ -> told.add(effect);
            }
        });
        if (count[0] > 0) {
            saved = meter.registers();
            savedSettings = meter.settingsRecord();
        }
    }

    /// Seconds nobody feeds to the meter.
    MeterOnBench skip(long seconds) {
        at += seconds;
        return this;
    }

    MeterOnBench press() {
        return step(new MeterInput.LeftButtonPressed(at));
    }

    /// Anything else happens to the meter.
    MeterOnBench step(MeterInput input) {
        carryOut(effects -> meter.step(input, effects));
        return this;
    }

    /// The process is stopped in good order and started again: the record of this moment.
    MeterOnBench restart() {
        saved = meter.registers();
        return killAndStart();
    }

    /// The process is killed and started again: the record last saved.
    MeterOnBench killAndStart() {
        return killAndStartAs(configuration);
    }

    MeterOnBench killAndStartAs(MeterConfiguration changed) {
        Restored restored = savedSettings.length == 0
                ? Meter.restore(changed, SERIAL, saved)
                : Meter.restore(changed, SERIAL, saved, savedSettings);
        meter = assertInstanceOf(Restored.Ready.class, restored).meter();
        return this;
    }

    long count(EnergyRegister register) {
        return meter.milliwattSeconds(register);
    }

    OneSecondValues values() {
        return values;
    }
}
