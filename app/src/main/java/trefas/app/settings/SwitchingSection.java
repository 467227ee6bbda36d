package trefas.app.settings;

import static trefas.device.configuration.ConfigurationNumber.Z13;
import static trefas.device.configuration.ConfigurationNumber.Z14;
import static trefas.device.configuration.ConfigurationNumber.Z20;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import trefas.device.load.LoadRelay;
import trefas.device.load.LoadSettings;
import trefas.device.load.RelayMode;
import trefas.device.load.RelaySettings;
import trefas.device.tariff.ExceptionDays;
import trefas.device.tariff.PlanSet;
import trefas.device.tariff.PlanValue;
import trefas.device.tariff.SwitchingPlan;
import trefas.device.tariff.TariffSettings;
import trefas.device.tariff.TariffSource;
import trefas.device.tariff.WorkCalendar;

/// The keys `meter.tariff:` and `meter.load-control:`. Both have plans, read by [PlanSection], and go by the calendar
/// of the first.
final class SwitchingSection {

    private static final String ACTIVE_PLAN = "active-plan";
    private static final String EXCEPTION_DAYS = "exception-days";

    /// Z14 001.
    private static final int REGISTER_OF_Z14 = 1;

    private SwitchingSection() {}

    /// @param ordered what stands below `meter.configuration`: Z13 and Z14 hold where these keys say nothing
    static SwitchingSettings read(YamlSection meter, ConfigurationSection ordered) {
        TariffSource source = orderedSource(ordered);
        TariffSettings tariff = meter.section("tariff")
                .map(section -> tariff(section, ordered, source))
                .orElse(TariffSettings.DEFAULT.withSource(source));
        WorkCalendar calendar = tariff.plans().calendar();
        var otherwise = new LoadSettings(
                relay(ordered, LoadRelay.LOAD_1),
                relay(ordered, LoadRelay.LOAD_2),
                LoadSettings.DELAY_SECONDS,
                new PlanSet(List.of(), calendar));
        LoadSettings load = meter.section("load-control")
                .map(section -> load(section, ordered, otherwise))
                .orElse(otherwise);
        return new SwitchingSettings(tariff, load);
    }

    /// What a relay does where its keys say nothing: Z3 18 to 23 make it follow the tariff, else Z14 says it.
    private static RelaySettings relay(ConfigurationSection ordered, LoadRelay relay) {
        if (ordered.ports().makesFollow(relay)) {
            return RelaySettings.DEFAULT.withMode(RelayMode.TARIFF);
        }
        return RelaySettings.DEFAULT.withMode(
                ordered.says(Z14, REGISTER_OF_Z14) ? RelayMode.REGISTER : RelayMode.DISABLED);
    }

    /// Z13. An order form is a plan, which the file must have.
    private static TariffSource orderedSource(ConfigurationSection ordered) {
        return Stream.of(TariffSource.MODULE_PORT, TariffSource.REGISTER)
                .filter(source -> ordered.says(Z13, source.code()))
                .findFirst()
                .orElse(TariffSource.DISABLED);
    }

    private static TariffSettings tariff(YamlSection tariff, ConfigurationSection ordered, TariffSource otherSource) {
        TariffSettings otherwise = TariffSettings.DEFAULT;
        Optional<TariffSource> written =
                tariff.value("source", "disabled, port, register or plan", SwitchingSection::source);
        TariffSource source = written.orElse(otherSource);
        if (written.isPresent() && !(source == TariffSource.PLAN && ordered.saysOrderForm(Z13))) {
            ordered.older(
                    Z13,
                    tariff,
                    "source",
                    "meter.tariff.source",
                    source == TariffSource.PLAN ? Optional.empty() : Optional.of(source.code()));
        }
        int defaultTariff = tariff.whole("default", TariffSettings.TARIFF_MIN, TariffSettings.TARIFF_MAX)
                .orElse(otherwise.defaultTariff());
        Optional<Integer> activePlan = tariff.whole(ACTIVE_PLAN, 1, PlanSet.PLANS_MAX);
        WorkCalendar calendar = calendar(tariff, ordered);
        List<SwitchingPlan> plans = PlanSection.plans(tariff, PlanValue.TARIFF);
        mustBeThere(activePlan, tariff, source == TariffSource.PLAN ? "source" : ACTIVE_PLAN, tariff);
        tariff.refuseOthers();
        return new TariffSettings(
                source, defaultTariff, activePlan.orElse(otherwise.activePlan()), new PlanSet(plans, calendar));
    }

    private static WorkCalendar calendar(YamlSection tariff, ConfigurationSection ordered) {
        List<DayOfWeek> working = tariff.list("working-days", "days such as Tue", SettingsFile::day)
                .orElse(List.copyOf(WorkCalendar.DEFAULT.workingDays()));
        List<LocalDate> days = tariff.list(
                        EXCEPTION_DAYS, ExceptionDays.DAYS_MAX, "dates such as 2026-12-24", SwitchingSection::date)
                .orElse(List.of());
        if (!days.isEmpty() && ordered.says(Z20, 0)) {
            tariff.problem(
                    EXCEPTION_DAYS,
                    tariff.path() + ".exception-days lists days, but Z20 is 000; leave one of them out");
        }
        List<String> problems = ExceptionDays.check(days);
        problems.forEach(problem -> tariff.problem(EXCEPTION_DAYS, problem));
        return new WorkCalendar(
                new HashSet<>(working), problems.isEmpty() ? new ExceptionDays(days) : ExceptionDays.NONE);
    }

