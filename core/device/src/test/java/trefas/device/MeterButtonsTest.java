package trefas.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.display.DisplayItem;
import trefas.device.display.DisplayLists;
import trefas.device.display.DisplayMark;
import trefas.device.display.FrontPanel;
import trefas.device.display.RightButton;
import trefas.device.display.RightDeed;
import trefas.device.load.LoadRelay;
import trefas.device.load.LoadSettings;
import trefas.device.load.RelayMode;
import trefas.device.log.DataLogger;
import trefas.device.register.OperationState;
import trefas.device.register.Quantity;
import trefas.device.settings.FunctionSettings;
import trefas.device.status.Firmware;
import trefas.device.status.StatusInput;
import trefas.device.status.TamperHand;
import trefas.device.tariff.DayPlan;
import trefas.device.tariff.PlanSet;
import trefas.device.tariff.PlanValue;
import trefas.device.tariff.SamplePlans;
import trefas.device.tariff.SwitchingPlan;
import trefas.device.tariff.TariffSettings;
import trefas.device.tariff.TariffSource;
import trefas.device.tariff.WorkCalendar;

/// What the buttons of a meter do (dossier 6.4 and 6.5, decision 0046).
class MeterButtonsTest {

    private static final long START = MeterOnBench.START;

    private static final DisplayLists LISTS = new DisplayLists(
            List.of(DisplayItem.A_PLUS),
            List.of(
                    DisplayItem.A_PLUS,
                    DisplayItem.A_PLUS_TRIP,
                    DisplayItem.A_MINUS,
                    DisplayItem.R_PLUS,
                    DisplayItem.R_MINUS),
            List.of());

    private final MeterOnBench bench = bench(FunctionSettings.DEFAULT);

    private static MeterOnBench bench(FunctionSettings functions) {
        var front = new FrontPanel(LISTS, new RightButton(false, RightDeed.ALL), Firmware.UNVERSIONED);
        return new MeterOnBench(MeterConfiguration.DEFAULT.withFront(front).withFunctions(functions), START);
    }

    // 4.1: reset by holding the left button about 6 s while it is shown.
    @Test
    void holdingTheLeftButtonOnATripCounterResetsIt() {
        bench.load(360_000, 0, 0).run(20);
        assertEquals(2_000, tripWattHours());

        holdLeft();
        assertEquals(2_000, tripWattHours(), "another item is shown");

        bench.press().press();
        assertEquals("1.128.0", identification());
        holdLeft();
        assertEquals(0, tripWattHours());
        assertArrayEquals(bench.meter().registers(), bench.saved);
        assertEquals("1.128.0", identification());

        bench.run(2).killAndStart();
        assertEquals(200, tripWattHours());
    }

    @Test
    void holdingTheLeftButtonLeavesTheVerification() {
        bench.run(20)
                .set((meter, effects) -> meter.controls().operationState(OperationState.VERIFY_R_PLUS, effects))
                .press()
                .press();
        holdLeft();
        assertEquals(OperationState.VERIFY_R_PLUS, state(), "the trip counter comes first");

        bench.press();
        holdLeft();
        assertEquals(OperationState.NORMAL, state());
    }

    @Test
    void aHeldButtonKeepsItsList() {
        bench.run(20).press().press().run(100);
        holdLeft();

        bench.run(119);
        assertEquals("1.128.0", identification());
        bench.run(1);
        assertEquals("1.8.0", identification());
    }

    @Test
    void withoutSupplyAndWhileSealedNothingIsDone() {
        holdLeft();
        bench.load(360_000, 0, 0).run(20).press().press().volts(0).run(5);
        holdLeft();
        assertEquals(2_000 + 100, tripWattHours(), "one second more was counted");

        bench.volts(230_000).run(20);
        pressRight();
        holdRight();
        assertEquals(0, bench.meter().parts().debiting().periods());
        assertFalse(bench.meter().buttons().isRightUnsealed());
    }

    @Test
    void theRightButtonEndsTheDebitingPeriod() {
        bench.run(20);
        turn(true);
        pressRight();
        assertEquals("0.1.0 0", shown());
        assertEquals(
                "0.1.0 0, hold the right button to end the debiting period",
                bench.meter().display().words().sentence());

        holdRight();

        assertEquals("0.1.0 1", shown());
        assertTrue(bench.logged.stream().anyMatch(row -> row.logger() == DataLogger.DEBITING_1));
        assertArrayEquals(bench.meter().registers(), bench.saved);
    }

