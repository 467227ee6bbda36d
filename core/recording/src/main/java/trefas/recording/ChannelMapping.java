package trefas.recording;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which channels of a recording are U1 U2 U3 I1 I2 I3: found by their names (`auto`), or told.
///
/// ```
/// mapping = item *( ("," | ";") item )
/// item    = "auto"                                the channels not told are found by name
///         | channel "=" source [ "*" factor ]
///         | channel "=*" factor                   the channel found by name, times the factor
///         | channel "=-"                          the channel is absent, whatever the names say
/// channel = "U1" | "U2" | "U3" | "I1" | "I2" | "I3"
/// source  = number                                place among the analogue channels, from 1; in a CSV among
///                                                 the value columns, the time not counted
///         | name | '"' any text but '"' '"'       quoted when it holds , ; * = or is a number
/// factor  = decimal number, not 0                 such as -1, 1000, 1.5e3
/// ```
///
/// For example `U1=VA,U2=VB,U3=VC,I1=IA,I2=IB,I3=IC`, `U1=5,I1=3*-1`, `auto,I2=*-1`, `auto,I3=-`. Without `auto` what
/// isn't told is absent. A name is looked for as written, then in any case, then as a word of longer names; the first
/// of these that finds one channel wins, and finding several is refused. The factor comes after the unit: a channel
/// in kV is in V already. How `auto` reads names stands in the table of `ChannelRole`; channels without any name are
/// taken in order when there are one (U1), two (U1 I1), three (U1 U2 U3) or six.
public final class ChannelMapping {

    /// The longest mapping read.
    public static final int LENGTH_MAX = 4_096;

    /// Candidates named in a sentence.
    private static final int LISTED_MAX = 8;

    private static final String WHERE = "channel mapping: found ";
    private static final String EXPECTED =
            ", expected items like U1=VA, U1=5, I1=\"name\"*-1, I1=*-1, I3=- or auto, separated by commas";
    private static final Pattern ITEM = Pattern.compile("\\s*(?<auto>auto)\\s*"
            + "|\\s*(?<channel>[UuIi][123])\\s*=\\s*(?:\"(?<quoted>[^\"]+)\"|(?<plain>[^\",;*=]*))\\s*"
            + "(?:\\*\\s*(?<factor>[^\",;*=\\s]+)\\s*)?");

    /// What is told of one channel; the source is empty when it is to be found by name.
    private record Told(String source, boolean isQuoted, double factor) {

        boolean isAbsent() {
            return !isQuoted && source.equals("-");
        }

        boolean isFound() {
            return source.isEmpty();
        }
    }

    private final boolean isAuto;
    private final Map<MeterChannel, Told> told;

    private ChannelMapping(boolean isAuto, Map<MeterChannel, Told> told) {
        this.isAuto = isAuto;
        this.told = told;
    }

    /// All by their names.
    public static ChannelMapping automatic() {
        return new ChannelMapping(true, Map.of());
    }

    /// Reads a mapping.
    ///
    /// @throws UnusableRecordingException when it isn't one
    public static ChannelMapping parse(String text) throws UnusableRecordingException {
        if (text.length() > LENGTH_MAX) {
            throw new UnusableRecordingException(WHERE + text.length() + " characters, expected at most " + LENGTH_MAX);
        }
        var told = new EnumMap<MeterChannel, Told>(MeterChannel.class);
        boolean isAuto = false;
        Matcher item = ITEM.matcher(text);
        int at = 0;
        while (true) {
            item.region(at, text.length());
            if (!item.lookingAt() || (item.end() < text.length() && ",;".indexOf(text.charAt(item.end())) < 0)) {
                throw new UnusableRecordingException(WHERE + Quoted.quoted(text.substring(at)) + EXPECTED);
            }
            if (item.group("auto") != null) {
                isAuto = true;
            } else {
                tell(item, told);
            }
            if (item.end() == text.length()) {
                return new ChannelMapping(isAuto, Map.copyOf(told));
            }
            at = item.end() + 1;
        }
    }

    private static void tell(Matcher item, Map<MeterChannel, Told> told) throws UnusableRecordingException {
        MeterChannel channel = MeterChannel.named(item.group("channel")).orElseThrow();
        String quoted = item.group("quoted");
        String plain = item.group("plain");
        String factorText = item.group("factor");
        String source = quoted != null ? quoted : plain == null ? "" : plain.strip();
        double factor = factorText == null ? 1 : factor(factorText);
        if (source.isEmpty() && factorText == null) {
            throw new UnusableRecordingException(WHERE + "nothing after " + channel + "=" + EXPECTED);
        }
        if (told.put(channel, new Told(source, quoted != null, factor)) != null) {
            throw new UnusableRecordingException(WHERE + channel + " twice, expected each channel once");
        }
    }

    private static double factor(String text) throws UnusableRecordingException {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        double factor = DecimalText.parse(octets, 0, octets.length, '.');
        if (!Double.isFinite(factor) || factor == 0) {
            throw new UnusableRecordingException(
                    WHERE + "the factor " + Quoted.quoted(text) + ", expected a number other than 0, such as -1");
        }
        return factor;
    }

