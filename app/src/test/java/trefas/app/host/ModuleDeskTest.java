package trefas.app.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.app.host.HostOnBench.SERIAL_NUMBER;
import static trefas.app.host.HostOnBench.START;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.app.settings.RunSettings;
import trefas.app.settings.SettingsFile;
import trefas.app.settings.Speed;
import trefas.device.Meter;
import trefas.device.status.StatusFlag;
import trefas.metrology.OneSecondValues;
import trefas.objects.ObjectModel;
import trefas.quantity.PhaseSequence;
import trefas.web.Control;
import trefas.web.ModuleState;
import trefas.web.Setting;

/// The module and the case of a meter as its page sees and handles them (dossier 9, 16, 17).
class ModuleDeskTest {

    /// A second of it is 1 Wh.
    private static final int MILLIWATTS = 3_600_000;

    private final SpyMemory memory = new SpyMemory();
    private int millivolts = 230_000;

    private MeterHost host(String text) throws IOException {
        RunSettings settings = assertInstanceOf(
                        SettingsFile.Read.Settings.class, SettingsFile.parse("meter.yaml", text, Path.of("")))
                .settings();
        var host = new MeterHost(
                new Meter(settings.meter(), SERIAL_NUMBER),
                ObjectModel.of(settings.meter()),
                memory,
                List.of(),
                this::second,
                START);
        host.advanceTo(START);
        return host;
    }

    private boolean second(long end, OneSecondValues values) {
        values.clear();
        values.phase(0, millivolts, 10_000, MILLIWATTS, 0);
        values.supply(50_000, PhaseSequence.L1L2L3);
        return true;
    }

    private static HostDesk desk(MeterHost host) {
        return new HostDesk(host, Optional.empty(), "a bench", Speed.REAL_TIME, false);
    }

    private static void set(HostDesk desk, String id, boolean on) {
        assertEquals(Optional.empty(), desk.setModule(id, new Setting.On(on)));
    }

    private static List<String> controls(ModuleState state) {
        return state.controls().stream()
                .map(control -> control.id() + " "
                        + assertInstanceOf(Control.Switch.class, control).on())
                .toList();
    }

    @Test
    void aMeterWithoutModuleHasAMagnetAndACover() throws IOException {
        var desk = desk(host(""));

        assertEquals(List.of("magnet false", "cover-open false"), controls(desk.module()));
        assertEquals(List.of(), desk.module().ports());
        assertEquals(List.of(), desk.module().relays());
    }

    @ParameterizedTest
    @CsvSource({"magnet, MAGNET", "cover-open, COVER_OPEN"})
    void whatHandsDoAtTheCaseIsNoticedAndSaved(String id, StatusFlag flag) throws IOException {
        MeterHost host = host("");
        var desk = desk(host);

        set(desk, id, true);
        assertTrue(host.<Boolean>read(meter -> meter.parts().status().has(flag)));
        assertTrue(host.<Boolean>read(memory::knows));
        assertTrue(controls(desk.module()).contains(id + " true"));

        set(desk, id, false);
        assertTrue(host.<Boolean>read(meter -> !meter.parts().status().has(flag)));
        assertEquals(List.of("magnet false", "cover-open false"), controls(desk.module()));
    }

    /// Z3 03, Z8 2: pulse input and alarm input.
    @Test
    void anAlarmInputSetsItsBitOnceItHasSettled() throws IOException {
        MeterHost host = host("meter: {configuration: {Z3: 03, Z8: 2}}");
        var desk = desk(host);

        set(desk, "port-2", true);
        assertTrue(host.<Boolean>read(memory::knows));
        host.advanceTo(START + 1);

        assertTrue(host.<Boolean>read(meter -> meter.parts().status().has(StatusFlag.ALARM_INPUT)));
        assertEquals(
                new ModuleState.Port(2, "alarm input", ModuleState.Direction.INPUT, true, Optional.empty()),
                desk.module().ports().getLast());
    }

