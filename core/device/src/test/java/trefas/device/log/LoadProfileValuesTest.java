package trefas.device.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.device.register.EnergyFormat;

/// Absolute values and differences (dossier 10.1; Z27).
class LoadProfileValuesTest {

    private static final int TIME_DISCONTINUITY = 0x40;
    private static final int OUTAGE = 0x400;

    @Test
    void aDifferenceIsTheRowLessTheRowBefore() {
        var first = new ProfileEntry(5, 900, 0, 0, 100, 7);
        var second = new ProfileEntry(6, 1_800, 0, OUTAGE, 130, 9);

        assertEquals(new ProfileEntry(5, 900, TIME_DISCONTINUITY, 0, 0, 0), readOut(first, Optional.empty()));
        assertEquals(new ProfileEntry(6, 1_800, 0, OUTAGE, 30, 2), readOut(second, Optional.of(first)));
    }

    private static ProfileEntry readOut(ProfileEntry row, Optional<ProfileEntry> before) {
        return LoadProfileValues.DELTA.readOut(row, before, EnergyFormat.F72);
    }

    // 7.2 rolls over at 10^9 steps, 6.1 at 10^7.
    @ParameterizedTest
    @CsvSource(textBlock = """
            F72, 999999990, 15, 25
            F61, 9999999,   0,  1
            F63, 999999999, 1,  2
            F70, 9999999,   3,  4
            """)
    void aRegisterThatRolledOverHasGoneAllTheWay(EnergyFormat format, long before, long after, long difference) {
        ProfileEntry row = LoadProfileValues.DELTA.readOut(
                new ProfileEntry(2, 900, 0, 0, after), Optional.of(new ProfileEntry(1, 0, 0, 0, before)), format);

        assertEquals(difference, row.reading(0));
    }

    @Test
    void aRowThatDoesNotFollowTheOtherSaysSo() {
        ProfileEntry row = LoadProfileValues.DELTA.readOut(
                new ProfileEntry(9, 900, 0, 0, 50), Optional.of(new ProfileEntry(7, 0, 0, 0, 40)), EnergyFormat.F72);

        assertEquals(new ProfileEntry(9, 900, TIME_DISCONTINUITY, 0, 0), row);
    }

    @Test
    void absoluteRowsAreAsTheyAreKept() {
        var row = new ProfileEntry(5, 900, 0, 0, 100);

        assertSame(row, LoadProfileValues.ABSOLUTE.readOut(row, Optional.empty(), EnergyFormat.F72));
    }

    @Test
    void theCodesAreThoseOfZ27() {
        assertEquals(Optional.of(LoadProfileValues.ABSOLUTE), LoadProfileValues.ofCode(1));
        assertEquals(Optional.of(LoadProfileValues.DELTA), LoadProfileValues.ofCode(2));
        assertEquals(Optional.empty(), LoadProfileValues.ofCode(3));
    }
}
