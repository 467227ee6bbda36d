package trefas.metrology.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import trefas.metrology.VoltageEvent;
import trefas.metrology.VoltageEvent.Dip;
import trefas.metrology.VoltageEvent.Interruption;
import trefas.metrology.VoltageEvent.Swell;
import trefas.quantity.Phase;

/// The dips, swells and interruptions of a stepped supply, by another way than the product's: the exact Urms(1/2) of
/// every phase is cut into stretches beyond the threshold, and stretches that overlap are one event.
record ExpectedEvents(SteppedSupply supply, double seconds) {

    /// Beyond the threshold in one phase.
    private record Stretch(Phase phase, double start, double end, double extreme) {}

    List<VoltageEvent> all() {
        return Stream.concat(events(-1, 90, 92), events(1, 110, 108))
                .sorted(Comparator.comparingDouble(VoltageEvent::startSeconds))
                .toList();
    }

    private Stream<VoltageEvent> events(int sign, double threshold, double returned) {
        var stretches = new ArrayList<Stretch>();
        for (Phase phase : Phase.values()) {
            stretches.addAll(stretches(phase, sign, threshold, returned));
        }
        stretches.sort(Comparator.comparingDouble(Stretch::start));
        var groups = new ArrayList<List<Stretch>>();
        double end = Double.NEGATIVE_INFINITY;
        for (Stretch stretch : stretches) {
            // Two phases are in one event when the second crosses before the first has returned. A crossing is known
            // when its cycle ends, one cycle after it begins.
            if (stretch.start() + 1 / supply.hertz() > end) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(stretch);
            end = Math.max(end, stretch.end());
        }
        return groups.stream().map(group -> event(group, sign));
    }

    private VoltageEvent event(List<Stretch> group, int sign) {
        double start = group.stream().mapToDouble(Stretch::start).min().orElseThrow();
        double end = group.stream().mapToDouble(Stretch::end).max().orElseThrow();
        Map<Phase, Double> extremes = new EnumMap<>(Phase.class);
        for (Stretch stretch : group) {
            extremes.merge(stretch.phase(), stretch.extreme(), (a, b) -> sign < 0 ? Math.min(a, b) : Math.max(a, b));
        }
        double extreme = extremes.values().stream()
                .reduce((a, b) -> sign < 0 ? Math.min(a, b) : Math.max(a, b))
                .orElseThrow();
        if (sign > 0) {
            return new Swell(start, end, extremes.keySet(), extreme);
        }
        return isInterrupted(start, end)
                ? new Interruption(start, end, extremes.keySet(), extreme)
                : new Dip(start, end, extremes.keySet(), extreme);
    }

    /// Whether the stretches below 5 % of the three phases have a moment in common.
    private boolean isInterrupted(double start, double end) {
        for (Stretch l1 : stretches(Phase.L1, -1, 5, 7)) {
            for (Stretch l2 : stretches(Phase.L2, -1, 5, 7)) {
                for (Stretch l3 : stretches(Phase.L3, -1, 5, 7)) {
                    double from = Math.max(l1.start(), Math.max(l2.start(), l3.start()));
                    double to = Math.min(l1.end(), Math.min(l2.end(), l3.end())) - 1 / supply.hertz();
                    if (from < to && from >= start && to <= end) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private List<Stretch> stretches(Phase phase, int sign, double threshold, double returned) {
        var stretches = new ArrayList<Stretch>();
        double half = 1 / (2 * supply.hertz());
        double first = supply.firstCrossing(phase.index());
        double begun = Double.NaN;
        double extreme = 0;
        for (int k = 0; first + (k + 2) * half <= seconds + 1e-9; k++) {
            double start = first + k * half;
            double end = start + 2 * half;
            double percent = 100 * supply.perUnit(phase.index(), start, end);
            if (Double.isNaN(begun) && sign * (percent - threshold) > 0) {
                begun = start;
                extreme = percent;
            } else if (!Double.isNaN(begun)) {
                extreme = sign < 0 ? Math.min(extreme, percent) : Math.max(extreme, percent);
                if (sign * (percent - returned) <= 0) {
                    stretches.add(new Stretch(phase, begun, end, extreme));
                    begun = Double.NaN;
                }
            }
        }
        return stretches;
    }
}
