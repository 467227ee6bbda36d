package trefas.device.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Dossier 5, TD p19 figure 9.
class StartUpTest {

    private final StartUp startUp = new StartUp(new Firmware("5098736", "A1", 0x7252_6998L));

    private void run(int seconds) {
        for (int n = 0; n < seconds; n++) {
            startUp.secondElapsed();
        }
    }

    @ParameterizedTest(name = "after {0} s: {1} {2}")
    @CsvSource({
        "0, CHECKSUM, 27032 96.54.1 CSUM",
        "4, CHECKSUM, 27032 96.54.1 CSUM",
        "5, SOFTWARE, 5098736 0.2.0 A1",
        "9, SOFTWARE, 5098736 0.2.0 A1",
        "10, SETTLING, nothing",
        "14, SETTLING, nothing",
        "15, NORMAL, nothing",
        "1000, NORMAL, nothing"
    })
    void theDisplayBeginsWithChecksumAndSoftware(int seconds, StartUpPhase phase, String shown) {
        startUp.powerOn();
        run(seconds);

        assertEquals(phase, startUp.phase());
        assertEquals(
                shown,
                startUp.shown()
                        .map(fields -> fields.value() + " " + fields.identification() + " " + fields.text())
                        .orElse("nothing"));
    }

    @Test
    void anotherPowerOnBeginsAnew() {
        startUp.powerOn();
        run(100);
        startUp.powerOn();

        assertEquals(StartUpPhase.CHECKSUM, startUp.phase());
    }

    @Test
    void theLeftButtonHeldAtTheBeginningKeepsTheRadioOffForFiveMinutes() {
        startUp.powerOn();
        run(5);
        startUp.leftButtonHeld();
        run(299);
        assertTrue(startUp.isRadioHeldBack());
        run(1);
        assertFalse(startUp.isRadioHeldBack());

        startUp.leftButtonHeld();
        assertFalse(startUp.isRadioHeldBack(), "the lists have begun");
    }

    @Test
    void aPowerOnStartsTheRadio() {
        startUp.powerOn();
        startUp.leftButtonHeld();
        startUp.powerOn();

        assertFalse(startUp.isRadioHeldBack());
    }

    @ParameterizedTest
    @CsvSource({"'', A1, 0", "123456789, A1, 0", "50A, A1, 0", "5, '', 0", "5, ABCDE, 0", "5, A, -1", "5, A, 4294967296"
    })
    void softwareNobodyCanShowIsRefused(String number, String revision, long checksum) {
        assertThrows(IllegalArgumentException.class, () -> new Firmware(number, revision, checksum));
    }
}
