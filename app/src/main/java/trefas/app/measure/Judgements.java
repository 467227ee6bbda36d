package trefas.app.measure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import trefas.app.report.Verdict;
import trefas.metrology.event.ConditionEvent;
import trefas.metrology.quality.Characteristic;
import trefas.metrology.quality.CharacteristicVerdict;
import trefas.metrology.quality.PowerQualityVerdict;
import trefas.quantity.Phase;

/// Verdicts and conditions in words.
final class Judgements {

    private Judgements() {}

    /// One line for each characteristic, of the phase that does worst; the harmonics that were judged.
    static List<Judgement> of(Optional<PowerQualityVerdict> verdict) {
        return verdict.stream()
                .flatMap(all -> all.worstPhases().stream())
                .filter(row -> row.characteristic() != Characteristic.HARMONIC || row.valid() > 0)
                .map(Judgements::line)
                .toList();
    }

    private static Judgement line(CharacteristicVerdict row) {
        String unit = row.characteristic().unit().isEmpty()
                ? ""
                : " " + row.characteristic().unit();
        int decimals = row.characteristic() == Characteristic.FREQUENCY
                        || row.characteristic() == Characteristic.FREQUENCY_ALWAYS
                ? 3
                : 2;
        String measured =
                row.worst().isPresent() ? Plain.decimals(row.worst().getAsDouble(), decimals) + unit : Plain.NOTHING;
        String range = row.bounds().lower() == 0
                ? "up to " + Plain.shortest(round(row.bounds().upper()))
                : Plain.shortest(round(row.bounds().lower())) + " to "
                        + Plain.shortest(round(row.bounds().upper()));
        String limit = range + unit + ", " + Plain.shortest(row.requiredPercent()) + " %";
        Verdict verdict = switch (row.decision()) {
            case PASS -> Verdict.PASS;
            case FAIL -> Verdict.FAIL;
            case NOT_ENOUGH_DATA -> Verdict.OPEN;
        };
        String remark = row.insidePercent().isPresent()
                ? Plain.decimals(row.insidePercent().getAsDouble(), 1) + " % of " + row.valid()
                : row.intervals() > 0 ? "all flagged" : "too short";
        return new Judgement(row.title(), measured, limit, verdict, remark);
    }

    private static double round(double value) {
        return Math.rint(value * 1_000) / 1_000;
    }

    /// A condition as a sentence.
    static String sentence(ConditionEvent event) {
        String what = switch (event.condition()) {
            case NEUTRAL_LOST -> "neutral lost by the meter's rule";
            case NEUTRAL_DISPLACED -> "neutral displaced";
            case PHASE_MISSING -> "no voltage on " + phases(event);
            case SEQUENCE_REVERSED -> "reversed phase sequence";
            case OVERVOLTAGE -> "overvoltage on " + phases(event);
        };
        String extreme = switch (event.condition()) {
            case SEQUENCE_REVERSED -> "";
            case NEUTRAL_DISPLACED -> ", u0 up to " + Plain.decimals(event.extreme(), 1) + " %";
            case PHASE_MISSING -> ", down to " + Plain.decimals(event.extreme(), 1) + " V";
            case NEUTRAL_LOST, OVERVOLTAGE -> ", up to " + Plain.decimals(event.extreme(), 1) + " V";
        };
        return what + " from " + Plain.decimals(event.startSeconds(), 2) + " s to "
                + (event.isOpen() ? "the end" : Plain.decimals(event.endSeconds(), 2) + " s") + extreme;
    }

    private static String phases(ConditionEvent event) {
        return event.phases().stream().sorted().map(Phase::name).collect(Collectors.joining(" "));
    }
}
