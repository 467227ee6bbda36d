package trefas.device.module;

import static trefas.device.module.PortUse.ALARM;
import static trefas.device.module.PortUse.A_MINUS_PULSES;
import static trefas.device.module.PortUse.A_PLUS_PULSES;
import static trefas.device.module.PortUse.DEBITING;
import static trefas.device.module.PortUse.LOAD_1;
import static trefas.device.module.PortUse.LOAD_2;
import static trefas.device.module.PortUse.LOAD_CHANGE;
import static trefas.device.module.PortUse.LOAD_STATUS;
import static trefas.device.module.PortUse.LOAD_TARIFF;
import static trefas.device.module.PortUse.NONE;
import static trefas.device.module.PortUse.PULSE;
import static trefas.device.module.PortUse.R_PLUS_PULSES;
import static trefas.device.module.PortUse.TARIFF;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import trefas.device.load.LoadRelay;
import trefas.device.load.TariffSync;
import trefas.device.tariff.PortTariff;

/// What the two ports of a module do, one row per Z3 code of the data sheet, with the code of ModulPortIOCfg
/// (0-1:96.3.1, dossier 17), which does not tell inversions. Port 1 is I/O 1, terminals 13 and 15; port 2 is I/O 2,
/// terminals 33 and 15. Decisions 0038 and 0048 tell how we read what the papers only name.
public enum PortSetup {
    UNUSED(0, 0, NONE, NONE),
    FOUR_TARIFFS(1, 1, TARIFF, TARIFF),
    FOUR_TARIFFS_INVERTED(2, 1, inverted(TARIFF), inverted(TARIFF)),
    PULSE_ALARM(3, 5, PULSE, ALARM),
    PULSE_ALARM_INVERTED(4, 5, as(PULSE), inverted(ALARM)),
    PULSE_A_PLUS(5, 6, PULSE, A_PLUS_PULSES),
    R_PLUS_A_PLUS(6, 7, R_PLUS_PULSES, A_PLUS_PULSES),
    TWO_TARIFFS_ALARM(7, 2, TARIFF, ALARM),
    TWO_TARIFFS_INVERTED_ALARM(8, 2, inverted(TARIFF), as(ALARM)),
    TWO_TARIFFS_ALARM_INVERTED(9, 2, as(TARIFF), inverted(ALARM)),
    TWO_TARIFFS_INVERTED_ALARM_INVERTED(10, 2, inverted(TARIFF), inverted(ALARM)),
    TWO_TARIFFS_A_PLUS(11, 3, TARIFF, A_PLUS_PULSES),
    TWO_TARIFFS_INVERTED_A_PLUS(12, 3, inverted(TARIFF), as(A_PLUS_PULSES)),
    PULSE_TWO_TARIFFS(13, 4, PULSE, TARIFF),
    PULSE_TWO_TARIFFS_INVERTED(14, 4, as(PULSE), inverted(TARIFF)),
    /// ModulPortIOCfg 9 names an output that Z3 15 does not have; a meter that was not ordered with Z3 15 gets it.
    DEBITING_A_PLUS(PortSetup.NO_CODE, 9, DEBITING, A_PLUS_PULSES),
    DEBITING_PULSE(15, 9, DEBITING, NONE),
    A_MINUS_A_PLUS(16, 8, A_MINUS_PULSES, A_PLUS_PULSES),
    LOAD_STATUS_LOAD(17, 10, LOAD_STATUS, LOAD_1),
    PULSE_SYNC(18, PortSetup.LOAD_SYNC, PULSE, LOAD_TARIFF),
    PULSE_INVERTED_SYNC(19, PortSetup.LOAD_SYNC, inverted(PULSE), as(LOAD_TARIFF)),
    PULSE_SYNC_INVERTED(20, PortSetup.LOAD_SYNC, as(PULSE), inverted(LOAD_TARIFF)),
    PULSE_INVERTED_SYNC_INVERTED(21, PortSetup.LOAD_SYNC, inverted(PULSE), inverted(LOAD_TARIFF)),
    FOUR_TARIFFS_SYNC(22, PortSetup.TARIFF_SYNC, TARIFF, TARIFF),
    FOUR_TARIFFS_INVERTED_SYNC(23, PortSetup.TARIFF_SYNC, inverted(TARIFF), inverted(TARIFF)),
    LOAD_1_LOAD_2(26, 16, LOAD_1, LOAD_2),
    PULSE_LOAD(27, 17, PULSE, LOAD_1),
    PULSE_LOAD_CHANGE(28, 18, PULSE, LOAD_CHANGE),
    /// Has a code in ModulPortIOCfg but none in Z3.
    ALARM_A_PLUS(PortSetup.NO_CODE, 11, ALARM, A_PLUS_PULSES);

