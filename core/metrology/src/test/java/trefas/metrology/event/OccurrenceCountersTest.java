package trefas.metrology.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trefas.metrology.OneSecondValues;
import trefas.metrology.VoltageEvent;
import trefas.metrology.VoltageEvent.Dip;
import trefas.metrology.VoltageEvent.Interruption;
import trefas.metrology.VoltageEvent.Swell;
import trefas.metrology.event.TenMinuteQuality.PhaseQuality;
import trefas.quantity.Phase;

class OccurrenceCountersTest {

    private static final PhaseQuality GOOD = new PhaseQuality(230, 3, 20);

    private final OccurrenceCounters counters = new OccurrenceCounters(VoltageQualitySettings.DEFAULT);

    /// The numbers of the counters that are not 0, each as often as it has counted.
    private String counted() {
        return Arrays.stream(OccurrenceCounter.values())
                .filter(counter -> counters.count(counter) > 0)
                .map(counter -> counter.number() + (counters.count(counter) == 1 ? "" : "x" + counters.count(counter)))
                .collect(Collectors.joining(" "));
    }

    @Test
    void theCountersAreNumberedFromOneToTwentyThree() {
        var numbers = Arrays.stream(OccurrenceCounter.values())
                .map(OccurrenceCounter::number)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(OccurrenceCounter.COUNT, numbers.size());
        assertEquals(1, numbers.getFirst());
        assertEquals(OccurrenceCounter.COUNT, numbers.getLast());
    }

    @ParameterizedTest(name = "{0} Hz counts in {1}")
    @CsvSource({
        "50, ''",
        "49.5, ''",
        "49.4999, '1'",
        "50.5, ''",
        "50.5001, '2'",
        "49, '1'",
        "48.999, '1 5'",
        "51.001, '2 6'",
        "52, '2 6'",
        "52.001, '2 4 6'",
        "47, '1 5'",
        "46.999, '1 3 5'",
        "42.5, '1 3 5'",
        "42.499, '1 3 5 7'",
        "57.5, '2 4 6'",
        "57.501, '2 4 6 8'",
        "0, ''"
    })
    void oneBadFrequencyCountsInEveryLimitItExceeds(double hertz, String expected) {
        counters.frequency(hertz);

        assertEquals(expected, counted());
    }

    @ParameterizedTest(name = "{0} V, {1} V, {2} V and {3} % count in {4}")
    @CsvSource({
        "230, 230, 230, 1, ''",
        "207, 253, 230, 2, ''",
        "206.9, 230, 230, 1, '9 10'",
        "206.9, 206, 205, 1, '9 10'",
        "206.9, 253.1, 230, 1, '9 10 11'",
        "230, 230, 230, 2.01, '13'",
        "230, 49, 230, NaN, ''",
        "0, 0, 0, NaN, ''"
    })
    void tenMinutesCountOnceWhateverTheNumberOfPhases(
            double l1, double l2, double l3, double negative, String expected) {
        counters.tenMinutes(new TenMinuteQuality(
                new PhaseQuality(l1, 3, 3), new PhaseQuality(l2, 3, 3), new PhaseQuality(l3, 3, 3), negative));

        assertEquals(expected, counted());
    }

    @Test
    void theConfiguredLimitHasACounterBesideTheFixedOne() {
        var low = new VoltageQualitySettings(253_000, 195_500, 600, 253_000, 207_000, 50_000, 10);
        var withLow = new OccurrenceCounters(low);

        withLow.tenMinutes(new TenMinuteQuality(new PhaseQuality(200, 0, 0), GOOD, GOOD, 0));

        assertEquals(1, withLow.count(OccurrenceCounter.UNDERVOLTAGE_10_PERCENT));
        assertEquals(0, withLow.count(OccurrenceCounter.UNDERVOLTAGE_AS_CONFIGURED));
    }

    @Test
    void distortionIsCountedForEachPhase() {
        counters.tenMinutes(new TenMinuteQuality(
                new PhaseQuality(230, 8.01, 8), new PhaseQuality(230, 8, 8.01), new PhaseQuality(230, 9, 9), 0));

        assertEquals("16 18 22 23", counted());
    }

    @Test
    void aPhaseWithoutCurrentHasNoDistortion() {
        var idle = new PhaseQuality(230, 3, Double.NaN);

        counters.tenMinutes(new TenMinuteQuality(idle, idle, idle, 0));

        assertEquals("", counted());
    }

