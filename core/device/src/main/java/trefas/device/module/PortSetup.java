package trefas.device.module;

import static trefas.device.module.PortUse.ALARM;
import static trefas.device.module.PortUse.A_MINUS_PULSES;
import static trefas.device.module.PortUse.A_PLUS_PULSES;
import static trefas.device.module.PortUse.DEBITING;
import static trefas.device.module.PortUse.LOAD_1;
import static trefas.device.module.PortUse.LOAD_2;
import static trefas.device.module.PortUse.LOAD_STATUS;
import static trefas.device.module.PortUse.NONE;
import static trefas.device.module.PortUse.PULSE;
import static trefas.device.module.PortUse.R_PLUS_PULSES;
import static trefas.device.module.PortUse.TARIFF;
import static trefas.device.module.PortUse.TOGGLE;

import java.util.Optional;
import java.util.OptionalInt;
import trefas.device.load.TariffSync;
import trefas.device.tariff.PortTariff;

/// What the two ports of a module do, one row per Z3 code (dossier 17 and 26), with the code of ModulPortIOCfg
/// (0-1:96.3.1). Ports are in the order of the names in ModulPortIOCfg; the order of the inversions is our choice
/// where the papers only count them (decision 0038).
public enum PortSetup {
    UNUSED(0, 0, NONE, NONE),
    FOUR_TARIFFS(1, 1, TARIFF, TARIFF),
    FOUR_TARIFFS_INVERTED(2, 1, TARIFF, TARIFF),
    PULSE_ALARM(3, 5, PULSE, ALARM),
    PULSE_ALARM_INVERTED(4, 5, PULSE, ALARM),
    PULSE_A_PLUS(5, 6, PULSE, A_PLUS_PULSES),
    R_PLUS_A_PLUS(6, 7, R_PLUS_PULSES, A_PLUS_PULSES),
    TWO_TARIFFS_ALARM(7, 2, TARIFF, ALARM),
    TWO_TARIFFS_INVERTED_ALARM(8, 2, TARIFF, ALARM),
    TWO_TARIFFS_ALARM_INVERTED(9, 2, TARIFF, ALARM),
    TWO_TARIFFS_INVERTED_ALARM_INVERTED(10, 2, TARIFF, ALARM),
    TWO_TARIFFS_A_PLUS(11, 3, TARIFF, A_PLUS_PULSES),
    TWO_TARIFFS_INVERTED_A_PLUS(12, 3, TARIFF, A_PLUS_PULSES),
    PULSE_TWO_TARIFFS(13, 4, PULSE, TARIFF),
    PULSE_TWO_TARIFFS_INVERTED(14, 4, PULSE, TARIFF),
    DEBITING_A_PLUS(15, 9, DEBITING, A_PLUS_PULSES),
    A_MINUS_A_PLUS(16, 8, A_MINUS_PULSES, A_PLUS_PULSES),
    LOAD_STATUS_LOAD(17, 10, LOAD_STATUS, LOAD_1),
    PULSE_SYNC(18, 12, PULSE, TARIFF),
    PULSE_SYNC_TARIFF_INVERTED(19, 12, PULSE, TARIFF),
    PULSE_SYNC_LOAD_INVERTED(20, 12, PULSE, TARIFF),
    PULSE_SYNC_TARIFF_AND_LOAD_INVERTED(21, 12, PULSE, TARIFF),
    FOUR_TARIFFS_SYNC(22, 13, TARIFF, TARIFF),
    FOUR_TARIFFS_INVERTED_SYNC(23, 13, TARIFF, TARIFF),
    LOAD_1_LOAD_2(26, 16, LOAD_1, LOAD_2),
    PULSE_LOAD(27, 17, PULSE, LOAD_1),
    PULSE_TOGGLE(28, 18, PULSE, TOGGLE),
    /// Tells of earth faults over a bus and uses no port (TD only).
    EARTH_FAULT(29, 0, NONE, NONE),
    /// Has a code in ModulPortIOCfg but none in Z3.
    ALARM_A_PLUS(PortSetup.NO_CODE, 11, ALARM, A_PLUS_PULSES);

    public static final int PORTS = 2;

    private static final int NO_CODE = -1;

    private final int code;
    private final int dlmsCode;
    private final PortUse first;
    private final PortUse second;

    PortSetup(int code, int dlmsCode, PortUse first, PortUse second) {
        this.code = code;
        this.dlmsCode = dlmsCode;
        this.first = first;
        this.second = second;
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

    /// What a port is wired for.
    ///
    /// @param port 1 or 2
    public PortUse use(int port) {
        return switch (port) {
            case 1 -> first;
            case 2 -> second;
            default -> throw new IllegalArgumentException("port " + port + " of " + PORTS);
        };
    }

    /// How the tariff inputs are read, if there are any.
    public Optional<PortTariff> tariffs() {
        return switch (this) {
            case FOUR_TARIFFS, FOUR_TARIFFS_SYNC -> Optional.of(PortTariff.FOUR_TARIFFS);
            case FOUR_TARIFFS_INVERTED, FOUR_TARIFFS_INVERTED_SYNC -> Optional.of(PortTariff.FOUR_TARIFFS_INVERTED);
            case TWO_TARIFFS_ALARM,
                    TWO_TARIFFS_ALARM_INVERTED,
                    TWO_TARIFFS_A_PLUS,
                    PULSE_TWO_TARIFFS,
                    PULSE_SYNC,
                    PULSE_SYNC_LOAD_INVERTED -> Optional.of(PortTariff.TWO_TARIFFS);
            case TWO_TARIFFS_INVERTED_ALARM,
                    TWO_TARIFFS_INVERTED_ALARM_INVERTED,
                    TWO_TARIFFS_INVERTED_A_PLUS,
                    PULSE_TWO_TARIFFS_INVERTED,
                    PULSE_SYNC_TARIFF_INVERTED,
                    PULSE_SYNC_TARIFF_AND_LOAD_INVERTED -> Optional.of(PortTariff.TWO_TARIFFS_INVERTED);
            case UNUSED,
                    PULSE_ALARM,
                    PULSE_ALARM_INVERTED,
                    PULSE_A_PLUS,
                    R_PLUS_A_PLUS,
                    DEBITING_A_PLUS,
                    A_MINUS_A_PLUS,
                    LOAD_STATUS_LOAD,
                    LOAD_1_LOAD_2,
                    PULSE_LOAD,
                    PULSE_TOGGLE,
                    EARTH_FAULT,
                    ALARM_A_PLUS -> Optional.empty();
        };
    }

    /// Whether 230 V on the alarm input means that all is well.
    public boolean isAlarmInverted() {
        return this == PULSE_ALARM_INVERTED
                || this == TWO_TARIFFS_ALARM_INVERTED
                || this == TWO_TARIFFS_INVERTED_ALARM_INVERTED;
    }

    /// Whether load relays that follow the tariff follow it at once.
    public TariffSync sync() {
        return switch (dlmsCode) {
            case 12 ->
                this == PULSE_SYNC_LOAD_INVERTED || this == PULSE_SYNC_TARIFF_AND_LOAD_INVERTED
                        ? TariffSync.AT_ONCE_INVERTED
                        : TariffSync.AT_ONCE;
            case 13 -> TariffSync.AT_ONCE;
            default -> TariffSync.NONE;
        };
    }
}
