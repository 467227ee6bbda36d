package trefas.app.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import trefas.storage.VolatileMemory;

/// An image comes in blocks, in any order, over several lives of the program.
class ImagePartsTest {

    private static final int SERIAL = 4_711;
    private static final int BLOCK = 985;

    private final VolatileMemory memory = new VolatileMemory();

    private void save(ImageParts parts) throws IOException {
        memory.save(SERIAL, new byte[0], List.of(), parts.records());
        parts.saved();
    }

    @Test
    void blocksInAnyOrderMakeTheImageAlsoAfterARestart() throws IOException {
        byte[] image = new byte[3 * ImageParts.PART_OCTETS + 17];
        new Random(1).nextBytes(image);
        int blocks = (image.length + BLOCK - 1) / BLOCK;
        for (int number = blocks - 1; number >= 0; number--) {
            var parts = new ImageParts(memory, SERIAL);
            int offset = number * BLOCK;
            parts.write(offset, Arrays.copyOfRange(image, offset, Math.min(image.length, offset + BLOCK)));
            save(parts);
        }

        assertArrayEquals(image, new ImageParts(memory, SERIAL).octets(image.length));
    }

    @Test
    void aBlockSavesOnlyThePartsItLiesIn() {
        var parts = new ImageParts(memory, SERIAL);
        parts.write(ImageParts.PART_OCTETS - 1, new byte[] {1, 2});

        assertEquals(3, parts.records().size(), "two parts and the length");
    }

    @Test
    void anotherImageFindsNothingOfTheOneBefore() throws IOException {
        var parts = new ImageParts(memory, SERIAL);
        parts.write(0, new byte[] {1, 2, 3});
        parts.write(ImageParts.PART_OCTETS, new byte[] {4});
        save(parts);
        parts.clear();
        save(parts);

        assertFalse(parts.isChanged());
        assertArrayEquals(new byte[5_000], new ImageParts(memory, SERIAL).octets(5_000));
    }
}
