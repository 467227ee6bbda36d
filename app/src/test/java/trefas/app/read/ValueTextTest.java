package trefas.app.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.Axdr;
import trefas.cosem.AxdrWriter;
import trefas.cosem.CosemData;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.Decoded.Complete;

/// Values and objects as they are typed.
class ValueTextTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        u8:255              | 11FF
        u16:900             | 120384
        u32:4294967295      | 06FFFFFFFF
        u64:18446744073709551615 | 15FFFFFFFFFFFFFFFF
        i8:-1               | 0FFF
        i16:-2              | 10FFFE
        i32:-3              | 05FFFFFFFD
        i64:-4              | 14FFFFFFFFFFFFFFFC
        bool:true           | 0301
        enum:1              | 1601
        os:0A0B             | 09020A0B
        vs:text             | 0A0474657874
        bits:10110          | 0405B0
        bcd:42              | 0D42
        f32:1.5             | 173FC00000
        null                | 00
        obis:1-1:1.8.0*255  | 09060101010800FF
        dt:2026-11-28T12:00 | 090C07EA0B1C060C0000FF8000FF
        dt:2026-11-28T12:00+01:00 | 090C07EA0B1C060C0000FFFFC4FF
        date:2026-11-28     | 090507EA0B1C06
        {u8:1, [u8:2,u8:3]} | 0202110101021102 1103
        {}                  | 0200
        """)
    void aTypedValueIsItself(String text, String axdr) {
        var out = new AxdrWriter(256);
        Axdr.encode(
                assertInstanceOf(ValueText.Parsed.Value.class, ValueText.parse(text))
                        .data(),
                out);

        assertEquals(axdr.replace(" ", ""), Octets.of(out.toOctets()).toString());
    }

    // What is there now, what is typed, what it becomes.
    @ParameterizedTest(name = "{1} where {0} is")
    @CsvSource(delimiter = '|', textBlock = """
        060000000A                 | 900              | 0600000384
        0F01                       | -1               | 0FFF
        0301                       | off              | 0300
        1600                       | 2                | 1602
        0A0141                     | text             | 0A0474657874
        09020102                   | 0A0B             | 09020A0B
        090C07E8010F010A1E0000FFC400 | 2026-11-28T12:00 | 090C07EA0B1C060C0000FF8000FF
        0600000000                 | u8:5             | 1105
        """)
    void withoutATypeItBecomesWhatIsThere(String now, String text, String axdr) {
        byte[] octets = Octets.ofHex(now).toArray();
        CosemData there = ((Complete<CosemData>) Axdr.decode(octets)).value();
        var out = new AxdrWriter(256);
        Axdr.encode(
                assertInstanceOf(ValueText.Parsed.Value.class, ValueText.parse(text, there))
                        .data(),
                out);

        assertEquals(axdr, Octets.of(out.toOctets()).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "u8:256",
                "u8:-1",
                "i8:128",
                "u32:1.5",
                "os:0",
                "os:XY",
                "bool:yes",
                "enum:256",
                "vs:\u00e4",
                "dt:noon",
                "x:1",
                "{u8:1",
                "[u8:1,]",
                "{x}",
                "{{{{{{{{{{u8:1}}}}}}}}}}"
            })
    void whatIsNoValueSaysWhatWasExpected(String text) {
        assertInstanceOf(ValueText.Parsed.Unreadable.class, ValueText.parse(text));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
        1.8.0,               -1, 1.8.0,          0
        1.8.0:3,             -1, 1.8.0,          3
        1-1:1.8.0*255:3,     -1, 1-1:1.8.0*255,  3
        3/1.8.0:2,            3, 1.8.0,          2
        15/0-0:40.0.0*255:-1, 15, 0-0:40.0.0*255, -1
        """)
    void anObjectIsNamedWithClassAndMember(String text, int classId, String code, int member) {
        var path = ObjectPath.parse(text).orElseThrow();

        assertEquals(classId < 0 ? OptionalInt.empty() : OptionalInt.of(classId), path.classId());
        assertEquals(code, path.code());
        assertEquals(member == 0 ? OptionalInt.empty() : OptionalInt.of(member), path.member());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "3/", "1.8.0:", "1.8.0:200", "99999/1.8.0", "1.8.0:a", "a/1.8.0", "1.8.0.0.0.0.0"})
    void whatIsNoObjectIsNone(String text) {
        assertEquals(Optional.empty(), ObjectPath.parse(text));
    }
}
