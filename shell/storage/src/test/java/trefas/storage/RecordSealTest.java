package trefas.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordSealTest {

    private static final byte[] KEY = RecordKey.registers(4_711);
    private static final byte[] CONTENT = {1, 2, 3, 0, -1};

    @Test
    void contentComesBack() throws Exception {
        assertArrayEquals(CONTENT, RecordSeal.content(KEY, RecordSeal.seal(KEY, CONTENT)));
        assertArrayEquals(new byte[0], RecordSeal.content(KEY, RecordSeal.seal(KEY, new byte[0])));
    }

    @Test
    void anyTurnedBitIsFound() {
        byte[] sealed = RecordSeal.seal(KEY, CONTENT);
        for (int bit = 0; bit < 8 * sealed.length; bit++) {
            byte[] damaged = sealed.clone();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));

            assertEquals("its checksum is wrong", reasonFor(KEY, damaged), "bit " + bit);
        }
    }

    @Test
    void anyShorterRecordIsFound() {
        byte[] sealed = RecordSeal.seal(KEY, CONTENT);
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThrows(DamagedRecordException.class, () -> RecordSeal.content(KEY, cut), "length " + length);
        }
    }

    @Test
    void aGoodRecordUnderAnotherKeyIsFound() {
        assertEquals("its checksum is wrong", reasonFor(RecordKey.registers(4_712), RecordSeal.seal(KEY, CONTENT)));
    }

    @ParameterizedTest(name = "schema {0}")
    @CsvSource(delimiter = '|', textBlock = """
                3 | it was written by a newer Trefas (schema 3, this one knows up to 2)
              255 | it was written by a newer Trefas (schema 255, this one knows up to 2)
                0 | its layout is unknown (schema 0)
            """)
    void anotherSchemaIsNamed(int schema, String reason) {
        byte[] sealed = RecordSeal.seal(KEY, CONTENT);
        sealed[0] = (byte) schema;
        var crc = new CRC32C();
        crc.update(KEY);
        crc.update(sealed, 0, sealed.length - 4);
        ByteBuffer.wrap(sealed).putInt(sealed.length - 4, (int) crc.getValue());

        assertEquals(reason, reasonFor(KEY, sealed));
    }

    private static String reasonFor(byte[] key, byte[] sealed) {
        return assertThrows(DamagedRecordException.class, () -> RecordSeal.content(key, sealed))
                .reason();
    }
}
