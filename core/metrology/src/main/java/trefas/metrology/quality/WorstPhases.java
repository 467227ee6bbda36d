package trefas.metrology.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes one row of the rows of three phases.
final class WorstPhases {

    /// No data last, then the smallest share inside, then the greatest strain.
    private static final Comparator<CharacteristicVerdict> WORST_FIRST = Comparator.comparingInt(
                    (CharacteristicVerdict row) -> row.decision() == Decision.NOT_ENOUGH_DATA ? 1 : 0)
            .thenComparingDouble(row -> row.insidePercent().orElse(0))
            .thenComparingDouble(row -> -row.bounds().strain(row.worst().orElse(0)));

    private WorstPhases() {}

    static List<CharacteristicVerdict> of(List<CharacteristicVerdict> rows) {
        Map<Subject, CharacteristicVerdict> worst = new LinkedHashMap<>();
        for (CharacteristicVerdict row : rows) {
            worst.merge(
                    new Subject(row.characteristic(), row.order()),
                    row,
                    (one, other) -> WORST_FIRST.compare(one, other) <= 0 ? one : other);
        }
        return new ArrayList<>(worst.values());
    }

    private record Subject(Characteristic characteristic, int order) {}
}
