package trefas.device.configuration;

import static trefas.device.configuration.ConfigurationNumber.Z1;
import static trefas.device.configuration.ConfigurationNumber.Z11;
import static trefas.device.configuration.ConfigurationNumber.Z12;
import static trefas.device.configuration.ConfigurationNumber.Z13;
import static trefas.device.configuration.ConfigurationNumber.Z14;
import static trefas.device.configuration.ConfigurationNumber.Z15;
import static trefas.device.configuration.ConfigurationNumber.Z16;
import static trefas.device.configuration.ConfigurationNumber.Z2;
import static trefas.device.configuration.ConfigurationNumber.Z25;
import static trefas.device.configuration.ConfigurationNumber.Z27;
import static trefas.device.configuration.ConfigurationNumber.Z28;
import static trefas.device.configuration.ConfigurationNumber.Z29;
import static trefas.device.configuration.ConfigurationNumber.Z3;
import static trefas.device.configuration.ConfigurationNumber.Z30;
import static trefas.device.configuration.ConfigurationNumber.Z4;
import static trefas.device.configuration.ConfigurationNumber.Z6;
import static trefas.device.configuration.ConfigurationNumber.Z7;
import static trefas.device.configuration.ConfigurationNumber.Z8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import trefas.device.analysis.AnalysisSet;
import trefas.device.analysis.AnalysisSettings;
import trefas.device.clock.MeterClock;
import trefas.device.debiting.DebitingInterval;
import trefas.device.debiting.DebitingProfile;
import trefas.device.debiting.DebitingSettings;
import trefas.device.load.LoadRelay;
import trefas.device.load.RelayMode;
import trefas.device.log.CapturePeriod;
import trefas.device.log.LoadProfileContent;
import trefas.device.log.LoadProfileValues;
import trefas.device.log.LogInterval;
import trefas.device.module.PortSetup;
import trefas.device.module.PulseUnit;
import trefas.device.module.PulseWidth;
import trefas.device.register.EnergyFormat;
import trefas.device.register.MeasuredEnergies;
import trefas.device.settings.FunctionSettings;
import trefas.device.tariff.TariffSource;

/// The configuration numbers of one meter: a code for each number it has, all possible and none contradicting
/// another or the type number. What nobody ordered is as the meter is made. Each number is there as a typed value.
public final class ConfigurationNumbers {

    /// Numbers in one text.
    public static final int WORDS_MAX = 100;

    /// What is not longer is repeated in a problem.
    private static final int QUOTED_MAX = 20;

    private final TypeNumber typeNumber;
    private final EnumMap<ConfigurationNumber, Integer> codes;
    /// Z13 and Z14 where somebody wrote the plan himself that an order form would tell, whatever code they have.
    private final Set<ConfigurationNumber> plans;

    /// What some numbers turned out to be.
    public sealed interface Checked {
        record Taken(ConfigurationNumbers numbers) implements Checked {}

        /// All that is wrong.
        record Refused(List<ConfigurationProblem> problems) implements Checked {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    private ConfigurationNumbers(
            TypeNumber typeNumber, Map<ConfigurationNumber, Integer> given, Set<ConfigurationNumber> plans) {
        this.typeNumber = typeNumber;
        this.plans = Set.copyOf(plans);
        this.codes = new EnumMap<>(ConfigurationNumber.class);
        for (ConfigurationNumber number : ConfigurationNumber.values()) {
            if (number.isOfThisMeter()) {
                codes.put(number, given.getOrDefault(number, number.made(typeNumber)));
            }
        }
    }

    /// A meter of this type for which nothing was ordered.
    public static ConfigurationNumbers made(TypeNumber typeNumber) {
        return new ConfigurationNumbers(typeNumber, Map.of(), Set.of());
    }

    /// The same with another Z28, which nothing else depends on.
    public ConfigurationNumbers withLocalInterfaceEncryption(boolean isEnabled) {
        var other = new EnumMap<>(codes);
        other.put(Z28, isEnabled ? 1 : 2);
        return new ConfigurationNumbers(typeNumber, other, plans);
    }

    /// For text such as `Z1=3 Z4=2` that somebody else wrote; commas and line ends part numbers too.
    public static Checked check(TypeNumber typeNumber, String text) {
        var written = new LinkedHashMap<String, String>();
        var problems = new ArrayList<ConfigurationProblem>();
        List<String> words = List.of(text.strip().split("[\\s,]+", WORDS_MAX + 1));
        if (words.size() > WORDS_MAX) {
            return new Checked.Refused(List.of(new ConfigurationProblem(
                    "", "more than " + WORDS_MAX + " configuration numbers, expected each at most once")));
        }
        for (String word : words) {
            int equals = word.indexOf('=');
            if (word.isEmpty()) {
                continue;
            }
            if (equals < 0) {
                problems.add(new ConfigurationProblem(
                        "", "\"" + quoted(word) + "\" is no configuration number, expected such as Z1=3"));
            } else if (written.put(nameOf(word.substring(0, equals)), word.substring(equals + 1)) != null) {
                problems.add(new ConfigurationProblem(
                        nameOf(word.substring(0, equals)),
                        quoted(nameOf(word.substring(0, equals))) + " stands there twice"));
            }
        }
        return checked(typeNumber, written, Set.of(), problems);
    }

