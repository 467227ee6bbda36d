package trefas.web;

import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import trefas.device.MeterParts;
import trefas.device.clock.MeterClock;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.display.Display;
import trefas.device.display.Displayed;
import trefas.device.display.FrontPanel;
import trefas.device.display.RightButton;
import trefas.device.display.RightDeed;
import trefas.device.register.EnergyFormat;
import trefas.device.register.EnergyRegister;
import trefas.device.settings.MeterSettings;
import trefas.device.status.Firmware;
import trefas.metrology.OneSecondValues;
import trefas.quantity.PhaseSequence;
import trefas.web.Control.Slider;
import trefas.web.Control.Switch;

/// A desk with a house of three sliders and a real display, whose seconds pass when the test says so.
final class FakeDesk implements Desk {

    static final String SERIAL = "21830417";

    private static final int[] SHARE_PERCENT = {46, 31, 23};
    private static final double AUTOMATIC_LOAD = 3.2;
    private static final int START = 1_795_354_624;

    private final Meter meter = new Meter();
    private final FrontPanel front =
            FrontPanel.DEFAULT.withRightButton(new RightButton(true, List.of(RightDeed.DEBITING_STOP)));
    private final Display display = new Display(front);
    private double load = AUTOMATIC_LOAD;
    private double solar;
    private double powerFactor = 0.96;
    private double volts = 230;
    private boolean automatic = true;
    private boolean swapped;
    private boolean magnet;

    /// What the page shows as speed.
    volatile String speed = "×1";

    volatile boolean isReady = true;

    /// What hands did to its buttons, short presses of the left one apart.
    final List<ButtonDeed> deeds = new CopyOnWriteArrayList<>();

    /// Whether it throws instead of telling about its moment.
    volatile boolean isBroken;

    FakeDesk() {
        meter.count(EnergyRegister.A_PLUS, 12_345_678L * 3_600_000);
        meter.count(EnergyRegister.A_MINUS, 1_208_410L * 3_600_000);
        meter.count(EnergyRegister.R_PLUS, 2_210_200L * 3_600_000);
        second();
    }

    /// One second passes.
    synchronized void second() {
        boolean isPowered = volts >= 160;
        meter.isPowered = isPowered;
        meter.now++;
        for (int phase = 0; phase < 3; phase++) {
            double watts = isPowered ? load * 10 * SHARE_PERCENT[phase] - solar * 1_000 / 3 : 0;
            double vars = isPowered
                    ? Math.signum(powerFactor)
                            * load
                            * 10
                            * SHARE_PERCENT[phase]
                            * Math.tan(Math.acos(Math.max(0.1, Math.abs(powerFactor))))
                    : 0;
            double amperes = volts > 0 ? Math.hypot(watts, vars) / volts : 0;
            meter.values.phase(
                    phase, (int) (volts * 1_000) + phase * 300, (int) (amperes * 1_000), (int) (watts * 1_000), (int)
                            (vars * 1_000));
        }
        PhaseSequence order = swapped ? PhaseSequence.L1L3L2 : PhaseSequence.L1L2L3;
        meter.values.supply(49_980, isPowered ? order : PhaseSequence.UNDECIDED);
        meter.count(EnergyRegister.A_PLUS, meter.importMilliwatts());
        meter.count(EnergyRegister.A_MINUS, meter.exportMilliwatts());
        display.secondElapsed(meter.now, meter);
    }

    @Override
    public boolean isReady() {
        return isReady;
    }

    @Override
    public String serialNumber() {
        return SERIAL;
    }

    @Override
    public String typeNumber() {
        return meter.typeNumber();
    }

    @Override
    public List<String> plateLines() {
        return List.of("0.25–5(63) A   cl. B   kvarh cl. 2", "DLMS/COSEM", "−40…+55 °C   UC2");
    }

    @Override
    public String drivenBy() {
        return "a simulated house";
    }

    @Override
    public boolean isDemo() {
        return true;
    }

    @Override
    public synchronized Moment moment() {
        if (isBroken) {
            throw new IllegalStateException("broken on purpose by the test");
        }
        return new Moment(
                display.frame(meter),
                meter.clock().local(meter.now).atOffset(ZoneOffset.ofHours(1)),
                speed,
                meter.pulses(),
                false,
                meter.importMilliwatts(),
                meter.exportMilliwatts(),
                meter.values.millihertz(),
                IntStream.range(0, 3)
                        .mapToObj(phase -> new Moment.PhaseValues(
                                meter.values.millivolts(phase),
                                meter.values.milliamperes(phase),
                                meter.values.milliwatts(phase),
                                meter.values.millivars(phase)))
                        .toList());
    }

    @Override
    public synchronized List<Control> controls() {
        return List.of(
                new Slider("load", "Load", "kW", "", 0, 14, 0.05, load, automatic),
                new Slider("solar", "Solar", "kW", "", 0, 12, 0.05, solar, false),
                new Slider("cos-phi", "cos φ", "ind", "cap", -1, 1, 0.01, powerFactor, false),
                new Slider("voltage", "Voltage", "V", "", 0, 276, 1, volts, false),
                new Switch("swapped", "Phases swapped", swapped));
    }

