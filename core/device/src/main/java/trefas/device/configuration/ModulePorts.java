package trefas.device.configuration;

import static trefas.device.configuration.PortRole.ALARM_INPUT;
import static trefas.device.configuration.PortRole.A_MINUS_OUTPUT;
import static trefas.device.configuration.PortRole.A_PLUS_OUTPUT;
import static trefas.device.configuration.PortRole.DEBITING_INPUT;
import static trefas.device.configuration.PortRole.FOUR_TARIFF_INPUT;
import static trefas.device.configuration.PortRole.FOUR_TARIFF_LOAD_INPUT;
import static trefas.device.configuration.PortRole.LOAD_1_OUTPUT;
import static trefas.device.configuration.PortRole.LOAD_2_OUTPUT;
import static trefas.device.configuration.PortRole.LOAD_STATUS_INPUT;
import static trefas.device.configuration.PortRole.LOAD_TARIFF_OUTPUT;
import static trefas.device.configuration.PortRole.LOAD_TOGGLE_OUTPUT;
import static trefas.device.configuration.PortRole.NONE;
import static trefas.device.configuration.PortRole.PULSE_INPUT;
import static trefas.device.configuration.PortRole.R_PLUS_OUTPUT;
import static trefas.device.configuration.PortRole.TWO_TARIFF_INPUT;

import java.util.Optional;
import java.util.function.Predicate;

/// The use of both ports of the plug-in module, one row for each code of Z3 (data sheet). Where its wording leaves
/// open which port is meant, decision 0031 says how we read it.
public enum ModulePorts {
    NO_FUNCTION(0, NONE, NONE),
    FOUR_TARIFF(1, FOUR_TARIFF_INPUT, FOUR_TARIFF_INPUT),
    FOUR_TARIFF_INVERTED(2, inverted(FOUR_TARIFF_INPUT), inverted(FOUR_TARIFF_INPUT)),
    PULSE_AND_ALARM(3, PULSE_INPUT, ALARM_INPUT),
    PULSE_AND_ALARM_INVERTED(4, use(PULSE_INPUT), inverted(ALARM_INPUT)),
    PULSE_AND_A_PLUS(5, PULSE_INPUT, A_PLUS_OUTPUT),
    R_PLUS_AND_A_PLUS(6, R_PLUS_OUTPUT, A_PLUS_OUTPUT),
    TWO_TARIFF_AND_ALARM(7, TWO_TARIFF_INPUT, ALARM_INPUT),
    TWO_TARIFF_INVERTED_AND_ALARM(8, inverted(TWO_TARIFF_INPUT), use(ALARM_INPUT)),
    TWO_TARIFF_AND_ALARM_INVERTED(9, use(TWO_TARIFF_INPUT), inverted(ALARM_INPUT)),
    TWO_TARIFF_INVERTED_AND_ALARM_INVERTED(10, inverted(TWO_TARIFF_INPUT), inverted(ALARM_INPUT)),
    TWO_TARIFF_AND_A_PLUS(11, TWO_TARIFF_INPUT, A_PLUS_OUTPUT),
    TWO_TARIFF_INVERTED_AND_A_PLUS(12, inverted(TWO_TARIFF_INPUT), use(A_PLUS_OUTPUT)),
    PULSE_AND_TWO_TARIFF(13, PULSE_INPUT, TWO_TARIFF_INPUT),
    PULSE_AND_TWO_TARIFF_INVERTED(14, use(PULSE_INPUT), inverted(TWO_TARIFF_INPUT)),
    DEBITING_PULSE(15, DEBITING_INPUT, NONE),
    A_MINUS_AND_A_PLUS(16, A_MINUS_OUTPUT, A_PLUS_OUTPUT),
    LOAD_STATUS_AND_LOAD_CONTROL(17, LOAD_STATUS_INPUT, LOAD_1_OUTPUT),
    PULSE_AND_LOAD_TARIFF(18, PULSE_INPUT, LOAD_TARIFF_OUTPUT),
    PULSE_INVERTED_AND_LOAD_TARIFF(19, inverted(PULSE_INPUT), use(LOAD_TARIFF_OUTPUT)),
    PULSE_AND_LOAD_TARIFF_INVERTED(20, use(PULSE_INPUT), inverted(LOAD_TARIFF_OUTPUT)),
    PULSE_INVERTED_AND_LOAD_TARIFF_INVERTED(21, inverted(PULSE_INPUT), inverted(LOAD_TARIFF_OUTPUT)),
    FOUR_TARIFF_LOAD(22, FOUR_TARIFF_LOAD_INPUT, FOUR_TARIFF_LOAD_INPUT),
    FOUR_TARIFF_LOAD_INVERTED(23, inverted(FOUR_TARIFF_LOAD_INPUT), inverted(FOUR_TARIFF_LOAD_INPUT)),
    LOAD_CONTROL_1_AND_2(26, LOAD_1_OUTPUT, LOAD_2_OUTPUT),
    PULSE_AND_LOAD_CONTROL(27, PULSE_INPUT, LOAD_1_OUTPUT),
    PULSE_AND_LOAD_TOGGLE(28, PULSE_INPUT, LOAD_TOGGLE_OUTPUT);

