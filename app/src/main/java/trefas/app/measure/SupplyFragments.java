package trefas.app.measure;

import java.util.List;
import trefas.app.report.Fragment;
import trefas.app.report.Significant;
import trefas.app.report.Table;
import trefas.app.report.Verdict;
import trefas.metrology.event.ConditionEvent;
import trefas.metrology.event.OccurrenceCounter;
import trefas.metrology.event.VoltageQualityEntry;
import trefas.metrology.measurement.MeterFindings;
import trefas.metrology.measurement.WeekVerdict;

/// What is said of the supply beyond its voltage events, as tables of a report.
final class SupplyFragments {

    private SupplyFragments() {}

    static Table conditions(List<ConditionEvent> conditions) {
        var table = new Table(
                "Conditions of the supply", List.of("Condition", "Phases", "Start, s", "Duration", "Extreme"));
        for (ConditionEvent event : conditions) {
            String extreme = ConditionWords.extreme(event);
            table.row(List.of(
                    ConditionWords.name(event),
                    ConditionWords.phases(event),
                    Significant.decimals(event.startSeconds(), 2),
                    EventWords.duration(event.seconds()) + (event.isOpen() ? "+" : ""),
                    extreme.isEmpty() ? "–" : extreme));
        }
        return table;
    }

    static Table verdicts(List<Judgement> judgements) {
        var table = new Table("Verdicts", List.of("Characteristic", "Measured", "Limit", "Verdict"));
        for (Judgement judgement : judgements) {
            String word = word(judgement.verdict());
            String remark = judgement.remark().isEmpty() ? word : word + ", " + judgement.remark();
            table.row(
                    List.of(judgement.characteristic(), judgement.measured(), judgement.limit(), remark),
                    judgement.verdict());
        }
        return table;
    }

    static Table weeks(List<WeekVerdict> weeks) {
        var table = new Table("Verdict on each week", List.of("Week", "From, s", "Intervals", "Verdict"));
        for (WeekVerdict week : weeks) {
            Verdict verdict = Judgements.verdict(week.verdict().decision());
            String beyond = Judgements.beyond(week);
            table.row(
                    List.of(
                            Integer.toString(week.number()),
                            Significant.decimals(week.startSeconds(), 0),
                            Long.toString(week.verdict().tenMinutes()),
                            word(verdict) + (beyond.isEmpty() ? "" : ": " + beyond)),
                    verdict);
        }
        return table;
    }

    /// The counters that are not 0, and the log.
    static Fragment[] meter(MeterFindings findings) {
        var counters = new Table("Occurrence counters", List.of("Occurrence", "Number", "Each", "Count"));
        for (OccurrenceCounter counter : OccurrenceCounter.values()) {
            if (findings.count(counter) > 0) {
                counters.row(List.of(
                        MeterWords.of(counter),
                        Integer.toString(counter.number()),
                        MeterWords.unit(counter),
                        Integer.toString(findings.count(counter))));
            }
        }
        var log = new Table("Voltage quality log", List.of("Event", "Second", "Phase", "Mean, V", "Max, V", "Min, V"));
        for (VoltageQualityEntry entry : findings.entries()) {
            log.row(List.of(
                    MeterWords.of(entry.event()),
                    Long.toString(entry.second()),
                    MeterWords.phase(entry),
                    Integer.toString(entry.meanVolts()),
                    Integer.toString(entry.maxVolts()),
                    Integer.toString(entry.minVolts())));
        }
        return new Fragment[] {
            counters.isEmpty() ? Fragment.text("All occurrence counters are 0.") : counters,
            log.isEmpty() ? Fragment.text("No entry in the voltage quality log.") : log
        };
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "within";
            case FAIL -> "beyond";
            case OPEN, NONE -> "open";
        };
    }
}
