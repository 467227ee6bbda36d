package trefas.device.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The bit numbers of dossier 10.1.
class LogFlagsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                ENTRY_CHECKSUM_WRONG, 3
                TIME_DISCONTINUITY,   6
                RECONFIGURED,         7
                PERIOD_CHANGED,       8
                LOG_ID_EXHAUSTED,     9
                """)
    void loggerStatusHasItsBits(LoggerStatus flag, int bit) {
        assertEquals(1 << bit, flag.mask());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                CLOCK_SET_7_TO_15_S,   0
                CLOCK_SET_15_TO_30_S,  1
                CLOCK_SET_30_TO_60_S,  2
                CLOCK_SET_OVER_60_S,   3
                CLOCK_SET_FORWARD,     4
                CLOCK_SET_BACKWARD,    5
                LEGAL_PARAMETER_ERROR, 6
                OVERVOLTAGE,           7
                UNDERVOLTAGE,          8
                NEUTRAL_ERROR,         9
                POWER_OUTAGE,          10
                """)
    void dataQualityHasItsBits(DataQuality flag, int bit) {
        assertEquals(1 << bit, flag.mask());
    }

    @Test
    void flagsAddUp() {
        assertEquals(0, LoggerStatus.encode(Set.of()));
        assertEquals(0x180, LoggerStatus.encode(Set.of(LoggerStatus.RECONFIGURED, LoggerStatus.PERIOD_CHANGED)));
    }

    // The code stands in the keys of the permanent memory.
    @Test
    void theLoadProfileKeepsItsCode() {
        assertEquals(1, DataLogger.LOAD_PROFILE.code());
    }
}