    public static final int PORTS = 2;

    private static final int NO_CODE = -1;

    /// Codes of ModulPortIOCfg with which load control follows the tariff at once.
    private static final int LOAD_SYNC = 12;

    private static final int TARIFF_SYNC = 13;

    private final int code;
    private final int dlmsCode;
    private final WiredPort first;
    private final WiredPort second;

    PortSetup(int code, int dlmsCode, PortUse first, PortUse second) {
        this(code, dlmsCode, as(first), as(second));
    }

    PortSetup(int code, int dlmsCode, WiredPort first, WiredPort second) {
        this.code = code;
        this.dlmsCode = dlmsCode;
        this.first = first;
        this.second = second;
    }

    private static WiredPort as(PortUse use) {
        return new WiredPort(use, false);
    }

    private static WiredPort inverted(PortUse use) {
        return new WiredPort(use, true);
    }

    /// Z3, empty where ModulPortIOCfg has more than Z3.
    public OptionalInt code() {
        return code == NO_CODE ? OptionalInt.empty() : OptionalInt.of(code);
    }

    public static Optional<PortSetup> ofCode(int code) {
        for (PortSetup setup : values()) {
            if (setup.code == code && code != NO_CODE) {
                return Optional.of(setup);
            }
        }
        return Optional.empty();
    }

    /// ModulPortIOCfg, unsigned8.
    public int dlmsCode() {
        return dlmsCode;
    }

    /// The set-up after ModulPortIOCfg was written: this one, with its inversions, if it has the code; otherwise the
    /// one without inversions.
    public Optional<PortSetup> withDlmsCode(int dlmsCode) {
        if (this.dlmsCode == dlmsCode) {
            return Optional.of(this);
        }
        for (PortSetup setup : values()) {
            if (setup.dlmsCode == dlmsCode) {
                return Optional.of(setup);
            }
        }
        return Optional.empty();
    }

    /// How a port is wired.
    ///
    /// @param port 1 or 2
    public WiredPort port(int port) {
        return switch (port) {
            case 1 -> first;
            case 2 -> second;
            default -> throw new IllegalArgumentException("port " + port + " of " + PORTS);
        };
    }

    /// What a port is wired for.
    ///
    /// @param port 1 or 2
    public PortUse use(int port) {
        return port(port).use();
    }

    /// Whether one of the ports is for this.
    public boolean has(PortUse use) {
        return hasAny(use::equals);
    }

    /// Whether one of the ports is for something of this kind.
    public boolean hasAny(Predicate<PortUse> kind) {
        return kind.test(first.use()) || kind.test(second.use());
    }

    /// How the tariff inputs are read, if there are any.
    public Optional<PortTariff> tariffs() {
        if (!has(TARIFF)) {
            return Optional.empty();
        }
        boolean isInverted = (first.use() == TARIFF ? first : second).isInverted();
        if (hasFourTariffs()) {
            return Optional.of(isInverted ? PortTariff.FOUR_TARIFFS_INVERTED : PortTariff.FOUR_TARIFFS);
        }
        return Optional.of(isInverted ? PortTariff.TWO_TARIFFS_INVERTED : PortTariff.TWO_TARIFFS);
    }

    private boolean hasFourTariffs() {
        return first.use() == TARIFF && second.use() == TARIFF;
    }

    /// Whether load relays that follow the tariff follow it at once.
    public TariffSync sync() {
        if (has(LOAD_TARIFF)) {
            return second.isInverted() ? TariffSync.AT_ONCE_INVERTED : TariffSync.AT_ONCE;
        }
        return dlmsCode == TARIFF_SYNC ? TariffSync.AT_ONCE : TariffSync.NONE;
    }

    /// Whether the module makes a load relay follow the tariff (Z3 18 to 23): with its own input or output for that,
    /// the
    /// first; with two tariff inputs, both.
    public boolean makesFollow(LoadRelay relay) {
        return has(LOAD_TARIFF) ? relay == LoadRelay.LOAD_1 : sync() != TariffSync.NONE;
    }

    /// Both ports in plain language.
    public String words() {
        return this == UNUSED ? "ports not used" : "port 1: " + words(first) + "; port 2: " + words(second);
    }

    private String words(WiredPort port) {
        if (port.use() == NONE) {
            return NONE.words();
        }
        String use = port.use() == TARIFF ? tariffWords() : port.use().words();
        return (port.use().isInput() ? "input, " : "output, ") + use + (port.isInverted() ? ", inverted" : "");
    }

    private String tariffWords() {
        if (!hasFourTariffs()) {
            return "two tariffs";
        }
        return sync() == TariffSync.NONE ? "four tariffs" : "four tariffs, load control follows";
    }
}
