package trefas.app.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.dlms.explain.Speaker;

/// Hexadecimal as people write it.
class HexTextTest {

    private static final String SNRM = "7EA0070321930F017E";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7EA0070321930F017E",
                "7ea0070321930f017e",
                "7E A0 07 03 21 93 0F 01 7E",
                "7E:A0:07:03:21:93:0F:01:7E",
                "7E-A0-07-03-21-93-0F-01-7E",
                "0x7E, 0xA0, 0x07, 0x03, 0x21, 0x93, 0x0F, 0x01, 0x7E",
                "{0x7e,0xa0,0x7,0x3,0x21,0x93,0xf,0x1,0x7e};",
                "\\x7e\\xa0\\x07\\x03\\x21\\x93\\x0f\\x01\\x7e",
                "7EA00703\n21930F017E\n",
                "7EA0 0703 # the format\n2193 0F01 7E // and the rest",
                "`7EA0070321930F017E`",
                "00000000: 7ea0 0703 2193 0f01 7e                   ~...!...~",
                "00000000  7e a0 07 03 21 93 0f 01  7e                       |~...!...~|\n00000009",
                "0000   7e a0 07 03 21 93 0f 01 7e                        ~...!...~",
                "0000   7e a0 07 03\n0004   21 93 0f 01 7e"
            })
    void everyUsualFormIsRead(String text) {
        assertEquals(List.of(SNRM), octets(text));
    }

    @ParameterizedTest(name = "{0} is the {1}")
    @CsvSource(delimiter = '|', textBlock = """
            C: 7EA0070321930F017E              | CLIENT
            S: 7EA0070321930F017E              | SERVER
            TX: 7E A0 07 03 21 93 0F 01 7E     | CLIENT
            RX: 7E A0 07 03 21 93 0F 01 7E     | SERVER
            10:20:30 TX: 7EA0070321930F017E    | CLIENT
            RX: 10:20:30.123 7EA0070321930F017E | SERVER
            -> 7EA0070321930F017E              | CLIENT
            <- 7EA0070321930F017E              | SERVER
            client: 7EA0070321930F017E         | CLIENT
            7EA0070321930F017E                 | UNKNOWN
            """)
    void marksSayWhoSpeaks(String line, Speaker speaker) {
        var message = messages(line).getFirst();

        assertEquals(speaker, message.speaker());
        assertEquals(SNRM, message.octets().toString());
    }

    @Test
    void marksAndBlankLinesBeginAMessage() {
        assertEquals(List.of("C001", "C401AA", "C002", "C003"), octets("""
                # a conversation
                C: C001
                S: C4 01
                   AA
                C: C002

                C003
                """));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            hello            | line 1: found "hello", expected hexadecimal digits
            7E A             | line 1: found "A", half an octet
            7EA              | line 1: found "7EA", half an octet
            # only a comment | there are no octets in it
            """)
    void whatIsNotHexIsTold(String text, String why) {
        assertEquals(new HexText.NotHex(why), HexText.read(text));
    }

    @FuzzTest
    void anyTextIsAnswered(byte[] noise) {
        if (HexText.read(new String(noise, StandardCharsets.ISO_8859_1)) instanceof HexText.Messages(var messages)) {
            assertFalse(messages.isEmpty());
        }
    }

    private static List<HexText.Message> messages(String text) {
        return assertInstanceOf(HexText.Messages.class, HexText.read(text)).messages();
    }

    private static List<String> octets(String text) {
        return messages(text).stream()
                .map(message -> message.octets().toString())
                .toList();
    }
}
