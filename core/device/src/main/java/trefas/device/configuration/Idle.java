package trefas.device.configuration;

import java.util.ArrayList;
import java.util.List;
import trefas.device.debiting.DebitingInterval;
import trefas.device.debiting.DebitingSettings;
import trefas.device.load.RelayMode;
import trefas.device.module.ModuleSettings;
import trefas.device.module.PortSetup;
import trefas.device.module.PortUse;
import trefas.device.settings.FunctionSettings;
import trefas.device.tariff.TariffSource;

/// What was ordered and has no effect as long as nobody sets something else.
final class Idle {

    private Idle() {}

    /// @param functions as they are with these numbers and with whatever else a meter is made of
    static List<String> sentences(ConfigurationNumbers numbers, FunctionSettings functions) {
        var sentences = new ArrayList<String>();
        ModuleSettings module = functions.module();
        PortSetup ports = module.ports();
        if (ports.has(PortUse.TARIFF) && functions.tariff().source() != TariffSource.MODULE_PORT) {
            sentences.add("the tariff inputs of Z3 have no effect until the module port decides the tariff (Z13 001)");
        }
        if (ports.hasAny(PortUse::isLoadOutput)
                && functions.load().relay1().mode() == RelayMode.DISABLED
                && functions.load().relay2().mode() == RelayMode.DISABLED) {
            sentences.add("the load control outputs of Z3 stay as they are until load control is enabled (Z14)");
        }
        if (ports.has(PortUse.ALARM) && !module.pulseWidth().isAlarmEnabled()) {
            sentences.add("the alarm input of Z3 is not looked at until Z8 enables it (2 or 4)");
        }
        if (module.pulseWidth().isLong() && !ports.hasAny(PortUse::isPulseOutput)) {
            sentences.add("the pulse length of Z8 has no pulse output in Z3");
        }
        DebitingSettings debiting = functions.debiting();
        if (debiting.interval() == DebitingInterval.NONE && debiting.day() != DebitingSettings.DAY_MIN) {
            sentences.add("the debiting day of Z6 has no effect while debiting is controlled from outside (Z7 00)");
        }
        numbers.typeNumber()
                .country()
                .ifPresent(country -> numbers.radioFrequency()
                        .filter(frequency -> !frequency.isFor(country.country()))
                        .ifPresent(frequency -> sentences.add("Z16 is a frequency of " + frequency.country()
                                + ", the meter is made for " + country.name() + " (X14-X16 " + country.code() + ")")));
        return sentences;
    }
}
