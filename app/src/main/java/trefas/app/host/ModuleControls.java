package trefas.app.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import trefas.device.Effect;
import trefas.device.Meter;
import trefas.device.MeterInput;
import trefas.device.module.PortSetup;
import trefas.device.module.PortUse;
import trefas.device.status.StatusInput;
import trefas.web.Control;
import trefas.web.Control.Switch;
import trefas.web.Setting;

/// What hands can do at the case of a meter and at the inputs of its module. Called by whoever holds the meter.
final class ModuleControls {

    private static final String MAGNET = "magnet";
    private static final String COVER_OPEN = "cover-open";
    private static final String PORT = "port-";

    private static final long MILLIS_PER_SECOND = 1_000;

    /// A level set by hand lasts at least so long on the meter's time, however quickly the next one comes: a contact
    /// that is closed and opened is a pulse and no bounce.
    private static final long LEVEL_MILLIS = 20;

    /// When the level of a port was set last, by the world's time.
    private final long[] setAtMillis = new long[PortSetup.PORTS];

    ModuleControls() {}

    static List<Control> controls(Meter meter) {
        var controls = new ArrayList<Control>();
        controls.add(new Switch(MAGNET, "Magnet near", meter.parts().status().isThere(StatusInput.MAGNET)));
        controls.add(new Switch(COVER_OPEN, "Cover off", meter.parts().status().isThere(StatusInput.COVER_OPEN)));
        PortSetup setup = meter.settings().functions().module().ports();
        for (int port = 1; port <= PortSetup.PORTS; port++) {
            PortUse use = setup.use(port);
            if (use.isInput()) {
                controls.add(new Switch(
                        PORT + port,
                        "Port " + port + ", " + ModuleView.words(use),
                        meter.parts().ports().hasVoltage(port)));
            }
        }
        return controls;
    }

    /// Sets one of them.
    ///
    /// @return why not, in one sentence, or empty
    Optional<String> set(Meter meter, String id, Setting setting, Consumer<Effect> effects) {
        if (!(setting instanceof Setting.On(boolean on))) {
            return Optional.of("\"" + id + "\" is on or off.");
        }
        return switch (id) {
            case MAGNET -> status(meter, StatusInput.MAGNET, on, effects);
            case COVER_OPEN -> status(meter, StatusInput.COVER_OPEN, on, effects);
            case PORT + 1 -> port(meter, 1, on, effects);
            case PORT + 2 -> port(meter, 2, on, effects);
            default -> notThere(id);
        };
    }

    private static Optional<String> notThere(String id) {
        return Optional.of("There is no control named \"" + id + "\".");
    }

    private static Optional<String> status(Meter meter, StatusInput input, boolean isThere, Consumer<Effect> effects) {
        meter.step(new MeterInput.StatusChanged(meter.worldSecond(), input, isThere), effects);
        return Optional.empty();
    }

    private Optional<String> port(Meter meter, int port, boolean isHigh, Consumer<Effect> effects) {
        if (!meter.settings().functions().module().ports().use(port).isInput()) {
            return notThere(PORT + port);
        }
        if (!meter.isPowered()) {
            return Optional.of("Without supply the module takes nothing.");
        }
        long at = Math.max(meter.worldSecond() * MILLIS_PER_SECOND, setAtMillis[port - 1] + LEVEL_MILLIS);
        setAtMillis[port - 1] = at;
        meter.step(new MeterInput.PortChanged(at, port, isHigh), effects);
        return Optional.empty();
    }
}
