package trefas.quantity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObisTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    1.8.0               | 1-1:1.8.0*255
                    1.8.0*255           | 1-1:1.8.0*255
                    1.8.0*3             | 1-1:1.8.0*3
                    1.8.0.3             | 1-1:1.8.0*3
                    1-1:1.8.0           | 1-1:1.8.0*255
                    1-0:1.8.0*255       | 1-0:1.8.0*255
                    1-1:1.8.0.255       | 1-1:1.8.0*255
                    1.1.1.8.0.255       | 1-1:1.8.0*255
                    0.0.1.0.0.255       | 0-0:1.0.0*255
                    255-255:255.255.255 | 255-255:255.255.255*255
                    001.008.000         | 1-1:1.8.0*255
                    """)
    void aCodeIsReadInEveryFormPeopleWrite(String text, String code) {
        assertEquals(code, Obis.of(text).toString());
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "1.8",
                "1.8.256",
                "256.8.0",
                "1-256:1.8.0",
                "1.1.1.8.0.256",
                "1.8.0*256",
                "1.8.1000",
                "-1.8.0",
                "1.8.0 ",
                " 1.8.0",
                "1-1:1.8.0*",
                "1-1:",
                "1:1.8.0",
                "1,8,0",
                "1.8.x",
                "1.1.8.0.255",
                "1.1.1.8.0.255.1",
                "1-1:1.8.0*255\n"
            })
    void aTextThatIsNoCodeIsAnEmptyAnswer(String text) {
        assertEquals(Optional.empty(), Obis.parse(text));
    }

    @Test
    void aTypoOfOurOwnThrowsAndNamesTheText() {
        var thrown = assertThrows(IllegalArgumentException.class, () -> Obis.of("1.8"));

        assertEquals("not an OBIS code: 1.8", thrown.getMessage());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    256,   0,   0,   0,   0,   0
                      0, 256,   0,   0,   0,   0
                      0,   0, 256,   0,   0,   0
                      0,   0,   0, 256,   0,   0
                      0,   0,   0,   0, 256,   0
                      0,   0,   0,   0,   0, 256
                     -1,   0,   0,   0,   0,   0
                      0,   0,   0,   0,   0,  -1
                    """)
    void aGroupThatIsNoOctetThrows(int a, int b, int c, int d, int e, int f) {
        assertThrows(IllegalArgumentException.class, () -> new Obis(a, b, c, d, e, f));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
                    1.8.0,         true
                    1-1:1.8.0,     false
                    1.8.0*255,     false
                    1.1.1.8.0.255, false
                    nonsense,      false
                    """)
    void onlyATextOfThreeGroupsIsShort(String text, boolean isShort) {
        assertEquals(isShort, Obis.isShort(text));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
                    1-1:1.8.0*255,             0101010800FF
                    0-0:1.0.0*255,             0000010000FF
                    1-1:99.1.0*255,            0101630100FF
                    255-254:253.252.251*250,   FFFEFDFCFBFA
                    0-0:0.0.0*0,               000000000000
                    """)
    void theOctetsStandInWireOrderAndThePackedKeyReadsTheSame(String code, String hex) {
        Obis obis = Obis.of(code);

        assertArrayEquals(HexFormat.of().parseHex(hex), obis.octets());
        assertEquals(Long.parseLong(hex, 16), obis.packed());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void everyCodeSurvivesPackingAndWriting(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 10_000; i++) {
            long packed = random.nextLong() >>> 16;
            Obis obis = Obis.ofPacked(packed);

            assertEquals(packed, obis.packed());
            assertEquals(Optional.of(obis), Obis.parse(obis.toString()));
        }
    }

    @Test
    void theDisplayShowsThreeGroups() {
        assertEquals("1.8.0", Obis.of("1-1:1.8.0*255").shortCode());
        assertTrue(Obis.isShort(Obis.of("0-0:96.1.0*255").shortCode()));
    }
}
