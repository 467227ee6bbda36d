package trefas.metrology.measurement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import trefas.metrology.interval.AggregatedInterval;
import trefas.metrology.interval.ClockTicks;
import trefas.metrology.interval.FrequencyReading;
import trefas.metrology.interval.IntervalLength;
import trefas.metrology.interval.IntervalQuantity;
import trefas.metrology.interval.Statistic;
import trefas.metrology.quality.Decision;
import trefas.metrology.quality.Limits;
import trefas.metrology.quality.PowerQualityJudge;

class WeekJudgesTest {

    private static final int WEEK = 1_008;

    private final WeekJudges judges = judgesFrom(0);

    @Test
    void oneWeekHasOneVerdictOnly() {
        weeksOf(0, WEEK, 230);

        assertEquals(List.of(), judges.weeks());
        assertEquals(WEEK, judges.whole().tenMinutes());
    }

    @Test
    void aBadWeekFailsByItselfEvenWhenTheWholeRecordPasses() {
        // 60 bad intervals are 6 % of one week, but 2 % of three.
        weeksOf(0, WEEK, 230);
        weeksOf(WEEK, WEEK + 60, 200);
        weeksOf(WEEK + 60, 3 * WEEK, 230);

        assertEquals(Decision.PASS, judges.whole().decision());
        List<WeekVerdict> weeks = judges.weeks();
        assertEquals(
                List.of(Decision.PASS, Decision.FAIL, Decision.PASS),
                weeks.stream().map(week -> week.verdict().decision()).toList());
        assertEquals(List.of(1, 2, 3), weeks.stream().map(WeekVerdict::number).toList());
        for (WeekVerdict week : weeks) {
            assertEquals(WEEK, week.verdict().tenMinutes());
            assertEquals((week.number() - 1) * 604_800.0, week.startSeconds());
        }
    }

    @Test
    void theFirstWeekBeginsWithTheFirstWholeTickOfTheClock() {
        // The record begins at 00:03:20, its first whole ten minutes at 00:10:00.
        WeekJudges late = judgesFrom(200_000);
        late.interval(tenMinutes(400, 230));
        late.frequency(new FrequencyReading(0, 50, 500, false));
        late.frequency(new FrequencyReading(604_800, 50, 500, false));
        late.frequency(new FrequencyReading(604_800 + 400, 50, 500, false));

        List<WeekVerdict> weeks = late.weeks();
        assertEquals(2, weeks.size());
        assertEquals(400, weeks.getFirst().startSeconds(), 1e-9);
        assertEquals(1, weeks.getFirst().verdict().tenMinutes());
        assertEquals(0, weeks.getLast().verdict().tenMinutes());
    }

    private static WeekJudges judgesFrom(long milliseconds) {
        return new WeekJudges(new ClockTicks(milliseconds), () -> new PowerQualityJudge(Limits.edition2010(), 230, 50));
    }

    private void weeksOf(int from, int to, double volts) {
        for (int interval = from; interval < to; interval++) {
            judges.interval(tenMinutes(interval * 600.0, volts));
        }
    }

    private static AggregatedInterval tenMinutes(double start, double volts) {
        var statistic = new Statistic(volts, volts, volts, 3_000);
        Map<IntervalQuantity, Statistic> values = Map.of(IntervalQuantity.VOLTAGE_1, statistic);
        return new AggregatedInterval(
                IntervalLength.TEN_MINUTES, start, start + 600, 3_000, 600, true, false, values, Optional.empty());
    }
}