    private final int code;
    private final PortUse port1;
    private final PortUse port2;

    ModulePorts(int code, PortRole port1, PortRole port2) {
        this(code, use(port1), use(port2));
    }

    ModulePorts(int code, PortUse port1, PortUse port2) {
        this.code = code;
        this.port1 = port1;
        this.port2 = port2;
    }

    private static PortUse use(PortRole role) {
        return new PortUse(role, false);
    }

    private static PortUse inverted(PortRole role) {
        return new PortUse(role, true);
    }

    /// The Z3 code.
    public int code() {
        return code;
    }

    /// I/O 1, terminals 13 and 15.
    public PortUse port1() {
        return port1;
    }

    /// I/O 2, terminals 33 and 15.
    public PortUse port2() {
        return port2;
    }

    /// Whether one of the ports does this.
    public boolean has(PortRole role) {
        return hasAny(role::equals);
    }

    /// Whether one of the ports does something of this kind.
    public boolean hasAny(Predicate<PortRole> kind) {
        return kind.test(port1.role()) || kind.test(port2.role());
    }

    public static Optional<ModulePorts> ofCode(int code) {
        for (ModulePorts ports : values()) {
            if (ports.code == code) {
                return Optional.of(ports);
            }
        }
        return Optional.empty();
    }

    /// What the meter's own object for the use of its ports says (0.1.96.3.1.255, dossier 17). It has codes of its
    /// own, which don't tell inversions. Its 9 gives A+ at the second port too, which Z3 15 leaves open (unsure).
    public int objectCode() {
        return switch (this) {
            case NO_FUNCTION -> 0;
            case FOUR_TARIFF, FOUR_TARIFF_INVERTED -> 1;
            case TWO_TARIFF_AND_ALARM,
                    TWO_TARIFF_INVERTED_AND_ALARM,
                    TWO_TARIFF_AND_ALARM_INVERTED,
                    TWO_TARIFF_INVERTED_AND_ALARM_INVERTED -> 2;
            case TWO_TARIFF_AND_A_PLUS, TWO_TARIFF_INVERTED_AND_A_PLUS -> 3;
            case PULSE_AND_TWO_TARIFF, PULSE_AND_TWO_TARIFF_INVERTED -> 4;
            case PULSE_AND_ALARM, PULSE_AND_ALARM_INVERTED -> 5;
            case PULSE_AND_A_PLUS -> 6;
            case R_PLUS_AND_A_PLUS -> 7;
            case A_MINUS_AND_A_PLUS -> 8;
            case DEBITING_PULSE -> 9;
            case LOAD_STATUS_AND_LOAD_CONTROL -> 10;
            case PULSE_AND_LOAD_TARIFF,
                    PULSE_INVERTED_AND_LOAD_TARIFF,
                    PULSE_AND_LOAD_TARIFF_INVERTED,
                    PULSE_INVERTED_AND_LOAD_TARIFF_INVERTED -> 12;
            case FOUR_TARIFF_LOAD, FOUR_TARIFF_LOAD_INVERTED -> 13;
            case LOAD_CONTROL_1_AND_2 -> 16;
            case PULSE_AND_LOAD_CONTROL -> 17;
            case PULSE_AND_LOAD_TOGGLE -> 18;
        };
    }

    /// Both ports in plain language.
    public String words() {
        return this == NO_FUNCTION ? "ports not used" : "port 1: " + port1 + "; port 2: " + port2;
    }
}