    @ParameterizedTest(name = "from {0} V to {1} V: {2}")
    @CsvSource({
        "230, 241.5, 12",
        "230, 218.5, 12",
        "230, 241.4, ''",
        "230, 253, 12",
        "230, 253.1, ''",
        "206, 230, ''",
        "207, 253, 12"
    })
    void aRapidChangeIsFivePercentBetweenTwoSecondsInsideTheLimits(double from, double to, String expected) {
        counters.second(second(230, 230, from));
        counters.second(second(230, 230, to));

        assertEquals(expected, counted());
    }

    @Test
    void allPhasesChangingAtOnceAreOneChange() {
        counters.second(second(230, 230, 230));
        counters.second(second(215, 215, 215));
        counters.second(second(215, 215, 215));

        assertEquals("12", counted());
    }

    @Test
    void nothingIsComparedAcrossAPause() {
        counters.second(second(230, 230, 230));
        counters.pause();
        counters.second(second(215, 215, 215));

        assertEquals("", counted());
    }

    private static OneSecondValues second(double l1, double l2, double l3) {
        var values = new OneSecondValues();
        values.phase(0, (int) Math.rint(l1 * 1_000), 0, 0, 0);
        values.phase(1, (int) Math.rint(l2 * 1_000), 0, 0, 0);
        values.phase(2, (int) Math.rint(l3 * 1_000), 0, 0, 0);
        return values;
    }

    @ParameterizedTest(name = "{0} s: {1} for a dip, {2} for a swell")
    @CsvSource({"0.09, '', ''", "0.1, 19, 20", "1, 19, 20", "1.02, '', ''"})
    void dipsAndSwellsOfATenthToOneSecondAreCounted(double seconds, String dip, String swell) {
        counters.event(closed(new Dip(7, 7 + seconds, Set.of(Phase.L1), 60)));
        assertEquals(dip, counted());

        counters.restart();
        counters.event(closed(new Swell(7, 7 + seconds, Set.of(Phase.L1), 130)));
        assertEquals(swell, counted());
    }

    @Test
    void aSecondHasAtMostOneDipAndOneSwell() {
        for (double start : List.of(7.0, 7.3, 7.6, 8.1)) {
            counters.event(closed(new Dip(start, start + 0.2, Set.of(Phase.L2), 60)));
            counters.event(closed(new Swell(start, start + 0.2, Set.of(Phase.L3), 130)));
        }

        assertEquals("19x2 20x2", counted());
    }

    @ParameterizedTest(name = "{0} s: {1}")
    @CsvSource({"0.3, 15", "180, 15", "180.1, 14"})
    void interruptionsAreShortUpToThreeMinutes(double seconds, String expected) {
        Set<Phase> all = EnumSet.allOf(Phase.class);
        counters.event(
                new ReportedEvent(new Interruption(0, seconds + 30, all, 1), Map.of(Phase.L1, 1.0), false, seconds));

        assertEquals(expected, counted());
    }

    @Test
    void anOpenEventIsNotCounted() {
        counters.event(new ReportedEvent(new Dip(1, 1.5, Set.of(Phase.L1), 60), Map.of(Phase.L1, 60.0), true, 0));

        assertEquals("", counted());
    }

    private static ReportedEvent closed(VoltageEvent event) {
        return new ReportedEvent(event, Map.of(Phase.L1, event.extremePercent()), false, 0);
    }

    @Test
    void aCountStopsAtTheLargestNumberOfItsRegister() {
        counters.restore(OccurrenceCounter.FREQUENCY_BELOW_1_PERCENT, 65_534);
        for (int n = 0; n < 3; n++) {
            counters.frequency(49);
        }

        assertEquals(65_535, counters.count(OccurrenceCounter.FREQUENCY_BELOW_1_PERCENT));
        assertThrows(
                IllegalArgumentException.class,
                () -> counters.restore(OccurrenceCounter.FREQUENCY_BELOW_1_PERCENT, 65_536));
    }

    @Test
    void theMetersOwnDipsBeginAt184VoltsAndSwellsAt276() {
        var found = new ArrayList<VoltageEvent>();
        var events = new VoltageEvents(counters.eventSettings(), reported -> found.add(reported.event()));
        for (int n = 0; n < 40; n++) {
            events.halfCycle(0, n * 0.01, n * 0.01 + 0.02, n > 5 && n < 25 ? 183.9 : 230);
            events.halfCycle(1, n * 0.01, n * 0.01 + 0.02, n > 5 && n < 25 ? 184.1 : 230);
            events.halfCycle(2, n * 0.01, n * 0.01 + 0.02, n > 5 && n < 25 ? 276.1 : 276);
        }
        events.stretchEnded(0.41);

        assertEquals(2, found.size());
        assertEquals(Set.of(Phase.L1), found.get(0).phases());
        assertEquals(Set.of(Phase.L3), found.get(1).phases());
    }
}
