package trefas.metrology.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.metrology.OneSecondValues;

class VoltageQualityObserverTest {

    private final List<String> entries = new ArrayList<>();
    private final VoltageQualityObserver observer =
            new VoltageQualityObserver(VoltageQualitySettings.DEFAULT, entry -> entries.add(row(entry)));
    private long now;

    /// Time, phase, event, mean, max, min, as the dossier writes its rows.
    private static String row(VoltageQualityEntry entry) {
        return "%d L%d %d %d %d %d"
                .formatted(
                        entry.second(),
                        entry.phase(),
                        entry.event().code(),
                        entry.meanVolts(),
                        entry.maxVolts(),
                        entry.minVolts());
    }

    private void seconds(int count, double l1, double l2, double l3) {
        var values = new OneSecondValues();
        values.phase(0, (int) Math.rint(l1 * 1_000), 0, 0, 0);
        values.phase(1, (int) Math.rint(l2 * 1_000), 0, 0, 0);
        values.phase(2, (int) Math.rint(l3 * 1_000), 0, 0, 0);
        for (int n = 0; n < count; n++) {
            observer.second(++now, values);
        }
    }

    @Test
    void aGoodSupplyMakesNoEntry() {
        seconds(3_600, 207, 230, 253);

        assertEquals(List.of(), entries);
    }

    @Test
    void eachPeriodWithABadMeanMakesOneEntryWithItsStart() {
        seconds(600, 230, 230, 230);
        seconds(300, 230, 230, 204);
        seconds(300, 230, 230, 206.5);
        seconds(600, 254, 230, 230);
        seconds(1, 230, 230, 230);

        assertTrue(entries.contains("600 L3 0 205 206 204"), entries::toString);
        assertTrue(entries.contains("1200 L1 1 254 254 254"), entries::toString);
        assertEquals(
                2,
                entries.stream().filter(row -> row.matches("\\d+ L\\d [01] .*")).count());
    }

    @Test
    void aMeanJustInsideMakesNoneThoughSecondsWereOutside() {
        seconds(300, 230, 230, 200);
        seconds(300, 230, 230, 214);
        seconds(1, 230, 230, 230);

        assertEquals(List.of("1 L3 6 0 0 200", "1 L3 2 0 0 200", "300 L3 7 0 0 200"), entries);
    }

    /// Start, peak and stop each with its own time, as in table 25: 210 at the start, 204 at the peak, 208 at the end
    /// under a limit of 211 V.
    @Test
    void aShortDeviationHasStartPeakAndStop() {
        var limit = new VoltageQualitySettings(253_000, 207_000, 600, 253_000, 211_000, 50_000, 10);
        var other = new VoltageQualityObserver(limit, entry -> entries.add(row(entry)));
        double[] volts = {230, 210, 206, 204, 207, 208, 230};
        for (double value : volts) {
            var values = new OneSecondValues();
            values.phase(0, (int) (value * 1_000), 0, 0, 0);
            other.second(++now, values);
        }

        assertEquals(List.of("2 L1 6 0 0 210", "4 L1 2 0 0 204", "6 L1 7 0 0 208"), entries);
    }

    @Test
    void highDeviationsFillTheMaximum() {
        seconds(1, 230, 230, 230);
        seconds(1, 230, 254, 230);
        seconds(2, 230, 260, 230);
        seconds(1, 230, 230, 230);

        assertEquals(List.of("2 L2 8 0 254 0", "3 L2 3 0 260 0", "4 L2 9 0 260 0"), entries);
    }

    @Test
    void aDeviationOfASingleSecondHasOnlyItsStart() {
        seconds(5, 230, 230, 230);
        seconds(1, 230, 230, 206);
        seconds(5, 230, 230, 230);

        assertEquals(List.of("6 L3 6 0 0 206"), entries);
    }

