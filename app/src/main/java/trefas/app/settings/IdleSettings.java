package trefas.app.settings;

import java.util.ArrayList;
import java.util.List;
import trefas.device.configuration.ConfigurationNumbers;
import trefas.device.load.LoadRelay;
import trefas.device.load.RelayMode;
import trefas.device.load.RelaySettings;
import trefas.device.module.PortSetup;
import trefas.device.settings.FunctionSettings;
import trefas.device.tariff.TariffSource;

/// What a file says that has no effect as long as nothing else is set, in sentences without their ends.
final class IdleSettings {

    private IdleSettings() {}

    static List<String> sentences(ConfigurationNumbers numbers, FunctionSettings functions) {
        var sentences = new ArrayList<>(numbers.idle(functions));
        for (LoadRelay relay : LoadRelay.values()) {
            RelaySettings of = functions.load().relay(relay);
            if (of.mode() == RelayMode.TARIFF && of.tariffMask() == 0) {
                sentences.add(
                        "load relay " + number(relay) + " follows the tariff, but is on in none (meter.load-control"
                                + ".relay-" + number(relay) + ".tariffs)");
            }
            if (of.mode() != RelayMode.DISABLED && !hasOutput(functions.module().ports(), relay)) {
                sentences.add("load relay " + number(relay) + " has no output in Z3 and switches nothing");
            }
        }
        boolean hasDays =
                !functions.tariff().plans().calendar().exceptionDays().days().isEmpty();
        boolean hasPlan = functions.tariff().source() == TariffSource.PLAN
                || functions.load().relay1().mode() == RelayMode.PLAN
                || functions.load().relay2().mode() == RelayMode.PLAN;
        if (hasDays && !hasPlan) {
            sentences.add(
                    "nobody looks at meter.tariff.exception-days until the tariff or a load relay follows a plan");
        }
        return sentences;
    }

    /// With both ports as tariff inputs, what is switched stands elsewhere (Z3 22 and 23).
    private static boolean hasOutput(PortSetup ports, LoadRelay relay) {
        return ports.hasAny(use -> use.drives(relay)) || ports.makesFollow(relay);
    }

    private static int number(LoadRelay relay) {
        return relay.index() + 1;
    }
}
