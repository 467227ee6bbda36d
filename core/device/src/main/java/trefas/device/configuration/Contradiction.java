package trefas.device.configuration;

import static trefas.device.configuration.ConfigurationNumber.Z12;
import static trefas.device.configuration.ConfigurationNumber.Z13;
import static trefas.device.configuration.ConfigurationNumber.Z14;
import static trefas.device.configuration.ConfigurationNumber.Z20;
import static trefas.device.configuration.ConfigurationNumber.Z29;
import static trefas.device.configuration.ConfigurationNumber.Z3;
import static trefas.device.configuration.ConfigurationNumber.Z8;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import trefas.device.load.RelayMode;
import trefas.device.module.PortUse;
import trefas.device.tariff.TariffSource;

/// Numbers that are possible each and impossible together, or with the type number (decision 0031). Each constant
/// answers with a sentence when they stand so.
enum Contradiction {
    TARIFF_BY_PORT_WITHOUT_INPUT(
            List.of(Z13, Z3),
            n -> when(
                    n.tariffSource() == TariffSource.MODULE_PORT && !n.ports().has(PortUse.TARIFF),
                    said(n, Z13) + " takes the tariff from the module port, but " + said(n, Z3)
                            + " has no tariff input; 01, 02, 07 to 14, 22 and 23 have")),
    LOAD_CONTROL_WITHOUT_OUTPUT(
            List.of(Z14, Z3),
            n -> when(
                    n.code(Z14) != 0 && !n.ports().hasAny(PortUse::isLoadOutput) && !n.loadFollowsTariff(),
                    said(n, Z14) + " controls a load, but " + said(n, Z3)
                            + " has no load control output; 17 and 26 to 28 have")),
    LOAD_CONTROL_TWICE(
            List.of(Z14, Z3),
            n -> when(
                    n.code(Z14) != 0 && n.loadFollowsTariff(),
                    said(n, Z3) + " lets load control follow the tariff, but " + said(n, Z14)
                            + " controls it otherwise; with Z3 18 to 23 Z14 is 000")),
    LOAD_FOLLOWS_NO_TARIFF(
            List.of(Z3, Z13),
            n -> when(
                    n.loadFollowsTariff() && n.tariffSource() == TariffSource.DISABLED,
                    said(n, Z3) + " lets load control follow the tariff, but " + said(n, Z13) + " disables tariffs")),
    UNIT_WITHOUT_PULSE_INPUT(
            List.of(Z12, Z3),
            n -> when(
                    n.code(Z12) != 0 && !n.ports().has(PortUse.PULSE),
                    said(n, Z12) + " gives the pulse input a unit, but " + said(n, Z3)
                            + " has no pulse input; 03 to 05, 13, 14, 18 to 21, 27 and 28 have")),
    ALARM_WITHOUT_INPUT(
            List.of(Z8, Z3),
            n -> when(
                    n.pulseWidth().isAlarmEnabled() && !n.ports().has(PortUse.ALARM),
                    said(n, Z8) + " enables the alarm input, but " + said(n, Z3)
                            + " has none; 03, 04 and 07 to 10 have")),
    PULSES_OF_EXPORT_NOT_COUNTED(
            List.of(Z3),
            n -> when(
                    n.ports().has(PortUse.A_MINUS_PULSES) && !n.measured().hasExport(),
                    said(n, Z3) + " gives pulses of A-, but" + energiesOf(n))),
    PULSES_OF_REACTIVE_NOT_COUNTED(
            List.of(Z3),
            n -> when(
                    n.ports().has(PortUse.R_PLUS_PULSES) && !n.measured().hasReactive(),
                    said(n, Z3) + " gives pulses of R+, but" + energiesOf(n))),
    PROFILE_OF_ENERGY_NOT_COUNTED(
            List.of(Z29),
            n -> when(
                    !n.loadProfileContent().isCounted(n.measured()),
                    said(n, Z29) + " logs " + n.loadProfileContent().title() + ", but" + energiesOf(n))),
    CALENDAR_WITHOUT_PLAN(
            List.of(Z20, Z13, Z14),
            n -> when(
                    n.code(Z20) != 0 && n.tariffSource() != TariffSource.PLAN && n.relayMode() != RelayMode.PLAN,
                    said(n, Z20) + " lists exception days, but neither " + said(n, Z13) + " nor " + said(n, Z14)
                            + " is a plan that would look at them"));

    private final List<ConfigurationNumber> numbers;
    private final Function<ConfigurationNumbers, Optional<String>> rule;

    Contradiction(List<ConfigurationNumber> numbers, Function<ConfigurationNumbers, Optional<String>> rule) {
        this.numbers = numbers;
        this.rule = rule;
    }

    /// The numbers it looks at.
    List<ConfigurationNumber> numbers() {
        return numbers;
    }

    /// The contradiction if there is one, with the first of its numbers that somebody gave.
    Optional<ConfigurationProblem> problem(ConfigurationNumbers all, Set<ConfigurationNumber> given) {
        return rule.apply(all)
                .map(sentence -> new ConfigurationProblem(
                        numbers.stream()
                                .filter(given::contains)
                                .findFirst()
                                .orElse(numbers.getFirst())
                                .name(),
                        sentence));
    }

    private static Optional<String> when(boolean isSo, String sentence) {
        return isSo ? Optional.of(sentence) : Optional.empty();
    }

    private static String said(ConfigurationNumbers numbers, ConfigurationNumber number) {
        return number + " " + number.text(numbers.code(number));
    }

    private static String energiesOf(ConfigurationNumbers numbers) {
        return " the meter counts " + numbers.measured().title() + " (X9 "
                + numbers.measured().code() + ")";
    }
}