    @Test
    void aDeviationThatTurnsOverIsTwo() {
        seconds(1, 230, 230, 230);
        seconds(2, 200, 230, 230);
        seconds(1, 260, 230, 230);
        seconds(1, 230, 230, 230);

        assertEquals(List.of("2 L1 6 0 0 200", "2 L1 2 0 0 200", "3 L1 7 0 0 200", "4 L1 8 0 260 0"), entries);
    }

    @ParameterizedTest(name = "{0} s without voltage: {1} entries of an outage")
    @CsvSource({"9, 0", "10, 2"})
    void aPhaseIsOutWhenItsTimeHasPassed(int duration, int expected) {
        seconds(5, 230, 230, 230);
        seconds(duration, 230, 49.9, 230);
        seconds(5, 230, 230, 230);

        List<String> outage = entries.stream()
                .filter(row -> row.matches("\\d+ L2 [45] 0 0 0"))
                .toList();
        assertEquals(expected, outage.size());
        if (expected > 0) {
            assertEquals(List.of("6 L2 4 0 0 0", "16 L2 5 0 0 0"), outage);
        }
    }

    @Test
    void anOutageIsNoUndervoltageOfTheMean() {
        seconds(250, 230, 230, 230);
        seconds(350, 230, 0, 230);
        seconds(601, 230, 0, 230);

        assertEquals(
                0, entries.stream().filter(row -> row.matches("\\d+ L2 0 .*")).count());
    }

    @Test
    void anOutageOfAllPhasesIsToldAfterTheReturn() {
        seconds(20, 230, 230, 230);
        seconds(40, 10, 0, 0);
        assertEquals(List.of(), entries);
        seconds(5, 230, 230, 230);

        assertEquals(List.of("21 L0 4 0 0 0", "61 L0 5 0 0 0"), entries);
    }

    @Test
    void aSingleDarkSecondIsADeviation() {
        seconds(20, 230, 230, 230);
        seconds(1, 100, 110, 120);
        seconds(5, 230, 230, 230);

        assertEquals(List.of("21 L1 6 0 0 100", "21 L2 6 0 0 110", "21 L3 6 0 0 120"), entries);
    }

    @Test
    void anOutageOfTheMeterEndsWhatWasGoingOn() {
        seconds(20, 230, 230, 230);
        seconds(3, 230, 200, 230);
        observer.outage(23, 100);
        now = 100;
        seconds(5, 230, 230, 230);

        assertEquals(
                List.of("21 L2 6 0 0 200", "21 L2 2 0 0 200", "23 L2 7 0 0 200", "23 L0 4 0 0 0", "100 L0 5 0 0 0"),
                entries);
    }

    @Test
    void aPhaseThatIsNotConnectedMakesNoEntry() {
        seconds(1_300, 230, 0, 0);

        assertEquals(List.of(), entries);
    }

    @Test
    void aClockSetForwardIsNoOutage() {
        seconds(20, 230, 230, 230);
        now += 15;
        seconds(20, 230, 230, 230);

        assertEquals(List.of(), entries);
    }

    @ParameterizedTest
    @CsvSource({
        "232299, 207000, 600, 253000, 207000, 50000, 10",
        "276001, 207000, 600, 253000, 207000, 50000, 10",
        "253000, 183999, 600, 253000, 207000, 50000, 10",
        "253000, 227701, 600, 253000, 207000, 50000, 10",
        "253000, 207000, 9, 253000, 207000, 50000, 10",
        "253000, 207000, 1801, 253000, 207000, 50000, 10",
        "253000, 207000, 600, 276001, 207000, 50000, 10",
        "253000, 207000, 600, 253000, 183999, 50000, 10",
        "253000, 207000, 600, 253000, 207000, 49999, 10",
        "253000, 207000, 600, 253000, 207000, 160001, 10",
        "253000, 207000, 600, 253000, 207000, 50000, 1801"
    })
    void parametersOutsideTheirRangesAreRefused(int a, int b, int c, int d, int e, int f, int g) {
        assertThrows(IllegalArgumentException.class, () -> new VoltageQualitySettings(a, b, c, d, e, f, g));
    }
}
