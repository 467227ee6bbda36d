package trefas.device.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trefas.device.register.MeasuredEnergies;
import trefas.quantity.AccuracyClass;

/// The 18 characters that say what was ordered: `68`, the digits X1 to X13 and the country X14 to X16 (dossier
/// 2.1). Each digit is one this DIN rail meter can have.
public record TypeNumber(String characters) {

    /// Without the dashes between the groups.
    public static final int LENGTH = 18;

    private static final String ELECTRICITY_METER = "68";
    private static final int COUNTRY_AT = 15;

    /// Where the dashes stand when it is written in groups: 684-14-39B-N24-4-100-010.
    private static final List<Integer> GROUPS = List.of(0, 3, 5, 8, 11, 12, 15, LENGTH);

    /// What is not longer is repeated in a problem.
    private static final int QUOTED_MAX = 40;

    /// Four quadrants, class B, breaker, radio, Denmark (dossier 2.1, derived).
    public static final TypeNumber DIN_RAIL_FOUR_QUADRANT = new TypeNumber("6841439BN244100010");

    /// What a text turned out to be.
    public sealed interface Checked {
        record Taken(TypeNumber typeNumber) implements Checked {}

        /// All that is wrong with it, in the order of its characters.
        record Refused(List<ConfigurationProblem> problems) implements Checked {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    public TypeNumber {
        List<ConfigurationProblem> problems = problems(characters);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("not a type number: " + problems);
        }
    }

    /// For a type number somebody else wrote, with all that is wrong with it; dashes are passed over.
    public static Checked check(String text) {
        String characters = text.replace("-", "");
        List<ConfigurationProblem> problems = problems(characters);
        return problems.isEmpty() ? new Checked.Taken(new TypeNumber(characters)) : new Checked.Refused(problems);
    }

    /// For a type number somebody else wrote; dashes between the groups are passed over.
    public static Optional<TypeNumber> parse(String text) {
        return switch (check(text)) {
            case Checked.Taken(TypeNumber typeNumber) -> Optional.of(typeNumber);
            case Checked.Refused _ -> Optional.empty();
        };
    }

    private static List<ConfigurationProblem> problems(String characters) {
        if (characters.length() != LENGTH) {
            // Which character is missing or too many nobody knows, so single digits can't be judged.
            String quoted = characters.length() > QUOTED_MAX ? "" : " in \"" + characters + "\"";
            return List.of(new ConfigurationProblem(
                    "",
                    "a type number has " + LENGTH + " characters without its dashes, here are " + characters.length()
                            + quoted));
        }
        var problems = new ArrayList<ConfigurationProblem>();
        if (!characters.startsWith(ELECTRICITY_METER)) {
            problems.add(new ConfigurationProblem(
                    "",
                    "positions 1 and 2: \"" + characters.substring(0, 2) + "\", the type number of an electricity meter"
                            + " begins with " + ELECTRICITY_METER));
        }
        for (TypeDigit digit : TypeDigit.values()) {
            digit.problem(characters.charAt(digit.position() - 1)).ifPresent(problems::add);
        }
        String country = characters.substring(COUNTRY_AT);
        if (!country.chars().allMatch(character -> character >= '0' && character <= '9')) {
            problems.add(new ConfigurationProblem(
                    "X14-X16",
                    "positions 16 to 18, X14-X16 country: \"" + country
                            + "\" is no code; possible are three digits such as 010 (Denmark)"));
        }
        return problems;
    }

    /// The energies it was ordered to measure: X9.
    public MeasuredEnergies measured() {
        return MeasuredEnergies.ofCode(at(TypeDigit.X9) - '0').orElseThrow();
    }

    /// A or B of EN 50470: X6.
    public AccuracyClass accuracyClass() {
        return at(TypeDigit.X6) == 'A' ? AccuracyClass.A : AccuracyClass.B;
    }

    /// Whether it can cut off its house: X10. The DIN rail meter always can.
    public boolean hasBreaker() {
        return at(TypeDigit.X10) == '4';
    }

    /// Whether it still sends one message when its supply fails: variant 2 (X8) with radio (X11); dossier 16.
    public boolean hasLastGasp() {
        return at(TypeDigit.X8) == '2' && at(TypeDigit.X11) == '1';
    }

    /// X14 to X16.
    public String countryCode() {
        return characters.substring(COUNTRY_AT);
    }

    /// The country of X14 to X16; empty when it is not published whose they are.
    public Optional<CountryCode> country() {
        return CountryCode.of(countryCode());
    }

    /// Digit by digit, in plain language.
    public List<DescribedCode> describe() {
        var described = new ArrayList<DescribedCode>();
        described.add(new DescribedCode("", ELECTRICITY_METER, "product", "electricity meter"));
        for (TypeDigit digit : TypeDigit.values()) {
            char character = at(digit);
            described.add(new DescribedCode(
                    digit.name(),
                    String.valueOf(character),
                    digit.subject(),
                    digit.meaning(character).orElseThrow()));
        }
        described.add(new DescribedCode(
                "X14-X16",
                countryCode(),
                "country",
                country().map(CountryCode::name).orElse("not a published code")));
        return described;
    }

    /// In groups, as it is printed on a meter: 684-14-39B-N24-4-100-010.
    public String grouped() {
        var groups = new ArrayList<String>();
        for (int group = 1; group < GROUPS.size(); group++) {
            groups.add(characters.substring(GROUPS.get(group - 1), GROUPS.get(group)));
        }
        return String.join("-", groups);
    }

    private char at(TypeDigit digit) {
        return characters.charAt(digit.position() - 1);
    }

    @Override
    public String toString() {
        return characters;
    }
}
