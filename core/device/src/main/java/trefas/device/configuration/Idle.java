package trefas.device.configuration;

import java.util.ArrayList;
import java.util.List;

/// What was ordered and has no effect as long as nobody sets something else.
final class Idle {

    private Idle() {}

    static List<String> sentences(ConfigurationNumbers numbers) {
        var sentences = new ArrayList<String>();
        ModulePorts ports = numbers.modulePorts();
        if (ports.hasAny(PortRole::isTariffInput) && !(numbers.tariffControl() instanceof TariffControl.ModulePort)) {
            sentences.add("the tariff inputs of Z3 have no effect until the module port decides the tariff (Z13 001)");
        }
        if (ports.hasAny(PortRole::isLoadOutput) && numbers.loadControl() instanceof LoadControl.Disabled) {
            sentences.add("the load control outputs of Z3 stay as they are until load control is enabled (Z14)");
        }
        if (ports.has(PortRole.ALARM_INPUT) && !numbers.pulseAndAlarm().isAlarmInputEnabled()) {
            sentences.add("the alarm input of Z3 is not looked at until Z8 enables it (2 or 4)");
        }
        boolean isLong = numbers.pulseAndAlarm().pulseMilliseconds() == PulseAndAlarm.LONG_MILLISECONDS;
        if (isLong && !ports.hasAny(PortRole::isPulseOutput)) {
            sentences.add("the pulse length of Z8 has no pulse output in Z3");
        }
        DebitingSchedule debiting = numbers.debiting();
        if (debiting.interval().isExternal() && debiting.day() != 1) {
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
