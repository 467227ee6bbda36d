package trefas.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.cosem.AxdrWriter;
import trefas.device.clock.MeterClock;

/// Stamps of many rows are those of each row alone, whatever the order of the rows.
class StampWriterTest {

    private static final int OCTETS = 14;

    private static String alone(MeterClock clock, long second) {
        var out = new AxdrWriter(OCTETS);
        ClockObject.writeTime(clock, second, out);
        return HexFormat.of().formatHex(out.toOctets());
    }

    private static String among(StampWriter stamps, long second) {
        var out = new AxdrWriter(OCTETS);
        stamps.write(second, out);
        return HexFormat.of().formatHex(out.toOctets());
    }

    @ParameterizedTest(name = "around {0} in zone {1}")
    @CsvSource({
        "2026-03-29T01:00:00Z, 1",
        "2026-10-25T01:00:00Z, 1",
        "2026-03-29T01:00:00Z, -11",
        "2026-10-25T01:00:00Z, 12",
        "2026-12-31T23:00:00Z, 1",
        "2028-02-29T00:00:00Z, 0"
    })
    void everyMinuteOfTwoDays(Instant middle, int zoneHours) {
        var clock = new MeterClock(zoneHours, true);
        var stamps = new StampWriter(clock);
        for (long minute = -1_440; minute <= 1_440; minute++) {
            long second = middle.getEpochSecond() + 60 * minute - minute % 2;
            assertEquals(alone(clock, second), among(stamps, second));
        }
    }

    @Test
    @DisplayName("a clock that jumps anywhere between 2000 and 2099")
    void jumps() {
        var random = new Random(7);
        var clock = new MeterClock(1, true);
        var stamps = new StampWriter(clock);
        for (int i = 0; i < 20_000; i++) {
            long second = random.nextLong(MeterClock.SETTABLE_MIN, MeterClock.SETTABLE_MAX + 1);
            assertEquals(alone(clock, second), among(stamps, second));
        }
    }
}
