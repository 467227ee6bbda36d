package trefas.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.device.MeterOnBench.START;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import trefas.device.MeterOnBench.Logged;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.debiting.DebitingInterval;
import trefas.device.load.LoadRelay;
import trefas.device.load.RelayMode;
import trefas.device.log.DataLogger;
import trefas.device.log.LogInterval;
import trefas.device.log.LoggedRegister;
import trefas.device.log.ProfileEntry;
import trefas.device.module.PortSetup;
import trefas.device.register.Quantity;
import trefas.device.settings.FunctionSettings;
import trefas.device.status.StatusFlag;
import trefas.device.status.StatusInput;
import trefas.device.tariff.TariffSource;

/// The parts of a meter together: what one tells another in a second, and what the loggers write of it.
class MeterFunctionsTest {

    private static final long HOUR = 3_600;
    private static final long DAY = 24 * HOUR;

    /// A meter in normal time of UTC+1: its day begins an hour before [MeterOnBench#START].
    private static MeterOnBench with(FunctionSettings functions) {
        return new MeterOnBench(MeterConfiguration.DEFAULT.withFunctions(functions), START - HOUR).load(1_000, 0, 0);
    }

    private static List<ProfileEntry> rows(MeterOnBench bench, DataLogger logger) {
        return bench.logged.stream()
                .filter(row -> row.logger() == logger)
                .map(Logged::entry)
                .toList();
    }

    private static long of(MeterOnBench bench, Quantity quantity, int tariff) {
        return bench.meter().parts().registers().tariffs().milliwattSeconds(quantity, tariff);
    }

    @Test
    @DisplayName("a written tariff counts from the next second on, and tariffs sum to the total")
    void tariffByRegister() {
        var tariff = FunctionSettings.DEFAULT.tariff().withSource(TariffSource.REGISTER);
        var bench = with(FunctionSettings.DEFAULT.with(tariff)).run(100);

        bench.set((meter, effects) -> meter.controls().writeTariff(2, effects)).run(1 + 50);

        assertEquals(101 * 1_000_000L, of(bench, Quantity.A_PLUS, 1));
        assertEquals(50 * 1_000_000L, of(bench, Quantity.A_PLUS, 2));
        assertEquals(
                bench.meter().milliwattSeconds(Quantity.A_PLUS.energy()),
                of(bench, Quantity.A_PLUS, 1) + of(bench, Quantity.A_PLUS, 2));
    }

    @Test
    @DisplayName("the very first second counts in the tariff that holds, and so does the first one after an outage")
    void tariffOfTheFirstSecond() {
        var tariff = FunctionSettings.DEFAULT.tariff().withSource(TariffSource.REGISTER);
        var bench =
                with(FunctionSettings.DEFAULT.with(tariff.withDefaultTariff(3))).run(1);
        assertEquals(1_000_000L, of(bench, Quantity.A_PLUS, 3));

        bench.set((meter, effects) -> meter.controls().writeTariff(2, effects))
                .skip(600)
                .run(1);

        assertEquals(1_000_000L, of(bench, Quantity.A_PLUS, 3));
        assertEquals(1_000_000L, of(bench, Quantity.A_PLUS, 2));
    }

    @Test
    @DisplayName("debiting logger 1 takes the period's energy and peaks at 00:00 normal time, and the peaks begin anew")
    void debiting() {
        var debiting = FunctionSettings.DEFAULT
                .debiting()
                .withInterval(DebitingInterval.MONTHLY)
                .withDay(2)
                .withSecondInterval(LogInterval.DAILY);
        var bench = with(FunctionSettings.DEFAULT.with(debiting)).run(DAY - 1);
        assertTrue(bench.meter().parts().registers().demand().peaks().milliwatts(Quantity.A_PLUS, 0) > 0);

        bench.run(1);

        ProfileEntry row = rows(bench, DataLogger.DEBITING_1).getFirst();
        assertEquals(START - HOUR + DAY, row.capturedAt());
        assertEquals(24, row.reading(0), "hours with supply");
        assertEquals(2_400, row.reading(4), "A+, 24 kWh in steps of 10 Wh");
        assertEquals(1_000, row.reading(18), "P+max, W");
        assertEquals(0, bench.meter().parts().registers().demand().peaks().milliwatts(Quantity.A_PLUS, 0));
        assertEquals(1, bench.meter().parts().debiting().periods());
        assertEquals(1, rows(bench, DataLogger.DEBITING_2).size());
        assertEquals(96, rows(bench, DataLogger.ANALYSIS).size());
    }

