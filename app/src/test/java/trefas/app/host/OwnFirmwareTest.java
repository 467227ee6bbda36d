package trefas.app.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trefas.device.status.Firmware;

class OwnFirmwareTest {

    // The check value of CRC-32: 0xCBF43926 for the nine digits.
    @Test
    void theChecksumIsThatOfAllFilesInTheirOrder(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("b"), "6789");
        Files.createDirectory(folder.resolve("a"));
        Files.writeString(folder.resolve("a/x"), "12345");

        assertEquals(0xCBF4_3926L, OwnFirmware.of(folder));
        Files.writeString(folder.resolve("one"), "");
        assertEquals(0xCBF4_3926L, OwnFirmware.of(folder));
        Files.writeString(folder.resolve("one"), "0");
        assertNotEquals(0xCBF4_3926L, OwnFirmware.of(folder));
    }

    @Test
    void theProgramKnowsItself() {
        Firmware firmware = OwnFirmware.read();

        assertNotEquals(0, firmware.romChecksum());
        assertEquals(firmware, OwnFirmware.read());
    }
}
