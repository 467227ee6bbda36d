package trefas.app.settings;

import trefas.device.load.LoadSettings;
import trefas.device.tariff.TariffSettings;

/// How a meter chooses its tariff and switches its load relays, as the file says.
record SwitchingSettings(TariffSettings tariff, LoadSettings load) {

    /// Neither.
    static final SwitchingSettings DEFAULT = new SwitchingSettings(TariffSettings.DEFAULT, LoadSettings.DEFAULT);

    /// Whether the calendar of its plans has exception days.
    boolean hasExceptionDays() {
        return !tariff.plans().calendar().exceptionDays().days().isEmpty();
    }
}