    private static String nameOf(String written) {
        return ConfigurationNumber.parse(written).map(Enum::name).orElse(written);
    }

    /// For codes that somebody else wrote by the names of their numbers.
    public static Checked check(TypeNumber typeNumber, Map<String, String> written) {
        return check(typeNumber, written, Set.of());
    }

    /// The same beside plans that somebody wrote down himself.
    ///
    /// @param plans Z13 when his plan chooses the tariff, Z14 when it switches a relay
    public static Checked check(TypeNumber typeNumber, Map<String, String> written, Set<ConfigurationNumber> plans) {
        return checked(typeNumber, written, plans, List.of());
    }

    private static Checked checked(
            TypeNumber typeNumber,
            Map<String, String> written,
            Set<ConfigurationNumber> plans,
            List<ConfigurationProblem> before) {
        var problems = new ArrayList<>(before);
        var given = new EnumMap<ConfigurationNumber, Integer>(ConfigurationNumber.class);
        Set<ConfigurationNumber> wrong = EnumSet.noneOf(ConfigurationNumber.class);
        written.forEach((name, code) -> {
            Optional<ConfigurationNumber> number = ConfigurationNumber.parse(name);
            if (number.isEmpty()) {
                problems.add(
                        new ConfigurationProblem(name, "there is no number " + quoted(name) + ", expected Z1 to Z30"));
            } else if (given.containsKey(number.get()) || wrong.contains(number.get())) {
                // A map can hold Z1 and z1.
                problems.add(new ConfigurationProblem(number.get().name(), number.get() + " stands there twice"));
            } else {
                Optional<Integer> value = number.get().code(code);
                value.ifPresent(taken -> given.put(number.get(), taken));
                if (value.isEmpty()) {
                    wrong.add(number.get());
                    problems.add(new ConfigurationProblem(
                            number.get().name(), number.get().complaint(quoted(code))));
                }
            }
        });
        var numbers = new ConfigurationNumbers(typeNumber, given, plans);
        for (Contradiction contradiction : Contradiction.values()) {
            // What a wrong number would have contradicted nobody can know.
            if (Collections.disjoint(contradiction.numbers(), wrong)) {
                contradiction.problem(numbers, given.keySet()).ifPresent(problems::add);
            }
        }
        return problems.isEmpty() ? new Checked.Taken(numbers) : new Checked.Refused(problems);
    }

    private static String quoted(String written) {
        return written.length() > QUOTED_MAX ? written.substring(0, QUOTED_MAX) + "…" : written;
    }

    public TypeNumber typeNumber() {
        return typeNumber;
    }

    /// X9.
    public MeasuredEnergies measured() {
        return typeNumber.measured();
    }

    /// The code of a number this meter has.
    public int code(ConfigurationNumber number) {
        Integer code = codes.get(number);
        if (code == null) {
            throw new IllegalArgumentException(number + " is a number of transformer meters");
        }
        return code;
    }

    /// Z1.
    public EnergyFormat energyFormat() {
        return EnergyFormat.ofCode(code(Z1)).orElseThrow();
    }

    /// Z2.
    public IdleLed idleLed() {
        return ofCode(IdleLed.values(), IdleLed::code, code(Z2));
    }

    /// Z3.
    public PortSetup ports() {
        return PortSetup.ofCode(code(Z3)).orElseThrow();
    }

    /// Whether the module makes load control follow the tariff (Z3 18 to 23).
    boolean loadFollowsTariff() {
        return ports().makesFollow(LoadRelay.LOAD_1);
    }

    /// Z4: codes 2, 3 and 4 are quarter, half and whole hours.
    public CapturePeriod capturePeriod() {
        return switch (code(Z4)) {
            case 2 -> CapturePeriod.MINUTES_15;
            case 3 -> CapturePeriod.MINUTES_30;
            default -> CapturePeriod.MINUTES_60;
        };
    }

    /// Z6, Z7, Z25 and Z30.
    public DebitingSettings debiting() {
        return new DebitingSettings(
                DebitingInterval.ofCode(code(Z7)).orElseThrow(),
                code(Z6),
                LogInterval.ofZ25(code(Z25)).orElseThrow(),
                DebitingProfile.ofZ30(code(Z30)).orElseThrow());
    }

