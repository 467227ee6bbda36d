package trefas.app.host;

import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import trefas.app.settings.Speed;
import trefas.device.Meter;
import trefas.device.MeterInput;
import trefas.device.OpticalLed;
import trefas.device.display.DisplayFrame;
import trefas.device.display.RightButton;
import trefas.device.register.EnergyRegister;
import trefas.metrology.OneSecondValues;
import trefas.quantity.Phase;
import trefas.web.ButtonDeed;
import trefas.web.Control;
import trefas.web.Desk;
import trefas.web.ModuleState;
import trefas.web.Moment;
import trefas.web.RegisterReading;
import trefas.web.RightButtonState;
import trefas.web.Setting;

/// The running meter as its page sees it.
public final class HostDesk implements Desk {

    private static final int SECONDS_PER_MINUTE = 60;

    private final MeterHost host;
    private final Optional<HouseControls> controls;
    private final String drivenBy;
    private final Speed speed;
    private final boolean demo;
    private final String serialNumber;
    private final String typeNumber;
    private final ModuleControls module = new ModuleControls();

    /// @param controls of the house, or empty when a recording drives the meter
    HostDesk(MeterHost host, Optional<HouseControls> controls, String drivenBy, Speed speed, boolean demo) {
        this.host = host;
        this.controls = controls;
        this.drivenBy = drivenBy;
        this.speed = speed;
        this.demo = demo;
        this.serialNumber = String.format(Locale.ROOT, "%08d", host.<Integer>read(Meter::serialNumber));
        this.typeNumber = host.read(Meter::typeNumber);
    }

    @Override
    public String serialNumber() {
        return serialNumber;
    }

    @Override
    public String typeNumber() {
        return typeNumber;
    }

    @Override
    public List<String> plateLines() {
        return List.of("3×230/400 V   0.25–5(63) A   50 Hz", "1000 imp/kWh   DLMS/COSEM");
    }

    @Override
    public String drivenBy() {
        return drivenBy;
    }

    @Override
    public boolean isDemo() {
        return demo;
    }

    @Override
    public boolean isReady() {
        return !host.isLost();
    }

    @Override
    public Moment moment() {
        return host.read(meter -> {
            // What could not be saved is not shown.
            boolean lost = host.isLost();
            OneSecondValues values = lost ? new OneSecondValues() : meter.values();
            var phases = new ArrayList<Moment.PhaseValues>();
            for (int phase = 0; phase < Phase.COUNT; phase++) {
                phases.add(new Moment.PhaseValues(
                        values.millivolts(phase),
                        values.milliamperes(phase),
                        values.milliwatts(phase),
                        values.millivars(phase)));
            }
            return new Moment(
                    lost ? DisplayFrame.BLANK : meter.display(),
                    wallTime(meter),
                    speed.toString(),
                    lost ? 0 : meter.pulses(),
                    !lost && OpticalLed.isSteadilyLit(meter),
                    lost ? 0 : meter.importMilliwatts(),
                    lost ? 0 : meter.exportMilliwatts(),
                    values.millihertz(),
                    phases);
        });
    }

    private static OffsetDateTime wallTime(Meter meter) {
        int seconds = -meter.clock().deviationMinutes(meter.now()) * SECONDS_PER_MINUTE;
        return OffsetDateTime.of(meter.clock().local(meter.now()), ZoneOffset.ofTotalSeconds(seconds));
    }

    @Override
    public List<Control> controls() {
        return controls.map(house -> host.read(_ -> house.controls())).orElse(List.of());
    }

    @Override
    public Optional<String> set(String id, Setting setting) {
        if (controls.isEmpty()) {
            return Optional.of("Nothing can be driven by hand here: " + drivenBy + " drives the meter.");
        }
        return host.read(_ -> controls.get().set(id, setting));
    }

    @Override
    public ModuleState module() {
        return host.read(meter -> host.isLost() ? ModuleState.NONE : ModuleView.of(meter, host.module()));
    }

    @Override
    public Optional<String> setModule(String id, Setting setting) {
        try {
            return host.act((meter, effects) -> module.set(meter, id, setting, effects));
        } catch (UncheckedIOException memoryFailed) {
            return Optional.of("The meter takes nothing any more: its memory has failed.");
        }
    }

    @Override
    public void pressLeft() {
        host.pressLeft();
    }

    @Override
    public RightButtonState rightButton() {
        return host.read(meter -> {
            RightButton button = meter.configuration().front().rightButton();
            return new RightButtonState(meter.buttons().isRightUnsealed(), button.functions());
        });
    }

    @Override
    public Optional<String> operate(ButtonDeed deed) {
        boolean isOfRight = deed == ButtonDeed.PRESS_RIGHT || deed == ButtonDeed.HOLD_RIGHT;
        RightButtonState right = rightButton();
        if (isOfRight && !right.isUnsealed()) {
            return Optional.of("The right button is sealed: turn its slot first.");
        }
        if (isOfRight && right.functions().isEmpty()) {
            return Optional.of("The right button has no function: meter.display.right-button gives it some.");
        }
        switch (deed) {
            case HOLD_LEFT -> host.happen(MeterInput.LeftButtonHeld::new);
            case PRESS_RIGHT -> host.happen(MeterInput.RightButtonPressed::new);
            case HOLD_RIGHT -> host.happen(MeterInput.RightButtonHeld::new);
            case UNSEAL_RIGHT -> host.happen(at -> new MeterInput.RightButtonTurned(at, /* isVertical= */ true));
            case SEAL_RIGHT -> host.happen(at -> new MeterInput.RightButtonTurned(at, /* isVertical= */ false));
        }
        return Optional.empty();
    }

    @Override
    public List<RegisterReading> registers() {
        return host.read(meter -> {
            if (host.isLost()) {
                return List.of();
            }
            var readings = new ArrayList<RegisterReading>();
            for (EnergyRegister register : EnergyRegister.ALL) {
                readings.add(new RegisterReading(
                        register.obis(),
                        register.title(),
                        meter.reading(register),
                        meter.energyFormat().scaler(),
                        register.kind().unit()));
            }
            return List.copyOf(readings);
        });
    }
}