    // Small steps of the clock leave no row in its log (decision 0034).
    @ParameterizedTest(name = "{0} s past the minute: {1} s, {2} rows")
    @CsvSource({"0, 0, 0", "1, -1, 0", "29, -29, 1", "30, 30, 1", "59, 1, 0"})
    void theRightButtonAdjustsTheClockToTheNearestMinute(int past, int moved, int rows) {
        bench.run(60 + past);
        turn(true);
        pressRight();
        pressRight();
        long before = bench.meter().now();

        holdRight();

        assertEquals(before + moved, bench.meter().now());
        assertEquals(0, bench.meter().now() % 60);
        assertEquals(
                rows,
                bench.logged.stream()
                        .filter(row -> row.logger() == DataLogger.RTC)
                        .count());
    }

    @Test
    void theRightButtonReleasesAPermanentTamperHand() {
        MeterOnBench permanent =
                bench(FunctionSettings.DEFAULT.with(TamperHand.PERMANENT)).run(20);
        permanent.step(new MeterInput.StatusChanged(permanent.at, StatusInput.MAGNET, true));
        permanent.step(new MeterInput.StatusChanged(permanent.at, StatusInput.MAGNET, false));
        assertTrue(permanent.meter().display().isOn(DisplayMark.TAMPER));

        permanent.step(new MeterInput.RightButtonTurned(permanent.at, true));
        for (int press = 0; press < 3; press++) {
            permanent.step(new MeterInput.RightButtonPressed(permanent.at));
        }
        permanent.step(new MeterInput.RightButtonHeld(permanent.at));

        assertFalse(permanent.meter().display().isOn(DisplayMark.TAMPER));
        permanent.killAndStart().run(1);
        assertFalse(permanent.meter().display().isOn(DisplayMark.TAMPER));
    }

    // Dossier 8: three tariff plans, one active, selectable remotely or by PB2.
    @Test
    void theRightButtonChoosesTheNextPlanRoundAndRound() {
        TariffSettings tariff = new TariffSettings(TariffSource.PLAN, 1, 1, plans(3, PlanValue.TARIFF));
        LoadSettings load = LoadSettings.DEFAULT
                .withRelay(LoadRelay.LOAD_2, LoadSettings.DEFAULT.relay2().withMode(RelayMode.PLAN))
                .withPlans(plans(2, PlanValue.RELAY_POSITION));
        MeterOnBench planned =
                bench(FunctionSettings.DEFAULT.with(tariff).with(load)).run(20);
        planned.step(new MeterInput.RightButtonTurned(planned.at, true));
        for (int press = 0; press < 4; press++) {
            planned.step(new MeterInput.RightButtonPressed(planned.at));
        }

        for (int expected : List.of(2, 3, 1, 2)) {
            planned.step(new MeterInput.RightButtonHeld(planned.at));
            assertEquals(
                    String.valueOf(expected), planned.meter().display().words().value());
            assertEquals(
                    expected, planned.meter().settings().functions().tariff().activePlan());
        }
        planned.killAndStart();
        assertEquals(2, planned.meter().settings().functions().tariff().activePlan());

        planned.run(20).step(new MeterInput.RightButtonTurned(planned.at, true));
        for (int press = 0; press < 5; press++) {
            planned.step(new MeterInput.RightButtonPressed(planned.at));
        }
        planned.step(new MeterInput.RightButtonHeld(planned.at));
        LoadSettings after = planned.meter().settings().functions().load();
        assertEquals(2, after.relay2().activePlan());
        assertEquals(1, after.relay1().activePlan(), "it follows no plan");
    }

    private static PlanSet plans(int count, PlanValue kind) {
        var plans = new ArrayList<SwitchingPlan>();
        for (int number = 1; number <= count; number++) {
            plans.add(SamplePlans.everyDay("plan " + number, DayPlan.always(kind, 1)));
        }
        return new PlanSet(plans, WorkCalendar.DEFAULT);
    }

    private long tripWattHours() {
        return bench.meter().parts().registers().trips().milliwattSeconds(Quantity.A_PLUS) / 3_600_000;
    }

    private OperationState state() {
        return bench.meter().parts().registers().verification().state();
    }

    private String identification() {
        return bench.meter().display().words().identification();
    }

    private String shown() {
        return identification() + " " + bench.meter().display().words().value();
    }

    private void holdLeft() {
        bench.step(new MeterInput.LeftButtonHeld(bench.at));
    }

    private void pressRight() {
        bench.step(new MeterInput.RightButtonPressed(bench.at));
    }

    private void holdRight() {
        bench.step(new MeterInput.RightButtonHeld(bench.at));
    }

    private void turn(boolean isVertical) {
        bench.step(new MeterInput.RightButtonTurned(bench.at, isVertical));
    }
}