    /// Applies the mapping to what a recording has.
    ///
    /// @return the channels found, at least one, in the order U1 U2 U3 I1 I2 I3
    /// @throws UnusableRecordingException when nothing is found, one told isn't there, or several could be meant
    public List<MappedChannel> resolve(List<RecordedChannel> recorded) throws UnusableRecordingException {
        var mapped = new ArrayList<MappedChannel>();
        for (MeterChannel channel : MeterChannel.values()) {
            Optional<RecordedChannel> source = source(channel, recorded);
            if (source.isPresent()) {
                Told said = told.get(channel);
                double factor = said == null ? 1 : said.factor();
                mapped.add(new MappedChannel(channel, source.get(), factor));
            }
        }
        if (mapped.isEmpty()) {
            throw new UnusableRecordingException("found no voltage or current of one phase among " + list(recorded)
                    + ", expected names such as UL1 or IA, or a channel mapping");
        }
        return List.copyOf(mapped);
    }

    private Optional<RecordedChannel> source(MeterChannel channel, List<RecordedChannel> recorded)
            throws UnusableRecordingException {
        Told said = told.get(channel);
        if (said == null) {
            return isAuto ? byName(channel, recorded) : Optional.empty();
        }
        if (said.isAbsent()) {
            return Optional.empty();
        }
        if (!said.isFound()) {
            return Optional.of(toldSource(channel, said, recorded));
        }
        Optional<RecordedChannel> found = byName(channel, recorded);
        if (found.isEmpty()) {
            throw new UnusableRecordingException("channel mapping: found no channel for " + channel + " by name among "
                    + list(recorded) + ", expected its number or name before the factor");
        }
        return found;
    }

    private static RecordedChannel toldSource(MeterChannel channel, Told said, List<RecordedChannel> recorded)
            throws UnusableRecordingException {
        String source = said.source();
        if (!said.isQuoted() && source.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(source);
            if (number < 1 || number > recorded.size()) {
                throw new UnusableRecordingException("channel mapping: found " + channel + "=" + number
                        + ", expected a channel from 1 to " + recorded.size());
            }
            return recorded.get(number - 1);
        }
        List<RecordedChannel> found = List.of();
        for (NameMatch match : NameMatch.values()) {
            found = recorded.stream()
                    .filter(one -> match.fits(one.name(), source))
                    .toList();
            if (!found.isEmpty()) {
                break;
            }
        }
        if (found.size() != 1) {
            throw new UnusableRecordingException("channel mapping: found "
                    + (found.isEmpty()
                            ? "no channel " + Quoted.quoted(source) + " for " + channel + " among " + list(recorded)
                            : Quoted.quoted(source) + " for " + channel + " in " + list(found))
                    + ", expected the name or number of one channel");
        }
        return found.getFirst();
    }

    private static Optional<RecordedChannel> byName(MeterChannel channel, List<RecordedChannel> recorded)
            throws UnusableRecordingException {
        if (recorded.stream().allMatch(one -> one.name().isEmpty())) {
            return byOrder(channel, recorded);
        }
        List<RecordedChannel> best = List.of();
        int bestRank = Integer.MAX_VALUE;
        var byRank = recorded.stream()
                .flatMap(one -> ChannelRole.of(one).stream()
                        .filter(role -> role.channel() == channel)
                        .map(role -> Map.entry(role.rank(), one)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        for (var entry : byRank.entrySet()) {
            if (entry.getKey() < bestRank) {
                bestRank = entry.getKey();
                best = entry.getValue();
            }
        }
        if (best.size() > 1) {
            throw new UnusableRecordingException("found " + best.size() + " channels that could be " + channel + ", "
                    + list(best) + ", expected one, or a channel mapping such as " + channel + "="
                    + best.getFirst().number());
        }
        return best.stream().findFirst();
    }

    private static Optional<RecordedChannel> byOrder(MeterChannel channel, List<RecordedChannel> recorded)
            throws UnusableRecordingException {
        List<MeterChannel> order = switch (recorded.size()) {
            case 1 -> List.of(MeterChannel.U1);
            case 2 -> List.of(MeterChannel.U1, MeterChannel.I1);
            case 3 -> List.of(MeterChannel.U1, MeterChannel.U2, MeterChannel.U3);
            case 6 -> List.of(MeterChannel.values());
            default ->
                throw new UnusableRecordingException("found " + recorded.size()
                        + " channels without names, expected 1, 2, 3 or 6, or a channel mapping such as U1=1,I1=4");
        };
        int at = order.indexOf(channel);
        return at < 0 ? Optional.empty() : Optional.of(recorded.get(at));
    }

    private static String list(List<RecordedChannel> channels) {
        int shown = Math.min(channels.size(), LISTED_MAX);
        String labels =
                channels.stream().limit(shown).map(RecordedChannel::label).collect(Collectors.joining(", "));
        return shown == channels.size() ? labels : labels + " and " + (channels.size() - shown) + " more";
    }

    /// Ways a name told can be the name of a channel, the strictest first.
    private enum NameMatch {
        AS_WRITTEN {
            @Override
            boolean fits(String name, String told) {
                return name.equals(told);
            }
        },
        IN_ANY_CASE {
            @Override
            boolean fits(String name, String told) {
                return name.equalsIgnoreCase(told);
            }
        },
        AS_A_WORD {
            @Override
            boolean fits(String name, String told) {
                String in = name.toUpperCase(Locale.ROOT);
                String word = told.toUpperCase(Locale.ROOT);
                for (int at = in.indexOf(word); at >= 0; at = in.indexOf(word, at + 1)) {
                    int end = at + word.length();
                    if ((at == 0 || !isWordPart(in.charAt(at - 1)))
                            && (end == in.length() || !isWordPart(in.charAt(end)))) {
                        return true;
                    }
                }
                return false;
            }
        };

        abstract boolean fits(String name, String told);

        private static boolean isWordPart(char c) {
            return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
    }
}
