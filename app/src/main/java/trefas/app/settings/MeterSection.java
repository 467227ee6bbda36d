package trefas.app.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import trefas.device.clock.MeterClock;
import trefas.device.configuration.ConfigurationNumber;
import trefas.device.configuration.ConfigurationNumbers;
import trefas.device.configuration.ConfigurationProblem;
import trefas.device.configuration.MeterConfiguration;
import trefas.device.configuration.TypeNumber;
import trefas.device.display.FrontPanel;
import trefas.device.log.CapturePeriod;
import trefas.device.log.LoadProfileContent;
import trefas.device.register.EnergyFormat;
import trefas.device.settings.FunctionSettings;
import trefas.device.settings.MeterNumbers;
import trefas.metrology.SummationMethod;

/// What stands below `meter:` about the meter itself: how it is set up, and the configuration numbers that say the
/// same.
record MeterSection(MeterConfiguration meter, ConfigurationNumbers numbers) {

    /// @param ordered what stands below `meter.configuration`
    static MeterSection read(YamlSection meter, ConfigurationSection ordered) {
        TypeNumber type = type(meter);
        meter.value("decimals", "7.0, 6.1, 7.2 or 6.3", EnergyFormat::parse)
                .ifPresent(format -> ordered.older(
                        ConfigurationNumber.Z1, meter, "decimals", "meter.decimals", Optional.of(format.code())));
        SummationMethod summation = meter.value(
                        "summation", "individual, vector or total", SettingsFile.oneOf(SummationMethod.values()))
                .orElse(MeterConfiguration.DEFAULT.summation());
        Optional<CapturePeriod> period = meter.section("profile").flatMap(section -> profile(section, ordered));
        TimeSection time = meter.section("time")
                .map(section -> TimeSection.read(section, ordered))
                .orElse(TimeSection.NONE);
        Optional<YamlSection> display = meter.section("display");
        MeterNumbers names = meter.section("numbers").map(MeterSection::numbers).orElse(MeterNumbers.AS_MADE);
        FunctionsSection functions = FunctionsSection.read(meter, ordered, type.measured());
        Set<ConfigurationNumber> told = functions.told();
        if (meter.has("display")) {
            told.add(ConfigurationNumber.Z5);
        }
        if (display.map(section -> section.has(DisplaySection.RIGHT_BUTTON)).orElse(false)) {
            told.add(ConfigurationNumber.Z17);
        }
        ConfigurationNumbers numbers = ordered.numbers(type, told);
        MeterClock clock = time.plan()
                .map(plan -> new MeterClock(numbers.clock().zoneHours(), plan))
                .orElse(numbers.clock());
        FunctionSettings made = functions.functions(numbers);
        int drift = time.drift().orElse(made.clock().driftPartsPerBillion());
        var configuration = new MeterConfiguration(
                        type,
                        numbers.energyFormat(),
                        summation,
                        numbers.loadProfileContent(),
                        period.orElse(numbers.capturePeriod()),
                        clock,
                        MeterConfiguration.DEFAULT.displayLists())
                .withProfileValues(numbers.profileValues())
                .withIdleLed(numbers.idleLed())
                .withNumbers(names)
                .withFunctions(made.with(made.clock().withDriftPartsPerBillion(drift)));
        FrontPanel front = display.map(section -> DisplaySection.read(section, configuration.measured()))
                .orElse(FrontPanel.DEFAULT);
        return new MeterSection(configuration.withFront(front), numbers);
    }

    /// What is wrong with a type number is told digit by digit, and the rest of the file judged with the default.
    private static TypeNumber type(YamlSection meter) {
        Optional<String> written = meter.value("type", "a type number", Optional::of);
        return switch (written.map(TypeNumber::check)
                .orElse(new TypeNumber.Checked.Taken(MeterConfiguration.DEFAULT.typeNumber()))) {
            case TypeNumber.Checked.Taken(TypeNumber type) -> type;
            case TypeNumber.Checked.Refused(List<ConfigurationProblem> problems) -> {
                problems.forEach(problem -> meter.problem("type", "meter.type, " + problem.sentence()));
                yield MeterConfiguration.DEFAULT.typeNumber();
            }
        };
    }

    private static Optional<CapturePeriod> profile(YamlSection profile, ConfigurationSection ordered) {
        Optional<CapturePeriod> period = profile.value("period", "5min, 15min, 30min or 60min", MeterSection::period);
        period.ifPresent(minutes ->
                ordered.older(ConfigurationNumber.Z4, profile, "period", "meter.profile.period", periodCode(minutes)));
        profile.value("content", "one of " + contents(), MeterSection::content)
                .ifPresent(content -> ordered.older(
                        ConfigurationNumber.Z29,
                        profile,
                        "content",
                        "meter.profile.content",
                        Optional.of(content.code())));
        profile.refuseOthers();
        return period;
    }

    /// The Z4 code; five minutes have none.
    private static Optional<Integer> periodCode(CapturePeriod period) {
        return switch (period) {
            case MINUTES_5 -> Optional.empty();
            case MINUTES_15 -> Optional.of(2);
            case MINUTES_30 -> Optional.of(3);
            case MINUTES_60 -> Optional.of(4);
        };
    }

    private static MeterNumbers numbers(YamlSection numbers) {
        MeterNumbers made = MeterNumbers.AS_MADE;
        var written = new MeterNumbers(
                number(numbers, "meter-number-1").orElse(made.meterNumber1()),
                number(numbers, "meter-number-2").orElse(made.meterNumber2()),
                number(numbers, "meter-number-3").orElse(made.meterNumber3()),
                text(numbers, "meter-number-low").orElse(made.meterNumberLow()),
                number(numbers, "special-data-1").orElse(made.specialData1()),
                number(numbers, "special-data-2").orElse(made.specialData2()),
                text(numbers, "module-id").orElse(made.moduleId()));
        numbers.refuseOthers();
        return written;
    }

    private static Optional<Long> number(YamlSection numbers, String key) {
        return numbers.value(
                key,
                "a whole number from 0 to " + MeterNumbers.NUMBER_MAX,
                text -> text.matches("\\d{1,10}") && MeterNumbers.isNumber(Long.parseLong(text))
                        ? Optional.of(Long.parseLong(text))
                        : Optional.empty());
    }

    private static Optional<String> text(YamlSection numbers, String key) {
        return numbers.value(
                key,
                "at most " + MeterNumbers.TEXT_OCTETS_MAX + " Latin-1 characters",
                text -> MeterNumbers.isText(text) ? Optional.of(text) : Optional.empty());
    }

    static Optional<CapturePeriod> period(String text) {
        return text.matches("\\d{1,2}min")
                ? CapturePeriod.ofMinutes(Integer.parseInt(text.substring(0, text.length() - "min".length())))
                : Optional.empty();
    }

    private static String contents() {
        var titles = new ArrayList<String>();
        for (LoadProfileContent content : LoadProfileContent.values()) {
            titles.add("\"" + content.title() + "\"");
        }
        return String.join(", ", titles);
    }

    private static Optional<LoadProfileContent> content(String text) {
        for (LoadProfileContent content : LoadProfileContent.values()) {
            if (content.title().equals(text)) {
                return Optional.of(content);
            }
        }
        return Optional.empty();
    }
}
