package trefas.app.measure;

import java.util.List;
import java.util.Optional;
import trefas.app.report.Verdict;
import trefas.metrology.measurement.WeekVerdict;
import trefas.metrology.quality.Characteristic;
import trefas.metrology.quality.CharacteristicVerdict;
import trefas.metrology.quality.Decision;
import trefas.metrology.quality.PowerQualityVerdict;

/// Verdicts in words.
final class Judgements {

    /// Characteristics named of one week.
    private static final int BEYOND_MAX = 3;

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
        Verdict verdict = verdict(row.decision());
        String remark = row.insidePercent().isPresent()
                ? Plain.decimals(row.insidePercent().getAsDouble(), 1) + " % of " + row.valid()
                : row.intervals() > 0 ? "all flagged" : "too short";
        return new Judgement(row.title(), measured, limit, verdict, remark);
    }

    private static double round(double value) {
        return Math.rint(value * 1_000) / 1_000;
    }

    /// A decision as it is shown.
    static Verdict verdict(Decision decision) {
        return switch (decision) {
            case PASS -> Verdict.PASS;
            case FAIL -> Verdict.FAIL;
            case NOT_ENOUGH_DATA -> Verdict.OPEN;
        };
    }

    /// A verdict in a word; what is beyond its limits in capitals where there is no colour.
    static String word(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "within";
            case FAIL -> "BEYOND";
            case OPEN, NONE -> "open";
        };
    }

    /// What went beyond its limits in a week, such as `voltage L1, harmonic 5 L2`; empty when nothing did.
    static String beyond(WeekVerdict week) {
        List<String> titles = week.verdict().worstPhases().stream()
                .filter(row -> row.decision() == Decision.FAIL)
                .map(CharacteristicVerdict::title)
                .toList();
        String shown = String.join(", ", titles.subList(0, Math.min(BEYOND_MAX, titles.size())));
        return titles.size() > BEYOND_MAX ? shown + " and " + (titles.size() - BEYOND_MAX) + " more" : shown;
    }
}
