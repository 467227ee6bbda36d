package trefas.app.settings;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import trefas.device.configuration.ConfigurationNumber;
import trefas.device.configuration.ConfigurationNumbers;
import trefas.device.configuration.ConfigurationProblem;
import trefas.device.configuration.TypeNumber;
import trefas.device.module.PortSetup;

/// The numbers below `meter.configuration:`, and the older keys that say the same as one of them. Both may be there
/// if they agree.
final class ConfigurationSection {

    private final YamlSection meter;
    private final Optional<YamlSection> section;

    /// By the names of their numbers.
    private final Map<String, String> written = new LinkedHashMap<>();

    private final Map<ConfigurationNumber, Place> places = new EnumMap<>(ConfigurationNumber.class);

    /// Where a number was said.
    private record Place(YamlSection section, String key) {}

    private ConfigurationSection(YamlSection meter) {
        this.meter = meter;
        this.section = meter.section("configuration");
    }

    static ConfigurationSection read(YamlSection meter) {
        var read = new ConfigurationSection(meter);
        read.section.ifPresent(read::take);
        return read;
    }

    private void take(YamlSection numbers) {
        for (ConfigurationNumber number : ConfigurationNumber.values()) {
            String name = number.name();
            if (!number.isOfThisMeter()) {
                numbers.refuse(name, number.complaint(""));
                continue;
            }
            numbers.value(name, "a code of " + number.digits() + " digits", Optional::of)
                    .ifPresent(code -> {
                        written.put(name, code);
                        places.put(number, new Place(numbers, name));
                    });
        }
        numbers.refuseOthers();
    }

    /// Whether the number itself stands there.
    boolean has(ConfigurationNumber number) {
        return section.map(numbers -> numbers.has(number.name())).orElse(false);
    }

    /// Whether a number is said, whichever key says it, and is this code.
    boolean says(ConfigurationNumber number, int code) {
        return Optional.ofNullable(written.get(number.name())).orElse("").matches("0*" + code);
    }

    /// An older key that says the same as a number.
    ///
    /// @param path of the key, for whoever wrote the file
    /// @param code what the number would be; empty when no code of it says this
    void older(ConfigurationNumber number, YamlSection section, String key, String path, Optional<Integer> code) {
        String text = code.map(number::text).orElse("");
        String stands = Optional.ofNullable(written.get(number.name())).orElse("");
        if (has(number)) {
            if (code.isEmpty() || !says(number, code.get())) {
                problem(
                        number.name(),
                        path + (code.isPresent() ? " means " + number + " " + text : " has no code of " + number)
                                + ", but " + number + " is \"" + stands + "\"; leave one of them out");
            }
        } else if (code.isPresent()) {
            written.put(number.name(), text);
            places.put(number, new Place(section, key));
        }
    }

    /// All numbers, judged together.
    ///
    /// @param type of the meter, or what is assumed when the file has a wrong one
    /// @param told numbers of which the file itself says what an order form would
    ConfigurationNumbers numbers(TypeNumber type, Set<ConfigurationNumber> told) {
        Set<ConfigurationNumber> plans = EnumSet.of(ConfigurationNumber.Z13, ConfigurationNumber.Z14);
        plans.retainAll(told);
        return switch (ConfigurationNumbers.check(type, written, plans)) {
            case ConfigurationNumbers.Checked.Refused(List<ConfigurationProblem> problems) -> {
                problems.forEach(problem -> problem(problem.place(), problem.sentence()));
                yield ConfigurationNumbers.made(type);
            }
            case ConfigurationNumbers.Checked.Taken(ConfigurationNumbers numbers) -> {
                numbers.byOrderForm().stream()
                        .filter(number -> !told.contains(number))
                        .forEach(number -> problem(
                                number.name(),
                                number + " " + number.text(numbers.code(number))
                                        + ": what this order form says is not published" + instead(number)));
                yield numbers;
            }
        };
    }

    /// What only an order form tells must stand in the file, or the number would do nothing.
    private static String instead(ConfigurationNumber number) {
        return switch (number) {
            case Z5 -> "; write the lists below meter.display";
            case Z13 -> "; write the plan below meter.tariff, with source: plan";
            case Z14 -> "; write the plan below meter.load-control, with mode: plan";
            case Z17 -> "; write the functions below meter.display.right-button";
            case Z20 -> "; write the days below meter.tariff.exception-days";
            case Z1,
                    Z2,
                    Z3,
                    Z4,
                    Z6,
                    Z7,
                    Z8,
                    Z9,
                    Z10,
                    Z11,
                    Z12,
                    Z15,
                    Z16,
                    Z18,
                    Z19,
                    Z21,
                    Z22,
                    Z23,
                    Z24,
                    Z25,
                    Z26,
                    Z27,
                    Z28,
                    Z29,
                    Z30 -> ", and a file has no keys for it yet";
        };
    }

    /// What Z3 says of the ports, whether it was written or not; unused where what was written is no code.
    PortSetup ports() {
        return Optional.ofNullable(written.get(ConfigurationNumber.Z3.name()))
                .filter(text -> text.matches("\\d{1,2}"))
                .flatMap(text -> PortSetup.ofCode(Integer.parseInt(text)))
                .orElse(PortSetup.UNUSED);
    }

    /// Whether a number is said and its content is that of an order form.
    boolean saysOrderForm(ConfigurationNumber number) {
        return Optional.ofNullable(written.get(number.name()))
                .filter(text -> text.matches("\\d{1,3}"))
                .filter(text -> number.isOrderForm(Integer.parseInt(text)))
                .isPresent();
    }

    /// Adds a problem where the number was said.
    void problem(String name, String sentence) {
        Optional<Place> place = ConfigurationNumber.parse(name).map(places::get);
        if (place.isPresent()) {
            place.get().section().problem(place.get().key(), sentence);
        } else {
            section.orElse(meter).problem(name, sentence);
        }
    }
}
