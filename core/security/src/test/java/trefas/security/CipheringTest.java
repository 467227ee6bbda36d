package trefas.security;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static trefas.security.Published.AK;
import static trefas.security.Published.COUNTER;
import static trefas.security.Published.EK;
import static trefas.security.Published.GET_CLOCK;
import static trefas.security.Published.LONG_AK;
import static trefas.security.Published.LONG_EK;
import static trefas.security.Published.OTHER;
import static trefas.security.Published.SERVER;
import static trefas.security.Published.hex;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CipheringTest {

    private static final byte[] NONE = new byte[0];

    // Reference E5; the rows of suite 0 are printed in the Green Book.
    @ParameterizedTest(name = "security control {0}")
    @CsvSource({
        "10, C0010000080000010000FF020006725D910F9221D263877516",
        "20, 411312FF935A47566827C467BC",
        "30, 411312FF935A47566827C467BC7D825C3BE4A77C3FCC056B6B",
        "31, 411312FF935A47566827C467BCE8691C99484B00B2449055B5",
        "32, E82B2AD3EE8C12A6FB27038F08442193498C6A53DE55EEB9D2"
    })
    void anApduIsProtectedAsPublished(String control, String protectedHex) {
        var ciphering = ciphering(Integer.parseInt(control, 16), COUNTER);
        byte[] sealed = new byte[hex(protectedHex).length];

        int written = ciphering.protect(NONE, GET_CLOCK, 0, GET_CLOCK.length, sealed, 0);

        assertEquals(protectedHex, hex(sealed));
        assertEquals(sealed.length, written);
        byte[] opened = new byte[GET_CLOCK.length];
        assertEquals(GET_CLOCK.length, ciphering.unprotect(NONE, sealed, 0, sealed.length, opened, 0));
        assertArrayEquals(GET_CLOCK, opened);
        assertArrayEquals(sealed, protectedAgain(ciphering), "the same message may be put together twice");
    }

    // Reference E5: D0 with a dedicated key, counter 1, authenticated under the same authentication key.
    @Test
    void theDedicatedKeyCiphersLikeTheGlobalOne() {
        var ciphering = new Ciphering(new SecurityControl(0x30), SERVER, 1, OTHER, Optional.of(AK));

        assertEquals("53509D070A45A143545960223EC61C9432A0E9E1BBD431C546", hex(protectedAgain(ciphering)));
    }

    @ParameterizedTest(name = "security control {0}")
    @CsvSource({"16", "48", "49", "50"})
    void everyFlippedBitIsNoticed(int control) {
        var ciphering = ciphering(control, COUNTER);
        byte[] sealed = protectedAgain(ciphering);
        for (int bit = 0; bit < 8 * sealed.length; bit++) {
            byte[] flipped = sealed.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));

            assertEquals(-1, opened(ciphering, flipped), "bit " + bit);
        }
        for (int length = 0; length < sealed.length; length++) {
            assertEquals(-1, opened(ciphering, java.util.Arrays.copyOf(sealed, length)), "cut to " + length);
        }
        assertEquals(-1, opened(ciphering(control, COUNTER + 1), sealed), "another counter");
        assertEquals(GET_CLOCK.length, opened(ciphering, sealed), "control: the honest one still opens");
    }

    private static int opened(Ciphering ciphering, byte[] sealed) {
        return ciphering.unprotect(NONE, sealed, 0, sealed.length, new byte[sealed.length], 0);
    }

    private static byte[] protectedAgain(Ciphering ciphering) {
        byte[] sealed = new byte[GET_CLOCK.length + ciphering.control().tagOctets()];
        ciphering.protect(NONE, GET_CLOCK, 0, GET_CLOCK.length, sealed, 0);
        return sealed;
    }

    private static Ciphering ciphering(int control, long counter) {
        boolean isLong = (control & 0xF) == 2;
        return new Ciphering(
                new SecurityControl(control),
                SERVER,
                counter,
                isLong ? LONG_EK : EK,
                Optional.of(isLong ? LONG_AK : AK));
    }
}
