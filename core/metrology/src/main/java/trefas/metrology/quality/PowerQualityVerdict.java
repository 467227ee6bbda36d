package trefas.metrology.quality;

import java.util.List;

/// Judgement of a supply over as much of a week as was seen.
///
/// @param edition whose limits were applied
/// @param characteristics one row for each characteristic, phase and harmonic, in the order of the standard
/// @param events what happened; nothing here fails
/// @param tenMinutes whole intervals of ten minutes seen, flagged ones too
public record PowerQualityVerdict(
        String edition, List<CharacteristicVerdict> characteristics, EventCounts events, long tenMinutes) {

    /// Intervals of ten minutes in a week.
    public static final int TEN_MINUTES_OF_A_WEEK = 1_008;

    public PowerQualityVerdict {
        characteristics = List.copyOf(characteristics);
    }

    /// Fail if one characteristic fails, pass if none does and one could be judged.
    public Decision decision() {
        if (characteristics.stream().anyMatch(row -> row.decision() == Decision.FAIL)) {
            return Decision.FAIL;
        }
        return characteristics.stream().anyMatch(row -> row.decision() == Decision.PASS)
                ? Decision.PASS
                : Decision.NOT_ENOUGH_DATA;
    }

    /// The rows without repetition over phases: of the phases of a characteristic the one that does worst.
    public List<CharacteristicVerdict> worstPhases() {
        return WorstPhases.of(characteristics);
    }

    /// Share of a week that was seen, percent; above 100 for a longer record.
    public double weekPercent() {
        return 100.0 * tenMinutes / TEN_MINUTES_OF_A_WEEK;
    }

    /// What a reader must know about the length of the record, as a sentence; empty for exactly a week.
    public String note() {
        if (tenMinutes == 0) {
            return "No whole ten minutes were seen; only a week, " + TEN_MINUTES_OF_A_WEEK + " of them, is a verdict.";
        }
        if (tenMinutes < TEN_MINUTES_OF_A_WEEK) {
            return "Judged on " + tenMinutes + " of the " + TEN_MINUTES_OF_A_WEEK + " intervals of a week ("
                    + Math.round(10 * weekPercent()) / 10.0 + " %).";
        }
        return tenMinutes == TEN_MINUTES_OF_A_WEEK
                ? ""
                : "Judged on " + tenMinutes + " intervals as one; the standard judges each week of "
                        + TEN_MINUTES_OF_A_WEEK + " by itself.";
    }
}
