package trefas.device.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.device.register.MeasuredEnergies;
import trefas.quantity.AccuracyClass;

/// The type number against the hardware table of the data sheet and the family's table in dossier 2.1.
class TypeNumberTest {

    private static final String PLAIN = "6841439BN244100010";

    @ParameterizedTest
    @ValueSource(strings = {PLAIN, "684-14-39B-N24-4-100-010", "68-41439BN2441-00-010", "-6-8-4-1439BN244100010--"})
    void dashesBetweenTheGroupsDoNotMatter(String written) {
        assertEquals(Optional.of(TypeNumber.DIN_RAIL_FOUR_QUADRANT), TypeNumber.parse(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "6841439BN24410001", "6841439BN2441000100", "6941439BN244100010", "6841439bn244100010"})
    void anythingElseIsNoTypeNumber(String written) {
        assertEquals(Optional.empty(), TypeNumber.parse(written));
        assertThrows(IllegalArgumentException.class, () -> new TypeNumber(written));
    }

    @Test
    void theDefaultIsTheMeterOfTheDataSheet() {
        MeterConfiguration meter = MeterConfiguration.DEFAULT;

        assertEquals(PLAIN, meter.typeNumber().toString());
        assertEquals("684-14-39B-N24-4-100-010", meter.typeNumber().grouped());
        assertEquals("7.2", meter.energyFormat().toString());
        assertEquals("A+ A- R+ R-", meter.loadProfileContent().title());
        assertEquals(15, meter.capturePeriod().minutes());
        assertEquals(1, meter.clock().zoneHours());
    }

    /// Data sheet, "Configuration – hardware": everything that stands in it, and nothing else.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "X1, 3, 4",
        "X2, 4, 1",
        "X3, 5, 4",
        "X4, 6, 3",
        "X5, 7, 9",
        "X6, 8, AB",
        "X7, 9, N",
        "X8, 10, 2",
        "X9, 11, 124",
        "X10, 12, 4",
        "X11, 13, 1",
        "X12, 14, 0",
        "X13, 15, 0"
    })
    void onlyTheCodesOfTheDataSheetAreTaken(TypeDigit digit, int position, String codes) {
        assertEquals(position, digit.position());
        for (char code = '!'; code <= '~'; code++) {
            if (code == '-') {
                continue;
            }
            var written = new StringBuilder(PLAIN);
            written.setCharAt(position - 1, code);
            assertEquals(
                    codes.indexOf(code) >= 0,
                    TypeNumber.parse(written.toString()).isPresent(),
                    written::toString);
            assertEquals(codes.indexOf(code) >= 0, digit.possible().contains(code));
        }
    }

    /// Dossier 2.1, the codes of the family that the DIN rail meter doesn't have.
    @ParameterizedTest(name = "{0}{1}")
    @CsvSource(delimiter = '|', textBlock = """
        X1  | 5 | position 3, X1 meter type: "5" is transformer meter, which other meters of the family have, not this; possible is 4 (three-phase meter)
        X1  | 6 | position 3, X1 meter type: "6" is single-phase meter, which other meters of the family have, not this; possible is 4 (three-phase meter)
        X3  | 1 | position 5, X3 case: "1" is standard case, which other meters of the family have, not this; possible is 4 (DIN rail)
        X3  | 2 | position 5, X3 case: "2" is single-phase ST case, which other meters of the family have, not this; possible is 4 (DIN rail)
        X4  | 2 | position 6, X4 measuring systems: "2" is 2 measuring systems (Aron), which other meters of the family have, not this; possible is 3 (3 measuring systems)
        X5  | 1 | position 7, X5 current range: "1" is 5(100) A, or 1(6) A on transformers, which other meters of the family have, not this; possible is 9 (5(63) A)
        X5  | 8 | position 7, X5 current range: "8" is 5(80) A, which other meters of the family have, not this; possible is 9 (5(63) A)
        X5  | 3 | position 7, X5 current range: "3" is no code; possible is 9 (5(63) A)
        X6  | C | position 8, X6 accuracy class: "C" is class C (transformer meters), which other meters of the family have, not this; possible are A (class A) and B (class B)
        X7  | D | position 9, X7 generation: "D" is generation D, which other meters of the family have, not this; possible is N (generation N)
        X8  | 1 | position 10, X8 variant: "1" is variant 1, which other meters of the family have, not this; possible is 2 (variant 2)
        X9  | 3 | position 11, X9 energy types: "3" is A+ R+ (transformer meters), which other meters of the family have, not this; possible are 1 (A+), 2 (A+ A-) and 4 (A+ A- R+ R-)
        X10 | 0 | position 12, X10 breaker: "0" is no breaker, which other meters of the family have, not this; possible is 4 (breaker in all phases)
        X11 | 0 | position 13, X11 communication: "0" is no radio, which other meters of the family have, not this; possible is 1 (integrated radio)
        X12 | 1 | position 14, X12 supply backup: "1" is supercap and battery, which other meters of the family have, not this; possible is 0 (supercap)
        X13 | 1 | position 15, X13 interface: "1" is S0 output, which other meters of the family have, not this; possible is 0 (none)
        X13 | 2 | position 15, X13 interface: "2" is APS, which other meters of the family have, not this; possible is 0 (none)
        """)
    void codesOfOtherMetersAreKnownByName(TypeDigit digit, char code, String sentence) {
        var written = new StringBuilder(PLAIN);
        written.setCharAt(digit.position() - 1, code);

        assertEquals(List.of(new ConfigurationProblem(digit.name(), sentence)), problems(written.toString()));
    }

    /// A meter of the standard case (as the captured one in dossier 2.1), with more wrong on top.
    @Test
    void allProblemsAreToldAtOnce() {
        List<ConfigurationProblem> problems = problems("694-11-38B-N23-3-100-0X0");

        assertEquals(
                List.of("", "X3", "X5", "X9", "X10", "X14-X16"),
                problems.stream().map(ConfigurationProblem::place).toList());
        assertEquals(
                "positions 1 and 2: \"69\", the type number of an electricity meter begins with 68",
                problems.getFirst().sentence());
        assertEquals(
                "positions 16 to 18, X14-X16 country: \"0X0\" is no code; possible are three digits such as 010"
                        + " (Denmark)",
                problems.getLast().sentence());
    }

    @Test
    void aWrongLengthIsOneProblem() {
        assertEquals(
                "[a type number has 18 characters without its dashes, here are 17 in \"6841439BN24410001\"]",
                problems("6841439BN24410001").toString());
        assertEquals(
                "[a type number has 18 characters without its dashes, here are 4000]",
                problems("6".repeat(4_000)).toString());
    }

    @Test
    void eachDigitIsToldInPlainLanguage() {
        assertEquals(
                """
                 68 product: electricity meter
                X1 4 meter type: three-phase meter
                X2 1 type number version: first version
                X3 4 case: DIN rail
                X4 3 measuring systems: 3 measuring systems
                X5 9 current range: 5(63) A
                X6 B accuracy class: class B
                X7 N generation: generation N
                X8 2 variant: variant 2
                X9 4 energy types: A+ A- R+ R-
                X10 4 breaker: breaker in all phases
                X11 1 communication: integrated radio
                X12 0 supply backup: supercap
                X13 0 interface: none
                X14-X16 010 country: Denmark
                """,
                String.join(
                        "",
                        TypeNumber.DIN_RAIL_FOUR_QUADRANT.describe().stream()
                                .map(code -> code.place() + " " + code.code() + " " + code.subject() + ": "
                                        + code.meaning() + "\n")
                                .toList()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "6841439AN214100010, ACTIVE_IMPORT, A, false, false",
        "6841439BN224100010, ACTIVE, B, true, false",
        "6841439BN244100010, FOUR_QUADRANTS, B, true, true"
    })
    void digitsBecomeBehaviour(
            TypeNumber type,
            MeasuredEnergies energies,
            AccuracyClass accuracy,
            boolean hasExport,
            boolean hasReactive) {
        assertEquals(energies, type.measured());
        assertEquals(accuracy, type.accuracyClass());
        assertEquals(hasExport, type.measured().hasExport());
        assertEquals(hasReactive, type.measured().hasReactive());
        assertTrue(type.hasBreaker());
        assertTrue(type.hasLastGasp(), "variant 2 with radio");
    }

    /// Dossier 2.1, X14 to X16; 999 is nobody's.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        010 | DK | Denmark
        012 | DK | Denmark
        040 | NO | Norway
        059 | CH | Switzerland, Italian
        086 | AX | Åland
        092 | SE | Sweden
        151 | CL | Chile
        999 |    |
        013 |    |
        """)
    void countriesAreKnownAsFarAsTheyArePublished(String code, String country, String name) {
        TypeNumber type = new TypeNumber("6841439BN244100" + code);

        assertEquals(code, type.countryCode());
        assertEquals(Optional.ofNullable(country), type.country().map(CountryCode::country));
        assertEquals(Optional.ofNullable(name), type.country().map(CountryCode::name));
    }

    @Test
    void whatIsPrintedIsReadBack() {
        var random = new Random(26);
        for (int life = 0; life < 2_000; life++) {
            var characters = new StringBuilder("68");
            for (TypeDigit digit : TypeDigit.values()) {
                var possible = new ArrayList<>(digit.possible());
                characters.append(possible.get(random.nextInt(possible.size())));
            }
            characters.append(String.format("%03d", random.nextInt(1_000)));
            var type = new TypeNumber(characters.toString());

            assertEquals(Optional.of(type), TypeNumber.parse(type.toString()));
            assertEquals(Optional.of(type), TypeNumber.parse(type.grouped()));
        }
    }

    private static List<ConfigurationProblem> problems(String written) {
        return assertInstanceOf(TypeNumber.Checked.Refused.class, TypeNumber.check(written))
                .problems();
    }
}
