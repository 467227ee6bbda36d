package trefas.device.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of the configuration numbers against the software configuration of the data sheet.
class ConfigurationNumberTest {

    /// Every code that the data sheet prints with digits, and what was added: Z5, Z9, Z10 and Z20 from dossier 26,
    /// order forms where the data sheet names one (`-` there), Z3 29 from dossier 26. Codes in parentheses are
    /// printed and not for this meter.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        Z1  | 1 2 3 4                               |
        Z2  | 1 2                                   |
        Z3  | 00 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 26 27 28 (29) |
        Z4  | 2 3 4                                 |
        Z5  | 000                                   | 1
        Z6  | 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 |
        Z7  | 00 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 |
        Z8  | 1 2 3 4                               |
        Z9  | 000 001                               | 2
        Z10 | 000                                   |
        Z11 | 00 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 |
        Z12 | 00 01 02 03                           |
        Z13 | 000 001 002                           | 3
        Z14 | 000 001                               | 2
        Z15 | 000 001                               |
        Z16 | 000 318 319 326 328 329 337 338 339 348 349 356 357 359 369 378 379 |
        Z17 | 000                                   | 1
        Z18 | 000 (001) (002)                       |
        Z19 | (0) 1 2                               |
        Z20 | 000                                   | 1
        Z21 |                                       |
        Z22 |                                       |
        Z23 |                                       |
        Z24 |                                       |
        Z25 | 1 2 3                                 |
        Z26 | 000                                   |
        Z27 | 1 2                                   |
        Z28 | (0) 1 2                               |
        Z29 | 1 2 3 4 5                             |
        Z30 | 1 2                                   |
        """)
    void theCodesAreThoseOfTheDataSheet(ConfigurationNumber number, String codes, Integer firstOrderForm) {
        var printed = new ArrayList<String>();
        for (ConfigurationCode code : number.codes()) {
            String text = number.text(code.code());
            printed.add(code.isTaken() ? text : "(" + text + ")");
            assertEquals(code.isTaken(), number.meaning(code.code()).isPresent());
            assertFalse(code.meaning().isBlank());
        }

        assertEquals(codes == null ? "" : codes, String.join(" ", printed));
        for (int code = 0; code <= ConfigurationNumber.ORDER_FORM_MAX + 1; code++) {
            boolean isForm =
                    firstOrderForm != null && code >= firstOrderForm && code <= ConfigurationNumber.ORDER_FORM_MAX;
            assertEquals(isForm, number.isOrderForm(code));
        }
    }

    @Test
    void everyNumberOfTheMeterIsMadeWithACodeItTakes() {
        for (ConfigurationNumber number : ConfigurationNumber.values()) {
            boolean isMade = number.meaning(number.made(TypeNumber.DIN_RAIL_FOUR_QUADRANT))
                    .isPresent();
            assertEquals(number.isOfThisMeter(), isMade, number::name);
        }
    }

    @Test
    void theyAreThirty() {
        assertEquals(30, ConfigurationNumber.values().length);
        for (int i = 1; i <= 30; i++) {
            assertEquals(Optional.of(ConfigurationNumber.valueOf("Z" + i)), ConfigurationNumber.parse("z" + i));
        }
        assertEquals(Optional.empty(), ConfigurationNumber.parse("Z0"));
        assertEquals(Optional.empty(), ConfigurationNumber.parse("Z31"));
        assertEquals(Optional.empty(), ConfigurationNumber.parse("Z01"));
    }

    /// Wordings a technician reads.
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        Z4  | 1    | Z4 integration and load profile period: "1" is no code; possible are 2 (15 minutes), 3 (30 minutes) and 4 (60 minutes)
        Z3  | 24   | Z3 module ports: "24" is no code; possible are 00 to 23 and 26 to 28
        Z3  | 29   | Z3 module ports: "29" is earth fault by the module's bus, which other meters of the family have; possible are 00 to 23 and 26 to 28
        Z6  | 29   | Z6 debiting day: "29" is no code; possible are 01 to 28
        Z10 | 001  | Z10 analysis logger: "001" is no code; possible is 000 (default set-up)
        Z13 | -    | Z13 tariffs: "-" is no code; possible are 000 (tariffs disabled), 001 (by the module port), 002 (by a register) and an order form's 003 to 999
        Z13 | 1000 | Z13 tariffs: "1000" is no code; possible are 000 (tariffs disabled), 001 (by the module port), 002 (by a register) and an order form's 003 to 999
        Z16 | 320  | Z16 radio frequency: "320" is no code; possible are 000, 318 to 319, 326, 328 to 329, 337 to 339, 348 to 349, 356 to 357, 359, 369 and 378 to 379
        Z18 | 001  | Z18 IEC 62056-21 read-out: "001" is modes A and C, user data 1, which only variant 1 has; possible is 000 (disabled)
        Z19 | 0    | Z19 breaker at delivery: "0" is no breaker, which a meter without breaker has, and this one has a breaker (X10 4); possible are 1 (connected) and 2 (disconnected)
        Z21 | 001  | Z21 transformer ratio: belongs to meters on current transformers; this meter is connected directly and has no Z21
        Z22 | 1    | Z22 lock of the transformer ratio: belongs to meters on current transformers; this meter is connected directly and has no Z22
        Z23 | 2    | Z23 load profile of primary or secondary values: belongs to meters on current transformers; this meter is connected directly and has no Z23
        Z24 | 0    | Z24 module pulses of primary or secondary values: belongs to meters on current transformers; this meter is connected directly and has no Z24
        Z26 | 001  | Z26 alarms: "001" is no code; possible is 000 (no alarms enabled)
        Z28 | 0    | Z28 encryption of the local interfaces: "0" is not available, which only variant 1 has; possible are 1 (enabled) and 2 (disabled)
        """)
    void whatIsWrongIsOneSentence(ConfigurationNumber number, String written, String sentence) {
        assertTrue(number.code(written).isEmpty());
        assertEquals(sentence, number.complaint(written));
    }

    @Test
    void leadingZerosMayBeMissing() {
        assertEquals(
                List.of(Optional.of(5), Optional.of(5)),
                List.of(ConfigurationNumber.Z3.code("5"), ConfigurationNumber.Z3.code("05")));
        assertEquals(Optional.empty(), ConfigurationNumber.Z3.code("005"));
        assertEquals(Optional.empty(), ConfigurationNumber.Z3.code("+5"));
        assertEquals(Optional.empty(), ConfigurationNumber.Z3.code("٥"));
    }
}