    @Test
    @DisplayName("setting the clock writes the time before into the RTC logger; 6 s are not worth a row")
    void clock() {
        var bench = with(FunctionSettings.DEFAULT).run(10);
        long before = bench.meter().now();

        bench.set((meter, effects) -> meter.setClock(before + 6, effects));
        assertEquals(List.of(), rows(bench, DataLogger.RTC));
        bench.set((meter, effects) -> meter.setClock(before + 100, effects));

        ProfileEntry row = rows(bench, DataLogger.RTC).getFirst();
        assertEquals(before + 100, row.capturedAt());
        assertEquals(before + 6, row.reading(0));
    }

    @Test
    @DisplayName("power-on is a reset for 15 s; a magnet is there while it is there, and each makes a row")
    void status() {
        var bench = with(FunctionSettings.DEFAULT).run(1);
        assertTrue(bench.meter().parts().status().has(StatusFlag.RESET));

        bench.run(15);
        assertEquals(0, bench.meter().parts().status().bits());
        bench.set((meter, effects) ->
                meter.step(new MeterInput.StatusChanged(bench.at, StatusInput.MAGNET, true), effects));
        assertTrue(bench.meter().parts().status().isTamperShown());
        bench.set((meter, effects) ->
                meter.step(new MeterInput.StatusChanged(bench.at, StatusInput.MAGNET, false), effects));

        assertEquals(
                List.of(1L, 4L, 0L),
                rows(bench, DataLogger.STATUS).stream()
                        .map(row -> row.reading(0))
                        .toList());
    }

    @Test
    @DisplayName("a debiting pulse at the module ends the period; a relay that follows its register is told to switch")
    void module() {
        var module =
                FunctionSettings.DEFAULT.module().withPorts(PortSetup.ofCode(15).orElseThrow());
        var load = FunctionSettings.DEFAULT
                .load()
                .withDelaySeconds(0)
                .withRelay(
                        LoadRelay.LOAD_1,
                        FunctionSettings.DEFAULT.load().relay1().withMode(RelayMode.REGISTER));
        var bench = with(FunctionSettings.DEFAULT.with(module).with(load)).run(10);

        bench.set((meter, effects) -> meter.step(new MeterInput.PortChanged(bench.at * 1_000 + 100, 1, true), effects))
                .set((meter, effects) -> meter.controls().writeRelay(LoadRelay.LOAD_1, true, effects))
                .run(2);

        assertEquals(1, rows(bench, DataLogger.DEBITING_1).size());
        assertTrue(
                bench.told.stream()
                        .anyMatch(effect -> effect instanceof Effect.SwitchRelay(var switched)
                                && switched.relay() == LoadRelay.LOAD_1
                                && switched.isActive()),
                bench.told::toString);
    }

    @Test
    @DisplayName("a reset trip counter begins at zero and its total goes on")
    void trip() {
        var bench = with(FunctionSettings.DEFAULT).run(3_600);

        bench.set((meter, effects) -> meter.controls().resetTrip(Quantity.A_PLUS, effects))
                .killAndStart()
                .run(1_800);

        assertEquals(50, bench.meter().parts().registers().trips().reading(Quantity.A_PLUS));
        assertEquals(150, bench.meter().reading(Quantity.A_PLUS.energy()));
    }

    @Test
    @DisplayName("what is logged by another name is the register itself")
    void loggedRegisters() {
        var bench = with(FunctionSettings.DEFAULT).run(3_600);

        assertEquals(
                bench.meter().reading(Quantity.A_PLUS.energy()),
                LoggedReaders.of(
                                bench.meter().configuration().energyFormat(),
                                bench.meter().configuration().measured())
                        .value(LoggedRegister.A_PLUS, bench.meter()));
    }
}
