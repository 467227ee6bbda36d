package trefas.metrology.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import trefas.metrology.event.ReportedEvent;
import trefas.metrology.flicker.LongTermFlicker;
import trefas.metrology.interval.AggregatedInterval;
import trefas.metrology.interval.ClockTicks;
import trefas.metrology.interval.FrequencyReading;
import trefas.metrology.interval.IntervalLength;
import trefas.metrology.quality.PowerQualityJudge;
import trefas.metrology.quality.PowerQualityVerdict;

/// Judges a record as a whole and each of its weeks by itself, as EN 50160 asks for. The first week begins with the
/// first whole ten minutes of the clock, each lasts 1008 of them; a value belongs to the week in which it begins.
final class WeekJudges {

    /// Most weeks judged by themselves; what comes later is judged in the whole only.
    static final int WEEKS_MAX = 106;

    private static final int WEEK_SECONDS =
            PowerQualityVerdict.TEN_MINUTES_OF_A_WEEK * IntervalLength.TEN_MINUTES.clockSeconds();

    private final Supplier<PowerQualityJudge> judges;
    private final PowerQualityJudge whole;
    private final double firstSeconds;
    private final List<PowerQualityJudge> weeks = new ArrayList<>();

    /// Starts with nothing seen.
    ///
    /// @param judges makes judges who have seen nothing
    WeekJudges(ClockTicks ticks, Supplier<PowerQualityJudge> judges) {
        this.judges = judges;
        this.whole = judges.get();
        int length = IntervalLength.TEN_MINUTES.clockSeconds();
        long interval = ticks.interval(0, length);
        boolean isOnTick = ticks.startSeconds(interval, length) >= -ClockTicks.TOLERANCE_SECONDS;
        this.firstSeconds = ticks.startSeconds(isOnTick ? interval : interval + 1, length);
    }

    void interval(AggregatedInterval interval) {
        tell(interval.startSeconds(), judge -> judge.interval(interval));
    }

    void frequency(FrequencyReading reading) {
        tell(reading.startSeconds(), judge -> judge.frequency(reading));
    }

    void flicker(LongTermFlicker value) {
        tell(value.startSeconds(), judge -> judge.flicker(value));
    }

    void event(ReportedEvent event) {
        tell(event.event().startSeconds(), judge -> judge.event(event));
    }

    /// The verdict on the whole record.
    PowerQualityVerdict whole() {
        return whole.verdict();
    }

    /// The verdict on each week, the last as far as it went; none when there was no more than one.
    List<WeekVerdict> weeks() {
        if (weeks.size() < 2) {
            return List.of();
        }
        var verdicts = new ArrayList<WeekVerdict>();
        for (int week = 0; week < weeks.size(); week++) {
            double start = firstSeconds + ((double) week * WEEK_SECONDS);
            verdicts.add(new WeekVerdict(week + 1, start, weeks.get(week).verdict()));
        }
        return List.copyOf(verdicts);
    }

    private void tell(double startSeconds, Consumer<PowerQualityJudge> value) {
        value.accept(whole);
        week(startSeconds).ifPresent(value);
    }

    private Optional<PowerQualityJudge> week(double startSeconds) {
        double week = Math.floor((startSeconds - firstSeconds + ClockTicks.TOLERANCE_SECONDS) / WEEK_SECONDS);
        if (week < 0 || week >= WEEKS_MAX) {
            return Optional.empty();
        }
        while (weeks.size() <= week) {
            weeks.add(judges.get());
        }
        return Optional.of(weeks.get((int) week));
    }
}