    /// Z8.
    public PulseWidth pulseWidth() {
        return PulseWidth.ofCode(code(Z8)).orElseThrow();
    }

    /// Z11 and Z15.
    public MeterClock clock() {
        return new MeterClock(PublishedCodes.zoneHours(code(Z11)), code(Z15) == 1);
    }

    /// Z12.
    public PulseUnit pulseUnit() {
        return PulseUnit.ofCode(code(Z12)).orElseThrow();
    }

    /// Z13: an order form is a plan.
    public TariffSource tariffSource() {
        return plans.contains(Z13)
                ? TariffSource.PLAN
                : TariffSource.ofCode(code(Z13)).orElse(TariffSource.PLAN);
    }

    /// Z14: an order form is a plan.
    public RelayMode relayMode() {
        if (plans.contains(Z14)) {
            return RelayMode.PLAN;
        }
        return switch (code(Z14)) {
            case 0 -> RelayMode.DISABLED;
            case 1 -> RelayMode.REGISTER;
            default -> RelayMode.PLAN;
        };
    }

    /// What a relay follows unless it is set up by itself: with Z3 18 to 21 the first follows the tariff, with Z3 22
    /// and
    /// 23 both; otherwise Z14 says it.
    public RelayMode relayMode(LoadRelay relay) {
        return ports().makesFollow(relay) ? RelayMode.TARIFF : relayMode();
    }

    /// Z16; empty for a radio without frequency.
    public Optional<RadioFrequency> radioFrequency() {
        return RadioFrequency.ofCode(code(Z16));
    }

    /// Z27.
    public LoadProfileValues profileValues() {
        return LoadProfileValues.ofCode(code(Z27)).orElseThrow();
    }

    /// Z28.
    public boolean isLocalInterfaceEncrypted() {
        return code(Z28) == 1;
    }

    /// Z29.
    public LoadProfileContent loadProfileContent() {
        return LoadProfileContent.ofCode(code(Z29)).orElseThrow();
    }

    /// The functions of a meter as these numbers make it. What an order form says is not in them.
    public FunctionSettings functions() {
        FunctionSettings made = FunctionSettings.DEFAULT;
        var relay1 = made.load().relay1().withMode(relayMode(LoadRelay.LOAD_1));
        var relay2 = made.load().relay2().withMode(relayMode(LoadRelay.LOAD_2));
        AnalysisSet analysis = AnalysisSet.ofX9(measured().code()).orElseThrow();
        return made.with(made.demand().withPeriod(capturePeriod()))
                .with(made.module()
                        .withPorts(ports())
                        .withPulseWidth(pulseWidth())
                        .withPulseUnit(pulseUnit()))
                .with(made.tariff().withSource(tariffSource()))
                .with(made.load().withRelay(LoadRelay.LOAD_1, relay1).withRelay(LoadRelay.LOAD_2, relay2))
                .with(debiting())
                .with(AnalysisSettings.ofSet(analysis));
    }

    private static <T> T ofCode(T[] values, ToIntFunction<T> codeOf, int code) {
        return Stream.of(values)
                .filter(value -> codeOf.applyAsInt(value) == code)
                .findFirst()
                .orElseThrow();
    }

    /// The numbers whose content an order form says, which no code tells.
    public List<ConfigurationNumber> byOrderForm() {
        return codes.keySet().stream()
                .filter(number -> number.isOrderForm(code(number)))
                .toList();
    }

    /// Number by number, in plain language.
    public List<DescribedCode> describe() {
        return codes.keySet().stream()
                .map(number -> new DescribedCode(
                        number.name(),
                        number.text(code(number)),
                        number.subject(),
                        number.meaning(code(number)).orElseThrow()))
                .toList();
    }

    /// What was ordered and can't take effect as the other numbers stand, in sentences without their ends. None of
    /// it is wrong: a setting made later can wake it.
    public List<String> idle() {
        return idle(functions());
    }

    /// The same for a meter of which more is known than the numbers say.
    ///
    /// @param functions how it is made
    public List<String> idle(FunctionSettings functions) {
        return Idle.sentences(this, functions);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfigurationNumbers numbers
                && typeNumber.equals(numbers.typeNumber)
                && codes.equals(numbers.codes)
                && plans.equals(numbers.plans);
    }

    @Override
    public int hashCode() {
        return Objects.hash(typeNumber, codes, plans);
    }

    /// All numbers as [#check] reads them: `Z1=3 Z2=1 Z3=00 …`.
    @Override
    public String toString() {
        return codes.keySet().stream()
                .map(number -> number + "=" + number.text(code(number)))
                .collect(Collectors.joining(" "));
    }
}
