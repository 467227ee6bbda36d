package trefas.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the name of a recorded channel says it is, and how plainly.
///
/// | rank | what says it                                                 | for example                       |
/// |------|--------------------------------------------------------------|-----------------------------------|
/// | 0    | the whole name is a voltage or current of one phase          | `UL1` `U1` `VA` `Van` `I_L1` `IC` |
/// | 1    | one word of the name is                                      | `F5-VA` `MODAQ_Va_V` `220kV_Ua`   |
/// | 2    | one word is a phase, and the unit or another word the kind   | `Voltage L1` `L1` in kV `A_I`     |
/// | 3    | the phase field of the recording and the unit                | phase `A`, unit `kV`              |
///
/// Line voltages (`VAB`, `U12`), neutral and residual channels (`VN`, `IG`, `3U0`), values a relay has computed
/// (`Vag Mag`) and channels in other units are nothing.
///
/// @param channel of the meter
/// @param rank 0 is the plainest
record ChannelRole(MeterChannel channel, int rank) {

    private static final Pattern COMBINED =
            Pattern.compile("(?<kind>[UVEI])(?:L?(?<digit>[123])|(?<letter>[ABC]|[RST]))[NG]?");
    private static final Pattern PHASE = Pattern.compile("L?([123])|([ABC]|[RST])");
    private static final Pattern WORD = Pattern.compile("[A-Z0-9]+");
    private static final Pattern SEPARATORS = Pattern.compile("[ _.:()\\[\\]-]+");
    private static final Set<String> COMPUTED = Set.of(
            "MAG", "ANG", "ANGLE", "RMS", "FREQ", "FREQUENCY", "THD", "POWER", "AVG", "MEAN", "MAX", "MIN", "PHASOR");
    private static final Set<String> VOLTAGE_WORDS =
            Set.of("U", "V", "VOLTAGE", "VOLT", "VOLTS", "SPANNUNG", "TENSION", "KV", "MV");
    private static final Set<String> CURRENT_WORDS =
            Set.of("I", "CURRENT", "AMP", "AMPS", "STROM", "COURANT", "CORRIENTE", "KA", "MA");
    private static final String CHINESE_VOLTAGE = "\u7535\u538B";
    private static final String CHINESE_CURRENT = "\u7535\u6D41";

    /// Reads the name, phase and unit of a channel.
    static Optional<ChannelRole> of(RecordedChannel recorded) {
        SampleUnit.Kind kind = SampleUnit.of(recorded.unit()).kind();
        String upper = recorded.name().toUpperCase(Locale.ROOT);
        List<String> words =
                WORD.matcher(upper).results().map(found -> found.group()).toList();
        if (kind == SampleUnit.Kind.OTHER || words.stream().anyMatch(COMPUTED::contains)) {
            return Optional.empty();
        }
        return byWholeName(upper, kind)
                .or(() -> byOneWord(words, kind))
                .or(() -> byTwoWords(upper, words, kind))
                .or(() -> byPhaseField(recorded.phase(), words, kind));
    }

    private static Optional<ChannelRole> byWholeName(String upper, SampleUnit.Kind kind) {
        return combined(SEPARATORS.matcher(upper.strip()).replaceAll(""), kind, 0);
    }

    private static Optional<ChannelRole> byOneWord(List<String> words, SampleUnit.Kind kind) {
        Set<ChannelRole> found = words.stream()
                .flatMap(word -> combined(word, kind, 1).stream())
                .collect(Collectors.toUnmodifiableSet());
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    private static Optional<ChannelRole> combined(String word, SampleUnit.Kind kind, int rank) {
        Matcher matcher = COMBINED.matcher(word);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean isVoltage = !matcher.group("kind").equals("I");
        if (kind == (isVoltage ? SampleUnit.Kind.CURRENT : SampleUnit.Kind.VOLTAGE)) {
            return Optional.empty();
        }
        int phase = phase(matcher.group("digit"), matcher.group("letter"));
        return Optional.of(new ChannelRole(MeterChannel.of(isVoltage, phase), rank));
    }

    private static Optional<ChannelRole> byTwoWords(String upper, List<String> words, SampleUnit.Kind kind) {
        var phases = new ArrayList<Integer>();
        for (String word : words) {
            Matcher matcher = PHASE.matcher(word);
            if (matcher.matches()) {
                phases.add(phase(matcher.group(1), matcher.group(2)));
            }
        }
        if (phases.size() != 1) {
            return Optional.empty();
        }
        boolean saysVoltage = words.stream().anyMatch(VOLTAGE_WORDS::contains) || upper.contains(CHINESE_VOLTAGE);
        boolean saysCurrent = words.stream().anyMatch(CURRENT_WORDS::contains) || upper.contains(CHINESE_CURRENT);
        if (kind == SampleUnit.Kind.UNKNOWN && saysVoltage == saysCurrent) {
            return Optional.empty();
        }
        boolean isVoltage = kind == SampleUnit.Kind.UNKNOWN ? saysVoltage : kind == SampleUnit.Kind.VOLTAGE;
        return Optional.of(new ChannelRole(MeterChannel.of(isVoltage, phases.getFirst()), 2));
    }

    private static Optional<ChannelRole> byPhaseField(String field, List<String> words, SampleUnit.Kind kind) {
        Matcher matcher = PHASE.matcher(field.strip().toUpperCase(Locale.ROOT));
        boolean isSomethingElse = words.stream().anyMatch(word -> isElsewhere(word));
        if (!matcher.matches() || kind == SampleUnit.Kind.UNKNOWN || isSomethingElse) {
            return Optional.empty();
        }
        return Optional.of(new ChannelRole(
                MeterChannel.of(kind == SampleUnit.Kind.VOLTAGE, phase(matcher.group(1), matcher.group(2))), 3));
    }

    /// Words of neutral, residual and line-to-line channels, which the phase field must not overrule.
    private static boolean isElsewhere(String word) {
        return Stream.of("[UVEI][NG0X]", "3[UVI]0", "[UVE](?:AB|BC|CA|AC|12|23|31|RS|ST|TR|L12|L23|L31)")
                .anyMatch(word::matches);
    }

    private static int phase(@Nullable String digit, @Nullable String letter) {
        if (digit != null) {
            return digit.charAt(0) - '1';
        }
        char first = letter == null ? 'A' : letter.charAt(0);
        return first >= 'R' ? first - 'R' : first - 'A';
    }
}