    private static LoadSettings load(YamlSection load, ConfigurationSection ordered, LoadSettings otherwise) {
        int delay = load.whole("delay", 0, LoadSettings.DELAY_SECONDS_MAX).orElse(LoadSettings.DELAY_SECONDS);
        RelaySettings relay1 = load.section("relay-1")
                .map(relay -> relay(relay, load, ordered, LoadRelay.LOAD_1, otherwise.relay1()))
                .orElse(otherwise.relay1());
        RelaySettings relay2 = load.section("relay-2")
                .map(relay -> relay(relay, load, ordered, LoadRelay.LOAD_2, otherwise.relay2()))
                .orElse(otherwise.relay2());
        List<SwitchingPlan> plans = PlanSection.plans(load, PlanValue.RELAY_POSITION);
        load.refuseOthers();
        return new LoadSettings(
                relay1, relay2, delay, new PlanSet(plans, otherwise.plans().calendar()));
    }

    private static RelaySettings relay(
            YamlSection relay,
            YamlSection load,
            ConfigurationSection ordered,
            LoadRelay which,
            RelaySettings otherwise) {
        RelayMode mode = relay.value(
                        "mode", "disabled, tariff, register or plan", SettingsFile.oneOf(RelayMode.values()))
                .orElse(otherwise.mode());
        mustAgree(mode, relay, ordered, which);
        List<Integer> tariffs = relay.list(
                        "tariffs", TariffSettings.TARIFF_MAX, "tariffs from 1 to 8", SwitchingSection::tariffNumber)
                .orElse(List.of());
        boolean isActive = relay.value("default", PlanSection.ON_OR_OFF, PlanSection::position)
                .map(position -> position == 1)
                .orElse(otherwise.isActiveByDefault());
        Optional<Integer> activePlan = relay.whole(ACTIVE_PLAN, 1, PlanSet.PLANS_MAX);
        mustBeThere(activePlan, relay, mode == RelayMode.PLAN ? "mode" : ACTIVE_PLAN, load);
        relay.refuseOthers();
        return new RelaySettings(
                mode, RelaySettings.tariffMask(tariffs), isActive, activePlan.orElse(otherwise.activePlan()));
    }

    /// Z14 says who controls load at all; what follows the tariff does so whatever Z14 is.
    private static void mustAgree(RelayMode mode, YamlSection relay, ConfigurationSection ordered, LoadRelay which) {
        if (mode != RelayMode.TARIFF && ordered.ports().makesFollow(which)) {
            relay.problem(
                    "mode",
                    relay.path() + ".mode is " + word(mode)
                            + ", but Z3 lets load control follow the tariff; leave one of them out");
            return;
        }
        boolean agrees = switch (mode) {
            case DISABLED, TARIFF -> true;
            case REGISTER -> ordered.says(Z14, REGISTER_OF_Z14);
            case PLAN -> ordered.saysOrderForm(Z14);
        };
        if (!agrees && ordered.has(Z14)) {
            relay.problem(
                    "mode",
                    relay.path() + ".mode is " + word(mode) + ", but Z14 says otherwise; leave one of them out");
        }
    }

    private static String word(RelayMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    /// A plan that is followed or named must be among the plans.
    ///
    /// @param activePlan the number in the file, if it is one
    /// @param chooser the key that makes a meter follow the plan
    /// @param plans the part with the plans
    private static void mustBeThere(
            Optional<Integer> activePlan, YamlSection section, String chooser, YamlSection plans) {
        boolean isNamed = section.has(ACTIVE_PLAN);
        int plan = activePlan.orElse(1);
        int count = plans.size("plans");
        if (activePlan.isPresent() == isNamed && (isNamed || section.has(chooser)) && plan > count) {
            section.problem(
                    isNamed ? ACTIVE_PLAN : chooser,
                    section.path() + " follows plan " + plan + ", but there are " + count + " " + plans.path()
                            + ".plans");
        }
    }

    private static Optional<TariffSource> source(String text) {
        return switch (text) {
            case "disabled" -> Optional.of(TariffSource.DISABLED);
            case "port" -> Optional.of(TariffSource.MODULE_PORT);
            case "register" -> Optional.of(TariffSource.REGISTER);
            case "plan" -> Optional.of(TariffSource.PLAN);
            default -> Optional.empty();
        };
    }

    static Optional<Integer> tariffNumber(String text) {
        return text.matches("[1-8]") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    static Optional<LocalDate> date(String text) {
        try {
            return text.matches("20\\d\\d-\\d\\d-\\d\\d") ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
