package trefas.device.module;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import trefas.device.load.LoadRelay;
import trefas.device.load.TariffSync;
import trefas.device.register.EnergyRegister;
import trefas.device.register.RegisterBank;
import trefas.device.tariff.PortTariff;
import trefas.device.tariff.TariffControl;

/// The two ports of the plug-in module (dossier 17): what comes in is counted and understood, what goes out is told.
///
/// An input counts once it has kept its level for 10 ms; whatever is shorter is a bounce. So pulses of up to 25 Hz
/// are counted one by one as long as each level lasts that long. Time is the world's: an input does not follow the
/// meter's clock.
public final class ModulePorts {

    private static final int PORTS = PortSetup.PORTS;
    private static final int MILLIS_PER_SECOND = 1_000;
    private static final int RECORD_LENGTH =
            PORTS * (PortLevel.RECORD_LENGTH + EnergyPulses.RECORD_LENGTH) + PulseRegister.RECORD_LENGTH;

    private final PortLevel level1 = new PortLevel();
    private final PortLevel level2 = new PortLevel();
    private final EnergyPulses output1 = new EnergyPulses();
    private final EnergyPulses output2 = new EnergyPulses();
    private final PulseRegister pulses = new PulseRegister();
    private ModuleSettings settings;

    /// Whether a port sends pulses.
    private boolean hasOutput;
    /// Whether an input has changed and not settled since.
    private boolean isMoving;
    /// What the inputs say, kept from asking for it each second.
    private int tariff;

    public ModulePorts(ModuleSettings settings) {
        this.settings = settings;
        prepare();
    }

    /// Works out what the settings and the levels of the inputs mean.
    private void prepare() {
        hasOutput = settings.ports().hasAny(PortUse::isPulseOutput);
        isMoving = true;
        tariff = readTariff();
    }

    /// The voltage on a port comes or goes.
    ///
    /// @param port 1 or 2
    /// @param isHigh whether there is voltage from now on
    /// @param atMillis the world's time, milliseconds since 1970-01-01T00:00:00Z
    /// @param events told what the input asks for
    /// @return whether the pulse register stepped on
    public boolean portChanged(int port, boolean isHigh, long atMillis, Consumer<PortEvent> events) {
        isMoving = true;
        return level(port).change(isHigh, atMillis) && settled(port, events);
    }

    /// A second has passed: inputs settle, outputs send what was counted.
    ///
    /// @param at the world's time
    /// @param registers with the energy of the second that ended
    /// @return whether the pulse register stepped on
    public boolean secondElapsed(long at, RegisterBank registers, Consumer<PortEvent> events) {
        if (hasOutput) {
            for (int port = 1; port <= PORTS; port++) {
                send(port, registers, events);
            }
        }
        return isMoving && settle(at * MILLIS_PER_SECOND, events);
    }

    private boolean settle(long atMillis, Consumer<PortEvent> events) {
        boolean stepped = false;
        isMoving = false;
        for (int port = 1; port <= PORTS; port++) {
            stepped |= level(port).settle(atMillis) && settled(port, events);
            isMoving |= !level(port).isSettled();
        }
        return stepped;
    }

    private void send(int port, RegisterBank registers, Consumer<PortEvent> events) {
        switch (settings.ports().use(port)) {
            case A_PLUS_PULSES -> send(port, EnergyRegister.A_PLUS, registers, events);
            case A_MINUS_PULSES -> send(port, EnergyRegister.A_MINUS, registers, events);
            case R_PLUS_PULSES -> send(port, EnergyRegister.R_PLUS, registers, events);
            case NONE, TARIFF, ALARM, PULSE, DEBITING, LOAD_STATUS, LOAD_1, LOAD_2, LOAD_TARIFF, LOAD_CHANGE -> {}
        }
    }

    private void send(int port, EnergyRegister register, RegisterBank registers, Consumer<PortEvent> events) {
        output(port).secondElapsed(port, registers.milliwattSeconds(register), settings, events);
    }

    /// An input has a new steady level.
    private boolean settled(int port, Consumer<PortEvent> events) {
        tariff = readTariff();
        if (!isActive(port)) {
            return false;
        }
        return switch (settings.ports().use(port)) {
            case PULSE -> pulses.count(settings.pulseFactorThousandths());
            case DEBITING -> {
                events.accept(PortEvent.DebitingPulse.EVENT);
                yield false;
            }
            case NONE,
                    TARIFF,
                    ALARM,
                    LOAD_STATUS,
                    A_PLUS_PULSES,
                    A_MINUS_PULSES,
                    R_PLUS_PULSES,
                    LOAD_1,
                    LOAD_2,
                    LOAD_TARIFF,
                    LOAD_CHANGE -> false;
        };
    }

    /// Whether an input says what it is there for: with voltage, or without where it is inverted.
    private boolean isActive(int port) {
        return level(port).isHigh() != settings.ports().port(port).isInverted();
    }

