package trefas.device.configuration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The digits X1 to X13 of the type number and what may stand there (dossier 2.1; data sheet, hardware
/// configuration). Codes of the same family that this DIN rail meter can't have are known by name.
public enum TypeDigit {
    X1(
            3,
            "meter type",
            here('4', "three-phase meter"),
            other('5', "transformer meter"),
            other('6', "single-phase meter")),
    X2(4, "type number version", here('1', "first version")),
    X3(5, "case", here('4', "DIN rail"), other('1', "standard case"), other('2', "single-phase ST case")),
    X4(
            6,
            "measuring systems",
            here('3', "3 measuring systems"),
            other('1', "1 measuring system"),
            other('2', "2 measuring systems (Aron)")),
    X5(
            7,
            "current range",
            here('9', "5(63) A"),
            other('1', "5(100) A, or 1(6) A on transformers"),
            other('4', "5(65) A"),
            other('5', "5(6) A on transformers"),
            other('6', "10(60) A"),
            other('7', "10(80) A"),
            other('8', "5(80) A")),
    X6(
            8,
            "accuracy class",
            here('A', "class A"),
            here('B', "class B"),
            other('C', "class C (transformer meters)"),
            other('1', "IEC class 1"),
            other('2', "IEC class 2"),
            other('5', "IEC class 0.5")),
    X7(9, "generation", here('N', "generation N"), other('D', "generation D")),
    X8(10, "variant", here('2', "variant 2"), other('1', "variant 1")),
    X9(
            11,
            "energy types",
            here('1', "A+"),
            here('2', "A+ A-"),
            here('4', "A+ A- R+ R-"),
            other('3', "A+ R+ (transformer meters)")),
    X10(
            12,
            "breaker",
            here('4', "breaker in all phases"),
            other('0', "no breaker"),
            other('2', "dual breaker (single-phase meters)"),
            other('3', "breaker of the standard case"),
            other('5', "another breaker of the standard case")),
    X11(13, "communication", here('1', "integrated radio"), other('0', "no radio")),
    X12(14, "supply backup", here('0', "supercap"), other('1', "supercap and battery")),
    X13(15, "interface", here('0', "none"), other('1', "S0 output"), other('2', "APS"));

    private final int position;
    private final String subject;
    private final List<Code> codes;

    /// What a character at a digit means.
    ///
    /// @param isHere whether this meter can have it
    record Code(char character, String meaning, boolean isHere) {}

    TypeDigit(int position, String subject, Code... codes) {
        this.position = position;
        this.subject = subject;
        this.codes = List.of(codes);
    }

    private static Code here(char character, String meaning) {
        return new Code(character, meaning, true);
    }

    private static Code other(char character, String meaning) {
        return new Code(character, meaning, false);
    }

    public String subject() {
        return subject;
    }

    /// Of the 18 characters, counted from 1.
    public int position() {
        return position;
    }

    /// What the character says on this meter; empty when it can't stand there.
    public Optional<String> meaning(char character) {
        return code(character).filter(Code::isHere).map(Code::meaning);
    }

    /// The characters this meter can have here.
    public List<Character> possible() {
        return codes.stream().filter(Code::isHere).map(Code::character).toList();
    }

    /// Why a character can't stand here; empty when it can.
    Optional<ConfigurationProblem> problem(char character) {
        Optional<Code> code = code(character);
        if (code.isPresent() && code.get().isHere()) {
            return Optional.empty();
        }
        String what = code.map(known -> " is " + known.meaning() + ", which other meters of the family have, not this")
                .orElse(" is no code");
        return Optional.of(new ConfigurationProblem(
                name(),
                "position " + position + ", " + name() + " " + subject + ": \"" + character + "\"" + what
                        + "; possible " + inWords()));
    }

    private String inWords() {
        List<String> words = codes.stream()
                .filter(Code::isHere)
                .map(code -> code.character() + " (" + code.meaning() + ")")
                .toList();
        return words.size() == 1
                ? "is " + words.getFirst()
                : "are " + words.stream().limit(words.size() - 1L).collect(Collectors.joining(", ")) + " and "
                        + words.getLast();
    }

    private Optional<Code> code(char character) {
        return codes.stream().filter(code -> code.character() == character).findFirst();
    }
}
