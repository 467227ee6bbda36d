package trefas.readout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.device.clock.MeterClock;
import trefas.device.register.EnergyFormat;
import trefas.device.register.EnergyRegister;
import trefas.metrology.OneSecondValues;
import trefas.quantity.PhaseSequence;

class P1TelegramTest {

    private static final MeterClock COPENHAGEN = new MeterClock(1, true);

    private final FixedReadings meter = new FixedReadings();

    @BeforeEach
    void aWinterAfternoonWithSunOnL2() {
        meter.now = COPENHAGEN.epochSecond(LocalDateTime.of(2026, 11, 22, 14, 37, 0));
        meter.readings.put(EnergyRegister.A_PLUS, 1_234_567L);
        meter.readings.put(EnergyRegister.A_MINUS, 89L);
        meter.readings.put(EnergyRegister.R_PLUS, 4_500L);
        meter.readings.put(EnergyRegister.R_MINUS, 999_999_999L);
        meter.importMilliwatts = 1_234_999;
        meter.exportMillivars = 56_000;
        meter.values.phase(0, 230_149, 12_999, 2_912_345, 100_999);
        meter.values.phase(1, 231_950, 7_040, -1_700_001, -250_500);
        meter.values.phase(2, 99_900, 99, 22_655, 0);
        meter.values.supply(50_000, PhaseSequence.L1L2L3);
    }

    // Written by hand from dossier 22: order, codes, digits, units; the check by the bitwise method below.
    @Test
    void theWholeTelegramIsAsThePapersSay() {
        String checked = """
                /TRF5

                0-0:1.0.0(261122143700W)
                1-0:1.8.0(00012345.670*kWh)
                1-0:2.8.0(00000000.890*kWh)
                1-0:3.8.0(00000045.000*kVArh)
                1-0:4.8.0(09999999.990*kVArh)
                1-0:1.7.0(0001.234*kW)
                1-0:2.7.0(0000.000*kW)
                1-0:3.7.0(0000.000*kVAr)
                1-0:4.7.0(0000.056*kVAr)
                1-0:21.7.0(0002.912*kW)
                1-0:41.7.0(0000.000*kW)
                1-0:61.7.0(0000.022*kW)
                1-0:22.7.0(0000.000*kW)
                1-0:42.7.0(0001.700*kW)
                1-0:62.7.0(0000.000*kW)
                1-0:23.7.0(0000.100*kVAr)
                1-0:43.7.0(0000.000*kVAr)
                1-0:63.7.0(0000.000*kVAr)
                1-0:24.7.0(0000.000*kVAr)
                1-0:44.7.0(0000.250*kVAr)
                1-0:64.7.0(0000.000*kVAr)
                1-0:32.7.0(230.1*V)
                1-0:52.7.0(231.9*V)
                1-0:72.7.0(099.9*V)
                1-0:31.7.0(012.9*A)
                1-0:51.7.0(007.0*A)
                1-0:71.7.0(000.0*A)
                !""".replace("\n", "\r\n");

        assertEquals(checked + String.format("%04X", bitwiseCrc(checked)) + "\r\n", telegram());
    }

    // The catalogue of CRC algorithms gives BB3D for these nine digits.
    @Test
    void theCheckIsCrc16Arc() {
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);

        assertEquals(0xBB3D, Crc16Arc.of(digits, digits.length));
        assertEquals(0xBB3D, bitwiseCrc("123456789"));
    }

    @Test
    void theCheckHasFourDigitsAlsoWhenItBeginsWithZero() {
        boolean seen = false;
        for (int second = 0; second < 1_000; second++) {
            meter.now++;
            String telegram = telegram();
            String check = telegram.substring(telegram.indexOf('!') + 1);

            assertTrue(check.matches("[0-9A-F]{4}\r\n"), check);
            seen |= check.startsWith("0");
        }
        assertTrue(seen, "no check began with zero, so nothing was shown");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            2026-07-01T12:00:00, 260701120000S
            2026-03-29T01:59:50, 260329015950W
            2026-03-29T03:00:00, 260329030000S
            2026-10-25T02:00:00, 261025020000S
            2099-01-02T03:04:05, 990102030405W
            """)
    void theTimeIsThatOnTheWallAndNamesItsSeason(LocalDateTime wall, String written) {
        meter.now = COPENHAGEN.epochSecond(wall);

        assertEquals("0-0:1.0.0(" + written + ")", lines().get(2));
    }

    @Test
    void theSecondPassOfTheDoubleHourIsWinter() {
        meter.now = COPENHAGEN.lastEpochSecond(LocalDateTime.of(2026, 10, 25, 2, 0, 0));

        assertEquals("0-0:1.0.0(261025020000W)", lines().get(2));
    }

    // A register is never shown finer than the display shows it (dossier 4.2).
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            F70, 9999999,    09999999.000
            F61, 9999999,    00999999.900
            F72, 999999999,  09999999.990
            F63, 999999999,  00999999.999
            F63, 1,          00000000.001
            F70, 1,          00000001.000
            """)
    void energyHasTheDigitsOfTheDisplayAndZerosBehind(EnergyFormat format, long reading, String written) {
        meter.format = format;
        meter.readings.put(EnergyRegister.A_PLUS, reading);

        assertEquals("1-0:1.8.0(" + written + "*kWh)", lines().get(3));
    }

    @Test
    void aValueTooLargeForItsFieldIsWrittenAsNines() {
        meter.importMilliwatts = 10_000_000_000L;
        meter.values.phase(0, 1_000_000, 1_000_000, 0, 0);

        assertEquals("1-0:1.7.0(9999.999*kW)", lines().get(7));
        assertEquals("1-0:32.7.0(999.9*V)", lines().get(23));
        assertEquals("1-0:31.7.0(999.9*A)", lines().get(26));
    }

    @Test
    void aMeterAtRestWritesZeros() {
        meter.values.copy(new OneSecondValues());

        assertTrue(lines().containsAll(List.of("1-0:21.7.0(0000.000*kW)", "1-0:32.7.0(000.0*V)")), telegram());
    }

    private List<String> lines() {
        return List.of(telegram().split("\r\n", -1));
    }

    private String telegram() {
        return new String(P1Telegram.of(meter), StandardCharsets.US_ASCII);
    }

    /// The definition itself, one bit at a time and without a table.
    private static int bitwiseCrc(String text) {
        int register = 0;
        for (byte octet : text.getBytes(StandardCharsets.US_ASCII)) {
            for (int bit = 0; bit < 8; bit++) {
                boolean odd = ((register ^ (octet >> bit)) & 1) == 1;
                register = register >> 1;
                if (odd) {
                    register = register ^ Integer.reverse(0x8005) >>> 16;
                }
            }
        }
        return register;
    }
}