    private PortLevel level(int port) {
        return switch (port) {
            case 1 -> level1;
            case 2 -> level2;
            default -> throw new IllegalArgumentException("port " + port + " of " + PORTS);
        };
    }

    /// Whether there is voltage on a port, settled or not.
    ///
    /// @param port 1 or 2
    public boolean hasVoltage(int port) {
        return level(port).isRawHigh();
    }

    private EnergyPulses output(int port) {
        return port == 1 ? output1 : output2;
    }

    /// The tariff the inputs say, or [TariffControl#NO_TARIFF] where none is for tariffs.
    public int tariff() {
        return tariff;
    }

    private int readTariff() {
        PortSetup ports = settings.ports();
        boolean isFirst = ports.use(1) == PortUse.TARIFF;
        boolean isSecond = ports.use(2) == PortUse.TARIFF;
        if (!isFirst && !isSecond) {
            return TariffControl.NO_TARIFF;
        }
        boolean first = (isFirst ? level(1) : level(2)).isHigh();
        boolean second = isFirst && isSecond && level(2).isHigh();
        return ports.tariffs()
                .map((PortTariff read) -> read.tariff(first, second))
                .orElse(TariffControl.NO_TARIFF);
    }

    /// Whether an input synchronises load and tariff.
    public TariffSync sync() {
        return settings.ports().sync();
    }

    /// Whether the alarm input is in use and says alarm (MeterStatus bit 5).
    public boolean isAlarm() {
        return settings.pulseWidth().isAlarmEnabled() && portOf(PortUse.ALARM) != 0 && isActive(portOf(PortUse.ALARM));
    }

    /// Whether the switched load answers that it is on; false where no input is for that.
    public boolean isLoadOn() {
        return portOf(PortUse.LOAD_STATUS) != 0
                && level(portOf(PortUse.LOAD_STATUS)).isHigh();
    }

    /// PulsInputLevel 1-1:96.53.1: 1 with voltage on the pulse input, else 0.
    public int pulseInputLevel() {
        return portOf(PortUse.PULSE) != 0 && level(portOf(PortUse.PULSE)).isHigh() ? 1 : 0;
    }

    /// The port a load relay drives, 1 or 2; 0 where none does.
    public int portOf(LoadRelay relay) {
        return portOf((PortUse use) -> use.drives(relay));
    }

    private int portOf(PortUse use) {
        return portOf(use::equals);
    }

    private int portOf(Predicate<PortUse> kind) {
        for (int port = 1; port <= PORTS; port++) {
            if (kind.test(settings.ports().use(port))) {
                return port;
            }
        }
        return 0;
    }

    /// PulseInput1 1-1:0.128.1, unsigned32, in the unit of Z12.
    public long pulseInput() {
        return pulses.value();
    }

    /// Whether the pulse input register can be set to this value.
    public static boolean isPulseInput(long value) {
        return value >= 0 && value <= PulseRegister.VALUE_MAX;
    }

    /// Sets the pulse input register, for example to what the other meter shows.
    public void writePulseInput(long value) {
        if (!isPulseInput(value)) {
            throw new IllegalArgumentException("a pulse input register of " + value);
        }
        pulses.write(value);
    }

    /// Other settings, from the next event or second on. Outputs begin anew unless nothing about them changes.
    public void change(ModuleSettings other) {
        boolean sameOutputs = other.pulseWidth() == settings.pulseWidth()
                && other.pulsesPerKilowattHour() == settings.pulsesPerKilowattHour();
        for (int port = 1; port <= PORTS; port++) {
            if (!sameOutputs || other.ports().use(port) != settings.ports().use(port)) {
                output(port).startAgain();
            }
        }
        pulses.limitRest(other.pulseFactorThousandths());
        settings = other;
        prepare();
    }

    public ModuleSettings settings() {
        return settings;
    }

    /// Octets [#write] needs.
    public static int recordLength() {
        return RECORD_LENGTH;
    }

    public void write(ByteBuffer into) {
        pulses.write(into);
        level1.write(into);
        level2.write(into);
        output1.write(into);
        output2.write(into);
    }

    /// Reads what [#write] wrote.
    ///
    /// @return whether it makes sense; if not, nothing has changed
    public boolean read(ByteBuffer from) {
        if (from.remaining() < RECORD_LENGTH || !isPossible(from)) {
            return false;
        }
        pulses.read(from, settings.pulseFactorThousandths());
        level1.read(from);
        level2.read(from);
        output1.read(from);
        output2.read(from);
        prepare();
        return true;
    }

    private static boolean isPossible(ByteBuffer from) {
        int levels = from.position() + PulseRegister.RECORD_LENGTH;
        int outputs = levels + PORTS * PortLevel.RECORD_LENGTH;
        boolean isPossible = PulseRegister.isPossible(from, from.position());
        for (int port = 0; port < PORTS; port++) {
            isPossible &= PortLevel.isPossible(from, levels + port * PortLevel.RECORD_LENGTH)
                    && EnergyPulses.isPossible(from, outputs + port * EnergyPulses.RECORD_LENGTH);
        }
        return isPossible;
    }
}
