package trefas.app.settings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.device.clock.DaylightSavingPlan;
import trefas.device.clock.DaylightSavingPlan.Span;
import trefas.device.clock.MeterClock;
import trefas.device.configuration.ConfigurationNumber;

/// What stands below `meter.time:` and no configuration number says.
///
/// @param drift how much too fast the quartz is, ppb
/// @param plan summer time by dates
record TimeSection(Optional<Integer> drift, Optional<DaylightSavingPlan> plan) {

    /// Nothing of it.
    static final TimeSection NONE = new TimeSection(Optional.empty(), Optional.empty());

    private static final String DAYLIGHT_SAVING = "daylight-saving";
    private static final int HOURS_OF_A_DAY = 24;

    /// @param ordered what stands below `meter.configuration`; zone and rule are told to it
    static TimeSection read(YamlSection time, ConfigurationSection ordered) {
        time.whole("zone", MeterClock.ZONE_HOURS_MIN, MeterClock.ZONE_HOURS_MAX)
                .ifPresent(hours -> ordered.older(
                        ConfigurationNumber.Z11,
                        time,
                        "zone",
                        "meter.time.zone",
                        Optional.of(Math.floorMod(hours, HOURS_OF_A_DAY))));
        Optional<DaylightSavingPlan> plan = Optional.empty();
        if (time.isList(DAYLIGHT_SAVING)) {
            plan = dates(time);
            plan.ifPresent(_ -> older(time, ordered, Optional.empty()));
        } else {
            time.value(DAYLIGHT_SAVING, "eu, none or a list of spans", TimeSection::rule)
                    .ifPresent(code -> older(time, ordered, Optional.of(code)));
        }
        Optional<Integer> drift = FunctionsSection.drift(time);
        time.refuseOthers();
        return new TimeSection(drift, plan);
    }

    private static void older(YamlSection time, ConfigurationSection ordered, Optional<Integer> code) {
        ordered.older(ConfigurationNumber.Z15, time, DAYLIGHT_SAVING, "meter.time.daylight-saving", code);
    }

    /// The Z15 code.
    private static Optional<Integer> rule(String text) {
        return switch (text) {
            case "eu" -> Optional.of(1);
            case "none" -> Optional.of(0);
            default -> Optional.empty();
        };
    }

    /// Spans of summer time, each from one date to another.
    private static Optional<DaylightSavingPlan> dates(YamlSection time) {
        List<YamlSection> written = time.sections(DAYLIGHT_SAVING);
        var spans = new ArrayList<Span>();
        for (YamlSection span : written) {
            Optional<LocalDate> from = date(span, "from");
            Optional<LocalDate> to = date(span, "to");
            span.refuseOthers();
            if (from.isPresent() && to.isPresent()) {
                spans.add(Span.of(from.get(), to.get()));
            }
        }
        if (spans.size() < time.size(DAYLIGHT_SAVING)) {
            return Optional.empty();
        }
        Optional<String> problem = DaylightSavingPlan.Dates.problem(spans);
        problem.ifPresent(sentence -> time.problem(DAYLIGHT_SAVING, "meter.time.daylight-saving: " + sentence));
        return problem.isPresent() ? Optional.empty() : Optional.of(new DaylightSavingPlan.Dates(spans));
    }

    private static Optional<LocalDate> date(YamlSection span, String key) {
        if (!span.has(key)) {
            span.problem(key, span.path() + "." + key + " is missing, expected a date such as 2026-03-29");
            return Optional.empty();
        }
        return span.value(key, "a date such as 2026-03-29", SwitchingSection::date);
    }
}
