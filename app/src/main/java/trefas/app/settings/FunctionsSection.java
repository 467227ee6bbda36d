package trefas.app.settings;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import trefas.device.analysis.AnalysisSettings;
import trefas.device.configuration.ConfigurationNumber;
import trefas.device.configuration.ConfigurationNumbers;
import trefas.device.debiting.DebitingInterval;
import trefas.device.debiting.DebitingSettings;
import trefas.device.demand.DemandSettings;
import trefas.device.load.RelayMode;
import trefas.device.log.CapturePeriod;
import trefas.device.log.LogInterval;
import trefas.device.log.LoggedRegister;
import trefas.device.module.ModuleSettings;
import trefas.device.quality.SupplySettings;
import trefas.device.register.MeasuredEnergies;
import trefas.device.rtc.ClockSettings;
import trefas.device.settings.FunctionSettings;
import trefas.device.status.AlarmSettings;
import trefas.device.status.TamperHand;
import trefas.device.tariff.TariffSource;

/// What stands below `meter:` about the functions of the meter, beside the configuration numbers.
///
/// @param threshold `meter.demand.threshold`, W
/// @param analysisPeriod `meter.analysis.period`
/// @param analysisRegisters `meter.analysis.registers`
/// @param module pulse factor and pulses per kWh of `meter.module`, with everything else as made
/// @param switching `meter.tariff` and `meter.load-control`
/// @param alarms `meter.alarms`
/// @param supply `meter.supply`
/// @param tamperHand `meter.tamper`
record FunctionsSection(
        int threshold,
        Optional<CapturePeriod> analysisPeriod,
        Optional<List<LoggedRegister>> analysisRegisters,
        ModuleSettings module,
        SwitchingSettings switching,
        AlarmSettings alarms,
        SupplySettings supply,
        TamperHand tamperHand) {

    /// Parts per billion, and thousandths of a pulse factor.
    private static final int DECIMALS = 3;

    /// @param ordered what stands below `meter.configuration`
    /// @param measured X9: of other energies nothing can be logged
    static FunctionsSection read(YamlSection meter, ConfigurationSection ordered, MeasuredEnergies measured) {
        meter.section("debiting").ifPresent(section -> debiting(section, ordered));
        int threshold = meter.section("demand")
                .flatMap(FunctionsSection::threshold)
                .orElse(DemandSettings.DEFAULT.thresholdWatts());
        Optional<YamlSection> analysis = meter.section("analysis");
        Optional<CapturePeriod> period = analysis.flatMap(
                section -> section.value("period", "5min, 15min, 30min or 60min", MeterSection::period));
        Optional<List<LoggedRegister>> registers = analysis.flatMap(section -> registers(section, measured));
        analysis.ifPresent(YamlSection::refuseOthers);
        ModuleSettings module =
                meter.section("module").map(FunctionsSection::pulses).orElse(ModuleSettings.DEFAULT);
        SupplySettings supply = meter.section("supply").map(SupplySection::read).orElse(SupplySettings.DEFAULT);
        SwitchingSettings switching = SwitchingSection.read(meter, ordered);
        AlarmSettings alarms = meter.section("alarms").map(AlarmsSection::read).orElse(AlarmSettings.DEFAULT);
        TamperHand hand = meter.value("tamper", "temporary or permanent", SettingsFile.oneOf(TamperHand.values()))
                .orElse(TamperHand.TEMPORARY);
        return new FunctionsSection(threshold, period, registers, module, switching, alarms, supply, hand);
    }

    /// The drift in `meter.time`, ppb.
    static Optional<Integer> drift(YamlSection time) {
        return time.value(
                "drift",
                "ppm from -1000 to 1000, such as 5 or -0.5",
                text -> thousandths(text).filter(ClockSettings::isDrift));
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
        if (switching.hasExceptionDays()) {
            told.add(ConfigurationNumber.Z20);
        }
        return told;
    }

    /// How the meter leaves the factory with these numbers and keys.
    FunctionSettings functions(ConfigurationNumbers numbers) {
        FunctionSettings made = numbers.functions();
        AnalysisSettings analysis = made.analysis().settings();
        return made.with(made.demand().withThresholdWatts(threshold))
                .with(switching.tariff())
                .with(switching.load())
                .with(made.module()
                        .withPulseFactorThousandths(module.pulseFactorThousandths())
                        .withPulsesPerKilowattHour(module.pulsesPerKilowattHour()))
                .with(alarms)
                .with(supply)
                .with(tamperHand)
                .with(new AnalysisSettings(
                        analysisPeriod.orElse(analysis.interval()), analysisRegisters.orElse(analysis.registers())));
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
                        Optional.of(interval.z25())));
        debiting.refuseOthers();
    }

    private static Optional<Integer> threshold(YamlSection demand) {
        Optional<Integer> watts = demand.value(
                "threshold",
                "a power up to 99.999kW, such as 10kW",
                text -> Power.parse(text, DemandSettings.THRESHOLD_WATTS_MAX));
        demand.refuseOthers();
        return watts;
    }

    private static Optional<List<LoggedRegister>> registers(YamlSection analysis, MeasuredEnergies measured) {
        Optional<List<LoggedRegister>> registers = analysis.list(
                "registers", "registers such as \"A+ T1\", P+ or 1-1:1.7.0*255", FunctionsSection::register);
        Optional<String> problem = registers.flatMap(chosen -> AnalysisSettings.problem(chosen, measured));
        problem.ifPresent(sentence -> analysis.problem("registers", sentence));
        return problem.isPresent() ? Optional.empty() : registers;
    }

    /// By title, or by code, where what can be logged of an object is its value.
    private static Optional<LoggedRegister> register(String text) {
        return LoggedRegister.ALL.stream()
                .filter(register -> register.title().equals(text)
                        || (AnalysisSettings.isSelectable(register)
                                && register.obis().toString().equals(text)))
                .findFirst();
    }

    private static ModuleSettings pulses(YamlSection module) {
        ModuleSettings made = ModuleSettings.DEFAULT;
        int factor = module.value(
                        "pulse-factor",
                        "pulses for one step, 0.1 to 1000, such as 40",
                        text -> thousandths(text).filter(ModuleSettings::isPulseFactorThousandths))
                .orElse(made.pulseFactorThousandths());
        int pulses = module.whole("pulses-per-kwh", 1, ModuleSettings.PULSES_PER_KILOWATT_HOUR_MAX)
                .orElse(made.pulsesPerKilowattHour());
        module.refuseOthers();
        return made.withPulseFactorThousandths(factor).withPulsesPerKilowattHour(pulses);
    }

    private static Optional<Integer> thousandths(String text) {
        return text.matches("-?\\d{1,4}(\\.\\d{1,3})?")
                ? Optional.of(new BigDecimal(text).movePointRight(DECIMALS).intValueExact())
                : Optional.empty();
    }
}
