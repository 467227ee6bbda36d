package trefas.device.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeterIdentityTest {

    /// The first is the example of GS1's page on check digits (GTIN-13), the others are computed by hand.
    @ParameterizedTest(name = "{0}")
    @CsvSource({"629104150021, 3", "9520000, 2", "0, 0", "1, 7"})
    void theCheckDigitIsThatOfGs1(String digits, int checkDigit) {
        assertEquals(checkDigit, MeterIdentity.gs1CheckDigit(digits));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "21830417, 1TRF0021830417, 952000021830417",
        "19083074, 1TRF0019083074, 952000019083074",
        "1,        1TRF0000000001, 952000000000001",
        "99999999, 1TRF0099999999, 952000099999999"
    })
    void aSerialNumberMakesTheOthers(int serial, String identification, String gs1WithoutCheckDigit) {
        var identity = new MeterIdentity(serial);

        assertEquals(identification, identity.identificationNumber());
        assertEquals(16, identity.gs1Number().length());
        assertEquals(gs1WithoutCheckDigit, identity.gs1Number().substring(0, 15));
        assertEquals(0, weightedSum(identity.gs1Number()) % 10);
    }

    /// GS1: with the check digit in place the sum is a multiple of ten.
    private static int weightedSum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), 10);
            sum += (digits.length() - i) % 2 == 0 ? 3 * digit : digit;
        }
        return sum;
    }

    @Test
    void eightDigitsAreTheMost() {
        assertThrows(IllegalArgumentException.class, () -> new MeterIdentity(100_000_000));
        assertThrows(IllegalArgumentException.class, () -> new MeterIdentity(-1));
    }
}
