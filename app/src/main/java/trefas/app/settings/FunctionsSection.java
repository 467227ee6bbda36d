package trefas.app.settings;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import trefas.device.analysis.AnalysisSet;
import trefas.device.analysis.AnalysisSettings;
import trefas.device.configuration.ConfigurationNumber;
import trefas.device.configuration.ConfigurationNumbers;
import trefas.device.configuration.EnergyTypes;
import trefas.device.debiting.DebitingInterval;
import trefas.device.debiting.DebitingSettings;
import trefas.device.load.RelayMode;
import trefas.device.log.LogInterval;
import trefas.device.module.ModuleSettings;
import trefas.device.module.PortSetup;
import trefas.device.module.PulseUnit;
import trefas.device.module.PulseWidth;
import trefas.device.settings.FunctionSettings;
import trefas.device.tariff.TariffSource;

/// What stands below `meter:` about the functions of the meter, beside the configuration numbers.
///
/// @param switching `meter.tariff` and `meter.load-control`
record FunctionsSection(SwitchingSettings switching) {

    /// @param ordered what stands below `meter.configuration`
    static FunctionsSection read(YamlSection meter, ConfigurationSection ordered) {
        meter.section("debiting").ifPresent(section -> debiting(section, ordered));
        return new FunctionsSection(SwitchingSection.read(meter, ordered));
    }

    /// Numbers of which these keys say what an order form would.
    Set<ConfigurationNumber> told() {
        Set<ConfigurationNumber> told = EnumSet.noneOf(ConfigurationNumber.class);
        if (switching.tariff().source() == TariffSource.PLAN) {
            told.add(ConfigurationNumber.Z13);
        }
        if (switching.load().relay1().mode() == RelayMode.PLAN
                || switching.load().relay2().mode() == RelayMode.PLAN) {
            told.add(ConfigurationNumber.Z14);
        }
        return told;
    }

    /// How the meter leaves the factory with these numbers and keys.
    FunctionSettings functions(ConfigurationNumbers numbers) {
        FunctionSettings made = FunctionSettings.DEFAULT;
        return made.with(made.demand().withPeriod(numbers.capturePeriod()))
                .with(switching.tariff())
                .with(switching.load())
                .with(module(numbers))
                .with(debiting(numbers))
                .with(AnalysisSettings.ofSet(analysisSet(numbers.energyTypes())));
    }

    /// Z10 000, the only one that is published.
    private static AnalysisSet analysisSet(EnergyTypes measured) {
        return switch (measured) {
            case ACTIVE_IMPORT -> AnalysisSet.ACTIVE_IMPORT;
            case ACTIVE -> AnalysisSet.ACTIVE;
            case FOUR_QUADRANT -> AnalysisSet.FOUR_QUADRANT;
        };
    }

    /// Z3, Z8 and Z12.
    private static ModuleSettings module(ConfigurationNumbers numbers) {
        return ModuleSettings.DEFAULT
                .withPorts(
                        PortSetup.ofCode(numbers.code(ConfigurationNumber.Z3)).orElseThrow())
                .withPulseWidth(
                        PulseWidth.ofCode(numbers.code(ConfigurationNumber.Z8)).orElseThrow())
                .withPulseUnit(
                        PulseUnit.ofCode(numbers.code(ConfigurationNumber.Z12)).orElseThrow());
    }

    /// Z6, Z7 and Z25.
    private static DebitingSettings debiting(ConfigurationNumbers numbers) {
        return new DebitingSettings(
                DebitingInterval.ofCode(numbers.code(ConfigurationNumber.Z7)).orElseThrow(),
                numbers.code(ConfigurationNumber.Z6),
                LogInterval.ofZ25(numbers.code(ConfigurationNumber.Z25)).orElseThrow());
    }

    private static void debiting(YamlSection debiting, ConfigurationSection ordered) {
        debiting.whole("day", DebitingSettings.DAY_MIN, DebitingSettings.DAY_MAX)
                .ifPresent(day ->
                        ordered.older(ConfigurationNumber.Z6, debiting, "day", "meter.debiting.day", Optional.of(day)));
        debiting.value(
                        "interval",
                        "none, monthly, two-months-from-february, three-months-from-march, half-yearly-from-june,"
                                + " yearly-in-december or the like",
                        text -> SettingsFile.oneOf(DebitingInterval.values())
                                .apply(text.toUpperCase(Locale.ROOT).replace('-', '_')))
                .ifPresent(interval -> ordered.older(
                        ConfigurationNumber.Z7,
                        debiting,
                        "interval",
                        "meter.debiting.interval",
                        Optional.of(interval.code())));
        debiting.value("second", "daily, weekly or monthly", SettingsFile.oneOf(LogInterval.values()))
                .ifPresent(interval -> ordered.older(
                        ConfigurationNumber.Z25,
                        debiting,
                        "second",
                        "meter.debiting.second",
                        Optional.of(interval.code() + 1)));
        debiting.refuseOthers();
    }
}
