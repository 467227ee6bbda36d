package trefas.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which channel of a recording becomes which of the meter.
class ChannelMappingTest {

    /// Channels written `name/phase/unit`, separated by spaces; `~` stands for a space inside a name.
    private static List<RecordedChannel> channels(String text) {
        var channels = new ArrayList<RecordedChannel>();
        for (String one : text.split(" ", -1)) {
            String[] part = (one + "// ").split("/", -1);
            channels.add(new RecordedChannel(
                    channels.size() + 1, part[0].replace('~', ' '), part[1].strip(), part[2].strip()));
        }
        return channels;
    }

    private static String mapped(ChannelMapping mapping, String channels) throws UnusableRecordingException {
        return mapping.resolve(channels(channels)).stream()
                .map(one -> one.channel() + "=" + one.source().number()
                        + (one.factor() == 1 ? "" : "*" + SteadyRate.plain(one.factor())))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            UL1//V UL2//V UL3//V IL1//A IL2//A IL3//A     | U1=1 U2=2 U3=3 I1=4 I2=5 I3=6
            I1 I2 I3 U1 U2 U3                             | U1=4 U2=5 U3=6 I1=1 I2=2 I3=3
            VA//kV VB//kV VC//kV VN//kV                   | U1=1 U2=2 U3=3
            VAN VBN VCN IA IB IC IN                       | U1=1 U2=2 U3=3 I1=4 I2=5 I3=6
            Va Vb Vc Ia Ib Ic                             | U1=1 U2=2 U3=3 I1=4 I2=5 I3=6
            F1-IA/A/A F4-IG/G/A F5-VA/A/V F8-VN/N/V       | U1=3 I1=1
            F5-VA//V SRC~1~Vag~Mag//kV SRC~1~Vag~Angle//deg | U1=1
            MODAQ_Va_V//V MODAQ_Ia_I                      | U1=1 I1=2
            220kV母线_Ua/A/V 220kV母线_3U0/N/V            | U1=1
            UA//V BUS2_UA//V                              | U1=1
            VAB//V VBC//V VCA//V U12 VA                   | U1=5
            Voltage~L1 Voltage~L2 Current~L1              | U1=1 U2=2 I1=3
            L1//kV L1//A                                  | U1=1 I1=2
            V_A V_B V_C I_A I_B I_C                       | U1=1 U2=2 U3=3 I1=4 I2=5 I3=6
            UR US UT IR IS IT                             | U1=1 U2=2 U3=3 I1=4 I2=5 I3=6
            Feeder/A/kV Feeder/B/kV Feeder/A/A            | U1=1 U2=2 I1=3
            A相电压 B相电压 A相电流                       | U1=1 U2=2 I1=3
            UL1//deg UL2//V                               | U2=2
            UL1//A UL2//V                                 | U2=2
            """)
    void namesSayWhichChannelIsWhich(String recorded, String expected) throws Exception {
        assertEquals(expected, mapped(ChannelMapping.automatic(), recorded));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            U1=VA,U2=VB                 | VA VB VC IA         | U1=1 U2=2
            U1=5,I1=3*-1                | a b c d e           | U1=5 I1=3*-1
            U1=VA*1000                  | VA IA               | U1=1*1000
            U1=va                       | VA VB               | U1=1
            U1=VA                       | F5-VA F6-VB         | U1=1
            U1=VA                       | va VA F5-VA         | U1=2
            u1 = VA * 1.5e3 ; i1 = 2    | VA IA               | U1=1*1500 I1=2
            auto                        | UL1 IL1             | U1=1 I1=2
            auto,I1=*-1                 | UL1 IL1             | U1=1 I1=2*-1
            auto,I1=-                   | UL1 IL1             | U1=1
            I1=*2                       | UL1 IL1             | I1=2*2
            U1="5"                      | 5 a                 | U1=1
            U1="a, b*c=d"*2             | x a,~b*c=d          | U1=2*2
            U1=220kV母线_Ua             | 220kV母线_Ua 35kV_Ua | U1=1
            U1=1*400,I1=2*100           | UL1 UL2             | U1=1*400 I1=2*100
            """)
    void theOwnerSaysWhichChannelIsWhich(String text, String recorded, String expected) throws Exception {
        assertEquals(expected, mapped(ChannelMapping.parse(text), recorded));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            auto    | B1_UA B2_UA     | found 2 channels that could be U1, 1 "B1_UA", 2 "B2_UA", expected one, or a channel mapping such as U1=1
            auto    | x y             | found no voltage or current of one phase among 1 "x", 2 "y", expected names such as UL1 or IA, or a channel mapping
            auto    | a b c d e f g h i | found no voltage or current of one phase among 1 "a", 2 "b", 3 "c", 4 "d", 5 "e", 6 "f", 7 "g", 8 "h" and 1 more, expected names such as UL1 or IA, or a channel mapping
            U1=7    | VA VB           | channel mapping: found U1=7, expected a channel from 1 to 2
            U1=VX   | VA VB           | channel mapping: found no channel "VX" for U1 among 1 "VA", 2 "VB", expected the name or number of one channel
            U1=VA   | F1-VA F2-VA     | channel mapping: found "VA" for U1 in 1 "F1-VA", 2 "F2-VA", expected the name or number of one channel
            I1=*-1  | VA VB           | channel mapping: found no channel for I1 by name among 1 "VA", 2 "VB", expected its number or name before the factor
            U1=-    | VA VB           | found no voltage or current of one phase among 1 "VA", 2 "VB", expected names such as UL1 or IA, or a channel mapping
            """)
    void whatDoesNotFitIsSaidInOneSentence(String text, String recorded, String sentence) {
        var refused =
                assertThrows(UnusableRecordingException.class, () -> mapped(ChannelMapping.parse(text), recorded));

        assertEquals(sentence, refused.getMessage());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            U4=1        | channel mapping: found "U4=1", expected items like U1=VA, U1=5, I1="name"*-1, I1=*-1, I3=- or auto, separated by commas
            U1=1,       | channel mapping: found "", expected items like U1=VA, U1=5, I1="name"*-1, I1=*-1, I3=- or auto, separated by commas
            U1=         | channel mapping: found nothing after U1=, expected items like U1=VA, U1=5, I1="name"*-1, I1=*-1, I3=- or auto, separated by commas
            U1=1*x      | channel mapping: found the factor "x", expected a number other than 0, such as -1
            U1=1*0      | channel mapping: found the factor "0", expected a number other than 0, such as -1
            U1=1,U1=2   | channel mapping: found U1 twice, expected each channel once
            """)
    void whatIsNoMappingIsSaidInOneSentence(String text, String sentence) {
        var refused = assertThrows(UnusableRecordingException.class, () -> ChannelMapping.parse(text));

        assertEquals(sentence, refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"1, U1=1", "2, U1=1 I1=2", "3, U1=1 U2=2 U3=3", "6, U1=1 U2=2 U3=3 I1=4 I2=5 I3=6"})
    void channelsWithoutNamesAreTakenInOrder(int count, String expected) throws Exception {
        var mapped = ChannelMapping.automatic().resolve(RawDecoder.numbered(count));

        assertEquals(
                expected,
                mapped.stream()
                        .map(one -> one.channel() + "=" + one.source().number())
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void fourChannelsWithoutNamesNeedAMapping() {
        var refused = assertThrows(
                UnusableRecordingException.class,
                () -> ChannelMapping.automatic().resolve(RawDecoder.numbered(4)));

        assertEquals(
                "found 4 channels without names, expected 1, 2, 3 or 6, or a channel mapping such as U1=1,I1=4",
                refused.getMessage());
    }

    @Test
    void theMeasuredChannelsAreThoseMapped() throws Exception {
        var mapped = ChannelMapping.automatic().resolve(channels("UL1 UL3 IL3"));
        var measured =
                MeasuredChannels.of(mapped.stream().map(MappedChannel::channel).toList());

        assertEquals("U1 U3 I3", measured.toString());
        assertEquals(
                List.of(true, false, true),
                List.of(measured.hasVoltage(0), measured.hasVoltage(1), measured.hasVoltage(2)));
        assertEquals(
                List.of(false, false, true),
                List.of(measured.hasCurrent(0), measured.hasCurrent(1), measured.hasCurrent(2)));
    }
}
