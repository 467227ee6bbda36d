package trefas.device.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Dossier 5, TD p19 figure 9.
class StartUpTest {

    private static final Firmware FIRMWARE = new Firmware("5098736", "A1", 0x7252_6998L);

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
        assertEquals(phase, StartUp.phase(seconds));
        assertEquals(
                shown,
                StartUp.shown(seconds, FIRMWARE)
                        .map(fields -> fields.value() + " " + fields.identification() + " " + fields.text())
                        .orElse("nothing"));
    }

    // A meter as it is made has long started; a power-on begins anew.
    @Test
    void theStatusCountsTheSecondsOfTheStartUp() {
        var status = new MeterStatus(TamperHand.TEMPORARY);
        assertEquals(15, status.startUpSecond());

        status.powerOn(0, (_, _, _) -> {});
        assertEquals(0, status.startUpSecond());
        for (int second = 0; second < 100; second++) {
            status.secondElapsed();
        }
        assertEquals(15, status.startUpSecond());
    }

    @ParameterizedTest(name = "version {0}: number {1}, revision {2}")
    @CsvSource({
        "0.4.0, 0.4, R0",
        "1.12.3, 1.12, R3",
        "7, 7, R0",
        "2.5, 2.5, R0",
        "0.4.0-rc1, 0, R0",
        "123456.789.1, 0, R0",
        "1.2.3456, 0, R0",
        "'', 0, R0"
    })
    void aVersionIsANumberAndItsRevision(String version, String number, String revision) {
        assertEquals(new Firmware(number, revision, 4711), Firmware.ofVersion(version, 4711));
    }

    @ParameterizedTest
    @CsvSource({"A1, 4131", "R0, 5230", "Q, 51", "R123, 52313233"})
    void aRevisionIsItsCharactersWhereThereIsRoomForANumber(String revision, String hex) {
        assertEquals(Long.parseLong(hex, 16), new Firmware("1.4", revision, 0).revisionNumber());
    }

    @ParameterizedTest
    @CsvSource({
        "'', A1, 0",
        "123456789, A1, 0",
        "50A, A1, 0",
        ".5, A1, 0",
        "5, '', 0",
        "5, ABCDE, 0",
        "5, A, -1",
        "5, A, 4294967296"
    })
    void softwareNobodyCanShowIsRefused(String number, String revision, long checksum) {
        assertThrows(IllegalArgumentException.class, () -> new Firmware(number, revision, checksum));
    }
}
