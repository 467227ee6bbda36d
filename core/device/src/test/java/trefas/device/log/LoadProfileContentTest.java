package trefas.device.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.device.register.EnergyRegister;

class LoadProfileContentTest {

    private static final int MINUTES_PER_DAY = 1_440;

    // The fifteen published depths in days (dossier 10.2).
    @ParameterizedTest(name = "{1}: {2}, {3} and {4} days")
    @CsvSource(delimiter = '|', textBlock = """
                # Z29 | content           | 15 min | 30 min | 60 min
                1     | A+                | 278    | 556    | 1113
                2     | A+ A-             | 235    | 470    | 941
                3     | A+ A- R+ R-       | 180    | 360    | 720
                4     | A+ A- R1-R4       | 145    | 291    | 583
                5     | A+ A- R+ R- R1-R4 | 122    | 244    | 489
                """)
    void theLoggerIsAsDeepAsPublished(int code, String title, int days15, int days30, int days60) {
        LoadProfileContent content = LoadProfileContent.ofCode(code).orElseThrow();

        assertEquals(title, content.title());
        assertEquals(days15, days(content, CapturePeriod.MINUTES_15));
        assertEquals(days30, days(content, CapturePeriod.MINUTES_30));
        assertEquals(days60, days(content, CapturePeriod.MINUTES_60));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                ACTIVE_IMPORT,        26712
                ACTIVE,               22602
                FOUR_QUADRANT,        17284
                ACTIVE_AND_QUADRANTS, 13992
                ALL,                  11753
                """)
    void theCapacityIsCountedInRows(LoadProfileContent content, int rows) {
        assertEquals(rows, content.capacity());
    }

    @Test
    void theTitleNamesTheColumnsInOrder() {
        for (LoadProfileContent content : LoadProfileContent.values()) {
            List<String> titles = Arrays.stream(
                            content.title().replace("R1-R4", "R1 R2 R3 R4").split(" "))
                    .toList();

            assertEquals(
                    titles,
                    content.registers().stream().map(EnergyRegister::title).toList());
        }
    }

    @Test
    void otherCodesHaveNoContent() {
        assertEquals(Optional.empty(), LoadProfileContent.ofCode(0));
        assertEquals(Optional.empty(), LoadProfileContent.ofCode(6));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                5,  300
                15, 900
                30, 1800
                60, 3600
                """)
    void aCapturePeriodHasItsSeconds(int minutes, int seconds) {
        CapturePeriod period = CapturePeriod.ofMinutes(minutes).orElseThrow();

        assertEquals(minutes, period.minutes());
        assertEquals(seconds, period.seconds());
    }

    @Test
    void otherMinutesAreNoCapturePeriod() {
        assertEquals(Optional.empty(), CapturePeriod.ofMinutes(0));
        assertEquals(Optional.empty(), CapturePeriod.ofMinutes(10));
        assertEquals(Optional.empty(), CapturePeriod.ofMinutes(-15));
    }

    private static int days(LoadProfileContent content, CapturePeriod period) {
        return content.capacity() / (MINUTES_PER_DAY / period.minutes());
    }
}