    @Override
    public synchronized Optional<String> set(String id, Setting setting) {
        switch (setting) {
            case Setting.Automatic() -> {
                automatic = true;
                load = AUTOMATIC_LOAD;
            }
            case Setting.On(boolean on) -> swapped = on;
            case Setting.Value(double value) -> {
                switch (id) {
                    case "load" -> {
                        load = value;
                        automatic = false;
                    }
                    case "solar" -> solar = value;
                    case "cos-phi" -> powerFactor = value;
                    default -> {
                        if (value > 270) {
                            return Optional.of("The insulation holds 270 V only.");
                        }
                        volts = value;
                    }
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public synchronized ModuleState module() {
        return new ModuleState(
                true,
                List.of(
                        new ModuleState.Port(
                                1,
                                "pulse input",
                                ModuleState.Direction.INPUT,
                                false,
                                Optional.of(new ModuleState.Count(17, "m³"))),
                        new ModuleState.Port(2, "load 1", ModuleState.Direction.OUTPUT, false, Optional.empty())),
                List.of(new ModuleState.Relay(1, false, 9, "tariff 2 puts it on, in 9 s")),
                List.of(
                        new Switch("magnet", "Magnet near", magnet),
                        new Switch("port-1", "Port 1, pulse input", false)));
    }

    @Override
    public synchronized Optional<String> setModule(String id, Setting setting) {
        if (!id.equals("magnet")) {
            return Optional.of("Without supply the module takes nothing.");
        }
        magnet = setting instanceof Setting.On(boolean on) && on;
        return Optional.empty();
    }

    @Override
    public synchronized void pressLeft() {
        display.pressLeft(meter.now, meter);
    }

    @Override
    public synchronized List<RegisterReading> registers() {
        EnergyFormat format = meter.energyFormat();
        return EnergyRegister.ALL.stream()
                .map(register -> new RegisterReading(
                        register.obis(),
                        register.title(),
                        meter.reading(register),
                        format.scaler(),
                        register.kind().unit()))
                .toList();
    }

    @Override
    public synchronized RightButtonState rightButton() {
        return new RightButtonState(display.isRightUnsealed(), List.of("utility-list", "debiting-stop"));
    }

    @Override
    public synchronized Optional<String> operate(ButtonDeed deed) {
        deeds.add(deed);
        switch (deed) {
            case HOLD_LEFT, HOLD_RIGHT -> display.held(meter.now);
            case PRESS_RIGHT -> display.pressRight(meter.now, meter);
            case UNSEAL_RIGHT -> display.turnRight(true);
            case SEAL_RIGHT -> display.turnRight(false);
        }
        return deed == ButtonDeed.HOLD_RIGHT ? Optional.of("There is nothing to hold it for.") : Optional.empty();
    }

    /// The meter behind the desk.
    private static final class Meter implements Displayed {

        private static final MeterClock CLOCK = new MeterClock(1, true);

        private final OneSecondValues values = new OneSecondValues();
        private final Map<EnergyRegister, Long> counted = new EnumMap<>(EnergyRegister.class);
        private final MeterParts parts = new trefas.device.Meter(MeterConfiguration.DEFAULT, 1).parts();
        private boolean isPowered;
        private long now = START;

        private void count(EnergyRegister register, long milliwattSeconds) {
            counted.merge(register, milliwattSeconds, Long::sum);
        }

        private long net() {
            return values.milliwatts(0) + (long) values.milliwatts(1) + values.milliwatts(2);
        }

        private long netReactive() {
            return values.millivars(0) + (long) values.millivars(1) + values.millivars(2);
        }

        @Override
        public int serialNumber() {
            return Integer.parseInt(SERIAL);
        }

        @Override
        public String typeNumber() {
            return "6841439BN244100999";
        }

        @Override
        public MeterParts parts() {
            return parts;
        }

        @Override
        public MeterSettings settings() {
            return MeterConfiguration.DEFAULT.settings();
        }

        @Override
        public Firmware firmware() {
            return Firmware.UNVERSIONED;
        }

        @Override
        public long meterNumber1() {
            return serialNumber();
        }

        @Override
        public long importMillivoltAmperes() {
            return importMilliwatts();
        }

        @Override
        public long exportMillivoltAmperes() {
            return exportMilliwatts();
        }

        @Override
        public boolean isPowered() {
            return isPowered;
        }

        @Override
        public long now() {
            return now;
        }

        @Override
        public MeterClock clock() {
            return CLOCK;
        }

        @Override
        public EnergyFormat energyFormat() {
            return EnergyFormat.F72;
        }

        @Override
        public long reading(EnergyRegister register) {
            return milliwattSeconds(register) / energyFormat().stepMilliwattSeconds();
        }

        @Override
        public long milliwattSeconds(EnergyRegister register) {
            return counted.getOrDefault(register, 0L);
        }

        @Override
        public OneSecondValues values() {
            return values;
        }

        @Override
        public long importMilliwatts() {
            return Math.max(0, net());
        }

        @Override
        public long exportMilliwatts() {
            return Math.max(0, -net());
        }

        @Override
        public long importMillivars() {
            return Math.max(0, netReactive());
        }

        @Override
        public long exportMillivars() {
            return Math.max(0, -netReactive());
        }

        @Override
        public long pulses() {
            return milliwattSeconds(EnergyRegister.A_PLUS) / 3_600_000;
        }
    }
}
