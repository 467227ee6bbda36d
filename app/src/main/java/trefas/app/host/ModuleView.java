package trefas.app.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.device.Meter;
import trefas.device.load.LoadControl;
import trefas.device.load.LoadRelay;
import trefas.device.load.RelayMode;
import trefas.device.load.RelaySettings;
import trefas.device.module.ModuleSettings;
import trefas.device.module.PortSetup;
import trefas.device.module.PortUse;
import trefas.web.ModuleState;
import trefas.web.ModuleState.Count;
import trefas.web.ModuleState.Direction;

/// The module of a meter as people see it: what its ports are wired for, and why its relays stand where they do.
final class ModuleView {

    private ModuleView() {}

    /// To be called by whoever holds the meter.
    static ModuleState of(Meter meter, ConnectedModule module) {
        boolean isUsed = isUsed(meter);
        return new ModuleState(
                isUsed,
                isUsed ? ports(meter, module) : List.of(),
                isUsed ? relays(meter, module) : List.of(),
                ModuleControls.controls(meter));
    }

    private static boolean isUsed(Meter meter) {
        PortSetup ports = meter.settings().functions().module().ports();
        var load = meter.settings().functions().load();
        return ports.use(1) != PortUse.NONE
                || ports.use(2) != PortUse.NONE
                || load.relay1().mode() != RelayMode.DISABLED
                || load.relay2().mode() != RelayMode.DISABLED;
    }

    private static List<ModuleState.Port> ports(Meter meter, ConnectedModule module) {
        ModuleSettings settings = meter.settings().functions().module();
        var ports = new ArrayList<ModuleState.Port>();
        for (int port = 1; port <= PortSetup.PORTS; port++) {
            PortUse use = settings.ports().use(port);
            ports.add(new ModuleState.Port(
                    port, words(use), direction(use), isOn(meter, module, port, use), count(meter, module, port, use)));
        }
        return ports;
    }

    static String words(PortUse use) {
        return switch (use) {
            case NONE -> "not used";
            case TARIFF -> "tariff input";
            case ALARM -> "alarm input";
            case PULSE -> "pulse input";
            case DEBITING -> "debiting input";
            case LOAD_STATUS -> "answer of the load";
            case A_PLUS_PULSES -> "pulses of A+";
            case A_MINUS_PULSES -> "pulses of A-";
            case R_PLUS_PULSES -> "pulses of R+";
            case LOAD_1 -> "load 1";
            case LOAD_2 -> "load 2";
            case LOAD_TARIFF -> "load 1, follows the tariff";
            case LOAD_CHANGE -> "change between load 1 and 2";
        };
    }

    private static Direction direction(PortUse use) {
        if (use == PortUse.NONE) {
            return Direction.NONE;
        }
        return use.isInput() ? Direction.INPUT : Direction.OUTPUT;
    }

    private static boolean isOn(Meter meter, ConnectedModule module, int port, PortUse use) {
        return switch (use) {
            case TARIFF, ALARM, PULSE, DEBITING, LOAD_STATUS ->
                meter.parts().ports().hasVoltage(port);
            case LOAD_1, LOAD_TARIFF, LOAD_CHANGE -> isOn(meter, module, LoadRelay.LOAD_1);
            case LOAD_2 -> isOn(meter, module, LoadRelay.LOAD_2);
            case NONE, A_PLUS_PULSES, A_MINUS_PULSES, R_PLUS_PULSES -> false;
        };
    }

    private static Optional<Count> count(Meter meter, ConnectedModule module, int port, PortUse use) {
        return switch (use) {
            case PULSE ->
                Optional.of(new Count(
                        meter.parts().ports().pulseInput(),
                        meter.settings().functions().module().pulseUnit().symbol()));
            case A_PLUS_PULSES, A_MINUS_PULSES, R_PLUS_PULSES -> Optional.of(new Count(module.pulses(port), "pulses"));
            case NONE, TARIFF, ALARM, DEBITING, LOAD_STATUS, LOAD_1, LOAD_2, LOAD_TARIFF, LOAD_CHANGE ->
                Optional.empty();
        };
    }

    /// The meter tells a relay its place when it changes and after each start; until then it stands as it did.
    private static boolean isOn(Meter meter, ConnectedModule module, LoadRelay relay) {
        return module.isActive(relay).orElse(meter.parts().load().isActive(relay));
    }

    private static List<ModuleState.Relay> relays(Meter meter, ConnectedModule module) {
        LoadControl load = meter.parts().load();
        var relays = new ArrayList<ModuleState.Relay>();
        for (LoadRelay relay : LoadRelay.values()) {
            relays.add(new ModuleState.Relay(
                    relay.index() + 1,
                    isOn(meter, module, relay),
                    load.remainingDelaySeconds(relay),
                    why(meter, load, relay)));
        }
        return relays;
    }

    private static String why(Meter meter, LoadControl load, LoadRelay relay) {
        RelaySettings settings = load.settings().relay(relay);
        int tariff = meter.parts().tariffs().actualTariff();
        String plan = load.usageProfileInfo(relay);
        String follows = switch (settings.mode()) {
            case DISABLED -> "follows nothing, and is " + onOrOff(settings.isActiveByDefault()) + " by default";
            case TARIFF -> "tariff " + tariff + " puts it " + onOrOff(load.isWanted(relay));
            case REGISTER -> "its register says " + onOrOff(load.isWanted(relay));
            case PLAN ->
                load.seasonProfile(relay) == 0 || !meter.parts().clock().isValid()
                        ? "the plan says nothing now, and it is " + onOrOff(settings.isActiveByDefault())
                                + " by default"
                        : "plan " + (plan.isEmpty() ? "" + settings.activePlan() : "\"" + plan + "\"") + " says "
                                + onOrOff(load.isWanted(relay));
        };
        int waits = load.remainingDelaySeconds(relay);
        return waits == 0 ? follows : follows + ", in " + waits + " s";
    }

    private static String onOrOff(boolean isOn) {
        return isOn ? "on" : "off";
    }
}
