package trefas.cosem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import trefas.cosem.CosemData.Array;
import trefas.cosem.CosemData.CompactArray;
import trefas.cosem.CosemData.DeltaKind;
import trefas.cosem.CosemData.DoubleLongUnsigned;
import trefas.cosem.CosemData.Enumerated;
import trefas.cosem.CosemData.LongUnsigned;
import trefas.cosem.CosemData.NullData;
import trefas.cosem.CosemData.OctetString;
import trefas.cosem.CosemData.Octets;
import trefas.cosem.CosemData.Structure;
import trefas.cosem.CosemData.TypeDescription.ArrayOf;
import trefas.cosem.CosemData.TypeDescription.Simple;
import trefas.cosem.CosemData.TypeDescription.StructureOf;
import trefas.cosem.CosemData.Unsigned;
import trefas.cosem.Decoded.Complete;
import trefas.cosem.Decoded.Incomplete;
import trefas.cosem.Decoded.Malformed;

class AxdrTest {

    private static final int WRITTEN_MAX = 1 << 20;

    static Stream<CosemData> oneOfEachType() {
        return Stream.of(
                new NullData(),
                new Array(List.of(new Unsigned(1), new NullData())),
                new Structure(List.of()),
                new CosemData.Bool(true),
                new CosemData.BitString(10, Octets.ofHex("B040")),
                new CosemData.DoubleLong(-1),
                new DoubleLongUnsigned(0xFFFF_FFFFL),
                new OctetString(Octets.of(new byte[300])),
                new CosemData.VisibleString("K351C"),
                new CosemData.Utf8String("Zähler"),
                new CosemData.Bcd(0x42),
                new CosemData.Int8(-128),
                new CosemData.Int16(-32_768),
                new Unsigned(255),
                new LongUnsigned(65_535),
                new CompactArray(new Simple(0x12), List.of(new LongUnsigned(7))),
                new CosemData.Long64(Long.MIN_VALUE),
                new CosemData.Long64Unsigned(-1),
                new Enumerated(255),
                new CosemData.Float32(230.5f),
                new CosemData.Float64(-0.0),
                new CosemData.DateTime(Octets.ofHex("07E80701010E051E00FF8880")),
                new CosemData.Date(Octets.ofHex("FFFF0C19FF")),
                new CosemData.Time(Octets.ofHex("06000000")),
                new CosemData.Delta(DeltaKind.INTEGER, -1),
                new CosemData.Delta(DeltaKind.LONG, -300),
                new CosemData.Delta(DeltaKind.DOUBLE_LONG, -70_000),
                new CosemData.Delta(DeltaKind.UNSIGNED, 255),
                new CosemData.Delta(DeltaKind.LONG_UNSIGNED, 65_535),
                new CosemData.Delta(DeltaKind.DOUBLE_LONG_UNSIGNED, 0xFFFF_FFFFL),
                new CosemData.DontCare());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oneOfEachType")
    void everyTypeSurvivesTheWire(CosemData value) {
        byte[] octets = encoded(value);

        assertEquals(new Complete<>(value, octets.length), Axdr.decode(octets));
    }

    // A cut value never decodes, and says how much is missing at least.
    @ParameterizedTest(name = "{0}")
    @MethodSource("oneOfEachType")
    void everyTypeCutAnywhereIsNotComplete(CosemData value) {
        byte[] octets = encoded(value);

        for (int length = 0; length < octets.length; length++) {
            var missing = assertInstanceOf(Incomplete.class, Axdr.decode(octets, 0, length))
                    .octetsMissing();
            assertTrue(missing >= 1 && missing <= octets.length - length, "at " + length);
        }
    }

    // Encodings that metering systems put on the wire every day, and what they say.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            scaler_unit 1 Wh           | 02020F00161E | {0, 30}
            scaler_unit 0.01 A         | 02020FFE1621 | {-2, 33}
            context name as structure  | 0207110211101202F41105110811011101 | {2, 16, 756, 5, 8, 1, 1}
            context name as octets     | 090760857405080101 | 60857405080101
            partners 16 and 1          | 02020F10120001 | {16, 1}
            xDLMS context info         | 02060418601EDF12040012040011060F000900 | {011000000001111011011111, 1024, 1024, 6, 0, }
            Clock in an object list    | 0204120008110009060000010000FF0202010302030F0116010002030F0216030002030F03160100010102020F061601 | {8, 0, 0000010000FF, {[{1, 1, null}, {2, 3, null}, {3, 1, null}], [{6, 1}]}}
            capture objects            | 0102020412000809060000010000FF0F021200000204120003090601000 10800FF0F02120000 | [{8, 0000010000FF, 2, 0}, {3, 0100010800FF, 2, 0}]
            two rows                   | 01020203090C07E8010F010A000000FFC4001100060001E0780203090C07E8010F010A0F0000FFC4001100060001E23A | [{2024-01-15 10:00:00 UTC+01:00, 0, 123000}, {2024-01-15 10:15:00 UTC+01:00, 0, 123450}]
            second clock left out      | 01020203090C07E8010F010A000000FFC4001100060001E0780203001100060001E23A | [{2024-01-15 10:00:00 UTC+01:00, 0, 123000}, {null, 0, 123450}]
            rows as a compact-array    | 130203091106240C07E8010F010A000000FFC400000001E0780C07E8010F010A0F0000FFC400000001E23A | [{2024-01-15 10:00:00 UTC+01:00, 0, 123000}, {2024-01-15 10:15:00 UTC+01:00, 0, 123450}]
            numbers as a compact-array | 131206000100020003 | [1, 2, 3]
            special day                | 010102031200010905FFFF0C19FF1102 | [{1, FFFF0C19FF, 2}]
            bit-string                 | 040AB040 | 1011000001
            """)
    void knownEncodingsReadAndWriteBack(String what, String hex, String text) {
        byte[] octets = HexFormat.of().parseHex(hex.replace(" ", ""));

        var decoded = complete(octets);

        assertEquals(text, CosemText.oneLine(decoded));
        assertArrayEquals(octets, encoded(decoded), what);
    }

    @Test
    void compactArrayOfStructuresWithStringsAndInnerArrays() {
        var type = new StructureOf(List.of(new Simple(0x09), new ArrayOf(2, new Simple(0x11))));
        var first = new Structure(
                List.of(new OctetString(Octets.ofHex("414243")), new Array(List.of(new Unsigned(1), new Unsigned(2)))));
        var second = new Structure(
                List.of(new OctetString(Octets.ofHex("44")), new Array(List.of(new Unsigned(3), new Unsigned(4)))));

        assertEquals(
                new CompactArray(type, List.of(first, second)),
                complete(HexFormat.of().parseHex("13020209010002110A03414243010201440304")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            unknown type                           | 07
            length without end                     | 0980
            length field of five octets            | 09850000000001
            length above 2^31                      | 0984FFFFFFFF
            count above 2^31                       | 0184FFFFFFFF
            compact-array of cut elements          | 131203000102
            compact-array in a compact-array       | 13131100
            compact-array of octets without type   | 1300 01 00
            octets after the value                 | 1101 11
            """)
    void whatCanNeverBeRightIsMalformed(String what, String hex) {
        assertInstanceOf(Malformed.class, Axdr.decode(HexFormat.of().parseHex(hex.replace(" ", ""))), what);
    }

