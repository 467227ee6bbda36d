package trefas.metrology.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TrendTest {

    @Test
    void aShortRecordKeepsEveryInterval() {
        var trend = new Trend();
        trend.add(RecordMeansTest.interval(0, 0.2, 10, 230, 5, 0, 0));
        trend.add(RecordMeansTest.interval(0.2, 0.4, 10, 220, 5, 0, 0));

        assertEquals(2, trend.size());
        assertEquals(0.3, trend.middleSeconds(1), 1e-12);
        assertEquals(220, trend.voltage(1, 0), 1e-9);
        assertEquals(50, trend.frequency(1), 1e-9);
    }

    @Test
    void aLongRecordKeepsItsMeanAndItsExtremesInBoundedRoom() {
        var trend = new Trend();
        for (int interval = 0; interval < 10_000; interval++) {
            double volts = interval == 7_777 ? 115 : 230;
            trend.add(RecordMeansTest.interval(interval * 0.2, (interval + 1) * 0.2, 10, volts, 2, 0, 0));
        }

        assertTrue(trend.size() > Trend.STRETCHES_MAX / 2 && trend.size() <= Trend.STRETCHES_MAX);
        double lowest = 230;
        int disturbed = 0;
        for (int stretch = 0; stretch < trend.size(); stretch++) {
            lowest = Math.min(lowest, trend.lowestVoltage(stretch, 2));
            disturbed += Math.abs(trend.activePower(stretch, 1) - 460) > 1 ? 1 : 0;
        }
        assertEquals(1, disturbed, "the dip lowers the mean of one stretch only");
        assertEquals(115, lowest, 1e-9);
        assertEquals(3.2, 2 * trend.middleSeconds(0), 1e-9, "a stretch has become 16 intervals of 0.2 s");
    }
}
