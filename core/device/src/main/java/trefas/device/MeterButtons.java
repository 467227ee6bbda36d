package trefas.device;

import java.util.Optional;
import java.util.function.Consumer;
import trefas.device.clock.MeterClock;
import trefas.device.display.Display;
import trefas.device.display.DisplayItem;
import trefas.device.display.RightDeed;
import trefas.device.load.LoadRelay;
import trefas.device.load.LoadSettings;
import trefas.device.load.RelayMode;
import trefas.device.register.OperationState;
import trefas.device.register.Quantity;
import trefas.device.settings.FunctionSettings;
import trefas.device.tariff.PlanSet;
import trefas.device.tariff.TariffSettings;

/// The two buttons of a meter (dossier 6.4, 6.5; decision 0046). Without supply they do nothing.
///
/// | button | pressed                      | held for 6 s                                                   |
/// |--------|------------------------------|----------------------------------------------------------------|
/// | left   | consumer list, its next item | a trip counter that is shown goes to zero; else verification ends |
/// | right  | its own list, its next item  | what is shown is done; sealed or without function: nothing     |
public final class MeterButtons {

    /// A press of so many seconds is a long one.
    public static final int LONG_PRESS_SECONDS = 6;

    private static final int SECONDS_PER_MINUTE = 60;

    private final Meter meter;
    private final Display display;

    MeterButtons(Meter meter, Display display) {
        this.meter = meter;
        this.display = display;
    }

    /// Same state and input, same state and effects.
    void step(MeterInput.AtButtons input, Consumer<Effect> effects) {
        switch (input) {
            case MeterInput.LeftButtonPressed(long at) -> pressLeft(at);
            case MeterInput.LeftButtonHeld(long at) -> holdLeft(at, effects);
            case MeterInput.RightButtonPressed(long at) -> pressRight(at);
            case MeterInput.RightButtonHeld(long at) -> holdRight(at, effects);
            case MeterInput.RightButtonTurned(long _, boolean isVertical) -> display.turnRight(isVertical);
        }
    }

    /// Whether the slot of the right button is vertical.
    public boolean isRightUnsealed() {
        return display.isRightUnsealed();
    }

    /// @param at the world's time
    void pressLeft(long at) {
        if (meter.isPowered()) {
            display.pressLeft(at, meter);
        }
    }

    private void pressRight(long at) {
        if (meter.isPowered()) {
            display.pressRight(at, meter);
        }
    }

    private void holdLeft(long at, Consumer<Effect> effects) {
        if (!meter.isPowered()) {
            return;
        }
        display.held(at);
        Optional<Quantity> trip = shownItem().flatMap(DisplayItem::tripCounter);
        if (trip.isPresent()) {
            meter.controls().resetTrip(trip.get(), effects);
        } else if (isVerified()) {
            meter.controls().operationState(OperationState.NORMAL, effects);
        }
    }

    private Optional<DisplayItem> shownItem() {
        return display.view().filter(DisplayItem.class::isInstance).map(DisplayItem.class::cast);
    }

    private boolean isVerified() {
        return meter.parts().registers().verification().state() != OperationState.NORMAL;
    }

    private void holdRight(long at, Consumer<Effect> effects) {
        if (!meter.isPowered() || !display.isRightUnsealed()) {
            return;
        }
        display.held(at);
        display.view()
                .filter(RightDeed.class::isInstance)
                .map(RightDeed.class::cast)
                .ifPresent(deed -> doIt(deed, effects));
    }

    private void doIt(RightDeed deed, Consumer<Effect> effects) {
        switch (deed) {
            case DEBITING_STOP -> meter.controls().stopDebiting(effects);
            case ADJUST_TIME -> adjustTime(effects);
            case RELEASE_TAMPER -> meter.controls().releaseTamper(effects);
            case TARIFF_PLAN -> nextTariffPlan(effects);
            case LOAD_PLAN -> nextLoadPlan(effects);
        }
    }

    /// The whole minute that is nearest; the later one at half a minute.
    private void adjustTime(Consumer<Effect> effects) {
        long nearest = Math.floorDiv(meter.now() + SECONDS_PER_MINUTE / 2, SECONDS_PER_MINUTE) * SECONDS_PER_MINUTE;
        if (nearest != meter.now() && MeterClock.isSettable(nearest)) {
            meter.setClock(nearest, effects);
        }
    }

    private void nextTariffPlan(Consumer<Effect> effects) {
        FunctionSettings now = meter.settings().functions();
        TariffSettings tariff = now.tariff();
        int next = next(tariff.activePlan(), tariff.plans());
        meter.setFunctions(now.with(tariff.withActivePlan(next)), effects);
    }

    /// Every relay that follows a plan follows the next one.
    private void nextLoadPlan(Consumer<Effect> effects) {
        FunctionSettings now = meter.settings().functions();
        LoadSettings load = now.load();
        for (LoadRelay relay : LoadRelay.values()) {
            if (load.relay(relay).mode() == RelayMode.PLAN) {
                int next = next(load.relay(relay).activePlan(), load.plans());
                load = load.withRelay(relay, load.relay(relay).withActivePlan(next));
            }
        }
        meter.setFunctions(now.with(load), effects);
    }

    private static int next(int plan, PlanSet plans) {
        return plans.plan(plan + 1).isPresent() ? plan + 1 : 1;
    }
}