    @Test
    void nestingStopsAtItsLimit() {
        assertInstanceOf(Complete.class, Axdr.decode(nested(Axdr.NESTING_MAX - 1)));
        assertInstanceOf(Malformed.class, Axdr.decode(nested(Axdr.NESTING_MAX)));
        assertInstanceOf(Malformed.class, Axdr.decode(nested(5_000)));
    }

    // A few octets could ask for 65 535 x 65 535 values; the limit answers before memory does.
    @Test
    void emptyValuesInACompactArrayAreBounded() {
        assertInstanceOf(
                Malformed.class, Axdr.decode(HexFormat.of().parseHex("13020211 01FFFF01FFFF00 0101".replace(" ", ""))));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_122})
    void randomTreesSurviveTheWire(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            CosemData value = randomValue(random, 4);
            byte[] octets = encoded(value);
            assertEquals(new Complete<>(value, octets.length), Axdr.decode(octets), "value " + i);
        }
    }

    // Whatever arrives, the decoder answers and never throws; what it accepts, it can write and read again.
    @FuzzTest
    void anyOctetsGetAnAnswer(byte[] noise) {
        switch (Axdr.decode(noise)) {
            case Complete<CosemData>(CosemData value, int used) -> {
                assertEquals(noise.length, used);
                byte[] written = encoded(value);
                assertArrayEquals(written, encoded(complete(written)));
                assertFalse(CosemText.tree(value).isEmpty());
            }
            case Incomplete<CosemData>(int missing) -> assertTrue(missing >= 1);
            case Malformed<CosemData>(String reason, int offset) ->
                assertTrue(!reason.isEmpty() && offset >= 0 && offset <= noise.length);
        }
    }

    private static byte[] encoded(CosemData value) {
        var writer = new AxdrWriter(WRITTEN_MAX);
        Axdr.encode(value, writer);
        assertFalse(writer.overflowed());
        return writer.toOctets();
    }

    private static CosemData complete(byte[] octets) {
        return switch (Axdr.decode(octets)) {
            case Complete<CosemData>(CosemData value, int _) -> value;
            case Incomplete<CosemData> cut -> throw new AssertionError(cut);
            case Malformed<CosemData> wrong -> throw new AssertionError(wrong);
        };
    }

    private static byte[] nested(int arraysAround) {
        byte[] octets = new byte[2 * arraysAround + 1];
        for (int i = 0; i < 2 * arraysAround; i++) {
            octets[i] = 1;
        }
        return octets;
    }

    private static CosemData randomValue(Random random, int depth) {
        var simple = oneOfEachType().toList();
        if (depth == 0 || random.nextInt(3) > 0) {
            return simple.get(random.nextInt(simple.size()));
        }
        var parts = new ArrayList<CosemData>();
        IntStream.range(0, random.nextInt(5)).forEach(_ -> parts.add(randomValue(random, depth - 1)));
        return random.nextBoolean() ? new Array(parts) : new Structure(parts);
    }
}
