package trefas.metrology.event;

import java.util.ArrayList;
import java.util.List;

/// Keeps all it is told.
final class HalfCycleList implements HalfCycleObserver {

    record HalfCycle(int phase, double start, double end, double volts) {}

    private final List<HalfCycle> values = new ArrayList<>();
    private final List<Double> gaps = new ArrayList<>();

    HalfCycleList() {}

    @Override
    public void halfCycle(int phase, double startSeconds, double endSeconds, double volts) {
        values.add(new HalfCycle(phase, startSeconds, endSeconds, volts));
    }

    @Override
    public void stretchEnded(double endSeconds) {
        gaps.add(endSeconds);
    }

    List<HalfCycle> values() {
        return values;
    }

    List<HalfCycle> ofPhase(int phase) {
        return values.stream().filter(value -> value.phase() == phase).toList();
    }

    List<Double> gaps() {
        return gaps;
    }
}
