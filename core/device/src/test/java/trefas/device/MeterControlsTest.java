package trefas.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static trefas.device.MeterOnBench.START;

import java.time.MonthDay;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.load.LoadRelay;
import trefas.device.load.RelayMode;
import trefas.device.log.CapturePeriod;
import trefas.device.log.LoggedRegister;
import trefas.device.log.UploadAudit;
import trefas.device.module.PortSetup;
import trefas.device.register.OperationState;
import trefas.device.register.Quantity;
import trefas.device.settings.FunctionSettings;
import trefas.device.status.StatusInput;
import trefas.device.status.TamperHand;
import trefas.device.tariff.DayPlan;
import trefas.device.tariff.PlanSet;
import trefas.device.tariff.PlanValue;
import trefas.device.tariff.SeasonPlan;
import trefas.device.tariff.SwitchingPlan;
import trefas.device.tariff.TariffSource;
import trefas.device.tariff.WorkCalendar;

/// What was done to a meter outlives a kill: of two meters to which the same was done, the one that is killed right
/// after
/// it and has nothing but what it asked to be saved lives on like the other (decision 0005).
@DisplayName("deeds outlive a kill")
class MeterControlsTest {

    private static final int BEFORE_SECONDS = 1_000;
    private static final int AFTER_SECONDS = 5_000;

    private static final UploadAudit AUDIT = new UploadAudit(
            UploadAudit.Part.BOTH, 0x5230, 0x5452_4649L << Integer.SIZE, 0, 1, UploadAudit.StartInterface.WIRED);

    /// Everything somebody can do to whom the meter answers; a level at a port waits for nothing.
    enum Deed {
        STOP_DEBITING((meter, effects) -> meter.controls().stopDebiting(effects)),
        RESET_TRIP((meter, effects) -> meter.controls().resetTrip(Quantity.A_PLUS, effects)),
        VERIFY((meter, effects) -> meter.controls().operationState(OperationState.VERIFY_R_PLUS, effects)),
        WRITE_TARIFF((meter, effects) -> meter.controls().writeTariff(3, effects)),
        DEMAND_TARIFF((meter, effects) -> meter.controls().demandTariff(4, 2_000, effects)) {
            @Override
            TariffSource source() {
                return TariffSource.PLAN;
            }
        },
        WRITE_RELAY((meter, effects) -> meter.controls().writeRelay(LoadRelay.LOAD_1, true, effects)),
        WRITE_PULSE_INPUT((meter, effects) -> meter.controls().writePulseInput(42, effects)),
        CLEAR_EVENTS((meter, effects) -> meter.controls().clearEvents(effects)),
        RELEASE_TAMPER((meter, effects) -> meter.controls().releaseTamper(effects)),
        CLEAR_STATUS_LOG((meter, effects) ->
                meter.controls().clearLogger(meter.parts().status().log(), effects)),
        CLEAR_ANALYSIS((meter, effects) ->
                meter.controls().clearLogger(meter.parts().analysis().ring(), effects)),
        CLEAR_LOAD_PROFILE(Meter::clearLoadProfile),
        UPLOAD((meter, effects) -> meter.controls().uploadSucceeded(AUDIT, effects)),
        UPLOAD_IN_VAIN((meter, effects) -> meter.controls().uploadFailed(AUDIT, effects)),
        OPEN_COVER((meter, effects) ->
                meter.step(new MeterInput.StatusChanged(meter.now(), StatusInput.COVER_OPEN, true), effects)),
        SET_CLOCK((meter, effects) -> meter.setClock(meter.now() + 100, effects)),
        SET_SUMMER_TIME((meter, effects) -> meter.setDaylightSaving(false, effects)),
        SET_PERIOD((meter, effects) -> meter.setCapturePeriod(CapturePeriod.MINUTES_5, effects)),
        SET_COLUMNS((meter, effects) -> set(
                meter,
                effects,
                meter.settings()
                        .functions()
                        .with(meter.settings()
                                .functions()
                                .analysis()
                                .settings()
                                .withRegisters(List.of(LoggedRegister.A_PLUS, LoggedRegister.MEAN_P_PLUS_L1))))),
        SET_LIMITS((meter, effects) -> set(
                meter,
                effects,
                meter.settings()
                        .functions()
                        .with(meter.settings()
                                .functions()
                                .supply()
                                .withHighVolts(233)
                                .withLimitSeconds(5)))),
        SET_THRESHOLD((meter, effects) -> set(
                meter,
                effects,
                meter.settings()
                        .functions()
                        .with(meter.settings().functions().demand().withThresholdWatts(500))));

        private final BiConsumer<Meter, Consumer<Effect>> deed;

        Deed(BiConsumer<Meter, Consumer<Effect>> deed) {
            this.deed = deed;
        }

        private static void set(Meter meter, Consumer<Effect> effects, FunctionSettings functions) {
            meter.setFunctions(functions, effects);
        }

        /// What must choose the tariff for this to be possible.
        TariffSource source() {
            return TariffSource.REGISTER;
        }
    }

    private static MeterConfiguration configuration(TariffSource source) {
        FunctionSettings made = FunctionSettings.DEFAULT;
        DayPlan day = DayPlan.always(PlanValue.TARIFF, 2);
        var season = new SeasonPlan("year", List.of(MonthDay.of(1, 1)), day, day, day);
        var plans = new PlanSet(List.of(new SwitchingPlan("always 2", List.of(season))), WorkCalendar.DEFAULT);
        return MeterConfiguration.DEFAULT.withFunctions(made.with(
                        made.tariff().withSource(source).withPlans(plans))
                .with(made.load()
                        .withRelay(LoadRelay.LOAD_1, made.load().relay1().withMode(RelayMode.REGISTER)))
                .with(made.module().withPorts(PortSetup.PULSE_ALARM))
                .with(TamperHand.PERMANENT));
    }

    private static MeterOnBench bench(Deed deed) {
        var bench = new MeterOnBench(configuration(deed.source()), START).load(1_000, 2_000, -300);
        bench.run(BEFORE_SECONDS / 2)
                .set((meter, effects) ->
                        meter.step(new MeterInput.StatusChanged(bench.at, StatusInput.MAGNET, true), effects))
                .set((meter, effects) ->
                        meter.step(new MeterInput.StatusChanged(bench.at, StatusInput.MAGNET, false), effects))
                .volts(230_000, 240_000, 185_000)
                .run(BEFORE_SECONDS / 2);
        return bench;
    }

    @ParameterizedTest
    @EnumSource
    void aKilledMeterLivesOnLikeOneThatWasNot(Deed deed) {
        MeterOnBench spared = bench(deed);
        MeterOnBench killed = bench(deed);
        int saves = killed.saves;
        Stream.of(spared, killed).forEach(bench -> bench.set(deed.deed));
        assertTrue(killed.saves > saves, "asks to be saved");

        killed.killAndStart();

        assertArrayEquals(spared.meter().registers(), killed.meter().registers(), "at once");
        assertEquals(spared.meter().settings(), killed.meter().settings());
        Stream.of(spared, killed).forEach(bench -> bench.volts(230_000).run(AFTER_SECONDS));
        assertArrayEquals(spared.meter().registers(), killed.meter().registers(), "afterwards");
        assertEquals(rows(spared), rows(killed));
        assertEquals(spared.told, killed.told);
        assertEquals(
                spared.meter().parts().status().isTamperShown(),
                killed.meter().parts().status().isTamperShown());
    }

    private static List<String> rows(MeterOnBench bench) {
        return bench.logged.stream()
                .map(row -> row.logger() + " " + row.entry())
                .toList();
    }
}