    /// Z3 05, Z12 2: pulse input in m³ and A+ out. Pairs of on and off are pulses, however quickly they come.
    @Test
    void pulsesOfAHandAreCountedAndPulsesOfTheMeterToo() throws IOException {
        MeterHost host = host("meter: {configuration: {Z3: 05, Z12: 02}, module: {pulses-per-kwh: 1000}}");
        var desk = desk(host);

        for (int pulse = 0; pulse < 3; pulse++) {
            set(desk, "port-1", true);
            set(desk, "port-1", false);
        }
        host.advanceTo(START + 10);

        assertEquals(
                List.of(
                        new ModuleState.Port(
                                1,
                                "pulse input",
                                ModuleState.Direction.INPUT,
                                false,
                                Optional.of(new ModuleState.Count(3, "m³"))),
                        new ModuleState.Port(
                                2,
                                "pulses of A+",
                                ModuleState.Direction.OUTPUT,
                                false,
                                Optional.of(new ModuleState.Count(10, "pulses")))),
                desk.module().ports());
        assertEquals(List.of("magnet false", "cover-open false", "port-1 false"), controls(desk.module()));
    }

    /// Z3 15: a debiting input.
    @Test
    void aPulseAtTheDebitingInputMakesADebitingStop() throws IOException {
        MeterHost host = host("meter: {configuration: {Z3: 15}}");
        host.advanceTo(START + 100);
        var desk = desk(host);

        set(desk, "port-1", true);
        set(desk, "port-1", false);

        assertEquals(
                1L, host.<Long>read(meter -> meter.parts().debiting().ring().entriesInUse()));
    }

    @Test
    void withoutSupplyTheModuleTakesNothingButAMagnetIsThere() throws IOException {
        MeterHost host = host("meter: {configuration: {Z3: 15}}");
        millivolts = 0;
        host.advanceTo(START + 5);
        var desk = desk(host);

        assertEquals(
                Optional.of("Without supply the module takes nothing."),
                desk.setModule("port-1", new Setting.On(true)));
        set(desk, "magnet", true);
        assertTrue(controls(desk.module()).contains("magnet true"));
    }

    @ParameterizedTest
    @CsvSource({"port-2, on", "port-3, on", "load, on"})
    void whatIsNotThereIsNotSet(String id, String how) throws IOException {
        var desk = desk(host("meter: {configuration: {Z3: 15}}"));

        assertTrue(desk.setModule(id, new Setting.On(how.equals("on"))).isPresent());
    }

    /// Z3 26: two load outputs. The relay of tariff 2 waits for its random delay and opens at once.
    @Test
    void relaysSayWhyTheyStandWhereTheyDo() throws IOException {
        MeterHost host = host("""
            meter:
              configuration: { Z3: 26 }
              tariff: { source: register }
              load-control:
                delay: 0
                relay-1: { mode: tariff, tariffs: [2] }
                relay-2: { mode: register, default: on }
            """);
        var desk = desk(host);
        host.advanceTo(START + 2);
        assertEquals(
                List.of(
                        new ModuleState.Relay(1, false, 0, "tariff 1 puts it off"),
                        new ModuleState.Relay(2, true, 0, "its register says on")),
                desk.module().relays());

        host.act((meter, effects) -> {
            meter.controls().writeTariff(2, effects);
            return true;
        });
        host.advanceTo(START + 4);

        assertEquals(
                new ModuleState.Relay(1, true, 0, "tariff 2 puts it on"),
                desk.module().relays().getFirst());
        assertEquals(
                List.of("load 1 true", "load 2 true"),
                desk.module().ports().stream()
                        .map(port -> port.use() + " " + port.isOn())
                        .toList());
    }

    @Test
    void aRelayThatWaitsSaysForHowLong() throws IOException {
        MeterHost host = host("""
            meter:
              tariff: { source: register }
              load-control: { delay: 10800, relay-1: { mode: tariff, tariffs: [2] } }
            """);
        host.advanceTo(START + 2);
        host.act((meter, effects) -> {
            meter.controls().writeTariff(2, effects);
            return true;
        });
        host.advanceTo(START + 4);

        ModuleState.Relay waiting = desk(host).module().relays().getFirst();
        assertTrue(waiting.waitSeconds() > 0);
        assertEquals("tariff 2 puts it on, in " + waiting.waitSeconds() + " s", waiting.why());
    }

    @Test
    void aMeterWhoseMemoryFailedShowsAndTakesNothing() throws IOException {
        MeterHost host = host("meter: {configuration: {Z3: 15}}");
        var desk = desk(host);
        memory.broken = true;

        assertEquals(
                Optional.of("The meter takes nothing any more: its memory has failed."),
                desk.setModule("magnet", new Setting.On(true)));
        assertEquals(ModuleState.NONE, desk.module());
    }
}
